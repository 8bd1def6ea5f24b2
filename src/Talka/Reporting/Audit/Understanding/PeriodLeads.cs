using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Lines of the budget below, or beginning with, the days of a year that is known by now: <c>1) No 01.08.2020. līdz 31.07.2021.</c></summary>
internal static class PeriodLeads
{
    private const int MostBefore = 4;

    public static void Settle(IReadOnlyList<Draft> drafts, IReadOnlyList<YearSection> years, Func<Draft, bool> isTotal)
    {
        if (years.Count < 2)
        {
            return;
        }

        int? current = null;
        (Draft Draft, int Year)? total = null;
        foreach (var draft in drafts)
        {
            var found = IsOfNone(draft) ? null : OfPeriod(draft, years);
            if (found is not null && total is var (above, year))
            {
                above.Year = year; // what stands above the next year's days is the total of its own
            }

            total = found is not null ? null : total;
            current = found ?? (IsOfNone(draft) || IsOfAllYears(draft, years.Count) || total is not null ? null : current);
            if (current is { } own && isTotal(draft))
            {
                total = (draft, own);
            }
            else
            {
                draft.Year = current ?? draft.Year;
            }
        }
    }

    private static bool IsOfNone(Draft draft) => draft is not { Section: SummarySection.Budget, Year: null, Field: null, Block.Cell: null };

    private static bool IsOfAllYears(Draft draft, int years) => AllYears.IsLead(draft.Tokens, Numbering.After(draft.Tokens), draft.Tokens.Count) || BudgetHeaders.IsAllYears(draft.Tokens, years)
        || Enumerable.Range(0, draft.Tokens.Count).Any(at => BudgetWords.At(draft.Tokens, at).Word == BudgetWord.WholePeriod);

    private static int? OfPeriod(Draft draft, IReadOnlyList<YearSection> years) => draft.Dates is [{ IsRange: true, First: <= MostBefore } range, ..]
        && PeriodReader.Of(range) is { } period
        ? years.FirstOrDefault(year => year.Period == period)?.Ordinal : null;
}
