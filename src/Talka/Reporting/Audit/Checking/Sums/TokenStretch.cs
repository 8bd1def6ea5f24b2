using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Checking.Sums;

/// <summary>Looking for words in a stretch of tokens; beyond either end of the text there are none.</summary>
internal static class TokenStretch
{
    public static bool AnyIn(this IReadOnlyList<Token> tokens, int from, int until, Func<int, bool> fits)
    {
        for (var at = Math.Max(0, from); at < until && at < tokens.Count; at++)
        {
            if (fits(at))
            {
                return true;
            }
        }

        return false;
    }

    public static bool AnyIn(this IReadOnlyList<Token> tokens, int from, int until, Stems stems) =>
        tokens.AnyIn(from, until, at => tokens[at].StartsWith(stems));

    public static bool AnyIn(this IReadOnlyList<Token> tokens, int from, int until, string[] words) => tokens.AnyIn(from, until, at => tokens[at].Is(words));

    /// <summary>The words that follow without a sign or an “and” between them, at most so many.</summary>
    public static IEnumerable<Token> WordsFrom(this IReadOnlyList<Token> tokens, int from, int most) =>
        Enumerable.Range(from, most).Select(at => tokens.Peek(at)).TakeWhile(token => token.Kind == TokenKind.Word && !token.Is("un", "and"));

    public static bool EndsWith(this Token word, string[] endings) =>
        word.Kind == TokenKind.Word && Array.Exists(endings, ending => word.Text.EndsWith(ending, StringComparison.Ordinal));
}
