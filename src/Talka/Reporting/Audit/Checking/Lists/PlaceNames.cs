using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>
/// Items that are names, in the same case as the noun that was counted, alone or each with its day: <c>četros novados: Balvu novadā, Ludzas novadā …</c>,
/// <c>piecos pagastos: Ancē 2. maijā, 20 bērni …</c>
/// </summary>
internal static class PlaceNames
{
    private const int MostWords = 4;

    private static readonly string[] Locative = ["ā", "ē", "ī", "ū", "os", "ās", "ēs", "īs", "ūs"];
    private static readonly string[] Dative = ["am", "im", "um", "ai", "ei", "ij", "iem", "ām", "ēm", "īm"];
    private static readonly string[] Genitive = ["s", "u", "a"];

    // Where a town's name may stand for what it belongs to, whose own name is left out.
    private static readonly string?[] Parts = ["counties", "parishes", "towns", "municipalities", "villages"];

    /// <summary>How many such items there are; null when one is none.</summary>
    /// <param name="fact">What was counted: in the locative or the dative.</param>
    public static int? Count(IReadOnlyList<Passage> items, CountFact fact)
    {
        // “grozi no sešiem novadiem: Ventspils, Talsu …”
        var endings = fact.Passage.Tokens.Peek(fact.First - 1).Is("no") && Parts.Contains(fact.Noun?.Code) ? [.. EndingsOf(fact.Word), .. Genitive] : EndingsOf(fact.Word);
        var names = items.Select(item => Name(item.Tokens, endings)).ToList();
        return names.TrueForAll(name => name is { IsAll: true }) ? names.Count
            // So many days were in no more places than there are of them; that in one county two towns may lie is no doubt then.
            : names.TrueForAll(name => name is { IsDated: true }) && items.Count < fact.Count ? names.Count : null;
    }

    /// <summary>Whether a word may stand in the case of a noun that is in the locative or the dative of several: <c>veidos</c>, <c>skriešanā</c>.</summary>
    public static bool IsInCaseOf(Token word, string noun) => Ends(word, EndingsOf(noun));

    private static string[] EndingsOf(string noun) => noun.EndsWith('s') ? Locative : noun.EndsWith('m') ? Dative : [];

    private static (bool IsAll, bool IsDated)? Name(IReadOnlyList<Token> tokens, string[] endings)
    {
        var (first, end) = (Numbering.After(tokens), tokens.Count);
        while (end > first && (tokens[end - 1].Kind == TokenKind.Sign || tokens[end - 1].Is("un")))
        {
            end--;
        }

        var after = first;
        while (after < end && tokens[after].Kind == TokenKind.Word)
        {
            after++;
        }

        return after - first is > 0 and <= MostWords && tokens[first].IsCapitalised && Ends(tokens[after - 1], endings)
            ? (after == end, DateGrammar.Read(tokens, tokens.SkipSigns(after, ',', '–', '-', '(', ':')) is { From.Day: not null, IsRange: false }) : null;
    }

    private static bool Ends(Token word, string[] endings) => Array.Exists(endings, ending => word.Text.EndsWith(ending, StringComparison.Ordinal));
}
