using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Talka.Reporting.Audit.Reading;

/// <summary>Reads a DOCX (ECMA-376). Its parts are streamed with document type declarations refused, so that nothing in it can multiply.</summary>
internal static class DocxReader
{
    // Smaller parts may be as compressible as they like.
    private const long RatioFrom = 8L * 1024 * 1024;
    private const int Ratio = 200;

    public static SourceDocument Read(byte[] bytes, string name, Deadline deadline)
    {
        try
        {
            CheckPackage(bytes, deadline);
            using var docx = WordprocessingDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
            var main = docx.MainDocumentPart ?? throw new DocumentProblemException(DocumentErrors.Damaged());
            var document = new DocumentBuilder(name, SourceFormat.Docx);
            var body = new DocxBody(new TextBlocks(document), DocxStyles.Read(main), new DocxPages(Contains(main, "lastRenderedPageBreak"u8), Contains(main, "type=\"page\""u8)), deadline);
            body.Read(main, notes: null);
            var notes = body.Notes;
            foreach (var part in (OpenXmlPart?[])[main.FootnotesPart, main.EndnotesPart])
            {
                if (part is not null)
                {
                    body.Read(part, notes);
                }
            }

            return document.Count > 0 || !main.ImageParts.Any() ? document.Build() : throw new DocumentProblemException(DocumentErrors.Scanned());
        }
        catch (Exception problem) when (problem is XmlException or InvalidDataException or IOException or OpenXmlPackageException or ArgumentException or FormatException
            or KeyNotFoundException or InvalidOperationException or NotSupportedException or IndexOutOfRangeException or OverflowException)
        {
            throw new DocumentProblemException(DocumentErrors.Damaged());
        }
    }

    /// <summary>A reader of a part's XML.</summary>
    public static XmlReader Xml(OpenXmlPart part) => XmlReader.Create(part.GetStream(FileMode.Open, FileAccess.Read), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
        CloseInput = true,
    });

    private static void CheckPackage(byte[] bytes, Deadline deadline)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (zip.Entries.Count > ReadingLimits.Parts)
        {
            throw new DocumentProblemException(DocumentErrors.TooMuchText());
        }

        if (zip.GetEntry("[Content_Types].xml") is null || zip.GetEntry("word/document.xml") is null && !zip.Entries.Any(entry => entry.FullName.StartsWith("word/", StringComparison.OrdinalIgnoreCase)))
        {
            throw new DocumentProblemException(DocumentErrors.Unsupported());
        }

        // What an archive says of its sizes need not be so: only unpacking tells.
        var buffer = new byte[128 * 1024];
        var total = 0L;
        foreach (var entry in zip.Entries.Where(entry => !entry.FullName.StartsWith("word/media/", StringComparison.OrdinalIgnoreCase)))
        {
            using var content = entry.Open();
            var size = 0L;
            int count;
            while ((count = content.Read(buffer)) > 0)
            {
                deadline.Check();
                (size, total) = (size + count, total + count);
                if (total > ReadingLimits.Unpacked || (size > RatioFrom && size > Math.Max(entry.CompressedLength, 1) * Ratio))
                {
                    throw new DocumentProblemException(DocumentErrors.TooMuchText());
                }
            }
        }
    }

    private static bool Contains(MainDocumentPart main, ReadOnlySpan<byte> sought)
    {
        using var stream = main.GetStream(FileMode.Open, FileAccess.Read);
        var buffer = new byte[64 * 1024];
        var kept = 0;
        int count;
        while ((count = stream.Read(buffer, kept, buffer.Length - kept)) > 0)
        {
            var filled = buffer.AsSpan(0, kept + count);
            if (filled.IndexOf(sought) >= 0)
            {
                return true;
            }

            kept = Math.Min(sought.Length, filled.Length);
            filled[^kept..].CopyTo(buffer);
        }

        return false;
    }
}

/// <summary>How a DOCX tells its pages: Word notes where they ended when it last laid the document out; other programs only know the breaks that people set.</summary>
internal readonly record struct DocxPages(bool AreNoted, bool AreSet)
{
    public bool AreKnown => AreNoted || AreSet;
}
