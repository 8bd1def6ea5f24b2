using System.Text;

namespace Talka.Reporting.Audit.Reading;

/// <summary>Makes text of bytes: UTF-8, UTF-16, or, where it is neither, Windows-1257 (Baltic).</summary>
internal static class TextEncoding
{
    private static readonly Encoding Strict = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>What an HTML page says its encoding is; null when it does not, or when it says an unknown one.</summary>
    public static Encoding? Declared(ReadOnlySpan<byte> html)
    {
        var start = Encoding.Latin1.GetString(html[..Math.Min(html.Length, 2048)]);
        var at = start.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var name = new string([.. start.Skip(at + 8).SkipWhile(c => c is '"' or '\'' or ' ').TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')]);
        try
        {
            return name.StartsWith("utf", StringComparison.OrdinalIgnoreCase) ? null : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <param name="declared">What bytes that are no Unicode are in.</param>
    /// <returns>The text, or null when the bytes are none.</returns>
    public static string? Decode(ReadOnlySpan<byte> bytes, Encoding? declared = null)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return Encoding.UTF8.GetString(bytes[3..]);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode.GetString(bytes[2..]);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }

        // UTF-16 without its mark: the zero halves of Latin letters stand at odd places when it is little-endian, else at even ones.
        var start = bytes[..Math.Min(bytes.Length, 4096)];
        var zeros = start.Count((byte)0);
        if (zeros * 5 > start.Length)
        {
            var odd = 0;
            for (var i = 1; i < start.Length; i += 2)
            {
                odd += start[i] == 0 ? 1 : 0;
            }

            return odd * 10 >= zeros * 9 ? Encoding.Unicode.GetString(bytes)
                : odd * 10 <= zeros ? Encoding.BigEndianUnicode.GetString(bytes)
                : null;
        }

        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return IsBinary(bytes) ? null : (declared ?? CodePagesEncodingProvider.Instance.GetEncoding(1257)!).GetString(bytes);
        }
    }

    // Text of one byte a character has hardly any control characters.
    private static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        var start = bytes[..Math.Min(bytes.Length, 64 * 1024)];
        var control = 0;
        foreach (var b in start)
        {
            control += b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C) ? 1 : 0;
        }

        return control * 50 > start.Length;
    }
}
