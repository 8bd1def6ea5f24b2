using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>The number, letter or bullet that a heading, a label or an item begins with: <c>4.1. </c>, <c>4.1 </c>, <c>a) </c>, <c>[Field 4] </c>, <c>• </c>.</summary>
internal static class Numbering
{
    private const int MostInBracket = 4;

    /// <summary>Index of the token after it; 0 where there is none.</summary>
    /// <param name="bare">“3 Delegation period” begins with one too, though it might count what follows.</param>
    public static int After(IReadOnlyList<Token> tokens, bool bare = false)
    {
        if (AfterBracketed(tokens) is { } bracketed)
        {
            return bracketed;
        }

        var at = tokens.SkipSigns(0, '•', '-', '–', '*', '#', '▪', '·', '(', '§', '>');
        if (IsRoman(tokens.Peek(at)) && tokens.Peek(at + 1) is { SpaceBefore: false } roman && (roman.IsSign('.') || roman.IsSign(')')))
        {
            at += 2; // “(iv) ”, “IV. ”
        }
        else if (at == 0 && IsRoman(tokens.Peek(0)) && tokens[0].IsCapitalised && tokens.Peek(1) is { IsCapitalised: true, SpaceBefore: true })
        {
            return 1; // “IV Paveiktais”
        }

        if (tokens.Peek(at) is { Kind: TokenKind.Digits, Text.Length: 1 } && tokens.Peek(at + 1) is { SpaceBefore: true, Text: "/" or "|" }
            && tokens.Peek(at + 2) is { Kind: TokenKind.Word, SpaceBefore: true })
        {
            return at + 2; // “4 / Results”
        }

        while (tokens.Peek(at) is { Kind: TokenKind.Digits, Text.Length: <= 2 } && tokens.Peek(at + 1) is { SpaceBefore: false } sign && (sign.IsSign('.') || sign.IsSign(')')))
        {
            at += 2;
        }

        // “4.II. Otrais gads”
        if (at > 0 && IsRoman(tokens.Peek(at)) && !tokens[at].SpaceBefore && tokens.Peek(at + 1) is { SpaceBefore: false } point && point.IsSign('.')
            && tokens.Peek(at + 2) is { Kind: TokenKind.Word, IsCapitalised: true, SpaceBefore: true })
        {
            return at + 2;
        }

        if (AfterWordForField(tokens, at) is { } named)
        {
            return named;
        }

        if ((at > 0 || bare) && IsWithoutPoint(tokens, at))
        {
            return at + 1;
        }

        if (tokens.Peek(at) is { Kind: TokenKind.Word, Text: [>= 'A' and <= 'Z'] } && tokens.Peek(at + 1).IsSign('.')
            && tokens.Peek(at + 2) is { Kind: TokenKind.Digits, SpaceBefore: false } && tokens.Peek(at + 3).IsSign('.'))
        {
            return at + 4; // “B.1. ”
        }

        return tokens.Peek(at) is { Kind: TokenKind.Word, Text.Length: 1 } && (tokens.Peek(at + 1).IsSign(')')
            || (tokens.Peek(at + 1).IsSign('.') && tokens[at].IsCapitalised)) ? at + 2 : at;
    }

    /// <summary>“3 Delegation period”: a number alone, which might also count what follows.</summary>
    public static bool IsBare(IReadOnlyList<Token> tokens) => IsWithoutPoint(tokens, 0);

    // “4.1 First year”, and where it is one digit “3 Delegation period”
    private static bool IsWithoutPoint(IReadOnlyList<Token> tokens, int at) => tokens.Peek(at) is { Kind: TokenKind.Digits } number
        && (at == 0 ? number.Text.Length == 1 : number is { Text.Length: <= 2, SpaceBefore: false })
        && tokens.Peek(at + 1) is { SpaceBefore: true, IsCapitalised: true, Quoted: false };

    private static readonly string[] WordsForField = ["lauks", "aile", "sadaļa", "punkts", "field", "box", "section", "item"];

    // “5. lauks. Finansējums”, “Field 5: funding”
    private static int? AfterWordForField(IReadOnlyList<Token> tokens, int at)
    {
        var end = at > 0 && tokens.Peek(at).Is(WordsForField) ? at + 1
            : at == 0 && tokens.Peek(0).Is(WordsForField) && tokens.Peek(1) is { Kind: TokenKind.Digits, Text.Length: <= 2 } ? 2 : 0;
        return end > 0 && (tokens.Peek(end).IsSign('.') || tokens.Peek(end).IsSign(':') || tokens.Peek(end).IsDash)
            && tokens.Peek(end + 1) is { Kind: TokenKind.Word, SpaceBefore: true } ? end + 1 : null;
    }

    // “[4] ”, “[Field 4] ”, “[5. lauks] ”
    private static int? AfterBracketed(IReadOnlyList<Token> tokens)
    {
        var at = 1;
        while (tokens.Peek(0).IsSign('[') && at <= MostInBracket && (tokens.Peek(at) is { Kind: TokenKind.Digits, Text.Length: <= 2 } or { Kind: TokenKind.Word }
            || tokens.Peek(at).IsSign('.')))
        {
            at++;
        }

        return at > 1 && tokens.Peek(at).IsSign(']') && Enumerable.Range(1, at - 1).Any(inside => tokens[inside].Kind == TokenKind.Digits) ? at + 1 : null;
    }

    private static bool IsRoman(Token token) => token is { Kind: TokenKind.Word, Text.Length: <= 5 }
        && (token.Text.All(letter => "IVX".Contains(letter)) || token.Text.All(letter => "ivx".Contains(letter)));
}
