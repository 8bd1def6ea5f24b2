using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Extensions.DependencyInjection;
using Talka.Reporting.Summaries;
using Talka.Reporting.Summaries.Rendering;
using Talka.Tests.Support;

namespace Talka.Tests.Reporting.Summaries;

public sealed class SummaryBuilderTests
{
    private static readonly string[] Fields =
    [
        "Valsts pārvaldes uzdevums", "Valsts pārvaldes uzdevuma veicējs", "Valsts pārvaldes uzdevuma deleģēšanas periods",
        "Apraksts un vērtējums par ", "Plānotais un faktiski izlietotais valsts budžeta finansējums sadalījumā pa gadiem",
        "Neatbilstoši veiktie izdevumi", "Neatgūto līdzekļu apmērs", "Cita informācija",
    ];

    [Fact]
    public async Task Json_FinishedMandate_HoldsEveryFigureWithItsEntries()
    {
        await using var site = await TestSite.StartAsync();
        await SummarySample.LoadAsync(site);
        using var json = JsonDocument.Parse(await RenderAsync(site, SummaryFormat.Json));
        var root = json.RootElement;

        Assert.Equal("sadarbiba-latgale", root.GetProperty("mandate").GetProperty("slug").GetString());
        Assert.Equal("participation", root.GetProperty("mandate").GetProperty("kind").GetString());
        Assert.Equal("2024-07-14", root.GetProperty("period").GetProperty("to").GetString());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("authority").ValueKind);
        var second = root.GetProperty("years")[1];
        Assert.Equal(("1500.00", "1400.00", "99.50", "0.00", "199.50"), (Text(second, "planned"), Text(second, "spent"), Text(second, "carriedIn"), Text(second, "carriedOut"), Text(second, "remainder")));
        var totals = root.GetProperty("totals");
        Assert.Equal(("3000.00", "2800.50", "199.50"), (Text(totals, "planned"), Text(totals, "spent"), Text(totals, "remainder")));
        Assert.Equal("2000.00", Text(totals.GetProperty("streams")[0], "planned"));
        Assert.Equal(9, root.GetProperty("journal").GetProperty("size").GetInt64());

        var indicator = root.GetProperty("indicators")[0].GetProperty("years");
        Assert.Equal((2, 2), (indicator[0].GetProperty("target").GetInt32(), indicator[0].GetProperty("value").GetInt32()));
        Assert.Equal(JsonValueKind.Null, indicator[1].GetProperty("target").ValueKind);

