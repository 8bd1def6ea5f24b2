using System.Globalization;

namespace Talka.Reporting.Audit.Language;

/// <summary>A calendar year, or the two that an implementation year stretches over: <c>2022.</c>, <c>2022. gads</c>, <c>2022./2023.</c>, <c>2022/23</c>.</summary>
public static class CalendarYearGrammar
{
    /// <summary>The years, where a whole cell or heading holds nothing else but a remark in brackets; null when it does.</summary>
    public static (int From, int To)? Whole(IReadOnlyList<Token> tokens)
    {
        if (Year(tokens.Peek(0)) is not { } from)
        {
            return null;
        }

        var (to, at) = (from, tokens.SkipSigns(1, '.'));
        if ((tokens.Peek(at).IsSign('/') || tokens.Peek(at).IsDash) && tokens.Peek(at + 1) is { Kind: TokenKind.Digits, Text.Length: 2 or 4 } second)
        {
            to = Year(second) ?? (from / 100 * 100) + int.Parse(second.Text, CultureInfo.InvariantCulture);
            at = tokens.SkipSigns(at + 2, '.');
        }

        at = tokens.Peek(at).Is("gads", "year", "g") ? at + 1 : at;
        return (IsRemark(tokens, at) || tokens.SkipSigns(at, '.', ':', ')') >= tokens.Count) && to - from is 0 or 1 ? (from, to) : null;
    }

    // “2022 (with 840.00 brought forward)”
    private static bool IsRemark(IReadOnlyList<Token> tokens, int at) => tokens.Peek(at).IsSign('(') && tokens[^1].IsSign(')') && tokens.Count > at + 2
        && !tokens.Skip(at + 1).Take(tokens.Count - at - 2).Any(token => token.IsSign('(') || token.IsSign(')'));

    private static int? Year(Token token) =>
        token is { Kind: TokenKind.Digits, Text: ['2', '0', _, _] } ? int.Parse(token.Text, CultureInfo.InvariantCulture) : null;
}
