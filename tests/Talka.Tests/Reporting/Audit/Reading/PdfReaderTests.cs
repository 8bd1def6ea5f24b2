using System.Buffers.Binary;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Talka.Foundation.Pdf;
using Talka.Reporting.Audit.Reading;
using UglyToad.PdfPig.Tokens;

namespace Talka.Tests.Reporting.Audit.Reading;

public class PdfReaderTests
{
    private const string Long =
        "Projekta laikā biedrība organizēja vairākus seminārus un diskusijas, kurās dalībnieki no Rīgas reģiona apguva pilsoniskās līdzdalības pamatus, kā arī Latvijas vēstures jautājumus.";

    private static async Task<SourceDocument> ReadAsync(string body, string css = "")
    {
        using var pdf = new PdfRenderer(new ConfigurationBuilder().Build(), NullLogger<PdfRenderer>.Instance);
        var bytes = await pdf.RenderAsync($"<!doctype html><html lang='lv'><head><title>x</title><style>body {{ font-family: 'DejaVu Sans'; font-size: 10pt }} {css}</style></head><body>{body}</body></html>", null, [], CancellationToken.None);
        var document = Documents.Read(bytes.Value, "a.pdf").Value;
        foreach (var (block, shown) in document.Blocks.Zip(Documents.Shown(document)))
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{block.Place.Page}:{block.Place.Line} {shown}");
        }

