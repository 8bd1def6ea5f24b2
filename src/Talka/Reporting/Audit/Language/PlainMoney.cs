namespace Talka.Reporting.Audit.Language;

/// <summary>
/// Whole numbers in a text on money that show no sign of money, and are amounts by what stands right beside them:
/// <c>plāns 27500</c>, <c>there were planned 12,400, and 12,400 were spent</c>, <c>49 500 eiro: 30 000 kampaņām un 19 500 apmācībām</c>.
/// </summary>
public static class PlainMoney
{
    private const int LeastOfParts = 100;
    private const int MostParts = 12;
    private const int MostOfName = 4;
    private const int LeastYear = 1990;
    private const int MostYear = 2100;

    private static readonly string[] Joins = ["un", "and", "bet", "but", "tad", "then"];

    private static readonly string[] Being = ["was", "were", "tika", "ir", "is", "are"];

    /// <summary>The amount that begins at a token and has a word for a sort of amounts before it, or behind it with a verb between.</summary>
    public static WrittenMoney? Read(IReadOnlyList<Token> tokens, int at) =>
        Whole(tokens, at) is { } number && (IsNamed(tokens, at, number.Next) || IsSaidAfter(tokens, number.Next)) ? number : null;

    /// <summary>
    /// Where each of the names' numbers begins that stand behind an amount and a colon or in a bracket; none where one of them may be a count. That they are all
    /// of it no word says.
    /// </summary>
    public static IReadOnlyList<WrittenMoney> PartsAfter(IReadOnlyList<Token> tokens, int at)
    {
        if (!tokens.Peek(at).IsSign(':') && !tokens.Peek(at).IsSign('('))
        {
            return [];
        }

        var isBracket = tokens[at].IsSign('(');
        var parts = new List<(WrittenMoney Amount, bool Grouped)>();
        for (at++; parts.Count < MostParts && Number(tokens, at) is { } part && part.Amount.Amount.Cents >= 100 * LeastOfParts;)
        {
            parts.Add(part);
            var end = AfterName(tokens, part.Amount.Next);
            if (end == part.Amount.Next)
            {
                return [];
            }

            if (isBracket ? tokens.Peek(end).IsSign(')') : end >= tokens.Count || FullSentences.IsEnd(tokens, end) || tokens[end].IsSign(';'))
            {
                return parts.Count > 1 && parts.Exists(one => one.Grouped) ? parts.ConvertAll(one => one.Amount) : [];
            }

            var next = tokens.Peek(end).IsSign(',') || tokens.Peek(end).IsSign('/') || tokens.Peek(end).IsSign('+') ? end + 1 : end;
            at = tokens.Peek(next).Is("un", "and") ? next + 1 : next;
            if (at == end)
            {
                return [];
            }
        }

        return [];
    }

    private static int AfterName(IReadOnlyList<Token> tokens, int at)
    {
        var end = at;
        while (end - at < MostOfName && tokens.Peek(end) is { Kind: TokenKind.Word } word && !word.Is("un", "and") && !MoneyGrammar.IsUnit(tokens, end)
            && BudgetWords.At(tokens, end).Word == BudgetWord.None)
        {
            end++;
        }

        return end;
    }

    // “plāns 27500 =”, “fakts 26160”, “izlietots: 17 650,”: and no noun after it, of which it might be a count.
    private static bool IsNamed(IReadOnlyList<Token> tokens, int at, int next)
    {
        var before = tokens.Peek(at - 1) is var sign && (sign.IsSign(':') || sign.IsSign('=') || sign.IsDash) ? at - 2 : at - 1;
        before -= tokens.Peek(before).IsSign('.') && tokens.Peek(before - 1).Is("atl", "plān", "izl") ? 1 : 0;
        return IsSort(tokens, before) && EndsAmount(tokens, next);
    }

    private static bool IsSort(IReadOnlyList<Token> tokens, int at) => IsOfBudget(BudgetWords.At(tokens, at).Word)
        || (tokens.Peek(at).Kind == TokenKind.Word && BudgetHeaders.Role([tokens[at]]) != BudgetWord.None && !tokens.Peek(at).Is("paid", "grants", "cost", "costs"));

    private static bool IsOfBudget(BudgetWord word) => word is BudgetWord.Planned or BudgetWord.Spent or BudgetWord.Remainder or BudgetWord.Returned;

    private static bool EndsAmount(IReadOnlyList<Token> tokens, int at)
    {
        var token = tokens.Peek(at);
        if (at >= tokens.Count || token.IsSign('.'))
        {
            return at >= tokens.Count || FullSentences.IsEnd(tokens, at);
        }

        return token.Kind == TokenKind.Sign ? !token.IsSign('%') && !token.IsSign('/') && !(token.IsDash && !token.SpaceBefore) : token.Is(Joins) || IsSort(tokens, at);
    }

    // “12,400 were spent”, “the 250 that were left”
    private static bool IsSaidAfter(IReadOnlyList<Token> tokens, int at)
    {
        var verb = tokens.Peek(at).Is("that", "which", "kas") ? at + 1 : at;
        return tokens.Peek(verb).Is(Being) && IsOfBudget(BudgetWords.At(tokens, verb + 1).Word) && !tokens.Peek(verb + 1).Is("used");
    }

    private static bool IsInsideNumber(IReadOnlyList<Token> tokens, int at) => at > 0 && !tokens[at].SpaceBefore
        && (tokens[at - 1].Kind != TokenKind.Sign || tokens.Peek(at - 2).Kind == TokenKind.Digits);

    private static WrittenMoney? Whole(IReadOnlyList<Token> tokens, int at) => Number(tokens, at)?.Amount;

    private static (WrittenMoney Amount, bool Grouped)? Number(IReadOnlyList<Token> tokens, int at)
    {
        if (tokens.Peek(at) is not { Kind: TokenKind.Digits } first || IsInsideNumber(tokens, at)
            || DateGrammar.Read(tokens, at) is not null || NumberGrammar.Read(tokens, at, _ => false) is not { Decimals: 0, Irregular: false, Certain: true } number
            || (!number.Grouped && number.Value is >= LeastYear and < MostYear) || (first.Text[0] == '0' && first.Text.Length > 1)
            || tokens.Peek(number.Next).IsSign('%') || MoneyGrammar.IsUnit(tokens, number.Next))
        {
            return null;
        }

        return (new(new((long)(number.Value * 100)), number.Span, at, number.Next, Named: false, Irregular: false, Certain: true), number.Grouped);
    }
}
