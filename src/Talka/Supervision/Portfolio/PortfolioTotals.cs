using Talka.Foundation;

namespace Talka.Supervision.Portfolio;

/// <summary>A sum over mandates.</summary>
public sealed record PortfolioSum(string Name, Money Planned, Money Spent, Money Returned)
{
    public Money Remainder => Planned - Spent - Returned;

    public int? SpentPercent => Planned.Cents > 0 ? (int)(Spent.Cents * 100m / Planned.Cents) : null;
}

/// <summary>The money of many mandates, added up by the calendar year in which an implementation year begins, and by stream.</summary>
public sealed record PortfolioTotals(IReadOnlyList<PortfolioSum> Years, IReadOnlyList<PortfolioSum> Streams, PortfolioSum All)
{
    public static PortfolioTotals Of(IReadOnlyList<PortfolioLine> lines)
    {
        var parts = lines.SelectMany(line => line.Standing.Parts).ToList();
        return new PortfolioTotals(
            [.. parts.GroupBy(part => part.CalendarYear).OrderBy(year => year.Key).Select(year => Sum(Texts.T("YearsFrom", year.Key), year))],
            [.. parts.GroupBy(part => part.Stream.Code).Select(stream => Sum(stream.First().StreamName, stream)).OrderBy(sum => sum.Name, StringComparer.CurrentCultureIgnoreCase)],
            Sum(Texts.T("Total"), parts));
    }

    private static PortfolioSum Sum(string name, IEnumerable<StandingMoney> parts)
    {
        var all = parts.ToList();
        return new(name, all.Sum(part => part.At.Planned), all.Sum(part => part.At.Spent), all.Sum(part => part.At.Returned));
    }
}