        return document;
    }

    private const string Rows =
        "<tr><th>Gads</th><th>Plānots</th><th>Izlietots</th></tr><tr><td>I</td><td>53 994,00 euro</td><td>53 994,00 euro</td></tr><tr><td>II</td><td>53 900,00 euro</td><td>52 816,67 euro</td></tr>";

    private static readonly string[] ReadRows =
    [
        "[1.1.1!] Gads", "[1.1.2!] Plānots", "[1.1.3!] Izlietots", "[1.2.1] I", "[1.2.2] 53 994,00 euro", "[1.2.3] 53 994,00 euro", "[1.3.1] II", "[1.3.2] 53 900,00 euro", "[1.3.3] 52 816,67 euro",
    ];

    [Fact]
    public async Task Pdf_HeadingsParagraphsAndItems_AreRead()
    {
        var document = await ReadAsync($"<h1>Kopsavilkums</h1><p>{Long}</p><p>Otrā rindkopa.</p><ul><li>Viens</li><li>{Long}<ul><li>Iekšā</li></ul></li></ul>");

        Assert.Equal(["h1 Kopsavilkums", Long, "Otrā rindkopa.", "- Viens", "- " + Long, "-- Iekšā"], Documents.Shown(document));
    }

    [Theory]
    [InlineData("table { border-collapse: collapse } td, th { border: 1px solid black; padding: 4px; text-align: left }")]
    [InlineData("table { border-spacing: 0 } td, th { border: 1px solid black; padding: 4px; text-align: left }")]
    [InlineData("table { border-collapse: collapse } tr { border-bottom: 1px solid black } td, th { padding: 4px 12px; text-align: left }")]
    [InlineData("td, th { padding: 4px 12px; text-align: left }")]
    [InlineData("table { width: 100% } td, th { padding: 4px 12px; text-align: right }")]
    public async Task Pdf_Tables_AreCutIntoCells(string css)
    {
        var document = await ReadAsync($"<p>{Long}</p><table>{Rows}</table><p>{Long}</p>", css);

        Assert.Equal([Long, .. ReadRows, Long], Documents.Shown(document));
    }

    [Fact]
    public async Task Pdf_NamesOfMergedCells_StandOnTheFirstOfTheirRows()
    {
        var document = await ReadAsync(
            """
            <table><tr><th>Gads<th>Virziens<th>Plānots<th>Izlietots
            <tr><td rowspan="2">Pirmais<td>Klubi<td>10 000,00<td>9 000,00<tr><td>Sarunas<td>5 000,00<td>5 000,00
            <tr><td rowspan="3">Otrais<td>Klubi<td>8 000,00<td>8 000,00<tr><td>Sarunas<td>4 000,00<td>3 000,00<tr><td>Kopā<td>12 000,00<td>11 000,00</table>
            """);

        Assert.Equal(
            ["[1.2.1] Pirmais", "[1.2.2] Klubi", "[1.2.3] 10 000,00", "[1.2.4] 9 000,00", "[1.3.2] Sarunas", "[1.3.3] 5 000,00", "[1.3.4] 5 000,00", "[1.4.1] Otrais", "[1.4.2] Klubi", "[1.4.3] 8 000,00",
                "[1.4.4] 8 000,00", "[1.5.2] Sarunas", "[1.5.3] 4 000,00", "[1.5.4] 3 000,00", "[1.6.2] Kopā", "[1.6.3] 12 000,00", "[1.6.4] 11 000,00"],
            Documents.Shown(document).Skip(4));
    }

    [Fact]
    public async Task Pdf_HeadsOfCloseColumns_StandAboveTheirOwn()
    {
        var document = await ReadAsync(
            """
            <table><tr><th rowspan="2">Line<th colspan="2">Year 1<th colspan="2">Year 2<tr><th>planned<th>spent<th>planned<th>spent
            <tr><td>Mentors<td>12,500.00<td>12,480.00<td>12,500.00<td>12,500.00<tr><td>Young people<td>8,300.00<td>8,015.60<td>8,300.00<td>7,990.00
            <tr><td>Total<td>20,800.00<td>20,495.60<td>20,800.00<td>20,490.00</table>
            """);

        Assert.Equal([2, 3, 4, 5], document.Blocks.Where(block => document.TextOf(block) is "planned" or "spent").Select(block => block.Cell!.Column));
        Assert.Equal([1], document.Blocks.Select(block => block.Cell!.Table).Distinct());
    }

    [Theory]
    [InlineData("table { border-collapse: collapse } td { border: 1px solid black; padding: 4px; vertical-align: top }")]
    [InlineData("td { padding: 6px 12px; vertical-align: top }")]
    public async Task Pdf_TheTemplate_HasItsTextsInCells(string css)
    {
        var document = await ReadAsync(
            $"<table><tr><td style='width: 30%'>Valsts pārvaldes uzdevuma deleģēšanas periods un tā robežas</td><td>2022. gada 15. jūlijs līdz 2025. gada 14. jūlijs</td></tr><tr><td>Apraksts un vērtējums</td><td><p>{Long}</p><ul><li>Viens</li><li>Divi</li></ul></td></tr><tr><td>Cita informācija</td><td>Nav</td></tr></table>",
            css);

        Assert.Equal(
            ["[1.1.1] Valsts pārvaldes uzdevuma deleģēšanas periods un tā robežas", "[1.1.2] 2022. gada 15. jūlijs līdz 2025. gada 14. jūlijs", "[1.2.1] Apraksts un vērtējums",
                "[1.2.2] " + Long, "- [1.2.2] Viens", "- [1.2.2] Divi", "[1.3.1] Cita informācija", "[1.3.2] Nav"],
            Documents.Shown(document));
    }

    [Fact]
    public async Task Pdf_AFormWhoseLabelsAndTextsHaveLinesOfTheirOwn_IsReadCellByCell()
    {
        var label = "Apraksts un vērtējums par uzdevuma izpildes ietvaros sasniegtajiem rezultātiem un rādītājiem un izlietotā finansējuma atbilstību";
        var document = await ReadAsync(
            $"<table><tr><td>Deleģēšanas periods</td><td>2022. gada 15. jūlijs līdz 2025. gada 14. jūlijs</td></tr><tr><td>{label}</td><td><p>{Long}</p><p>{Long}</p></td></tr><tr><td>Cita informācija</td><td>Nav</td></tr></table>",
            "td { padding: 8px 12px; vertical-align: top } td:first-child { width: 26%; line-height: 1.1 } td:last-child { line-height: 1.5 } p { margin: 12px 0 }");

        Assert.Equal(
            ["[1.1.1] Deleģēšanas periods", "[1.1.2] 2022. gada 15. jūlijs līdz 2025. gada 14. jūlijs", "[1.2.1] " + label, "[1.2.2] " + Long, "[1.2.2] " + Long,
                "[1.3.1] Cita informācija", "[1.3.2] Nav"],
            Documents.Shown(document));
    }

    [Fact]
    public async Task Pdf_ParagraphsOfOneLineEach_StayApart()
    {
        string[] lines = ["Neatbilstoši veiktie izdevumi: Nav", "Neatgūto līdzekļu apmērs no neatbilstoši veiktajiem izdevumiem: Nav", "Cita informācija: Nav"];
        var document = await ReadAsync(
            $"<table>{Rows}</table>{string.Concat(lines.Select(line => $"<p>{line}</p>"))}",
            "p { margin: 14pt 0 } table { width: 100%; border-collapse: collapse } td, th { border: 1px solid black; text-align: right }");

        Assert.Equal([.. ReadRows, .. lines], Documents.Shown(document));
    }

    [Theory]
    [InlineData(0x0001_0000u)]
    [InlineData(0x4F54_544Fu)]
    public void Font_OfAPdf_IsReadWithoutItsNames(uint version)
    {
        var font = new byte[12 + (2 * 16)];
        BinaryPrimitives.WriteUInt32BigEndian(font, version);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(4), 2);
        "head"u8.CopyTo(font.AsSpan(12));
        "name"u8.CopyTo(font.AsSpan(28));
        var dictionary = new DictionaryToken(new Dictionary<NameToken, IToken>());

        var read = Assert.Single(new PdfFilters().GetFilters(dictionary)).Decode(font, dictionary, new PdfFilters(), 0);

        Assert.True(read.Span[12..16].SequenceEqual("head"u8));
        Assert.Equal(-1, read.Span.IndexOf("name"u8));
    }

    [Fact]
    public async Task Pdf_OfManyPages_LosesItsHeadersAndJoinsWhatGoesOn()
    {
        var document = await ReadAsync(
            $"<p>{string.Join(' ', Enumerable.Repeat(Long, 40)).Replace(". P", ", p", StringComparison.Ordinal)}</p><table><thead><tr><th>Gads</th><th>Summa</th></tr></thead>{string.Concat(Enumerable.Range(1, 80).Select(i => $"<tr><td>g{i}</td><td>{i},00</td></tr>"))}</table>",
            "@page { @top-center { content: 'Biedrības kopsavilkums' } @bottom-right { content: counter(page) ' / ' counter(pages) } } table { border-collapse: collapse } td, th { border: 1px solid black; padding: 4px }");

        Assert.DoesNotContain("Biedrības kopsavilkums", document.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(" / ", document.Text, StringComparison.Ordinal);
        Assert.Equal("Gads", Assert.Single(document.Blocks.Where(block => block.Cell is { IsHeader: true, Column: 1 }).Select(document.TextOf)));
        Assert.Single(document.Blocks, block => block.Cell is null);
        Assert.Equal(new Cell(1, 81, 2), document.Blocks[^1].Cell);
        Assert.All(document.Blocks, block => Assert.NotNull(block.Place.Page));
    }

    [Fact]
    public async Task Pdf_ARowThatGoesOverAPage_StaysInItsCells()
    {
        var document = await ReadAsync(
            $"<table><tr><td>Deleģēšanas periods</td><td>2022. gada 15. jūlijs līdz 2025. gada 14. jūlijs</td></tr><tr><td>Apraksts un vērtējums</td><td>{string.Concat(Enumerable.Repeat($"<p>{Long}</p>", 30))}</td></tr><tr><td>Cita informācija</td><td>Nav</td></tr></table>",
            "table { border-collapse: collapse } td { border: 1px solid black; padding: 4px; vertical-align: top } td:first-child { width: 30% }");

        Assert.All(document.Blocks, block => Assert.NotNull(block.Cell));
        Assert.Equal(["Deleģēšanas periods", "Apraksts un vērtējums", "Cita informācija"], document.Blocks.Where(block => block.Cell is { Column: 1 }).Select(document.TextOf));
        Assert.True(document.Blocks[^1].Place.Page > 1);
    }

    [Fact]
    public async Task Pdf_HyphensFootnotesAndLineBreaks_GiveCleanWords()
    {
        var document = await ReadAsync(
            "<p style='width: 6cm; hyphens: auto'>Nevalstisko organizāciju starpkultūru sadarbības veicināšanas programmas pašvērtējums.</p><p>Piedalījās 15<sup style='font-size: 6pt'>1</sup> dalībnieki</p><p>Plāns 5 euro<br>Izlietots 4 euro</p>");

        Assert.Equal(
            ["Nevalstisko organizāciju starpkultūru sadarbības veicināšanas programmas pašvērtējums.", "Piedalījās 15 dalībnieki", "Plāns 5 euro", "Izlietots 4 euro"],
            Documents.Shown(document));
    }
}
