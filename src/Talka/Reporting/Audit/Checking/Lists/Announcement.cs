using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>Whether what stands below a passage can be nothing but what it counts: <c>Gada laikā notika četri semināri:</c></summary>
internal static class Announcement
{
    private const int MostAfterCount = 3;
    private const int MostAfterFollowing = 9;
    private const int MostAfterDone = 10;
    private const int MostAfterSubject = 16;
    private const int MostBefore = 8;
    private const int MostAfter = 24;

    private static readonly Stems Held = ["notika", "rīko", "sarīko", "organiz", "noorganiz", "novad", "held", "organis", "deliver", "arranged", "conducted"];
    private static readonly string[] Done = ["made", "held", "run", "given", "built", "chosen", "set", "written", "told", "seen", "found", "bought",
        "taught", "shown",
        "sent", "drawn", "carried", "done"];

    // What goes on after a comma with the same things.
    private static readonly string[] OfTheSame = ["all", "each", "every", "most", "one", "together", "with", "in", "at", "for", "mostly", "mainly",
        "again", "led", "held", "open", "free",
        "visi", "visas", "katrs", "katra", "katru", "kopā", "ar", "pa", "galvenokārt", "pārsvarā", "atkal", "vairums", "lielākoties", "vadīja"];

    // What is listed below is of something else.
    private static readonly string[] OfClauses = ["bet", "but", "which", "whose", "where", "kur", "kuros", "kurās", "kuru", "kas"];
    private static readonly string[] OfOthers = ["un", "and", .. OfClauses];

    /// <summary>A verb for what one holds.</summary>
    public static bool IsHolding(Token token) => token.StartsWith(Held);

    /// <summary>The count ends its passage with a colon, but for a word or two: <c>Notika šādas trīs mācību dienas brīvprātīgajiem:</c></summary>
    public static bool EndsWith(StatedCount stated)
    {
        var (tokens, fact) = (stated.Tokens, stated.Fact);
        if (tokens[^1].IsSign(':') && tokens.Count > fact.End + 1 && tokens[^2].IsSign(')') && tokens.Peek(fact.End).IsSign('(')
            && !tokens.AnyIn(fact.End + 1, tokens.Count - 2, token => token.IsSign('(') || token.IsSign(')')))
        {
            return true; // “4 brošūras (katra 24 lpp.):”
        }

        var most = tokens.Peek(fact.First - 1).Is(ListWords.Following) ? MostAfterFollowing : MostAfterCount;
        return tokens[^1].IsSign(':') && tokens.Count - 1 - fact.End <= most && !tokens.AnyIn(fact.End, tokens.Count - 1, token => token.Kind == TokenKind.Sign);
    }

    /// <summary>
    /// Nothing but a verb and where or for whom stands around the count: <c>Izstrādātas četras programmas jauniešu darbam:</c>, <c>Four maps of the
    /// area were drawn:</c>
    /// </summary>
    public static bool IsOfDone(StatedCount stated)
    {
        var (tokens, fact, end) = (stated.Tokens, stated.Fact, stated.Tokens.Count - 1);
        if (end - fact.End is < 1 or > MostAfterDone || !tokens[^1].IsSign(':') || tokens.AnyIn(fact.End, end, token => token.Kind != TokenKind.Word
            || token.IsNumber())
            || tokens.AnyIn(fact.End, end, token => token.Is("which", "where", "whose", "who", "kas", "kur", "kuros", "kurās")))
        {
            return false;
        }

        var last = tokens[^2];
        return (Begins(tokens, fact.First) && (last.EndsWith("ed") || last.Is(Done))
            && tokens.AnyIn(fact.End, end, token => token.Is("were", "are", "was", "been")))
            || (tokens.Peek(fact.First - 1) is { Kind: TokenKind.Word, Quoted: false, Text.Length: > 4 } verb
            && verb.EndsWith("tas", "šas", "ti", "ši", "notika")
                && !tokens.AnyIn(fact.End, end, token => token.Is(ListWords.Prepositions) || token.Is(OfOthers) || token.Is("starp", "pēc")) && IsSingular(last));
    }

    /// <summary>
    /// A sentence whose subject is what is counted, and which names nothing else of which there could be several: <c>Five dogs finished the training in the first
    /// year:</c>, <c>Pieci suņi pabeidza apmācību pirmajā gadā:</c>
    /// </summary>
    public static bool IsOfSubject(StatedCount stated)
    {
        var (tokens, fact, end) = (stated.Tokens, stated.Fact, stated.Tokens.Count - 1);
        return tokens[^1].IsSign(':') && end - fact.End is > 1 and <= MostAfterSubject && !stated.IsOblique && Begins(tokens, fact.First)
            && !tokens.AnyIn(fact.End, end, token => token.Kind != TokenKind.Word || token.IsNumber() || token.Is(OfClauses) || token.Is("about", "par", "following"))
            && (stated.IsEnglish ? !tokens.AnyIn(fact.End, end, token => token.Text.Length > 3 && token.EndsWith("s")) : IsSingular(tokens[^2]));
    }

