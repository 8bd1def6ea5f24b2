using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Words that say that one person or thing may be in several of the parts, so that the parts need not add up to the total.</summary>
internal static class CountedTwice
{
    private const int Around = 8;
    private const int LongestSentence = 60;
    private const int NearYear = 4;
    private const int LeastOfStem = 3;
    private const int MostOfEnding = 3;

    private static readonly Stems OfEachOnce = ["dažād", "unikāl", "atšķirīg", "different", "unique", "distinct"];
    private static readonly Stems OfPeopleOnce = ["individual", "separate", "atsevišķ"];
    private static readonly Stems Several = ["several", "multiple", "many", "more", "vairāk", "dažas", "daudzas"];
    private static readonly Stems Answers = ["answer", "repl", "choice", "option", "reason", "response", "atbild", "iemesl", "variant", "izvēl", "jom", "tēm"];
    private static readonly Stems Without = ["neskait", "neieskait", "izņem", "excluding", "except"];
    private static readonly string[] Some = ["some", "many", "most", "few", "part", "daži", "dažas", "daļa", "vairāki", "vairākas", "daudzi", "citi", "lielākā"];
    private static readonly string[] Everywhere = ["both", "several", "twice", "repeatedly", "abos", "abās", "abiem", "abām", "vairākos", "vairākās",
        "vairākas", "vairākus", "vairākiem", "vairākām", "divreiz", "atkārtoti", "vairākkārt", "abas", "abus"];

    /// <summary>“58 dažādi cilvēki”, “41 people, each counted once”; or the sentence, or the one right after it, says that some were in several of the parts.</summary>
    public static bool IsSaid(CountFact total)
    {
        var tokens = total.Passage.Tokens;
        return Enumerable.Range(total.First, total.End - total.First).Concat(Clause(total)).Any(at => IsOnce(tokens, at, total.CountsPeople)) || SaysSeveral(tokens, total.First, total.CountsPeople || total.Noun is null ? 2 : 1)
            || SaysWhy(tokens, total.End) || LeavesOut(tokens, total.End);
    }

    // “kopā 219 dalībnieku (skolēnus neskaitot)”, “312 people in all, not counting the school”: a part is told that is not in the total.
    private static bool LeavesOut(IReadOnlyList<Token> tokens, int end)
    {
        for (var at = end; at < tokens.Count && at - end < 2 * Around && !FullSentences.IsEnd(tokens, at); at++)
        {
            if (tokens[at].StartsWith(Without) || (tokens[at].Is("not") && tokens.Peek(at + 1).Is("counting", "counted", "including", "included")))
            {
                return true;
            }
        }

        return false;
    }

    // “kopā 71 cilvēks, jo …”: who says why the total is such has seen that it is not that of the parts.
    private static bool SaysWhy(IReadOnlyList<Token> tokens, int end) => Enumerable.Range(end, Around).TakeWhile(at => at < tokens.Count && !FullSentences.IsEnd(tokens, at))
        .Any(at => tokens[at].Is("because") || (tokens[at].IsSign(',')
            && (tokens.Peek(at + 1).Is("jo", "since", "as") || (tokens.Peek(at + 1).Is("tā") && tokens.Peek(at + 2).Is("kā")))));

    /// <summary>“Abos braucienos kopā”, “in all three modules together”: of several occasions, to which one may have come more than once.</summary>
    public static bool IsOfSeveral(CountFact total) => Clause(total).Any(at => total.Passage.Tokens[at].Is("abos", "abās", "visos", "visās", "both", "either") || (total.Passage.Tokens[at].Is("all") && NumberWords.Of(total.Passage.Tokens.Peek(at + 1)) is not null));

