using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Counts;

/// <summary>Items that are nothing but names, in the same case as the noun that was counted: <c>četros novados: Balvu novadā, Ludzas novadā …</c></summary>
internal static class PlaceNames
{
    private const int MostWords = 4;

    private static readonly string[] Locative = ["ā", "ē", "ī", "ū", "os", "ās", "ēs", "īs", "ūs"];
    private static readonly string[] Dative = ["am", "im", "um", "ai", "ei", "ij", "iem", "ām", "ēm", "īm"];

    /// <summary>Whether every item is such a name.</summary>
    /// <param name="noun">What was counted, as written: in the locative or the dative.</param>
    public static bool AreAll(IReadOnlyList<Passage> items, string noun)
    {
        var endings = EndingsOf(noun);
        return items.All(item => IsName(item.Tokens, endings));
    }

    /// <summary>Whether a word may stand in the case of a noun that is in the locative or the dative of several: <c>veidos</c>, <c>skriešanā</c>.</summary>
    public static bool IsInCaseOf(Token word, string noun) => Array.Exists(EndingsOf(noun), ending => word.Text.EndsWith(ending, StringComparison.Ordinal));

    private static string[] EndingsOf(string noun) => noun.EndsWith('s') ? Locative : noun.EndsWith('m') ? Dative : [];

    private static bool IsName(IReadOnlyList<Token> tokens, string[] endings)
    {
        var first = Numbering.After(tokens);
        var end = tokens.Count;
        while (end > first && (tokens[end - 1].Kind == TokenKind.Sign || tokens[end - 1].Is("un")))
        {
            end--;
        }

        return end - first is > 0 and <= MostWords && tokens[first].IsCapitalised
            && Array.Exists(endings, ending => tokens[end - 1].Text.EndsWith(ending, StringComparison.Ordinal))
            && Enumerable.Range(first, end - first).All(at => tokens[at].Kind == TokenKind.Word);
    }
}