        var figures = root.GetProperty("figures").EnumerateArray().ToList();
        var participants = figures.Single(figure => Text(figure, "query") == "participants kind:seminar year:1");
        Assert.Equal(21, participants.GetProperty("value").GetInt32());
        Assert.Equal(1, participants.GetProperty("year").GetInt32());
        Assert.Equal([1L, 2L], participants.GetProperty("entries").EnumerateArray().Select(entry => entry.GetInt64()));
        var spent = figures.Single(figure => Text(figure, "query") == "spent");
        Assert.Equal("2800.50", Text(spent, "value"));
        Assert.Equal(JsonValueKind.Null, spent.GetProperty("year").ValueKind);
        Assert.Equal(figures.Count, figures.Select(figure => Text(figure, "query")).Distinct().Count());
        Assert.Contains("2 semināri, kuros piedalījās 21 dalībnieks", root.GetProperty("narrative")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Json_SameState_IsTheSameBytes()
    {
        await using var site = await TestSite.StartAsync();
        await SummarySample.LoadAsync(site);
        Assert.Equal(await RenderAsync(site, SummaryFormat.Json), await RenderAsync(site, SummaryFormat.Json));
        Assert.Equal(await RenderAsync(site, SummaryFormat.Html), await RenderAsync(site, SummaryFormat.Html));
        Assert.Equal(await RenderAsync(site, SummaryFormat.Docx), await RenderAsync(site, SummaryFormat.Docx));
    }

    [Fact]
    public async Task Html_OfficialTemplate_HasTheEightFieldsInOrderAndExplainsTheMoney()
    {
        await using var site = await TestSite.StartAsync();
        await SummarySample.LoadAsync(site);
        var html = Encoding.UTF8.GetString(await RenderAsync(site, SummaryFormat.Html));
        var text = System.Net.WebUtility.HtmlDecode(html).Replace('\u00A0', ' ');

        var places = Fields.Select(field => text.IndexOf($"<h2>{field}", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Contains("<html lang=\"lv\">", text);
        Assert.Contains("I ĪSTENOŠANAS GADS (2022. gada 15. jūlijs – 2023. gada 14. jūlijs)", text);
        var plain = System.Text.RegularExpressions.Regex.Replace(text, "<[^>]*>", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
        Assert.Contains("Atlikums 99,50 euro no I īstenošanas gada (99,50 euro virzienā „sadarbības veicināšanai”) novirzīts uz II īstenošanas gadu.", plain);
        Assert.Contains("II īstenošanas gada atlikums 199,50 euro: ierakstos nav norādīts", plain);
        Assert.DoesNotContain("I īstenošanas gada atlikums 0,00", plain);
        Assert.Contains("Avotā drukāts 450,00 euro.", plain);
        Assert.Contains("/mandates/sadarbiba-latgale/figures?q=participants%20kind%3Aseminar%20year%3A1", html);
        Assert.Matches(@"Seminari \(skaits\)\s*\d+\s*2\s*\d+\s*–", plain);
        Assert.Contains(SummaryJson.Sha256(await RenderAsync(site, SummaryFormat.Json)), text);
    }

    [Fact]
    public async Task Html_EmptyMandate_PrintsNoneInTheFieldsWithNothingToSay()
    {
        await using var site = await TestSite.StartAsync();
        await SummarySample.LoadAsync(site, withTexts: false);
        var html = System.Net.WebUtility.HtmlDecode(Encoding.UTF8.GetString(await RenderAsync(site, SummaryFormat.Html)));
        foreach (var field in Fields[5..])
        {
            Assert.Contains($"<h2>{field}</h2><p>Nav</p>", html);
        }
    }

    [Fact]
    public async Task Html_HostileText_IsTextAndNeverMarkup()
    {
        await using var site = await TestSite.StartAsync();
        await SummarySample.LoadAsync(site, withTexts: false);
        await WriteAsync(site, 1, "activities", "<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)> {{participants kind:nosuch}}");
        var html = Encoding.UTF8.GetString(await RenderAsync(site, SummaryFormat.Html));
        Assert.DoesNotContain("<script", html);
        Assert.DoesNotContain("<img", html);
        Assert.DoesNotContain("href=\"javascript", html);
        Assert.Contains("figure-error", html);
    }

    [Fact]
    public async Task Docx_OfficialTemplate_IsValidWithHeadingsTableHeadersAndLanguage()
    {
        await using var site = await TestSite.StartAsync();
        await SummarySample.LoadAsync(site);
        using var package = WordprocessingDocument.Open(new MemoryStream(await RenderAsync(site, SummaryFormat.Docx)), false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(package)
            .Select(error => $"{error.Path?.XPath}: {error.Description}"));
        var body = package.MainDocumentPart!.Document!.Body!;
        var headings = body.Elements<Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Heading1").Select(p => p.InnerText).ToList();
        Assert.Equal(9, headings.Count);
        Assert.StartsWith("Valsts pārvaldes uzdevums", headings[0], StringComparison.Ordinal);
        Assert.All(body.Elements<Table>(), table => Assert.NotNull(table.Elements<TableRow>().First().TableRowProperties?.GetFirstChild<TableHeader>()));
        Assert.Equal("lv-LV", package.MainDocumentPart.StyleDefinitionsPart!.Styles!.Descendants<Languages>().Single().Val?.Value);
        Assert.Contains(SummaryJson.Sha256(await RenderAsync(site, SummaryFormat.Json)), body.InnerText);
    }

    [Fact]
    public async Task Docx_ItsTablesOfNumbers_HaveRoomForEachWord()
    {
        const int letter = 125; // in twentieths of a point: bold, in the tables' size, in a wide typeface
        await using var site = await TestSite.StartAsync();
        await SummarySample.LoadAsync(site);
        using var package = WordprocessingDocument.Open(new MemoryStream(await RenderAsync(site, SummaryFormat.Docx)), false);
        var money = package.MainDocumentPart!.Document!.Body!.Elements<Table>().Last();
        var widths = money.GetFirstChild<TableGrid>()!.Elements<GridColumn>().Select(column => int.Parse(column.Width!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(6, widths.Count);
        Assert.All(money.Elements<TableRow>(), row => Assert.All(
            row.Elements<TableCell>().Zip(widths).Skip(1), cell => Assert.All(cell.First.InnerText.Split(' '), word => Assert.InRange(word.Length * letter, 0, cell.Second))));
    }

    [Fact]
    public async Task Docx_PublicReport_HasItsChartsAsPixelsForWordProcessorsWithoutSvg()
    {
        await using var site = await TestSite.StartAsync();
        await SummarySample.LoadAsync(site);
        using var package = WordprocessingDocument.Open(new MemoryStream(await RenderAsync(site, SummaryFormat.Docx, "public-report")), false);
        var pictures = package.MainDocumentPart!.ImageParts.Where(part => part.ContentType == "image/png").ToList();
        Assert.NotEmpty(pictures);
        Assert.All(pictures, part =>
        {
            using var content = part.GetStream();
            using var picture = SkiaSharp.SKBitmap.Decode(content);
            Assert.True(picture.Pixels.Distinct().Count() > 10);
        });
    }

    [Fact]
    public async Task PublicReport_English_IsInEnglishWithoutLatvianLabels()
    {
        await using var site = await TestSite.StartAsync();
        await SummarySample.LoadAsync(site);
        var html = System.Net.WebUtility.HtmlDecode(Encoding.UTF8.GetString(await RenderAsync(site, SummaryFormat.Html, "public-report")));
        Assert.Contains("<html lang=\"en\">", html);
        Assert.Contains("Civic cooperation in Latgale", html);
        Assert.Contains("What was done", html);
        Assert.DoesNotContain("īstenošanas gads", html);
        Assert.Contains("<p lang=\"lv\">Veicināt pilsonisko", html); // the words of the contract
    }

    [Fact]
    public async Task Text_SavedByTwo_SecondIsRefusedAndFirstStays()
    {
        await using var site = await TestSite.StartAsync();
        await SummarySample.LoadAsync(site, withTexts: false);
        Assert.Empty(await WriteAsync(site, 1, "activities", "pirmais"));
        Assert.Equal(["text-changed-meanwhile"], await WriteAsync(site, 1, "activities", "otrais"));
        Assert.Empty(await WriteAsync(site, 1, "activities", "trešais", revision: 1));
        Assert.Equal(["section-unknown"], await WriteAsync(site, 0, "activities", "x"));
        Assert.Equal(["text-too-long"], await WriteAsync(site, 2, "activities", new string('x', SummaryText.MaxLength + 1)));
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static async Task<IEnumerable<string>> WriteAsync(TestSite site, int year, string section, string text, int revision = 0) =>
        await site.InScopeAsync(async services =>
            (await services.GetRequiredService<WriteText>().SaveAsync(SummarySample.Slug, year, section, text, revision, CancellationToken.None))
                .Errors.Select(error => error.Code).ToList());

    private static Task<byte[]> RenderAsync(TestSite site, SummaryFormat format, string template = SummaryTemplate.OfficialCode) =>
        site.InScopeAsync(async services =>
        {
            var document = await services.GetRequiredService<SummaryBuilder>().BuildAsync(SummarySample.Slug, template, null, CancellationToken.None);
            return (await services.GetRequiredService<SummaryRenderer>().RenderAsync(document.Value, format, CancellationToken.None)).Value;
        });
}
