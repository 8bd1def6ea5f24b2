using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Checking.Counts;

/// <summary>Items that say how many each of them is: <c>viens Tukumā, viens Dobelē un divi Jelgavā</c>, <c>two in Riga, one in Cēsis and one in Ogre</c>.</summary>
/// <param name="Sum">What they come to; null where not every item has a number of its own, as in <c>Rīgā divi, Liepājā un Valmierā pa vienam</c>.</param>
internal sealed record NumberedItems(int? Sum)
{
    private const int MostOfItem = 6;

    /// <summary>Null where no item begins or ends with a number.</summary>
    /// <param name="starts">Where each item begins.</param>
    /// <param name="end">After the last one.</param>
    public static NumberedItems? In(IReadOnlyList<Token> tokens, List<int> starts, int end)
    {
        var (sum, numbered, isPlain) = (0, 0, true);
        for (var i = 0; i < starts.Count; i++)
        {
            var last = (i + 1 < starts.Count ? starts[i + 1] - 1 : end) - 1;
            last -= last > starts[i] && tokens[last].IsSign(',') ? 1 : 0;
            if (Of(tokens, starts[i], last) is { } value)
            {
                (sum, numbered) = (sum + value, numbered + 1);
                isPlain &= !IsEach(tokens.Peek(last - 1)) && !IsEach(tokens[starts[i]]) && last - starts[i] < MostOfItem;
            }
        }

        return numbered == 0 ? null : new(numbered == starts.Count && numbered > 1 && isPlain ? sum : null);
    }

    // “viens Tukumā”, “two in Riga”, “Rīgā divi”, “katrā pa vienam”
    private static int? Of(IReadOnlyList<Token> tokens, int first, int last)
    {
        if (last <= first || tokens[first].Quoted)
        {
            return null;
        }

        var isFirst = NumberWords.Of(tokens[first]) is not null && (tokens.Peek(first + 1) is { IsCapitalised: true, Quoted: false }
            || tokens.Peek(first + 1).Is("in", "at", "for", "to", "from"));
        return isFirst ? NumberWords.Of(tokens[first]) : tokens[last].Quoted ? null : NumberWords.Of(tokens[last]);
    }

    private static bool IsEach(Token token) => token.Is("pa", "each", "apiece", "katrā", "katram");
}
