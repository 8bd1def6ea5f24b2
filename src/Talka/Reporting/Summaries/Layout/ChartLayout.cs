using Talka.Foundation;
using Talka.Foundation.Charts;
using Talka.Foundation.Localisation;
using static Talka.Reporting.Summaries.Texts;

namespace Talka.Reporting.Summaries.Layout;

/// <summary>The charts of a summary, each with the same numbers in a table.</summary>
public static class ChartLayout
{
    private const int MostKinds = 12;

    /// <summary>Planned against spent, a pair of bars for each year; nothing when there is no money.</summary>
    public static List<Block> Budget(SummaryDocument document)
    {
        if (document.Totals.Planned.Money == Money.Zero && document.Totals.Spent.Money == Money.Zero)
        {
            return [];
        }

        var years = Years(document);
        var option = ChartOption.Bars(years,
        [
            new ChartSeries(T("Planned"), [.. document.Years.Select(year => year.Money.Planned.Value)]),
            new ChartSeries(T("Spent"), [.. document.Years.Select(year => year.Money.Spent.Value)]),
        ]);
        var data = new TableBlock(
            T("BudgetChart"),
            [new(T("Year")), new(T("Planned"), true), new(T("Spent"), true)],
            [.. document.Years.Select((year, i) => new TableRow(RowKind.Plain,
                [FigureCells.Plain(years[i]), FigureCells.Cell(document, year.Money.Planned), FigureCells.Cell(document, year.Money.Spent)]))]);
        var told = T("BudgetChartAlt", Format.Euro(document.Totals.Planned.Money), Format.Euro(document.Totals.Spent.Money));
        return [new ChartBlock(T("BudgetChart"), told, option, 720, 300, data)];
    }

    /// <summary>How many of each kind, stacked by year, the most frequent first; nothing when nothing was done.</summary>
    public static List<Block> Activities(SummaryDocument document)
    {
        var kinds = document.Activities.Where(activity => activity.Total.Value > 0).OrderByDescending(activity => activity.Total.Value).ToList();
        if (kinds.Count == 0)
        {
            return [];
        }

        var drawn = kinds.Take(MostKinds).ToList();
        var years = Years(document);
        var option = ChartOption.LyingBars(
            [.. drawn.Select(activity => activity.Name)],
            [.. years.Select((year, i) => new ChartSeries(year, [.. drawn.Select(activity => activity.Years[i].Value)]))]);
        var data = new TableBlock(
            T("ActivityChart"),
            [new(T("Kind")), .. years.Select(year => new ColumnHead(year, true)), new(T("Total"), true)],
            [.. kinds.Select(activity => new TableRow(RowKind.Plain,
            [
                FigureCells.Plain(activity.Name),
                .. activity.Years.Select(figure => FigureCells.Cell(document, figure)),
                FigureCells.Cell(document, activity.Total),
            ]))]);
        var told = T("ActivityChartAlt", string.Join(", ", drawn.Take(3).Select(activity => $"{activity.Name} {FigureCells.Print(activity.Total)}")));
        return [new ChartBlock(T("ActivityChart"), told, option, 720, 90 + (34 * drawn.Count), data)];
    }

    private static List<string> Years(SummaryDocument document) =>
        [.. document.Years.Select(year => YearNames.Brief(year.Ordinal))];
}
