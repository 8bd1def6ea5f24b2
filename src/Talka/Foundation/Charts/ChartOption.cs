using System.Text.Json.Nodes;
using Talka.Foundation.Localisation;
using Common = Talka.Foundation.Ui.Texts;

namespace Talka.Foundation.Charts;

/// <summary>One row of bars or one line in a chart; an absent value is unknown and leaves a gap, which is told below it where nothing else stands there.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal?> Values);

/// <summary>The option objects (of Apache ECharts) of the few charts that reports need, in colours that differ in lightness as well as in hue.</summary>
public static class ChartOption
{
    private const int LetterWidth = 9;

    private static readonly string[] Palette = ["#0B4F8A", "#D9822B", "#5B8C5A", "#8A4F7D", "#4A5560"];

    /// <summary>Bars in groups: such as planned and spent by year.</summary>
    /// <param name="absent">What is told of a category without any value; by default that it is unknown.</param>
    public static JsonObject Bars(IReadOnlyList<string> categories, IReadOnlyList<ChartSeries> series, string? absent = null) =>
        Cartesian("bar", categories, series, absent);

    /// <summary>Lying bars, stacked: for categories with long names, such as what was done by kind and year.</summary>
    /// <inheritdoc cref="Bars" path="/param"/>
    public static JsonObject LyingBars(IReadOnlyList<string> categories, IReadOnlyList<ChartSeries> series, string? absent = null)
    {
        var option = Bars(categories, series, absent);
        var (across, up) = (option["xAxis"]!, option["yAxis"]!);
        option.Remove("xAxis");
        option.Remove("yAxis");
        across["inverse"] = true;
        option["xAxis"] = up;
        option["yAxis"] = across;
        foreach (var each in option["series"]!.AsArray())
        {
            each!["stack"] = "all";
        }

        // The engine has no fonts to measure with and cuts long names off: give them their room.
        option["grid"] = new JsonObject
        {
            ["left"] = 16 + (LetterWidth * across["data"]!.AsArray().SelectMany(name => name!.GetValue<string>().Split('\n')).Max(line => line.Length)),
            ["right"] = 24,
            ["top"] = 8,
            ["bottom"] = series.Count > 1 ? 64 : 32,
        };
        return option;
    }

    /// <summary>Lines: such as a value by year.</summary>
    /// <param name="across">What the categories are; told where they do not say it themselves.</param>
    /// <param name="up">What the values are.</param>
    public static JsonObject Lines(IReadOnlyList<string> categories, IReadOnlyList<ChartSeries> series, string? across = null, string? up = null)
    {
        var option = Cartesian("line", categories, series);
        if (across is not null)
        {
            Name(option["xAxis"]!, across, gap: 28);
            option["grid"]!["bottom"] = 36;
        }

        if (up is not null)
        {
            Name(option["yAxis"]!, up, gap: 44);
            option["grid"]!["left"] = 36;
        }

        return option;
    }

    /// <summary>One lying bar for each label, filled as far as its share: such as time, money and indicators of a mandate.</summary>
    /// <param name="bars">Labels with their share in percent; more than 100 is drawn as a full bar and told as it is.</param>
    public static JsonObject Progress(IReadOnlyList<(string Label, decimal Percent)> bars)
    {
        var option = Base();
        option["legend"] = null;
        option["grid"] = new JsonObject { ["left"] = 8, ["right"] = 64, ["top"] = 8, ["bottom"] = 8, ["containLabel"] = true };
        option["xAxis"] = new JsonObject { ["type"] = "value", ["min"] = 0, ["max"] = 100, ["show"] = false };
        option["yAxis"] = new JsonObject
        {
            ["type"] = "category",
            ["inverse"] = true,
            ["axisLine"] = Hidden(),
            ["axisTick"] = Hidden(),
            ["axisLabel"] = Label(),
            ["data"] = Texts(bars.Select(bar => bar.Label)),
        };
        option["series"] = new JsonArray(new JsonObject
        {
            ["type"] = "bar",
            ["barWidth"] = 18,
            ["showBackground"] = true,
            ["backgroundStyle"] = new JsonObject { ["color"] = "#E3E8ED" },
            ["data"] = new JsonArray([.. bars.Select(bar => (JsonNode)new JsonObject
            {
                ["value"] = Math.Clamp(bar.Percent, 0, 100),
                ["label"] = new JsonObject
                {
                    ["show"] = true,
                    ["position"] = "right",
                    ["formatter"] = Format.Number((long)decimal.Round(bar.Percent)) + "\u00A0%",
                    ["color"] = "#1B2F45",
                },
            })]),
        });

        return option;
    }

    private static JsonObject Cartesian(string type, IReadOnlyList<string> categories, IReadOnlyList<ChartSeries> series, string? absent = null)
    {
        var option = Base();
        option["grid"] = new JsonObject { ["left"] = 8, ["right"] = 16, ["top"] = 16, ["bottom"] = series.Count > 1 ? 40 : 8, ["containLabel"] = true };
        var known = categories.Select((category, i) => series.All(each => each.Values[i] is null) ? $"{category}\n{absent ?? Common.T("Unknown")}" : category);
        option["xAxis"] = new JsonObject { ["type"] = "category", ["data"] = Texts(known), ["axisLabel"] = Label() };
        option["yAxis"] = new JsonObject { ["type"] = "value", ["axisLabel"] = Label() };
        if (series.All(each => each.Values.All(value => value is null || value == decimal.Truncate(value.Value))))
        {
            option["yAxis"]!["minInterval"] = 1; // of whole things there are no parts
        }

        option["series"] = new JsonArray([.. series.Select(each => (JsonNode)new JsonObject
        {
            ["type"] = type,
            ["name"] = each.Name,
            ["barMaxWidth"] = 48,
            ["symbolSize"] = 8,
            ["data"] = new JsonArray([.. each.Values.Select(value => value is { } known ? (JsonNode?)JsonValue.Create(known) : null)]),
        })]);
        if (series.Count > 1)
        {
            option["legend"] = new JsonObject { ["bottom"] = 0, ["itemGap"] = 28, ["textStyle"] = new JsonObject { ["color"] = "#1B2F45", ["fontSize"] = 14 } };
        }

        return option;
    }

    private static JsonObject Base() => new()
    {
        ["animation"] = false,
        ["grouping"] = Languages.Current == Languages.English ? "," : "\u00A0",
        ["color"] = Texts(Palette),
        ["textStyle"] = new JsonObject { ["fontFamily"] = "Inter, 'DejaVu Sans', sans-serif" },
    };

    private static void Name(JsonNode axis, string name, int gap)
    {
        axis["name"] = name;
        axis["nameLocation"] = "middle";
        axis["nameGap"] = gap;
        axis["nameTextStyle"] = Label();
    }

    private static JsonObject Hidden() => new() { ["show"] = false };

    private static JsonObject Label() => new() { ["color"] = "#1B2F45", ["fontSize"] = 14 };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)JsonValue.Create(text)!)]);
}
