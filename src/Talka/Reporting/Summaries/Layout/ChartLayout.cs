using System.Globalization;
using System.Text.Json.Nodes;
using Talka.Foundation;
using Talka.Foundation.Localisation;
using static Talka.Reporting.Summaries.Texts;

namespace Talka.Reporting.Summaries.Layout;

/// <summary>The charts of a summary, as ECharts options with the same numbers in a table.</summary>
public static class ChartLayout
{
    // Told apart by lightness as well as by hue; the same in print and on the page.
    private static readonly string[] Colours = ["#12415f", "#3f8fb5", "#a9cbdc", "#c98a2b", "#6d7f39", "#7a4b6b"];

    /// <summary>Planned against spent, a pair of bars for each year.</summary>
    public static List<Block> Budget(SummaryDocument document)
    {
        if (document.Totals.Planned.Money == Money.Zero && document.Totals.Spent.Money == Money.Zero)
        {
            return [];
        }

        var years = document.Years.Select(year => T("YearName", Ordinals.Roman(year.Ordinal))).ToList();
        var option = Bars(
            years,
            [
                (T("Planned"), document.Years.Select(year => year.Money.Planned.Value)),
                (T("Spent"), document.Years.Select(year => year.Money.Spent.Value)),
            ],
            stacked: false);
        var data = new TableBlock(
            T("BudgetChart"),
            [new(T("Year")), new(T("Planned"), true), new(T("Spent"), true)],
            [.. document.Years.Select((year, i) => new TableRow(RowKind.Plain,
                [FigureCells.Plain(years[i]), FigureCells.Cell(document, year.Money.Planned), FigureCells.Cell(document, year.Money.Spent)]))]);
        return [new ChartBlock(T("BudgetChart"),
            T("BudgetChartAlt", Format.Euro(document.Totals.Planned.Money), Format.Euro(document.Totals.Spent.Money)), option, data)];
    }

    /// <summary>How many of each kind, stacked by year; the most frequent first.</summary>
    public static List<Block> Activities(SummaryDocument document)
    {
        var kinds = document.Activities.Where(activity => activity.Total.Value > 0).ToList();
        if (kinds.Count == 0)
        {
            return [];
        }

        var drawn = kinds.OrderByDescending(activity => activity.Total.Value).Take(12).ToList();
        var option = Bars(
            [.. drawn.Select(activity => activity.Name)],
            [.. document.Years.Select((year, i) => (T("YearName", Ordinals.Roman(year.Ordinal)), drawn.Select(activity => activity.Years[i].Value)))],
            stacked: true);
        List<ColumnHead> head = [new(T("Kind"))];
        head.AddRange(document.Years.Select(year => new ColumnHead(T("YearName", Ordinals.Roman(year.Ordinal)), true)));
        head.Add(new(T("Total"), true));
        var data = new TableBlock(T("ActivityChart"), head, [.. kinds.Select(activity => new TableRow(RowKind.Plain,
        [
            FigureCells.Plain(activity.Name),
            .. activity.Years.Select(figure => FigureCells.Cell(document, figure)),
            FigureCells.Cell(document, activity.Total),
        ]))]);
        var top = string.Join(", ", drawn.Take(3).Select(activity => $"{activity.Name} {FigureCells.Print(activity.Total)}"));
        return [new ChartBlock(T("ActivityChart"), T("ActivityChartAlt", top), option, data)];
    }

    private static string Bars(
        List<string> categories, List<(string Name, IEnumerable<decimal?> Values)> series, bool stacked)
    {
        JsonNode category = new JsonObject
        {
            ["type"] = "category",
            ["data"] = new JsonArray([.. categories.Select(name => (JsonNode)name)]),
        };
        JsonNode value = new JsonObject { ["type"] = "value" };
        if (stacked)
        {
            // Names of kinds are long: they read best beside horizontal bars.
            category["inverse"] = true;
        }

        var option = new JsonObject
        {
            ["animation"] = false,
            ["color"] = new JsonArray([.. Colours.Select(colour => (JsonNode)colour)]),
            ["legend"] = new JsonObject { ["bottom"] = 0 },
            ["grid"] = new JsonObject { ["left"] = 8, ["right"] = 24, ["top"] = 16, ["bottom"] = 40, ["containLabel"] = true },
            [stacked ? "yAxis" : "xAxis"] = category,
            [stacked ? "xAxis" : "yAxis"] = value,
            ["series"] = new JsonArray([.. series.Select(one => (JsonNode)new JsonObject
            {
                ["type"] = "bar",
                ["name"] = one.Name,
                ["stack"] = stacked ? "all" : null,
                ["barMaxWidth"] = 48,
                ["data"] = new JsonArray([.. one.Values.Select(v => v is { } known
                    ? JsonNode.Parse(known.ToString("0.##", CultureInfo.InvariantCulture))
                    : null)]),
            })]),
        };
        return option.ToJsonString();
    }
}
