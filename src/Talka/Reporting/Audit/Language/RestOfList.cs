namespace Talka.Reporting.Audit.Language;

/// <summary>Words for what is left over that stand where nothing was.</summary>
public static class RestOfList
{
    private const int Near = 12;

    private static readonly Stems Rest = ["atlikuš", "remaining"];
    private static readonly Stems Excess = ["starpīb", "pārtēriņ", "difference", "overspend", "overrun", "excess"];
    private static readonly Stems Covering = ["sedz", "segt", "segu", "cover", "piemaks", "apmaks"];

    /// <summary>The last of several parts: <c>… un atlikušie 2 300,00 euro – bukletiem</c>, <c>and the remaining EUR 900.00 for tents</c>.</summary>
    public static bool Is(IReadOnlyList<Token> tokens, int at)
    {
        if (!tokens[at].StartsWith(Rest) || !(tokens.Peek(at - 1).Is("un", "and", "the", "bet", "but") || tokens.Peek(at - 1).IsSign(','))
            || MoneyGrammar.Read(tokens, at + 1, bare: true) is not { } money)
        {
            return false;
        }

        var names = false;
        for (var next = money.Next; next < money.Next + Near && next < tokens.Count && tokens[next] is { } token && !token.IsSign(',') && !token.IsSign(';')
            && !FullSentences.IsEnd(tokens, next); next++)
        {
            if (BudgetWords.IsRole(BudgetWords.At(tokens, next).Word) || token.Is("was", "were", "tika", "ir", "netika"))
            {
                return false;
            }

            names |= token.Kind == TokenKind.Word;
        }

        return names && (tokens.Peek(money.Next).IsDash || tokens.Peek(money.Next).Is("for", "to", "par", "went") || tokens.Peek(money.Next).Kind == TokenKind.Word);
    }

    /// <summary>What the money did not reach to, and others paid: <c>starpību 450,00 euro biedrība sedza no biedru naudām</c>.</summary>
    public static bool IsCovered(IReadOnlyList<Token> tokens, int at)
    {
        if (!tokens[at].StartsWith(Excess))
        {
            return false;
        }

        for (var next = at + 1; next < at + Near && next < tokens.Count && !FullSentences.IsEnd(tokens, next); next++)
        {
            if (tokens[next].StartsWith(Covering))
            {
                return true;
            }
        }

        return false;
    }
}
