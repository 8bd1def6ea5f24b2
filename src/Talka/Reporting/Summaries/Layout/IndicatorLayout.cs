using Talka.Foundation;
using static Talka.Reporting.Summaries.Texts;

namespace Talka.Reporting.Summaries.Layout;

/// <summary>The indicators against their targets, year by year.</summary>
internal static class IndicatorLayout
{
    // The contract sets none for the year, which is not the same as not knowing it.
    private const string NoTarget = "–";

    /// <summary>Nothing when the contract has no indicators.</summary>
    public static List<Block> Table(SummaryDocument document)
    {
        if (document.Indicators.Count == 0)
        {
            return [];
        }

        List<ColumnHead> head = [new(T("Indicator"))];
        foreach (var year in document.Years)
        {
            head.Add(new(T("IndicatorAchieved", Ordinals.Roman(year.Ordinal)), true));
            head.Add(new(T("IndicatorTarget", Ordinals.Roman(year.Ordinal)), true));
        }

        return [new TableBlock(T("IndicatorsCaption"), head, [.. document.Indicators.Select(indicator => Row(document, indicator))])];
    }

    private static TableRow Row(SummaryDocument document, SummaryIndicator indicator)
    {
        List<IReadOnlyList<Inline>> cells = [FigureCells.Plain(indicator.Indicator.Unit.Length > 0 ? $"{indicator.Name} ({indicator.Indicator.Unit})" : indicator.Name)];
        foreach (var year in indicator.Years)
        {
            cells.Add(FigureCells.Cell(document, year.Value));
            cells.Add(FigureCells.Plain(year.Target is { } target ? FigureCells.Number(target) : NoTarget));
        }

        return new TableRow(RowKind.Plain, cells);
    }
}