    /// <summary>“Pielāgots 31 mājoklis: … Piecos mājokļos veikti divi darbi”: so many of the same thing as the parts are too many, told of right after them.</summary>
    public static bool IsSaidOf(CountFact total, long more)
    {
        var tokens = total.Passage.Tokens;
        var ends = 0;
        for (var at = total.End; more > 0 && at < tokens.Count && at - total.End < 2 * LongestSentence && ends < 2; at++)
        {
            if (ends > 0 && CountGrammar.Number(tokens, at) is var (value, end, _) && value == more && IsSame(Thing(total), tokens.Peek(end)))
            {
                return true;
            }

            ends += FullSentences.IsEnd(tokens, at) ? 1 : 0;
        }

        return false;
    }

    private static Token Thing(CountFact total) => total.Passage.Tokens.Peek(CountGrammar.Number(total.Passage.Tokens, total.First)?.End ?? total.First + 1);

    // In another case, perhaps.
    private static bool IsSame(Token one, Token other) =>
        one.Kind == TokenKind.Word && one.Text.Length > LeastOfStem && other.StartsWith(one.Text[..Math.Max(LeastOfStem, one.Text.Length - MostOfEnding)]);

    private static bool IsOnce(IReadOnlyList<Token> tokens, int at, bool people) => !tokens[at].Quoted
        && (tokens[at].StartsWith(OfEachOnce) || (people && tokens[at].StartsWith(OfPeopleOnce)) || (tokens[at].Is("once", "reizi") && tokens.Peek(at - 1).Is("counted", "only", "just", "tikai", "vienu")));

    private static IEnumerable<int> Clause(CountFact total)
    {
        var tokens = total.Passage.Tokens;
        for (var at = total.First - 1; at >= 0 && total.First - at <= Around && !EndsClause(tokens[at]); at--)
        {
            yield return at;
        }

        for (var at = total.End; at < tokens.Count && at - total.End < Around && !EndsClause(tokens[at]); at++)
        {
            yield return at;
        }
    }

    private static bool EndsClause(Token token) => token.IsSign(';') || token.IsSign('.') || token.IsSign(':') || token.IsSign('(') || token.IsSign(')');

    // “several answers were possible”, “some came to both”, “15 no tiem – abos”
    private static bool SaysSeveral(IReadOnlyList<Token> tokens, int first, int sentences)
    {
        var ends = 0;
        var some = false;
        for (var at = Math.Max(0, Start(tokens, first)); at < tokens.Count && at - first < 2 * LongestSentence && ends < sentences; at++)
        {
            if (FullSentences.IsEnd(tokens, at))
            {
                (some, ends) = (false, ends + (at > first ? 1 : 0));
                continue;
            }

            var token = tokens[at];
            if (token.Quoted)
            {
                continue;
            }

            if (token.StartsWith(Several) && (tokens.Peek(at + 1).StartsWith(Answers) || tokens.Peek(at + 2).StartsWith(Answers)))
            {
                return true;
            }

            some |= token.Is(Some) || (tokens.Peek(at - 1).IsSign(';') && (token.Kind == TokenKind.Digits || NumberWords.Of(token) > 1))
                || (token.Kind == TokenKind.Digits && tokens.Peek(at + 1).Is("of", "no")) || (CountWords.AfterPartWords(tokens, at) is not null);
            if (some && (token.Is(Everywhere) || IsAgain(tokens, at)))
            {
                return true;
            }
        }

        return false;
    }

    // “piecas no tām bija apmeklētas arī 2023. gadā”, “of whom 141 had been with us already in year I”
    private static bool IsAgain(IReadOnlyList<Token> tokens, int at) => tokens[at].Is("arī", "jau", "also", "already", "again", "vēlreiz") && Enumerable.Range(at + 1, NearYear)
        .Any(next => tokens.Peek(next) is { Kind: TokenKind.Digits, Text: ['2', '0', _, _] } || tokens.Peek(next).StartsWith("iepriekš")
            || tokens.Peek(next).Is("previous", "earlier") || (next < tokens.Count && YearNameGrammar.Read(tokens, next) is not null));

    private static int Start(IReadOnlyList<Token> tokens, int first)
    {
        var at = first;
        while (at > 0 && first - at < LongestSentence && !FullSentences.IsEnd(tokens, at - 1))
        {
            at--;
        }

        return at;
    }
}
