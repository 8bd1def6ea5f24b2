using Talka.Foundation;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Language;

/// <summary>Thousands of euro in words: <c>deviņi tūkstoši pieci simti euro</c>, <c>nine thousand five hundred euro</c>; the last of several says what they are of.</summary>
public static class SpelledMoney
{
    private const int Thousand = 1000;

    /// <summary>The amount that begins at a token; null where none does, or where it is told in digits beside.</summary>
    public static WrittenMoney? Read(IReadOnlyList<Token> tokens, int at)
    {
        if (tokens.Peek(at) is not { Kind: TokenKind.Word, Quoted: false } || NumberWords.At(tokens, at) is not var (number, end))
        {
            return null;
        }

        var hasThousands = tokens.Peek(end).StartsWith("tūkstot") || tokens.Peek(end).StartsWith("tūkstoš") || tokens.Peek(end).Is("thousand");
        var value = hasThousands ? number * Thousand : number;
        end += hasThousands ? 1 : 0;
        if (hasThousands && NumberWords.At(tokens, tokens.Peek(end).Is("and") ? end + 1 : end) is var (rest, afterRest))
        {
            (value, end) = (value + rest, afterRest);
        }

        var isNamed = MoneyGrammar.IsUnit(tokens, end);
        var isOver = hasThousands && (tokens.Peek(end).Kind == TokenKind.Sign || BudgetWords.IsRole(BudgetWords.At(tokens, end).Word));
        end += isNamed ? 1 : 0;
        var isBeside = tokens.Peek(end).IsSign('(') || (tokens.Peek(at - 1).IsSign('(') && tokens.Peek(at - 2).Kind != TokenKind.Word | MoneyGrammar.IsUnit(tokens, at - 2));
        return value >= 100 && (isNamed || isOver) && !isBeside
            ? new(new Money(value * 100L), Span.Between(tokens[at].Start, tokens[end - 1].End), at, end, isNamed, Irregular: false, Certain: true) : null;
    }
}
