using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Talka.Tests.Reporting.Audit.Reading;

/// <summary>Makes DOCX files of the XML of their body; short forms: <c>[p:text]</c> a paragraph, <c>[r:text]</c> a run.</summary>
internal static class DocxSample
{
    private const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:v=\"urn:schemas-microsoft-com:vml\"";

    public static byte[] Of(string body, string styles = "", string footnotes = "", string start = "")
    {
        using var stream = new MemoryStream();
        using (var docx = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = docx.AddMainDocumentPart();
            Feed(main, $"{start}<w:document {Namespaces}><w:body>{Expand(body)}</w:body></w:document>");
            if (styles.Length > 0)
            {
                Feed(main.AddNewPart<StyleDefinitionsPart>(), $"<w:styles {Namespaces}>{styles}</w:styles>");
            }

            if (footnotes.Length > 0)
            {
                Feed(main.AddNewPart<FootnotesPart>(), $"<w:footnotes {Namespaces}>{Expand(footnotes)}</w:footnotes>");
            }
        }

        return stream.ToArray();
    }

    public static byte[] Scanned()
    {
        using var stream = new MemoryStream();
        stream.Write(Of("<w:p/>"));
        using (var docx = WordprocessingDocument.Open(stream, isEditable: true))
        {
            docx.MainDocumentPart!.AddImagePart(ImagePartType.Png).FeedData(new MemoryStream([1, 2, 3]));
        }

        return stream.ToArray();
    }

    private static void Feed(OpenXmlPart part, string xml) => part.FeedData(new MemoryStream(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml)));

    private static string Expand(string xml)
    {
        var text = new StringBuilder(xml.Length * 2);
        for (var at = 0; at < xml.Length;)
        {
            if (at + 2 < xml.Length && xml[at] == '[' && xml[at + 1] is 'p' or 'r' && xml[at + 2] == ':')
            {
                var end = xml.IndexOf(']', at);
                var run = $"<w:r><w:t xml:space=\"preserve\">{xml[(at + 3)..end]}</w:t></w:r>";
                text.Append(xml[at + 1] == 'p' ? $"<w:p>{run}</w:p>" : run);
                at = end + 1;
            }
            else
            {
                text.Append(xml[at++]);
            }
        }

        return text.ToString();
    }
}
