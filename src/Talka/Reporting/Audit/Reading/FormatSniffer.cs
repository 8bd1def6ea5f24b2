using System.Text;

namespace Talka.Reporting.Audit.Reading;

internal enum SniffedFormat { Empty, Text, Markdown, Html, Docx, Pdf, OldOffice, Encrypted, Damaged, Unknown }

/// <summary>Tells the format of a file from its first bytes.</summary>
internal static class FormatSniffer
{
    private const int Near = 4096;
    private static readonly byte[] EncryptedStream = Encoding.Unicode.GetBytes("EncryptedPackage");

    public static SniffedFormat Of(ReadOnlySpan<byte> bytes, string name)
    {
        var start = bytes[..Math.Min(bytes.Length, Near)];
        if (start.IndexOf("%PDF-"u8) is >= 0 and < 1024)
        {
            return SniffedFormat.Pdf;
        }

        if (start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith("PK\u0005\u0006"u8))
        {
            return SniffedFormat.Docx;
        }

        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            // A DOCX with a password is such a file, too, and holds a stream of this name.
            return bytes.IndexOf(EncryptedStream) >= 0 ? SniffedFormat.Encrypted : SniffedFormat.OldOffice;
        }

        if (start.StartsWith("{\\rtf"u8))
        {
            return SniffedFormat.Unknown;
        }

        if (bytes.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return SniffedFormat.Empty;
        }

        var extension = Path.GetExtension(name).ToLowerInvariant();
        return extension switch
        {
            ".docx" or ".pdf" => SniffedFormat.Damaged,
            ".html" or ".htm" or ".xhtml" => SniffedFormat.Html,
            _ when IsHtml(start) => SniffedFormat.Html,
            ".md" or ".markdown" => SniffedFormat.Markdown,
            _ => SniffedFormat.Text,
        };
    }

    private static bool IsHtml(ReadOnlySpan<byte> start)
    {
        var text = Encoding.Latin1.GetString(start).Replace("\0", "", StringComparison.Ordinal).TrimStart([' ', '\t', '\r', '\n', '\u00EF', '\u00BB', '\u00BF', '\u00FE', '\u00FF']);
        return text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || (text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) && text.Contains("<html", StringComparison.OrdinalIgnoreCase))
            || (text.StartsWith('<') && (text.Contains("<body", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<table", StringComparison.OrdinalIgnoreCase)
                || text.StartsWith("<meta", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<head", StringComparison.OrdinalIgnoreCase)));
    }
}
