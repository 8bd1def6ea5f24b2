using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace Talka.Reporting.Summaries.Rendering;

/// <summary>The ZIP package around a Word document.</summary>
internal static class DocxPackage
{
    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Title and language of the document, under a name that does not change from one writing to the next.</summary>
    public static void AddProperties(WordprocessingDocument package, string title, string language)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        var part = package.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "properties");
        using var stream = part.GetStream(FileMode.Create);
        new XDocument(new XElement(
            core + "coreProperties", new XElement(dc + "title", title), new XElement(dc + "language", language))).Save(stream);
    }

    /// <summary>The same package without the clock time that ZIP keeps of each part, so that equal documents are equal bytes.</summary>
    public static byte[] WithoutTimes(byte[] package)
    {
        using var source = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
        using var result = new MemoryStream();
        using (var target = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in source.Entries)
            {
                var copy = target.CreateEntry(part.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Epoch;
                using var from = part.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }

        return result.ToArray();
    }
}
