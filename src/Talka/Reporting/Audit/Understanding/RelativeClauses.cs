using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>An amount of which the clause after it says what it is: <c>1 420,00 euro, ko pirmajā gadā nevarēja izmantot, …</c>, <c>EUR 310.00, which was not spent,
/// …</c>.</summary>
internal static class RelativeClauses
{
    private const int MostTokens = 14;

    /// <summary>What the first such words say; none where no relative clause follows, or the amount is not all that its own clause tells.</summary>
    public static BudgetWord RoleOf(AmountClause clause)
    {
        var tokens = clause.Tokens;
        if (clause is not { Depth: 0, Amounts: [var amount], Words.Count: 0 } || amount.First != clause.First || amount.Next != clause.End || !tokens.Peek(clause.End).IsSign(',')
            || !tokens.Peek(clause.End + 1).Is("ko", "kas", "kurus", "kuras", "kuri", "which", "that"))
        {
            return BudgetWord.None;
        }

        for (var at = clause.End + 2; at < clause.End + MostTokens && at < tokens.Count && tokens[at].Kind != TokenKind.Sign; at++)
        {
            if (BudgetWords.At(tokens, at).Word is BudgetWord.Remainder)
            {
                return BudgetWord.Remainder;
            }
        }

        return BudgetWord.None;
    }
}
