namespace Talka.Reporting.Audit.Language;

/// <summary>
/// Behind an amount, without a colon, all that it is made of: <c>15 600,00 euro – nometnei 9 200,00 euro, kursiem 6 400,00 euro</c>, <c>…, namely …</c>,
/// <c>…, divided between the choir (EUR 3,700.00) and the band (EUR 2,300.00)</c>.
/// </summary>
public static class PartsAhead
{
    private const int MostToVerb = 4;
    private const int MostToList = 4;
    private const int MostOfList = 80;
    private const int MostBeforeAmount = 2;
    private const int LeastParts = 2;

    private static readonly Stems Dividing = ["sadal", "iedal", "sastāv", "divided", "split", "distribut", "apportion", "consist", "compris"];

    // Such words tell of some of it, or of how much more it is.
    private static readonly string[] OfSome = ["vairāk", "mazāk", "nekā", "galvenokārt", "piemēram", "lielākā", "lielāko", "gandrīz", "more", "less", "than", "mainly",
        "mostly", "chiefly", "largely", "nearly"];

    private static readonly string[] NoNames = ["par", "jo", "kas", "ko", "bet", "un", "tātad", "visi", "visus", "tikpat", "which", "that", "so", "but", "and", "all", "as", "by"];

    /// <param name="at">The token right behind the amount.</param>
    public static bool Follow(IReadOnlyList<Token> tokens, int at) => Lead(tokens, at) is { } list && IsList(tokens, list);

    // Where the first name begins.
    private static int? Lead(IReadOnlyList<Token> tokens, int at)
    {
        if (tokens.Peek(at).IsDash)
        {
            return tokens[at].SpaceBefore && !tokens.Peek(at + 1).Is(NoNames) && (IsName(tokens, at + 1)
                || (MoneyGrammar.Read(tokens, at + 1, bare: true) is { Named: true } first && IsName(tokens, first.Next))) ? at + 1 : null;
        }

        at = tokens.Peek(at).IsSign(',') ? at + 1 : at;
        if (tokens.Peek(at).Is("proti", "namely", "viz"))
        {
            return tokens.SkipSigns(at + 1, ',', ':', '.');
        }

        for (var verb = at; verb < at + MostToVerb && tokens.Peek(verb).Kind == TokenKind.Word && !MoneyGrammar.IsUnit(tokens, verb); verb++)
        {
            if (tokens[verb].StartsWith(Dividing) || (tokens[verb].Is("made") && tokens.Peek(verb + 1).Is("up")))
            {
                return verb + 1;
            }
        }

        return null;
    }

    private static bool IsName(IReadOnlyList<Token> tokens, int at) => tokens.Peek(at).Kind == TokenKind.Word && !MoneyGrammar.IsUnit(tokens, at)
        && BudgetWords.At(tokens, at).Word == BudgetWord.None && YearNameGrammar.Read(tokens, at) is null;

    private static bool IsList(IReadOnlyList<Token> tokens, int from)
    {
        var (count, depth) = (0, 0);
        for (var at = from; at < from + MostOfList; at++)
        {
            if (at >= tokens.Count || (depth == 0 && (FullSentences.IsEnd(tokens, at) || tokens[at].IsSign(';') || tokens[at].IsSign(')'))))
            {
                return count >= LeastParts;
            }

            var token = tokens[at];
            depth += token.IsSign('(') ? 1 : token.IsSign(')') ? -1 : 0;
            if (MoneyGrammar.Read(tokens, at, bare: true) is { Certain: true } money)
            {
                count += depth == 0 || tokens[at - 1].IsSign('(') ? 1 : 0;
                at = money.Next - 1;
            }
            else if (depth == 0 && BudgetWords.At(tokens, at).Word is not BudgetWord.None)
            {
                // “…, svētkiem 3 700,00 euro, izlietoti 9 900,00 euro”: the list is over where another amount is told of.
                return count >= LeastParts && BudgetWords.IsRole(BudgetWords.At(tokens, at).Word) && Enumerable.Range(at + 1, MostBeforeAmount).Any(next =>
                    MoneyGrammar.Read(tokens, next, bare: true) is not null);
            }
            else if (token.Is(OfSome) || (depth == 0 && YearNameGrammar.Read(tokens, at) is not null) || (token.Kind == TokenKind.Digits
                && !tokens.Peek(at + 1).IsSign('%') && depth == 0)
                || (count == 0 && depth == 0 && at - from > MostToList * MostBeforeAmount))
            {
                return false;
            }
        }

        return false;
    }
}
