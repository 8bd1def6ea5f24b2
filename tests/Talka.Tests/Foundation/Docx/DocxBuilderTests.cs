using System.Text;
using CsCheck;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Talka.Foundation.Docx;

namespace Talka.Tests.Foundation.Docx;

public sealed class DocxBuilderTests
{
    [Fact]
    public void Build_EveryPiece_IsValidOpenXml()
    {
        using var document = Open(Everything());

        var problems = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(problem => $"{problem.Path?.XPath}: {problem.Description}");

        Assert.Empty(problems);
    }

    [Fact]
    public void Build_HeadingsListsAndTables_AreRealOnes()
    {
        using var document = Open(Everything());
        var body = document.MainDocumentPart!.Document!.Body!;

        Assert.Equal(["Title", "Heading1", "Heading2", "Heading3"], body.Descendants<ParagraphStyleId>().Select(style => style.Val!.Value!)
            .Where(style => style == "Title" || style.StartsWith("Heading", StringComparison.Ordinal)));
        Assert.Single(body.Descendants<TableHeader>());
        Assert.Equal("Nauda", body.Descendants<TableCaption>().Single().Val);
        Assert.Equal([1, 1, 2, 2, 3], body.Descendants<NumberingId>().Select(id => id.Val!.Value));
        Assert.Equal(JustificationValues.Right, body.Descendants<Table>().Single().Descendants<Justification>().Last().Val!.Value);
    }

    [Fact]
    public void Build_LanguageTitleAndAlternativeTexts_AreInTheFile()
    {
        using var document = Open(Everything());
        var main = document.MainDocumentPart!;

        Assert.Equal("Kopsavilkums <&>", document.PackageProperties.Title);
        Assert.Equal("lv-LV", document.PackageProperties.Language);
        Assert.Equal("lv-LV", main.StyleDefinitionsPart!.Styles!.DocDefaults!.Descendants<Languages>().Single().Val);
        Assert.Equal(["Diagramma", "Punkts"], main.Document!.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().Select(each => each.Description!.Value!));
        Assert.Equal("https://example.org/a", Assert.Single(main.HyperlinkRelationships).Uri.ToString());
    }

    [Fact]
    public void Build_AScriptAddress_IsNoLink()
    {
        using var document = Open(new DocxBuilder("x", "lv-LV").Paragraph(new DocxRun("spied", Link: "javascript:alert(1)")).Build());

        Assert.Empty(document.MainDocumentPart!.HyperlinkRelationships);
        Assert.Equal("spied", document.MainDocumentPart.Document!.InnerText);
    }

    [Fact]
    public void Build_TheSamePieces_GivesTheSameBytes() => Assert.Equal(Everything(), Everything());

    [Fact]
    public void Build_AnyText_IsKeptButForWhatXmlCannotHold() => Gen.String.Sample(text =>
    {
        using var document = Open(new DocxBuilder(text, "en-GB").Paragraph(text).Build());

        var lines = DocxInlines.Clean(text).Replace("\r\n", "\n").Split('\n', '\r');
        Assert.Equal(lines, document.MainDocumentPart!.Document!.Descendants<Text>().Select(each => each.Text));
    }, iter: 50);

    private static byte[] Point => Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private static byte[] Everything()
    {
        using var docx = new DocxBuilder("Kopsavilkums <&>", "lv-LV");
        return docx.Title("Kopsavilkums")
            .Heading(1, "Īstenošana").Heading(2, "I gads").Heading(3, "Semināri")
            .Paragraph("Organizēti ", new DocxRun("8", Bold: true), " semināri, ", new DocxRun("saite", Link: "https://example.org/a"), new DocxRun("\nrinda", Italic: true))
            .Bullets("viens", new DocxItem(["divi"], Level: 1))
            .Numbered("pirmais", "otrais")
            .Numbered("atkal pirmais")
            .Table("Nauda", [new DocxColumn("Gads"), new DocxColumn("Summa", DocxAlign.Right, 2)], [DocxRow.Of("I", "53 994,00"), DocxRow.Sum("Kopā", "53 994,00")])
            .Image(new DocxImage(Point, "Diagramma", 900, 300, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"900\" height=\"300\"/>"))
            .Image(new DocxImage(Point, "Punkts", 1, 1))
            .Note("Kontrolsumma")
            .Build();
    }

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
}
