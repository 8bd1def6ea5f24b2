using System.IO.Compression;
using System.Text;
using Talka.Foundation.Results;

namespace Talka.Foundation.Files;

/// <summary>A type of file that people may send.</summary>
/// <param name="ContentType">The MIME type to serve it with.</param>
/// <param name="Extensions">With their point, in lower case; the usual one first.</param>
public sealed record FileType(string ContentType, params IReadOnlyList<string> Extensions);

/// <summary>The allowed types of uploaded files. Bytes decide, not the name; a name that says otherwise is refused.</summary>
public static class FileTypes
{
    public static FileType Pdf { get; } = new("application/pdf", ".pdf");
    public static FileType Png { get; } = new("image/png", ".png");
    public static FileType Jpeg { get; } = new("image/jpeg", ".jpg", ".jpeg");
    public static FileType Webp { get; } = new("image/webp", ".webp");
    public static FileType Docx { get; } = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");
    public static FileType Xlsx { get; } = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");
    public static FileType Odt { get; } = new("application/vnd.oasis.opendocument.text", ".odt");
    public static FileType Ods { get; } = new("application/vnd.oasis.opendocument.spreadsheet", ".ods");
    public static FileType Csv { get; } = new("text/csv", ".csv");
    public static FileType Text { get; } = new("text/plain", ".txt");

    public static IReadOnlyList<FileType> All { get; } = [Pdf, Png, Jpeg, Webp, Docx, Xlsx, Odt, Ods, Csv, Text];

    /// <summary>For the <c>accept</c> attribute of a file input.</summary>
    public static string Accept { get; } = string.Join(',', All.SelectMany(type => type.Extensions));

    /// <summary>The MIME type to serve stored bytes with: that of an allowed type, else one that no browser interprets.</summary>
    public static string Safe(string? contentType) =>
        All.FirstOrDefault(type => type.ContentType == contentType)?.ContentType ?? "application/octet-stream";

    /// <summary>Finds the type of a file by its bytes and holds it against the file's name.</summary>
    /// <param name="file">Seekable, at any position.</param>
    /// <returns>The type; fails with <c>file-empty</c>, <c>file-type-not-allowed</c> or <c>file-type-mismatch</c>.</returns>
    public static Result<FileType> Recognise(Stream file, string name)
    {
        var head = new byte[4096];
        file.Position = 0;
        var length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (length == 0)
        {
            return FileErrors.Empty();
        }

        var found = ByBytes(file, head.AsSpan(0, length), name);
        if (found is null)
        {
            return FileErrors.TypeNotAllowed();
        }

        return found.Extensions.Contains(Path.GetExtension(name).ToLowerInvariant()) ? found : FileErrors.TypeMismatch(name, found);
    }

    private static FileType? ByBytes(Stream file, ReadOnlySpan<byte> head, string name)
    {
        if (head.StartsWith("%PDF-"u8))
        {
            return Pdf;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return Png;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return Jpeg;
        }

        if (head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..12].SequenceEqual("WEBP"u8))
        {
            return Webp;
        }

        return head.StartsWith("PK\x03\x04"u8) ? InZip(file) : IsText(head) ? (IsCsv(name) ? Csv : Text) : null;
    }

    private static bool IsCsv(string name) => Path.GetExtension(name).Equals(".csv", StringComparison.OrdinalIgnoreCase);

    private static FileType? InZip(Stream file)
    {
        try
        {
            file.Position = 0;
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.GetEntry("[Content_Types].xml") is not null)
            {
                return zip.GetEntry("word/document.xml") is not null ? Docx : zip.GetEntry("xl/workbook.xml") is not null ? Xlsx : null;
            }

            if (zip.GetEntry("mimetype") is not { } entry)
            {
                return null;
            }

            using var content = entry.Open();
            var bytes = new byte[128];
            var mime = Encoding.ASCII.GetString(bytes, 0, content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)).Trim();
            return mime == Odt.ContentType ? Odt : mime == Ods.ContentType ? Ods : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    // UTF-16 has zeros; else a text has no control characters but white space. What a name must not hide is a script or a program: those it is served as text.
    private static bool IsText(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return true;
        }

        foreach (var octet in head)
        {
            if (octet < 0x20 && octet is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f'))
            {
                return false;
            }
        }

        return true;
    }
}
