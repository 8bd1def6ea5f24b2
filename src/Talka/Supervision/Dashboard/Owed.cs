using Talka.Reporting.Figures;
using Talka.Supervision.Portfolio;

namespace Talka.Supervision.Dashboard;

/// <summary>What an indicator still needs by the end of a year.</summary>
/// <param name="Target">Of this year and the ones before it together.</param>
/// <param name="Kind">What to record so that it grows, where the definition counts one kind alone.</param>
public sealed record OwedIndicator(IndicatorStanding Indicator, int Year, DateOnly Due, decimal Target, decimal Reached, bool IsMissed, string? Kind)
{
    public decimal Missing => Target - Reached;

    /// <summary>The figure of that year, with the entries behind it.</summary>
    public FigureQuery Figure => Indicator.Query.InSectionOf(Year);
}

/// <summary>The texts of the summary that nobody has written yet.</summary>
public sealed record MissingText(int Year, string Section, string Title);

public static class Owed
{
    /// <summary>The indicators that are behind, and those that the running year still asks for; the soonest first. Each stands there once, with the latest year that asks for it.</summary>
    public static IReadOnlyList<OwedIndicator> Indicators(IEnumerable<IndicatorStanding> indicators, DateOnly today) =>
        [.. indicators.SelectMany(indicator => Of(indicator, today)).OrderBy(owed => owed.Due).ThenByDescending(owed => owed.Missing)];

    private static IEnumerable<OwedIndicator> Of(IndicatorStanding indicator, DateOnly today)
    {
        foreach (var year in indicator.Years.Where(year => year.Target is not null && year.From <= today))
        {
            var isLastMissed = year.To < today && !indicator.Years.Any(later => later.From > year.From && later.To < today && later.Target is not null);
            if ((year.To >= today || isLastMissed) && indicator.TargetBy(year.To) is { } target && target > indicator.Reached)
            {
                yield return new OwedIndicator(
                    indicator, year.Ordinal, year.To, target, indicator.Reached, year.To < today, indicator.Query.Kinds is [var only] ? only : null);
            }
        }
    }
}
