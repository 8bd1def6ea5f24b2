using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>
/// Short lines below an announcement that each name one of what it counts by the very noun: <c>Four lakes were searched by boat:</c>, and below it
/// <c>Lake Usma</c>, <c>Lake Razna</c>. The noun says where they end, whatever the lines are: items, cells or paragraphs.
/// </summary>
internal static class KindredItems
{
    private const int LeastItems = 2;
    private const int MostItems = 24;
    private const int MostWords = 4;
    private const int MostAfter = 12;
    private const int LeastOfStem = 3;
    private const int MostOfEnding = 3;

    /// <summary>The lines; null where the last words before the colon count or name something else, or there are none.</summary>
    public static List<Passage>? Below(IReadOnlyList<Passage> passages, int intro, CountFact fact)
    {
        var tokens = passages[intro].Tokens;
        if (!tokens[^1].IsSign(':') || tokens.Count - fact.End > MostAfter
            || Enumerable.Range(fact.End, tokens.Count - fact.End - 1).Any(at => TellsMore(tokens, at))
            || tokens.Peek(fact.First - 1).Is("of", "no"))
        {
            return null;
        }

        var items = new List<Passage>();
        for (var at = intro + 1; at < passages.Count && items.Count < MostItems && passages[at].Year == passages[intro].Year; at++)
        {
            if (passages[at].Tokens.Count > 0 && !Names(passages[at].Tokens, fact.Word))
            {
                break;
            }

            items.AddRange(passages[at].Tokens.Count > 0 ? [passages[at]] : []);
        }

        return items.Count is >= LeastItems and < MostItems ? items : null;
    }

    // “four lakes were searched, and new finds came from:”, “četri ezeri, divi no tiem pirmoreiz:”
    private static bool TellsMore(IReadOnlyList<Token> tokens, int at) => tokens[at].IsSign(';') || tokens[at].IsSign(':') || FullSentences.IsEnd(tokens, at)
        || NumberWords.Of(tokens[at]) is not null || (tokens[at].IsSign(',') && tokens.Peek(at + 1).Is("un", "and", "bet", "but"));

    // “Lake Usma”, “– Usmas ezers;”
    private static bool Names(IReadOnlyList<Token> tokens, string noun)
    {
        var line = tokens.Skip(Numbering.After(tokens)).ToList();
        var words = line.Where(token => token.Kind == TokenKind.Word && !token.Is("un", "and")).ToList();
        return words.Count is > 1 and <= MostWords && words[0].IsCapitalised && !line.Exists(token => token.Kind == TokenKind.Digits || token.IsSign(':'))
            && (IsForm(words[0].Text, noun) || IsForm(words[^1].Text, noun));
    }

    /// <summary>Whether a word is a noun in another form.</summary>
    public static bool IsForm(string word, string noun)
    {
        var common = 0;
        while (common < Math.Min(word.Length, noun.Length) && char.ToUpperInvariant(word[common]) == char.ToUpperInvariant(noun[common]))
        {
            common++;
        }

        return common >= LeastOfStem && word.Length - common < MostOfEnding && noun.Length - common < MostOfEnding;
    }
}
