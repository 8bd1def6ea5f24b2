using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Lines of the budget below, or beginning with, the days of a year that is known by now: <c>1) No 01.08.2020. līdz 31.07.2021.</c></summary>
internal static class PeriodLeads
{
    private const int MostBefore = 4;

    public static void Settle(IReadOnlyList<Draft> drafts, IReadOnlyList<YearSection> years)
    {
        if (years.Count < 2)
        {
            return;
        }

        int? current = null;
        foreach (var draft in drafts)
        {
            current = draft is not { Section: SummarySection.Budget, Year: null, Field: null, Block.Cell: null } || AllYears.IsLead(draft.Tokens, 0, draft.Tokens.Count)
                || Enumerable.Range(0, draft.Tokens.Count).Any(at => BudgetWords.At(draft.Tokens, at).Word == BudgetWord.WholePeriod) || BudgetHeaders.IsAllYears(draft.Tokens, years.Count)
                ? null : OfPeriod(draft, years) ?? current;
            draft.Year = current ?? draft.Year;
        }
    }

    private static int? OfPeriod(Draft draft, IReadOnlyList<YearSection> years) => draft.Dates is [{ IsRange: true, First: <= MostBefore } range, ..] && PeriodReader.Of(range) is { } period
        ? years.FirstOrDefault(year => year.Period == period)?.Ordinal : null;
}