    // “… jauniešu darbam:”, “… darba meklēšanā:”: in the singular it is no name of what is listed.
    private static bool IsSingular(Token word) => word.Text.Length > 3 && word.EndsWith("am", "im", "ā", "ē", "ī");

    /// <summary>Held it was, and how many times, above a list of days: <c>Rudenī notika 5 ekspedīcijas, kurās apsekotas piemiņas vietas:</c>, <c>Five workshops
    /// were held for pupils and parents:</c></summary>
    public static bool IsOfHeld(StatedCount stated)
    {
        var (tokens, fact) = (stated.Tokens, stated.Fact);
        if (!(stated.IsOfEvents || fact.Noun is null) || stated.IsOblique || !tokens[^1].IsSign(':') || tokens.AnyIn(fact.End, tokens.Count, token => token.IsNumber() || token.Is(ListWords.Following)))
        {
            return false;
        }

        return stated.IsEnglish && Begins(tokens, fact.First) && tokens.Peek(fact.End).Is("were") && IsHeld(tokens, fact.End)
            ? !tokens.AnyIn(fact.End, tokens.Count - 1, token => token.Kind != TokenKind.Word || token.Is(OfClauses))
            : IsHolding(tokens.Peek(fact.First - 1)) && tokens.Peek(fact.End).IsSign(',') && tokens.Peek(fact.End + 1).Is("kuros", "kurās", "where")
                && !Enumerable.Range(fact.End + 2, tokens.Count - fact.End - 2).Any(at => tokens[at].IsSign(','));
    }

    /// <summary>
    /// A sentence of its own tells of nothing but what it counts: <c>Four audits were carried out, all of them with the parents' council:</c>
    /// </summary>
    public static bool IsAlone(StatedCount stated)
    {
        var (tokens, fact, end) = (stated.Tokens, stated.Fact, stated.Tokens.Count - 1);
        // “Notika trīs apmācības skolotājiem un vecākiem:”
        if (tokens[^1].IsSign(':') && IsHolding(tokens.Peek(fact.First - 1)) && end - fact.End <= MostAfterFollowing
            && !tokens.AnyIn(fact.End, end, token => token.Kind == TokenKind.Sign))
        {
            return true;
        }

        var first = fact.First;
        while (first > 0 && fact.First - first < MostBefore && !FullSentences.IsEnd(tokens, first - 1))
        {
            first--;
        }

        if (!tokens[^1].IsSign(':') || !Begins(tokens, first) || end - fact.End >= MostAfter
            || tokens.AnyIn(first, fact.First, token => token.Kind == TokenKind.Sign && !token.IsSign('.')))
        {
            return false;
        }

        for (var at = fact.End; at < end; at++)
        {
            var token = tokens[at];
            if (token.IsSign(',') ? !tokens.Peek(at + 1).Is(OfTheSame)
                : token.Is(OfOthers) || (token.Kind == TokenKind.Sign && !token.Quoted && !token.IsSign('\'') && !token.IsSign('’')))
            {
                return false;
            }
        }

        return Enumerable.Range(first, end - first).Any(at => IsHeld(tokens, at));
    }

    private static bool Begins(IReadOnlyList<Token> tokens, int first) => first == 0 || FullSentences.IsEnd(tokens, first - 1) || IsAfterTime(tokens, first);

    // “During the year five guides were written:”
    private static bool IsAfterTime(IReadOnlyList<Token> tokens, int first)
    {
        var begin = first;
        while (begin > 0 && first - begin <= MostAfterCount && tokens[begin - 1].Kind == TokenKind.Word && !FullSentences.IsEnd(tokens, begin - 1))
        {
            begin--;
        }

        return first - begin is > 1 and <= MostAfterCount && (begin == 0 || FullSentences.IsEnd(tokens, begin - 1)) && tokens[begin].Is("during", "over", "in", "within")
            && tokens[first - 1].Is("year", "autumn", "spring", "summer", "winter", "months", "period");
    }

    private static bool IsHeld(IReadOnlyList<Token> tokens, int at) => IsHolding(tokens[at])
        || (tokens[at].Is("took") && tokens.Peek(at + 1).Is("place"))
        || (tokens[at].Is("were", "was") && (tokens.Peek(at + 1).Is(Done) || IsHolding(tokens.Peek(at + 1))));
}
