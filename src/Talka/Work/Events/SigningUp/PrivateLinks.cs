using System.Buffers.Text;
using System.Security.Cryptography;
using Talka.Foundation.Hosting;
using Talka.Foundation.Secrets;

namespace Talka.Work.Events.SigningUp;

/// <summary>
/// The private link of a registration: its id and 16 bytes of an HMAC-SHA256 over it, in letters that need no escaping. It is not kept anywhere, so that no copy
/// of the database opens anybody's page, and it is made again for every mail. Whoever changes the master key makes new links; the old ones open as long
/// as the old key stays in its file.
/// </summary>
public sealed class PrivateLinks(MasterKey master, SiteAddress site)
{
    private const int IdBytes = 16;
    private const int SignatureBytes = 16;
    private const int TokenLength = 43;
    private const string Purpose = "registration link";

    public string TokenOf(Guid registration)
    {
        Span<byte> token = stackalloc byte[IdBytes + SignatureBytes];
        registration.TryWriteBytes(token, bigEndian: true, out _);
        Sign(master.SigningKeys(Purpose)[0], token[..IdBytes], token[IdBytes..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>The path of the private page.</summary>
    public string PathOf(Guid registration) => "/events/my/" + TokenOf(registration);

    /// <summary>The whole address of the private page, for mails.</summary>
    public string LinkOf(Guid registration) => site.Link(PathOf(registration));

    /// <summary>Whose link it is; null when this installation did not make it. How long that takes says nothing about how much of it is right.</summary>
    public Guid? TryRead(string? token)
    {
        Span<byte> content = stackalloc byte[IdBytes + SignatureBytes];
        if (token is not { Length: TokenLength } || !Base64Url.IsValid(token) || !Base64Url.TryDecodeFromChars(token, content, out var written) || written != content.Length)
        {
            return null;
        }

        Span<byte> right = stackalloc byte[SignatureBytes];
        var known = false;
        foreach (var key in master.SigningKeys(Purpose))
        {
            Sign(key, content[..IdBytes], right);
            known |= CryptographicOperations.FixedTimeEquals(right, content[IdBytes..]);
        }

        // The last letter of 43 carries two bits that decoding drops: one link, one spelling
        var id = new Guid(content[..IdBytes], bigEndian: true);
        return known && Base64Url.EncodeToString(content) == token ? id : null;
    }

    private static void Sign(byte[] key, ReadOnlySpan<byte> id, Span<byte> signature)
    {
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, id, whole);
        whole[..SignatureBytes].CopyTo(signature);
    }
}
