using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>
/// Under headings of years, lines of streams and below them “Kopā: …”: the year's total, where every year has one, and not that of all years.
/// </summary>
internal static class YearTotals
{
    private const int LeastLines = 2;

    public static void Settle(IReadOnlyList<Draft> drafts, Func<Draft, bool> isTotal)
    {
        var totals = new List<(Draft Total, YearMark Year)>();
        for (var at = 0; at < drafts.Count; at++)
        {
            if (!IsHeading(drafts[at]))
            {
                continue;
            }

            var end = at + 1;
            while (end < drafts.Count && IsLineOf(drafts[end]) && !isTotal(drafts[end]))
            {
                end++;
            }

            if (end - at - 1 < LeastLines || end == drafts.Count || !isTotal(drafts[end]) || !IsLineOf(drafts[end]) || IsOfAllYears(drafts[end]))
            {
                return;
            }

            totals.Add((drafts[end], drafts[at].Mark!));
        }

        totals.ForEach(found => found.Total.YearMark = found.Year);
    }

    private static bool IsHeading(Draft draft) => draft is { Section: SummarySection.Budget, Mark.IsAlone: true, Field: null, IsDefinition: false, Block.Cell: null };

    // A stream's line: it tells amounts, and does not begin with what they are.
    private static bool IsLineOf(Draft draft) => draft is { Section: SummarySection.Budget, Field: null, Mark: null, Block.Cell: null } && MoneyGrammar.ReadAll(draft.Tokens, bare: true).Count > 0
        && !BudgetWords.IsRole(BudgetWords.At(draft.Tokens, 0).Word) && BudgetHeaders.Role([draft.Tokens[0]]) == BudgetWord.None;

    private static bool IsOfAllYears(Draft draft) => BudgetHeaders.IsAllYears(draft.Tokens, 0) || Enumerable.Range(0, draft.Tokens.Count).Any(at => BudgetWords.At(draft.Tokens, at).Word == BudgetWord.WholePeriod);
}
