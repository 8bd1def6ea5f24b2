using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Counts;

/// <summary>Nouns that are not known one by one, in a form whose ending says by itself whether it is of one or of several: <c>1 callers</c>, <c>31 lasītāji</c>, <c>12 iesniegums</c>.</summary>
internal static class UnknownNouns
{
    private const int LeastLetters = 5;
    private const int LeastOfSoft = 4;

    // Endings that no other case and no other word class has.
    private static readonly string[] LatvianOfSeveral = ["tāji", "ēji", "nieki", "umi", "iņi", "isti", "āri", "oki"];

    // After a softened consonant an -i is of several; after these suffixes of one woman too, whom “31” does not count.
    private static readonly string[] LatvianSoft = ["ņi", "ļi", "ži"];
    private static readonly string[] LatvianOfSeveralMen = ["enti", "anti", "ori"];
    private static readonly string[] LatvianOfEither = ["as", "es"];
    private static readonly string[] LatvianOfOne = ["tājs", "ējs", "nieks", "ums", "iņš", "ists", "ārs", "ors", "ents", "ants"];
    // Of one woman or thing: “24 videopamācība”. A verb of the past ends in -ja, and -a alone in the genitive too.
    private static readonly string[] LatvianOfOneThing = ["ība", "šana", "ācija", "tūra", "niece"];
    private static readonly string[] EnglishOfSeveral = ["ers", "ors", "ists", "ions", "ments", "ings", "ees", "ants", "ents", "shops", "alls", "ours", "ets", "tres", "ives"];
    private static readonly string[] EnglishAdjectives = ["al", "ous", "ful", "ary"];
    private static readonly string[] EnglishOfOneToo = ["headquarters", "offers", "covers", "enters", "mentions", "presents", "meets", "gets", "lets", "calls", "sees"];

    private static readonly string[] BeforeEnglish = ["and", "with", "of", "only", "for", "to", "from", "had", "were", "was", "by", "gave", "received", "held", "including",
        "just", "where", "when", "that", "which"];
    private static readonly string[] AfterEnglish = ["and", "of", "in", "from", "were", "was", "at", "with", "who", "out", "on", "per", "for", "had", "has", "took", "came",
        "joined", "gave", "received", "got", "applied", "wrote", "asked", "told", "said", "sent", "met", "worked", "helped"];
    private static readonly string[] AfterLatvian = ["un", "tika", "no", "ar", "par", "kas", "kurš", "kura"];

    /// <summary>Each number with a noun that is not in its form, and whether it should be of one.</summary>
    public static IEnumerable<(Span Where, long Count, bool NeedsSingular)> Of(Passage passage, bool english)
    {
        var tokens = passage.Tokens;
        for (var at = 0; at + 1 < tokens.Count; at++)
        {
            if (tokens[at] is not { Kind: TokenKind.Digits, Quoted: false } || CountGrammar.Number(tokens, at) is not var (count, end, _) || IsYear(at, count, end))
            {
                continue;
            }

            var noun = tokens.Peek(end);
            if (english && count == 1 && (CountGrammar.IsEmpty(noun) || Ends(noun, EnglishAdjectives)) && noun is { Kind: TokenKind.Word, Quoted: false })
            {
                noun = tokens.Peek(++end); // “1 new samplers”
            }

            if (noun is { Kind: TokenKind.Word, Quoted: false, IsCapitalised: false, SpaceBefore: true }
                && noun.Text.Length >= (Ends(noun, LatvianSoft) ? LeastOfSoft : LeastLetters) && CountNoun.At(tokens, end) is null && !IsOfNameBefore(tokens, at, end)
                && (english ? English(tokens, at, end, count) : Latvian(tokens, at, end, count)) is { } needsSingular)
            {
                yield return (Span.Between(tokens[at].Start, noun.End), count, needsSingular);
            }

            at = end - 1;
        }
    }

    // “skolēni 51   audzinātāji 14”: each number stands after its name.
    private static bool IsOfNameBefore(IReadOnlyList<Token> tokens, int number, int noun) => tokens.Peek(noun + 1) is { Kind: TokenKind.Digits, SpaceBefore: true }
        && tokens.Peek(number - 1).Kind == TokenKind.Word && (tokens.Peek(number - 2).Kind == TokenKind.Digits || CountNoun.At(tokens, number - 1) is not null);

    private static bool? Latvian(IReadOnlyList<Token> tokens, int number, int noun, long count)
    {
        var isOne = count % 10 == 1 && count % 100 != 11;
        var after = tokens.Peek(noun + 1);
        return isOne && (Ends(tokens[noun], LatvianOfSeveral) || Ends(tokens[noun], LatvianSoft) || (count > 1 && Ends(tokens[noun], LatvianOfSeveralMen))) ? true
            : isOne && count > 1 && Ends(tokens[noun], LatvianOfEither) && LonePlural.IsOfUnknown(tokens, number, noun + 1) ? true
            : !isOne && count > 1 && (Ends(tokens[noun], LatvianOfOne) || Ends(tokens[noun], LatvianOfOneThing)) && !IsLabel(tokens, noun) && (after.Kind != TokenKind.Word
                || after.Is(AfterLatvian)) ? false
            : null;
    }

    // “godalgoti 12”, and in the next line “vērtējums: labi”: what the next line is about.
    private static bool IsLabel(IReadOnlyList<Token> tokens, int noun) => tokens.Peek(noun + 1).IsSign(':') && tokens.Peek(noun + 2).SpaceBefore;

    // “2022 atlikums”: of a year.
    private static bool IsYear(int number, long count, int end) => count is >= 1990 and <= 2100 && end == number + 1;

    // “Year 1 covers …” numbers a year, and counts nothing.
    private static bool? English(IReadOnlyList<Token> tokens, int number, int noun, long count)
    {
        var (before, after) = (tokens.Peek(number - 1), tokens.Peek(noun + 1));
        return count == 1 && Ends(tokens[noun], EnglishOfSeveral) && (!tokens[noun].Is(EnglishOfOneToo) || after.Is("out", "of")) && (number == 0 || before.Is(BeforeEnglish) || (before.Kind == TokenKind.Sign && !before.IsDash && before.Text[0] is not ('.' or '/')) || FullSentences.IsEnd(tokens, number - 1))
            && (after.Kind != TokenKind.Word || after.Is(AfterEnglish)) ? true : null;
    }

    private static bool Ends(Token word, string[] endings) => Array.Exists(endings, ending => word.Text.EndsWith(ending, StringComparison.Ordinal));
}
