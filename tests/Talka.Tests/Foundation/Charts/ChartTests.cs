using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Talka.Foundation.Charts;
using Talka.Foundation.Localisation;
using Talka.Tests.Support;

namespace Talka.Tests.Foundation.Charts;

public sealed class ChartTests
{
    private static JsonObject Option => ChartOption.Bars(["I gads", "II gads"], [new("Plānots", [53994m, 53994m]), new("Izlietots <&>", [53994m, null])]);

    [Fact]
    public async Task Render_ABarChart_GivesWellFormedSvgWithItsTexts()
    {
        using var language = Languages.Use(Languages.Latvian);
        await using var site = await TestSite.StartAsync();
        var renderer = site.Services.GetRequiredService<ChartRenderer>();
        Assert.False(renderer.HasEngine);

        var text = renderer.Render(Option, 600, 300);
        var svg = XElement.Parse(text);

        Assert.Equal("svg", svg.Name.LocalName);
        Assert.Equal("600", svg.Attribute("width")!.Value);
        var texts = svg.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value).ToList();
        Assert.Contains("II gads", texts);
        Assert.Contains("50\u00A0000", texts);
        Assert.Contains("Izlietots <&>", texts);
        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName is "script" or "foreignObject");
    }

    [Fact]
    public void Bars_OfAYearOfWhichNothingIsKnown_SayIt_AndNoughtIsNought()
    {
        using var language = Languages.Use(Languages.Latvian);

        var years = ChartOption.Bars(["I", "II", "III"], [new("Dalībnieki", [151m, null, 0m])])["xAxis"]!["data"]!.AsArray();

        Assert.Equal(["I", "II\nnav zināms", "III"], years.Select(year => year!.GetValue<string>()));
    }

    [Fact]
    public void LyingBars_OfWhatIsNotTold_SayItInTheirOwnWordsAndHaveRoomForThem()
    {
        var option = ChartOption.LyingBars(["Jā", "Nē"], [new("Skaits", [20m, null])], "nerāda");

        Assert.Equal(["Jā", "Nē\nnerāda"], Names(option["yAxis"]!));
        Assert.Equal(16 + (9 * "nerāda".Length), option["grid"]!["left"]!.GetValue<int>());
    }

    [Fact]
    public void NarrowChart_LongNamesBesideBars_AreBrokenAndHaveRoom()
    {
        var wide = ChartOption.LyingBars(["Ieraksts sociālajos tīklos", "Ziņa"], [new("I", [1m, 2m]), new("II", [1m, 2m])]);

        var (narrow, height) = NarrowChart.Of(wide, 200);

        Assert.Equal(["Ieraksts\nsociālajos\ntīklos", "Ziņa"], Names(narrow["yAxis"]!));
        Assert.Equal(264, height); // two more lines for each of two names
        Assert.True(narrow["grid"]!["left"]!.GetValue<int>() < NarrowChart.Width / 3);
        Assert.Equal(["Ieraksts sociālajos tīklos", "Ziņa"], Names(wide["yAxis"]!));
    }

    [Fact]
    public void NarrowChart_FewYears_AreAllToldAndALongLegendHasRows()
    {
        string[] years = ["I\u00A0gads", "II\u00A0gads", "III\u00A0gads", "IV\u00A0gads", "V\u00A0gads"];
        ChartSeries[] money = [new("Plānotais finansējums", [1m, 2m, 3m, 4m, 5m]), new("Faktiski izlietotais finansējums", [1m, 2m, 3m, 4m, 5m])];

        var (narrow, height) = NarrowChart.Of(ChartOption.Bars(years, money), 300);

        Assert.Equal(["I gads", "II\ngads", "III\ngads", "IV\ngads", "V gads"], Names(narrow["xAxis"]!));
        Assert.Equal(0, narrow["xAxis"]!["axisLabel"]!["interval"]!.GetValue<int>());
        Assert.Equal(300 + 16 + 24, height);
        Assert.Equal(40 + 24, narrow["grid"]!["bottom"]!.GetValue<int>());
    }

    private static IEnumerable<string> Names(JsonNode axis) => axis["data"]!.AsArray().Select(name => name!.GetValue<string>());

    [Fact]
    public async Task Render_TheSameChartAfterOthersAndInAnotherEngine_GivesTheSameSvg()
    {
        await using var site = await TestSite.StartAsync();
        await using var other = await TestSite.StartAsync();
        var renderer = other.Services.GetRequiredService<ChartRenderer>();
        _ = renderer.Render(ChartOption.Lines(["a"], [new("x", [1m])]));
        _ = renderer.Render(ChartOption.Progress([("Laiks", 33.3m), ("Nauda", 120m)]));

        Assert.Equal(site.Services.GetRequiredService<ChartRenderer>().Render(Option), renderer.Render(Option));
    }

    [Fact]
    public async Task Render_ManyAtOnce_AllSucceed()
    {
        await using var site = await TestSite.StartAsync();
        var renderer = site.Services.GetRequiredService<ChartRenderer>();

        var all = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => renderer.Render(ChartOption.Lines(["a", "b"], [new("x", [i % 4, 2])])))));

        Assert.Equal(4, all.Distinct().Count());
    }

    [Fact]
    public async Task Progress_MoreThanAll_TellsTheTrueShare()
    {
        await using var site = await TestSite.StartAsync();

        Assert.Contains("120", site.Services.GetRequiredService<ChartRenderer>().Render(ChartOption.Progress([("Nauda", 120m)])));
    }

    [Fact]
    public async Task Chart_OnAPage_HasAlternativeTextDataTableAndNoInlineStyle()
    {
        using var language = Languages.Use(Languages.Latvian);
        await using var site = await TestSite.StartAsync();
        await using var scope = site.Services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, NullLoggerFactory.Instance);

        var html = WebUtility.HtmlDecode(await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Chart>(ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            ["Title"] = "Finansējums",
            ["Option"] = Option,
            ["Columns"] = new[] { "Gads", "Plānots" },
            ["Rows"] = new[] { new[] { "I", "53 994,00" } },
        }))).ToHtmlString()));

        Assert.Contains("alt=\"Diagramma: Finansējums", html);
        Assert.Contains("<source media=\"(max-width: 40rem)\" srcset=\"data:image/svg+xml;base64,", html);
        Assert.Contains("src=\"data:image/svg+xml;base64,", html);
        Assert.Contains("<th scope=\"row\">I</th>", html);
        Assert.DoesNotContain("style=", html);
    }
}
