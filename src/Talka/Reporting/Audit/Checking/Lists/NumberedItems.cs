using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>Items that say how many each of them is, <c>viens Tukumā, viens Dobelē un divi Jelgavā</c>: their numbers are to be added up, and not the items counted.</summary>
internal static class NumberedItems
{
    /// <summary>Whether one of the items begins or ends with a number in words.</summary>
    /// <param name="starts">Where each item begins.</param>
    /// <param name="end">After the last one.</param>
    public static bool Are(IReadOnlyList<Token> tokens, List<int> starts, int end)
    {
        for (var i = 0; i < starts.Count; i++)
        {
            var last = (i + 1 < starts.Count ? starts[i + 1] - 1 : end) - 1;
            last -= last > starts[i] && tokens[last].IsSign(',') ? 1 : 0;
            if (last > starts[i] && (Begins(tokens, starts[i]) || IsNumber(tokens[last])))
            {
                return true;
            }
        }

        return false;
    }

    // “viens Tukumā”, “two in Riga”
    private static bool Begins(IReadOnlyList<Token> tokens, int first) => IsNumber(tokens[first])
        && (tokens.Peek(first + 1) is { IsCapitalised: true, Quoted: false } || tokens.Peek(first + 1).Is("in", "at", "for", "to", "from", "on", "about", "par", "uz", "no", "ar", "pie"));

    private static bool IsNumber(Token token) => !token.Quoted && NumberWords.Of(token) is not null;
}
