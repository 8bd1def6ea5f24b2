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
}
