using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>
/// Years that nothing names: the dates of a description that is told in the order of time say where each begins and ends. It is cut into as many stretches
/// as the period has years, so that as few dates as can be lie in another's stretch; it is believed when hardly any do. What stands between the dates of two years belongs to neither.
/// </summary>
internal static class YearVotes
{
    private const int LeastVotes = 2;
    private const int VotesOfOneAstray = 6;
    private const int MostYears = 10;

    public static void Settle(IReadOnlyList<Draft> drafts, Period? whole)
    {
        if (whole is not { } period || Years(period) is not (> 1 and var years) || drafts.Any(draft => draft is { YearMark: not null, Section: SummarySection.Description }))
        {
            return;
        }

        var told = drafts.Where(draft => draft is { Section: SummarySection.Description, Field: null or { IsAlone: false } }).ToList();
        var votes = told.ConvertAll(draft => Votes(draft, period, years));
        if (Cut(votes, years) is { } cut && IsBelieved(votes, cut, years))
        {
            Mark(told, votes, cut, years);
        }
    }

    private static int Years(Period whole) => Enumerable.Range(1, MostYears).FirstOrDefault(count => YearPeriods.IsWholeYears(whole, count));

    // How many of its days lie in which year; null where none does.
    private static int[]? Votes(Draft draft, Period whole, int years)
    {
        int[]? votes = null;
        foreach (var date in DateGrammar.ReadAll(draft.Tokens))
        {
            if (date is { IsRange: false, From: { Day: not null, Year: not null, First: { } day } } && Enumerable.Range(1, years).FirstOrDefault(year => YearPeriods.Regular(whole, year).Contains(day)) is > 0 and var ordinal)
            {
                (votes ??= new int[years])[ordinal - 1]++;
            }
        }

        return votes;
    }

    // The year of each, never falling, with the fewest dates astray.
    private static int[]? Cut(List<int[]?> votes, int years)
    {
        if (votes.All(vote => vote is null))
        {
            return null;
        }

        var (costs, stays) = (new int[years], new bool[votes.Count, years]);
        for (var at = 0; at < votes.Count; at++)
        {
            var total = votes[at]?.Sum() ?? 0;
            for (var year = years - 1; year >= 0; year--)
            {
                stays[at, year] = year == 0 || costs[year] <= costs[year - 1];
                costs[year] = (stays[at, year] ? costs[year] : costs[year - 1]) + total - (votes[at]?[year] ?? 0);
            }
        }

        var cut = new int[votes.Count];
        var last = Array.IndexOf(costs, costs.Min());
        for (var at = votes.Count - 1; at >= 0; at--)
        {
            cut[at] = last;
            last -= stays[at, last] ? 0 : 1;
        }

        return cut;
    }

    private static bool IsBelieved(List<int[]?> votes, int[] cut, int years)
    {
        var (own, all) = (new int[years], 0);
        for (var at = 0; at < votes.Count; at++)
        {
            own[cut[at]] += votes[at]?[cut[at]] ?? 0;
            all += votes[at]?.Sum() ?? 0;
        }

        return own.All(count => count >= LeastVotes) && (all - own.Sum()) * VotesOfOneAstray <= all;
    }

    // From the first of a year's own dates to the last; who tells of several years tells of none.
    private static void Mark(List<Draft> told, List<int[]?> votes, int[] cut, int years)
    {
        for (var year = 0; year < years; year++)
        {
            var own = Enumerable.Range(0, cut.Length).Where(at => cut[at] == year && votes[at]?[year] > 0).ToList();
            var mark = new YearMark(0, 0, year + 1, YearForm.Name, IsFull: true, null, IsAlone: false);
            foreach (var at in Enumerable.Range(own[0], own[^1] - own[0] + 1).Where(at => votes[at] is not { } vote || vote[year] == vote.Sum()))
            {
                told[at].YearMark = mark;
            }
        }
    }
}
