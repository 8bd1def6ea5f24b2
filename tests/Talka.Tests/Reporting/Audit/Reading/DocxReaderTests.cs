using System.IO.Compression;
using System.Text;
using Talka.Foundation.Docx;
using Talka.Reporting.Audit.Reading;

namespace Talka.Tests.Reporting.Audit.Reading;

public class DocxReaderTests
{
    private const string Styles =
        """
        <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>
        <w:style w:type="paragraph" w:styleId="My"><w:name w:val="Mans"/><w:basedOn w:val="H2"/></w:style>
        <w:style w:type="paragraph" w:styleId="LB"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        """;

    private static string[] Shown(string body, string footnotes = "") => Documents.Shown(Documents.Read(DocxSample.Of(body, Styles, footnotes), "a.docx").Value);

    private static string Paragraph(string properties, string text) => $"<w:p><w:pPr>{properties}</w:pPr>[r:{text}]</w:p>";

    [Fact]
    public void Docx_OfOurOwn_IsReadWithHeadingsItemsAndTables()
    {
        using var docx = new DocxBuilder("Kopsavilkums", "lv-LV");
        docx.Title("Kopsavilkums").Heading(2, "Budžets").Paragraph("Plāns ", new DocxRun("bieza", Bold: true)).Bullets("A", new DocxItem(["B"], Level: 1))
            .Table("Tabula", [new DocxColumn("Gads"), new DocxColumn("Summa")], [DocxRow.Of("I", "53 994,00")]);

        var shown = Documents.Shown(Documents.Read(docx.Build(), "a.docx").Value);

        Assert.Equal("h1 Kopsavilkums", shown[0]);
        Assert.Equal("h2 Budžets", shown[1]);
        Assert.Equal(["Plāns bieza", "- A", "-- B"], shown[2..5]);
        Assert.Equal(["[1.1.1!] Gads", "[1.1.2!] Summa", "[1.2.1] I", "[1.2.2] 53 994,00"], shown.Where(line => line.StartsWith('[')));
    }

    [Fact]
    public void Docx_StylesAndNumbering_MakeHeadingsAndItems() => Assert.Equal(
        ["h2 Gads", "h3 Otrs", "- A", "-- B", "Nav punkts", "h2 Bieza rinda"],
        Shown(Paragraph("<w:pStyle w:val=\"My\"/>", "Gads") + Paragraph("<w:outlineLvl w:val=\"2\"/>", "Otrs") + Paragraph("<w:pStyle w:val=\"LB\"/>", "A")
            + Paragraph("<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"4\"/></w:numPr>", "B") + Paragraph("<w:pStyle w:val=\"LB\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>", "Nav punkts")
            + "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Bieza rinda</w:t></w:r></w:p>"));

    [Fact]
    public void Docx_ChangesHiddenTextAndFields_AreReadAsTheyAreShown() => Assert.Equal(
        ["Kopā 15 dalībnieki 2023"],
        Shown("<w:p>[r:Kopā ]<w:del><w:r><w:delText>14</w:delText></w:r></w:del><w:ins>[r:15]</w:ins><w:moveFrom>[r:viesi]</w:moveFrom>"
            + "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>1</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>slēpts</w:t></w:r>"
            + "[r: dalīb]<w:r><w:softHyphen/></w:r>[r:nieki ]<w:r><w:instrText>PAGE</w:instrText></w:r>[r:2023]</w:p>"));

    [Fact]
    public void Docx_TextBoxesNotesAndBreaks_AreRead() => Assert.Equal(
        ["Lodziņš", "Teksts", "otrā rinda", "Vērojums"],
        Shown("<w:p>[r:Teksts]<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:txbxContent>[p:Lodziņš]</w:txbxContent></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>[p:Lodziņš]</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
            + "<w:r><w:footnoteReference w:id=\"2\"/><w:br/></w:r>[r:otrā rinda]</w:p>",
            "<w:footnote w:id=\"1\">[p:Nav minēta]</w:footnote><w:footnote w:id=\"2\">[p:Vērojums]</w:footnote>"));

