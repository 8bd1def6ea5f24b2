using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Where a line on money names what its amounts are of: a stream before them, or the field that it stands in.</summary>
internal static class StreamLines
{
    private const int MostTokens = 24;

    // “   telpas un materiāli 8 100,00” below “Plānots: 38 600,00 euro”
    public static bool IsNamed(AmountClause clause, Passage passage, Passage? above, BudgetWord role, string text) => above is not null && !ReferenceEquals(above, passage) && above.Year == passage.Year && role is BudgetWord.Planned or BudgetWord.Spent
        && passage.Block is { Cell: null, Kind: BlockKind.Paragraph } && AmountLine.Is(text.AsSpan(passage.Span.Start, passage.Span.Length)) && clause is { Depth: 0, Words.Count: 0, Years.Count: 0, Amounts.Count: 1 } && clause.First == 0
        && passage.Tokens.Count <= MostTokens && clause.Label(0, clause.Amounts[0].First, text).Words.Count is > 0 and <= 4;

    // “Darbnīcas: plānots …”
    public static bool IsNamedByColon(AmountClause clause) => clause.Roles is [var role, ..] && clause.Tokens.Peek(role.At - 1).IsSign(':') && role.At - 1 > clause.First
        && !Enumerable.Range(clause.First, role.At - clause.First).Any(at => clause.Tokens[at].Kind == TokenKind.Digits) && BudgetHeaders.Role([.. clause.Tokens.Skip(clause.First).Take(role.At - 1 - clause.First)]) == BudgetWord.None;

    // “Unrecovered ineligible expenditure: EUR 60.00 was recovered …”: the field's own name says nothing of the amounts that have words of their own.
    public static int AfterLabel(Passage passage)
    {
        if (passage.Section is not (SummarySection.Ineligible or SummarySection.Unrecovered) || SectionMark.OfLine(passage.Tokens) is not { IsAlone: false })
        {
            return 0;
        }

        var at = 0;
        while (at < passage.Tokens.Count && !passage.Tokens[at].IsSign(':'))
        {
            at++;
        }

        var words = Enumerable.Range(at, passage.Tokens.Count - at).Select(index => BudgetWords.At(passage.Tokens, index).Word).ToHashSet();
        return words.Contains(BudgetWord.Recovered) && words.Contains(BudgetWord.Unrecovered) ? at + 1 : 0;
    }
}
