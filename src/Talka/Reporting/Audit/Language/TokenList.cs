using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Language;

/// <summary>Looking into a list of tokens without minding where it ends.</summary>
public static class TokenList
{
    private static readonly Token Nothing = new(TokenKind.Sign, 0, "\0", SpaceBefore: true, Quoted: false);

    /// <summary>The token at a place; beyond either end one that is like no other.</summary>
    public static Token Peek(this IReadOnlyList<Token> tokens, int at) => (uint)at < (uint)tokens.Count ? tokens[at] : Nothing;

    /// <summary>Index of the first token that ends after a position of the text.</summary>
    public static int IndexAt(this IReadOnlyList<Token> tokens, int position)
    {
        var (low, high) = (0, tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = tokens[middle].End > position ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>Past any of these signs.</summary>
    public static int SkipSigns(this IReadOnlyList<Token> tokens, int at, params ReadOnlySpan<char> signs)
    {
        while (at < tokens.Count && tokens[at].Kind == TokenKind.Sign && signs.Contains(tokens[at].Text[0]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Whether any index of a stretch is such; beyond either end of the text there are none.</summary>
    public static bool AnyIn(this IReadOnlyList<Token> tokens, int from, int until, Func<int, bool> isSuch)
    {
        for (var at = Math.Max(0, from); at < until && at < tokens.Count; at++)
        {
            if (isSuch(at))
            {
                return true;
            }
        }

        return false;
    }

    public static bool AnyIn(this IReadOnlyList<Token> tokens, int from, int until, Func<Token, bool> isSuch) => tokens.AnyIn(from, until, (int at) => isSuch(tokens[at]));

    public static bool AnyIn(this IReadOnlyList<Token> tokens, int from, int until, Stems stems) => tokens.AnyIn(from, until, (int at) => tokens[at].StartsWith(stems));

    public static bool AnyIn(this IReadOnlyList<Token> tokens, int from, int until, string[] words) => tokens.AnyIn(from, until, (int at) => tokens[at].Is(words));

    /// <summary>The words that follow without a sign or an “and” between them, at most so many.</summary>
    public static IEnumerable<Token> WordsFrom(this IReadOnlyList<Token> tokens, int from, int most) =>
        Enumerable.Range(from, most).Select(at => tokens.Peek(at)).TakeWhile(token => token.Kind == TokenKind.Word && !token.Is("un", "and"));

    /// <summary>The stretch of text that tokens take.</summary>
    public static Span Cover(this IReadOnlyList<Token> tokens, int first, int end) => Span.Between(tokens[first].Start, tokens[end - 1].End);

    public static bool EndsWith(this Token word, params string[] endings) =>
        word.Kind == TokenKind.Word && Array.Exists(endings, ending => word.Text.EndsWith(ending, StringComparison.Ordinal));
}
