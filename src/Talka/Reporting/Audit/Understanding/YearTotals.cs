using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>
/// Under headings of years, lines of streams and below them “Kopā: …”: the year's total, and not that of all years; and what is told below it of what was left.
/// </summary>
internal static class YearTotals
{
    private const int LeastLines = 2;
    private const int MostOfFirst = 24;

    public static void Settle(IReadOnlyList<Draft> drafts, Func<Draft, bool> isTotal)
    {
        var groups = new List<(YearMark Year, int? Total)>();
        for (var at = 0; at < drafts.Count; at++)
        {
            if (!IsHeading(drafts[at]) && !IsFirstLine(drafts[at]))
            {
                continue;
            }

            var end = at + 1;
            while (end < drafts.Count && IsLineOf(drafts[end]) && !isTotal(drafts[end]))
            {
                end++;
            }

            var lines = end - at - (IsHeading(drafts[at]) ? 1 : 0);
            var hasTotal = lines >= LeastLines && end < drafts.Count && isTotal(drafts[end]) && IsLineOf(drafts[end]) && !IsOfAllYears(drafts[end]);
            groups.Add((drafts[at].Mark!, hasTotal ? end : null));
        }

        // A total above another year is that of its own; the last one is where an earlier year has one that begins with the same word.
        var known = groups.SkipLast(1).Where(group => group.Total is not null).ToList();
        if (groups.Count > 0 && groups[^1] is { Total: { } last } latest && known.Exists(group => drafts[group.Total!.Value].Tokens[0].Is(drafts[last].Tokens[0].Text)))
        {
            known.Add(latest);
        }

        var hasRemark = false;
        foreach (var (year, total) in known)
        {
            drafts[total!.Value].YearMark = year;
            var isRemark = total.Value + 1 < drafts.Count && IsOfWhatWasLeft(drafts[total.Value + 1]);
            for (var at = total.Value + 1; at < drafts.Count && IsOfWhatWasLeft(drafts[at]) && (hasRemark || year != groups[^1].Year); at++)
            {
                drafts[at].YearMark = year;
            }

            hasRemark |= isRemark;
        }
    }

    private static bool IsHeading(Draft draft) => draft is { Section: SummarySection.Budget, Mark: { } mark, Field: null, IsDefinition: false, Block.Cell: null } && (mark.IsAlone || IsBeforeBracket(draft, mark));

    // “Otrais gads (no jauna piešķirts 36 500,00)”
    private static bool IsBeforeBracket(Draft draft, YearMark mark) => draft.Tokens is [.., var last] && last.IsSign(')') && draft.Tokens.Peek(mark.End).IsSign('(');

    // “I gadā   krājumam 13 915,40 euro”: the year's name, and in the same line the first of its streams.
    private static bool IsFirstLine(Draft draft) =>
        draft is
        {
            Section: SummarySection.Budget, Mark: { IsAlone: false, Ordinal: not null } mark, Field: null, IsDefinition: false, Block.Cell: null,
            Tokens.Count: <= MostOfFirst
        }
        && MoneyGrammar.ReadAll(draft.Tokens, bare: true).Count > 0 && draft.Tokens.Peek(mark.End).Kind == TokenKind.Word
        && !BudgetWords.IsRole(BudgetWords.At(draft.Tokens, mark.End).Word)
        && BudgetHeaders.Role([draft.Tokens[mark.End]]) == BudgetWord.None;

    // A stream's line: it tells amounts, and does not begin with what they are.
    private static bool IsLineOf(Draft draft) => draft is { Section: SummarySection.Budget, Field: null, Mark: null, Block.Cell: null } && MoneyGrammar.ReadAll(draft.Tokens, bare: true).Count > 0
        && !BudgetWords.IsRole(BudgetWords.At(draft.Tokens, 0).Word) && BudgetHeaders.Role([draft.Tokens[0]]) == BudgetWord.None;

    // “Atlikums 444,50 euro pārcelts uz otro gadu.”
    private static bool IsOfWhatWasLeft(Draft draft)
    {
        if (draft is not { Section: SummarySection.Budget, Field: null, Mark: null, YearMark: null, Block.Cell: null } || IsOfAllYears(draft))
        {
            return false;
        }

        var words = Enumerable.Range(0, draft.Tokens.Count).Select(at => BudgetWords.At(draft.Tokens, at).Word).ToHashSet();
        return words.Contains(BudgetWord.Remainder) && !words.Contains(BudgetWord.Planned) && !words.Contains(BudgetWord.Spent);
    }

    private static bool IsOfAllYears(Draft draft) => BudgetHeaders.IsAllYears(draft.Tokens, 0) || Enumerable.Range(0, draft.Tokens.Count).Any(at => BudgetWords.At(draft.Tokens, at).Word == BudgetWord.WholePeriod);
}
