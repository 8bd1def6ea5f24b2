using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Language;

/// <summary>One of the amounts that another is made of, and where its name stands; first and end are alike where it has none.</summary>
public sealed record NamedTerm(WrittenMoney Amount, int NameFirst, int NameEnd);

/// <summary>What an amount is made of, written out after it: <c>31 500 euro = A 9 000 + B 15 000 + C 7 500</c>, <c>= phone 26 000 € + lawyers 11 000 €</c>.</summary>
/// <param name="Next">The first token after it.</param>
public sealed record NamedSum(IReadOnlyList<NamedTerm> Terms, int Next)
{
    private const int MostTerms = 20;
    private const int MostOfName = 6;

    /// <summary>The sum that begins at a token, behind the sign of equality; null when none does.</summary>
    public static NamedSum? Read(IReadOnlyList<Token> tokens, int at)
    {
        var terms = new List<NamedTerm>();
        while (terms.Count < MostTerms && Term(tokens, at, isNamedAfter: terms.Count > 0 && terms[0].NameFirst > terms[0].Amount.First) is var (term, next))
        {
            terms.Add(term);
            if (!tokens.Peek(next).IsSign('+'))
            {
                return terms.Count > 1 ? new(terms, next) : null;
            }

            at = next + 1;
        }

        return null;
    }

    private static (NamedTerm Term, int Next)? Term(IReadOnlyList<Token> tokens, int at, bool isNamedAfter)
    {
        var first = AfterName(tokens, at, isBefore: true);
        if (Plain(tokens, first) is not { } amount)
        {
            return null;
        }

        var end = first == at ? AfterName(tokens, amount.Next, isBefore: false) : amount.Next;
        // “26 000 € phone + …”: a name behind its amount; behind the last one only where the first has it there.
        var isAfter = end > amount.Next && (isNamedAfter || tokens.Peek(end).IsSign('+'));
        return isAfter ? (new(amount, amount.Next, end), end) : (new(amount, at, first), amount.Next);
    }

    private static int AfterName(IReadOnlyList<Token> tokens, int at, bool isBefore)
    {
        var end = at;
        while (end - at < MostOfName && (IsOfName(tokens, end) || (isBefore && end > at && IsWithinName(tokens, end))))
        {
            end++;
        }

        return end;
    }

    private static bool IsOfName(IReadOnlyList<Token> tokens, int at) => tokens.Peek(at).Kind == TokenKind.Word && !MoneyGrammar.IsUnit(tokens, at)
        && BudgetWords.At(tokens, at).Word == BudgetWord.None && (tokens[at].Quoted || BudgetHeaders.Role([tokens[at]]) is BudgetWord.None);

    // “pulciņi, nometnes 8000”, “izd. 4000”: several words for one thing, and one that is cut short.
    private static bool IsWithinName(IReadOnlyList<Token> tokens, int at) => tokens[at - 1].Kind == TokenKind.Word && (tokens.Peek(at).IsSign(',')
        ? IsOfName(tokens, at + 1) : tokens.Peek(at) is { SpaceBefore: false } point && point.IsSign('.') && tokens.Peek(at + 1).Kind == TokenKind.Digits);

    /// <summary>An amount, or a number that need not say that it is one.</summary>
    public static WrittenMoney? Plain(IReadOnlyList<Token> tokens, int at)
    {
        if (MoneyGrammar.Read(tokens, at, bare: true) is { } money)
        {
            return money;
        }

        return NumberGrammar.Read(tokens, at, _ => false) is { Decimals: 0 or 2, Irregular: false } number && !tokens.Peek(number.Next).IsSign('%')
            ? new(new((long)(number.Value * 100)), number.Span, at, number.Next, Named: false, Irregular: false, number.Certain) : null;
    }
}
