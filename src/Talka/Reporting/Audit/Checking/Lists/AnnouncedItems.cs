using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>Items below a sentence that tells of nothing but what it counts: <c>Three barriers to employment were identified:</c>, <c>Noteiktas trīs prioritātes
/// jauniešu darbam:</c></summary>
internal static class AnnouncedItems
{
    private const int MostAfter = 10;

    private static readonly string[] Are = ["were", "are", "was", "been"];
    private static readonly string[] Done = ["made", "held", "run", "given", "built", "chosen", "set", "written", "told", "seen", "found", "bought", "taught", "shown",
        "sent", "drawn"];
    private static readonly string[] Others = ["which", "where", "whose", "who", "un", "and", "bet", "but", "ar", "no", "pie", "par", "kas", "kur", "kuros", "kurās", "uz",
        "starp", "pēc"];
    private static readonly string[] OfSeveral = ["tas", "šas", "ti", "ši", "notika"];

    /// <summary>Whether what stands below can be nothing but what was counted.</summary>
    public static bool IsOf(IReadOnlyList<Token> tokens, CountFact fact)
    {
        var tail = tokens.Count - 1 - fact.End;
        if (tail is < 1 or > MostAfter || !tokens[^1].IsSign(':') || Enumerable.Range(fact.End, tail).Any(at => tokens[at].Kind != TokenKind.Word
            || NumberWords.Of(tokens[at]) is not null))
        {
            return false;
        }

        var begins = fact.First == 0 || FullSentences.IsEnd(tokens, fact.First - 1);
        var last = tokens[^2];
        return (begins && (last.Text.EndsWith("ed", StringComparison.Ordinal) || last.Is(Done)) && Enumerable.Range(fact.End, tail).Any(at => tokens[at].Is(Are))
            && !Enumerable.Range(fact.End, tail).Any(at => tokens[at].Is("which", "where", "whose", "who")))
            || (IsDone(tokens.Peek(fact.First - 1)) && !Enumerable.Range(fact.End, tail).Any(at => tokens[at].Is(Others)) && ListedCase(last));
    }

    private static bool IsDone(Token token) => token is { Kind: TokenKind.Word, Quoted: false, Text.Length: > 4 }
        && Array.Exists(OfSeveral, ending => token.Text.EndsWith(ending, StringComparison.Ordinal));

    // “… jauniešu darbam:”, “… darba meklēšanā:”: in the singular it is no name of what is listed.
    private static bool ListedCase(Token token) => token is { Text: [_, _, .., 'a' or 'i', 'm'] or [_, _, .., 'ā' or 'ē' or 'ī'] }
        && !token.Text.EndsWith("iem", StringComparison.Ordinal);
}