    [Fact]
    public void Docx_Tables_NumberTheirCells() => Assert.Equal(
        ["[1.1.1!] Gads", "[1.1.3!] Plāns", "[1.2.2] A", "- [1.2.2] B", "[2.1.1] C", "[1.2.2] D", "Pēc"],
        Shown("<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>[p:Gads]</w:tc><w:tc>[p:Plāns]</w:tc></w:tr>"
            + "<w:tr><w:tc><w:p/></w:tc><w:tc>[p:A]" + Paragraph("<w:pStyle w:val=\"LB\"/>", "B") + "<w:tbl><w:tr><w:tc>[p:C]</w:tc></w:tr></w:tbl>[p:D]</w:tc></w:tr></w:tbl>[p:Pēc]"));

    [Fact]
    public void Docx_Pages_AreCounted()
    {
        var noted = Documents.Read(DocxSample.Of("[p:Viens]<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/><w:t>Divi</w:t></w:r></w:p>"), "a.docx").Value;
        var set = Documents.Read(DocxSample.Of("[p:Viens]<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>[p:Divi]"), "a.docx").Value;
        var unknown = Documents.Read(DocxSample.Of("[p:Viens]"), "a.docx").Value;

        Assert.Equal([1, 2], noted.Blocks.Select(block => block.Place.Page));
        Assert.Equal([1, 2], set.Blocks.Select(block => block.Place.Page));
        Assert.Equal([1, 3], set.Blocks.Select(block => block.Place.Line));
        Assert.Null(unknown.Blocks[0].Place.Page);
    }

    [Fact]
    public void Docx_OfABillionLaughs_IsRefused()
    {
        var entities = new StringBuilder("<!DOCTYPE w:document [<!ENTITY l0 \"ha\">");
        for (var i = 1; i < 20; i++)
        {
            entities.Append("<!ENTITY l").Append(i).Append(" \"").Insert(entities.Length, $"&l{i - 1};", 10).Append("\">");
        }

        var read = Documents.Read(DocxSample.Of("[p:&l19;]", start: entities.Append("]>").ToString()), "a.docx");

        Assert.Equal("document-damaged", Assert.Single(read.Errors).Code);
    }

    [Fact]
    public void Docx_ThatUnpacksToFarMore_IsRefused()
    {
        using var stream = new MemoryStream();
        stream.Write(DocxSample.Of("[p:Viens]"));
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var bomb = zip.CreateEntry("word/numbering.xml").Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 64; i++)
            {
                bomb.Write(zeros);
            }
        }

        Assert.Equal("document-too-large", Assert.Single(Documents.Read(stream.ToArray(), "a.docx").Errors).Code);
    }

    [Fact]
    public void Docx_NestedDeeply_IsRead()
    {
        const int Depth = 2_000;
        var body = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", Depth)) + "[p:Vārdi]" + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", Depth));

        Assert.Equal(["[2000.1.1] Vārdi"], Documents.Shown(Documents.Read(DocxSample.Of(body), "a.docx").Value));
    }

    [Fact]
    public void Docx_OfTwoHundredPages_IsRead()
    {
        var page = string.Concat(Enumerable.Repeat("[p:Organizēts seminārs 10.11.2023., kurā piedalījās 15 dalībnieki no Rīgas reģiona nevalstiskajām organizācijām.]", 40));
        var bytes = DocxSample.Of(string.Concat(Enumerable.Repeat(page, 200)));

        Assert.Equal(8_000, Documents.Read(bytes, "a.docx").Value.Blocks.Count);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1_000)]
    [InlineData(2_000)]
    public void Docx_Truncated_IsDamaged(int bytes) =>
        Assert.Equal("document-damaged", Assert.Single(Documents.Read(DocxSample.Of(string.Concat(Enumerable.Range(0, 2_000).Select(i => $"[p:{i * 7919L}]")))[..bytes], "a.docx").Errors).Code);
}
