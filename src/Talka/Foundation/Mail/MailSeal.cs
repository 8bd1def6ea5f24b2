using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Talka.Foundation.Mail;

/// <summary>
/// Seals the texts of mails with the keys that also protect the session cookies, which a key outside the database seals in turn:
/// whoever gets hold of a copy of the database cannot read a link that still opens an account.
/// </summary>
public sealed class MailSeal(IDataProtectionProvider keys)
{
    private readonly IDataProtector _protector = keys.CreateProtector("Talka.Mail");

    public string Seal(string text) => _protector.Protect(text);

    /// <returns>The text, or null when it was emptied or sealed with a key that is gone.</returns>
    public string? Open(string? sealedText)
    {
        try
        {
            return sealedText is null ? null : _protector.Unprotect(sealedText);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
