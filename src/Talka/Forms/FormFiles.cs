using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Talka.Forms;

/// <summary>
/// Tokens for files that were sent already: a file goes round with the form as one, so that nobody has to choose it again because another answer was wrong,
/// and nobody can attach a file that was not theirs.
/// </summary>
public sealed class FormFiles(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Talka.Forms.Files");

    public string Seal(FormFile file) => _protector.Protect(JsonSerializer.Serialize(file));

    /// <returns>Null for what is no token of ours.</returns>
    public FormFile? Open(string? token)
    {
        try
        {
            return string.IsNullOrEmpty(token) ? null : JsonSerializer.Deserialize<FormFile>(_protector.Unprotect(token));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
