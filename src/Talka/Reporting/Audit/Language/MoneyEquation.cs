using Talka.Foundation;

namespace Talka.Reporting.Audit.Language;

/// <summary>A sum of amounts that is written out: <c>9 850,00 + 1 208,81 = 11 058,81</c>, <c>EUR 500 − EUR 420 = EUR 80</c>.</summary>
/// <param name="Terms">Each with its sign, the first one's being plus.</param>
/// <param name="Next">The first token after it.</param>
public sealed record MoneyEquation(IReadOnlyList<(WrittenMoney Amount, int Sign)> Terms, WrittenMoney Result, int Next)
{
    private const int MostTerms = 20;

    public Money Computed => Terms.Aggregate(Money.Zero, (sum, term) => term.Sign > 0 ? sum + term.Amount.Amount : sum - term.Amount.Amount);

    /// <summary>The equation that begins at a token; null when none does.</summary>
    public static MoneyEquation? Read(IReadOnlyList<Token> tokens, int at, bool bare)
    {
        if (MoneyGrammar.Read(tokens, at, bare) is not { } first)
        {
            return null;
        }

        List<(WrittenMoney, int)> terms = [(first, 1)];
        var next = first.Next;
        while (terms.Count < MostTerms && (tokens.Peek(next).IsSign('+') || (tokens.Peek(next).IsDash && tokens.Peek(next).SpaceBefore)) && MoneyGrammar.Read(tokens, next + 1, bare) is { } term)
        {
            terms.Add((term, tokens[next].IsSign('+') ? 1 : -1));
            next = term.Next;
        }

        return terms.Count > 1 && tokens.Peek(next).IsSign('=') && MoneyGrammar.Read(tokens, next + 1, bare) is { } result ? new(terms, result, result.Next) : null;
    }
}
