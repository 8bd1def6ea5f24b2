using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>What stands twice in one enumeration after a colon: a place among places that each are one, a day with its title among others.</summary>
internal static class RepeatedNames
{
    private const int LeastItems = 4;
    private const int MostOfName = 3;
    private const int MostOfLead = 12;

    // Of which one name is one: not towns where seminars were, which may come again.
    private static readonly Stems Institutions = ["skol", "bibliotēk", "muzej", "novad", "pašvald", "pilsēt", "pagast", "slimnīc", "bērnudārz", "iestād", "baznīc", "ciem",
        "draudz", "biedrīb",
        "school", "librar", "museum", "municipal", "towns", "cities", "village", "parish", "hospital", "kindergarten", "institution", "church", "association"];

    private static readonly Stems Ways = ["maršrut", "brauc", "ceļ", "secīb", "kārtīb", "route", "trip", "tour", "order", "via", "stop"];

    private static readonly string[] Locatives = ["ā", "ē", "ī", "ū", "os", "ās", "ēs", "īs"];

    /// <summary>The item where it stands first and where it stands again.</summary>
    public static IEnumerable<(Passage Passage, Span First, Span Again)> Of(ReadSummary summary)
    {
        foreach (var passage in summary.In(SummarySection.Description).Where(passage => !passage.IsLabel))
        {
            foreach (var sentence in Sentences.Of(passage.Tokens))
            {
                if (Repeated(passage.Tokens, sentence) is var (first, again))
                {
                    yield return (passage, first, again);
                }
            }
        }
    }

    private static (Span First, Span Again)? Repeated(IReadOnlyList<Token> tokens, TokenRange sentence)
    {
        var colon = Enumerable.Range(sentence.First, sentence.End - sentence.First).FirstOrDefault(at => tokens[at].IsSign(':')
            && tokens[at] is { Quoted: false, SpaceBefore: false } && tokens.Peek(at + 1).SpaceBefore, -1);
        if (colon < 0)
        {
            return null;
        }

        var items = Items(tokens, colon + 1, sentence.End);
        var lead = Enumerable.Range(sentence.First, colon - sentence.First).Select(at => tokens[at]).ToList();
        var areNames = items.Count >= LeastItems && lead.Count <= MostOfLead && items.TrueForAll(item => IsName(tokens, item))
            && lead.Exists(token => token.StartsWith(Institutions))
            && !lead.Exists(token => WorkWords.IsEvent(token) || token.StartsWith(Ways) || token.Kind == TokenKind.Digits);
        var seen = new Dictionary<string, Span>();
        foreach (var item in items.Where(item => areNames || IsDayWithTitle(tokens, item)))
        {
            var span = Span.Between(tokens[item.First].Start, tokens[item.End - 1].End);
            var text = string.Join(' ', Enumerable.Range(item.First, item.End - item.First).Select(at => tokens[at].Text.ToUpperInvariant()));
            if (!seen.TryAdd(text, span))
            {
                return (seen[text], span);
            }
        }

        return null;
    }

    private static List<TokenRange> Items(IReadOnlyList<Token> tokens, int from, int end)
    {
        var (items, first) = (new List<TokenRange>(), from);
        end -= end > from && tokens[end - 1] is { Kind: TokenKind.Sign, Text: "." or ";" } ? 1 : 0;
        for (var at = from; at <= end; at++)
        {
            if (at == end || (!tokens[at].Quoted && (tokens[at].IsSign(',') || tokens[at].Is("un", "and"))))
            {
                if (at > first)
                {
                    items.Add(new(first, at));
                }

                first = at + 1;
            }
        }

        return items;
    }

    private static bool IsName(IReadOnlyList<Token> tokens, TokenRange item) => item.End - item.First <= MostOfName
        && Enumerable.Range(item.First, item.End - item.First).All(at => tokens[at] is { Kind: TokenKind.Word, Text.Length: > 2 }) && tokens[item.First].IsCapitalised
        && !Array.Exists(Locatives, ending => tokens[item.End - 1].Text.EndsWith(ending, StringComparison.Ordinal));

    // “11.04. „Adopcija””
    private static bool IsDayWithTitle(IReadOnlyList<Token> tokens, TokenRange item) => DateGrammar.Read(tokens, item.First) is { IsRange: false, From.Day: not null } date
        && date.End < item.End
        && Enumerable.Range(date.End, item.End - date.End).Any(at => tokens[at] is { Quoted: true, Kind: TokenKind.Word });
}
