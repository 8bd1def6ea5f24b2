using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Talka.Accounts.Security.Factors;

/// <summary>Time-based one-time passwords as authenticator apps make them: RFC 6238 with SHA-1, six digits, steps of thirty seconds.</summary>
public static class Totp
{
    public const int SecretBytes = 20;
    public const int Digits = 6;

    private const int StepSeconds = 30;
    private const int Modulus = 1_000_000;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The clocks of phones may be a step off, to either side.</summary>
    private static readonly long[] Tolerated = [0, -1, 1];

    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / StepSeconds;

    public static string CodeAt(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // what RFC 6238 and the apps use; the weakness of SHA-1 does not touch HMAC
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var value = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xF)..]) & int.MaxValue;
        return (value % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step that a code belongs to, or null when it is none of now, or not later than the last one that was used.</summary>
    public static long? StepOf(ReadOnlySpan<byte> secret, string code, DateTimeOffset now, long lastStep)
    {
        var digits = Encoding.UTF8.GetBytes(string.Concat(code.Where(c => !char.IsWhiteSpace(c))));
        foreach (var step in Tolerated.Select(off => StepAt(now) + off))
        {
            if (step > lastStep && CryptographicOperations.FixedTimeEquals(digits, Encoding.UTF8.GetBytes(CodeAt(secret, step))))
            {
                return step;
            }
        }

        return null;
    }

    /// <summary>The secret as people type it into an app (RFC 4648, base 32), in groups of four.</summary>
    public static string Readable(ReadOnlySpan<byte> secret)
    {
        var text = new StringBuilder();
        for (var bit = 0; bit < secret.Length * 8; bit += 5)
        {
            var pair = (secret[bit / 8] << 8) | (bit / 8 + 1 < secret.Length ? secret[bit / 8 + 1] : 0);
            text.Append(Base32[(pair >> (11 - bit % 8)) & 31]);
        }

        return string.Join(' ', text.ToString().Chunk(4).Select(group => new string(group)));
    }

    /// <summary>The address that an app reads from the square: https://github.com/google/google-authenticator/wiki/Key-Uri-Format</summary>
    public static string Address(string site, string account, ReadOnlySpan<byte> secret)
    {
        var key = Readable(secret).Replace(" ", "", StringComparison.Ordinal);
        return $"otpauth://totp/{Uri.EscapeDataString(site)}:{Uri.EscapeDataString(account)}?secret={key}&issuer={Uri.EscapeDataString(site)}";
    }
}
