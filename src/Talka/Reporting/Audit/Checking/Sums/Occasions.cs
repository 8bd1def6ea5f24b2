using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Sums;

/// <summary>Of how many occasions a total is said to be: <c>Četrās talkās kopā bija …</c>, <c>Five evenings drew … in all</c>.</summary>
internal static class Occasions
{
    private const int Most = 40;
    private const int MostTokens = 14;
    private const int MostAttributes = 2;

    private static readonly string[] In = ["in", "at", "over", "during", "across", "the", "these", "those", "all", "visās", "visos", "šajās", "šajos", "kopā"];
    private static readonly string[] Locatives = ["os", "ās", "ēs", "īs"];

    /// <summary>The number that the total's sentence begins with, and says in how many of something; null when it says nothing of the sort.</summary>
    /// <param name="total">Index of the total's number.</param>
    public static (int At, int Count)? Before(IReadOnlyList<Token> tokens, int total)
    {
        var first = total;
        while (first > 0 && total - first < MostTokens && !FullSentences.IsEnd(tokens, first - 1))
        {
            first--;
        }

        while (first < total && tokens[first].Is(In))
        {
            first++;
        }

        return first < total && CountGrammar.Number(tokens, first) is ( > 1 and <= Most and var count, var end, _) && end < total
            && IsOccasion(tokens, end, total) ? (first, (int)count) : null;
    }

    // “vakaros”, “meža dienās”, “open evenings”
    private static bool IsOccasion(IReadOnlyList<Token> tokens, int from, int until)
    {
        for (var at = from; at <= from + MostAttributes && at < until && tokens[at] is { Kind: TokenKind.Word, Quoted: false } word; at++)
        {
            if (Array.Exists(Locatives, ending => word.Text.EndsWith(ending, StringComparison.Ordinal))
                || CountNoun.At(tokens, at) is ({ Sort: NounSort.Events }, { Plural: not NounCase.None }, _))
            {
                return true;
            }
        }

        return false;
    }
}
