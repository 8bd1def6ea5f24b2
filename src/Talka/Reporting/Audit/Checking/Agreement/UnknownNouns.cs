using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Agreement;

/// <summary>Nouns that are not known one by one, in a form whose ending says, by itself or where it stands, whether it is of one or of several: <c>31 lasītāji</c>, <c>12 iesniegums</c>.</summary>
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
    // “64 nosaukumi: 41 daiļliteratūra, 15 bērnu literatūra”: of what sort they are.
    private static readonly string[] OfSorts = ["literatūra", "kultūra"];
    private static readonly string[] LatvianOfSelf = ["ījos", "ējos", "ājos", "ojos", "šos", "visos", "dažos", "citos", "kuros", "abos"];
    private static readonly string[] LatvianDone = ["ts", "ta", "ti", "tas"];
    private static readonly string[] AfterLatvian = ["un", "tika", "no", "ar", "par", "kas", "kurš", "kura"];

    /// <summary>Each number with a noun that is not in its form, and whether it should be of one.</summary>
    public static IEnumerable<(Span Where, long Count, bool NeedsSingular)> Of(Passage passage)
    {
        var tokens = passage.Tokens;
        for (var at = 0; at + 1 < tokens.Count; at++)
        {
            if (tokens[at] is not { Kind: TokenKind.Digits, Quoted: false } || CountGrammar.Number(tokens, at) is not var (count, end, _) || IsYear(at, count, end))
            {
                continue;
            }

            var noun = tokens.Peek(end);
            if (noun is { Kind: TokenKind.Word, Quoted: false, IsCapitalised: false, SpaceBefore: true }
                && noun.Text.Length >= (Ends(noun, LatvianSoft) ? LeastOfSoft : LeastLetters) && CountNoun.At(tokens, end) is null && !IsOfNameBefore(tokens, at, end)
                && NeedsSingular(tokens, at, end, count) is { } needsSingular)
            {
                yield return (Span.Between(tokens[at].Start, noun.End), count, needsSingular);
            }

            at = end - 1;
        }
    }

    // “skolēni 51   audzinātāji 14”: each number stands after its name.
    private static bool IsOfNameBefore(IReadOnlyList<Token> tokens, int number, int noun) => tokens.Peek(noun + 1) is { Kind: TokenKind.Digits, SpaceBefore: true }
        && tokens.Peek(number - 1).Kind == TokenKind.Word && (tokens.Peek(number - 2).Kind == TokenKind.Digits || CountNoun.At(tokens, number - 1) is not null);

    private static bool? NeedsSingular(IReadOnlyList<Token> tokens, int number, int noun, long count)
    {
        var isOne = count % 10 == 1 && count % 100 != 11;
        return isOne ? !tokens[noun].StartsWith(LonePlural.OfSeveralAlone) && IsOfSeveral(tokens, number, noun, count) ? true : null : count > 1 && IsOfOne(tokens, number, noun) ? false : null;
    }

    private static bool IsOfSeveral(IReadOnlyList<Token> tokens, int number, int noun, long count)
    {
        var word = tokens[noun];
        return Ends(word, LatvianOfSeveral) || IsLocativeOfSeveral(tokens, number, noun) || Ends(word, LatvianSoft) || (count > 1 && Ends(word, LatvianOfSeveralMen))
            || (word.Text[^1] == 'i' && !word.Is("reizi", "nakti") && LonePlural.IsNominative(tokens, number, noun + 1))
            || (Ends(word, LatvianOfEither) && (count > 1 ? LonePlural.IsOfUnknown(tokens, number, noun + 1) : IsListed(tokens, number, noun)));
    }

    // “veikta 21 parkos un 14 kapsētās”: -os is of several, but of a verb, “mācījos”; elsewhere, “vizītes: 1151 pansionātos”, it says only where they were.
    private static bool IsLocativeOfSeveral(IReadOnlyList<Token> tokens, int number, int noun) => tokens[noun] is { Text: [_, _, _, .., 'o', 's'] } word
        && !Ends(word, LatvianOfSelf) && tokens.Peek(number - 1) is { Kind: TokenKind.Word, Quoted: false, Text.Length: > 4 } done && Ends(done, LatvianDone)
        && (tokens.Peek(noun + 1).Kind == TokenKind.Sign || tokens.Peek(noun + 1).Is("un", "ar", "par"));

    private static bool IsOfOne(IReadOnlyList<Token> tokens, int number, int noun)
    {
        var (word, after) = (tokens[noun], tokens.Peek(noun + 1));
        return !IsLabel(tokens, noun) && !Ends(word, OfSorts) && (after.Kind != TokenKind.Word || after.Is(AfterLatvian))
            && (Ends(word, LatvianOfOne) || Ends(word, LatvianOfOneThing) || IsOfOneBesideSeveral(tokens.Peek(number - 1), word, after));
    }

    // “godalgoti 3 darbs.”, “nomainītas 11 caurteka,”: the participle is of several, and nothing follows that the noun could be of.
    private static bool IsOfOneBesideSeveral(Token participle, Token noun, Token after) => LonePlural.IsDoneSeveral(participle) && (after.IsSign('.') || after.IsSign(',') || after.IsSign(';'))
        && (participle.Text[^1] == 'i' ? noun.Text is [_, _, .., not ('a' or 'e' or 'u' or 'o' or 'ā' or 'ē' or 'ī'), 's' or 'š'] : noun.Text is [_, _, .., 'a'] or [_, .., not 'i', 'e']);

    // “: 1 ārstes, 16 medmāsas”: each is counted by its own number, and none goes on with whose it is.
    private static bool IsListed(IReadOnlyList<Token> tokens, int number, int noun) =>
        (tokens.Peek(number - 1).IsSign(':') || tokens.Peek(number - 1).IsSign(',')) && tokens.Peek(noun + 1).IsSign(',') && tokens.Peek(noun + 2).Kind == TokenKind.Digits;

    // “godalgoti 12”, and in the next line “vērtējums: labi”: what the next line is about.
    private static bool IsLabel(IReadOnlyList<Token> tokens, int noun) => tokens.Peek(noun + 1).IsSign(':') && tokens.Peek(noun + 2).SpaceBefore;

    // “2022 atlikums”: of a year.
    private static bool IsYear(int number, long count, int end) => count is >= 1990 and <= 2100 && end == number + 1;

    private static bool Ends(Token word, string[] endings) => Array.Exists(endings, ending => word.Text.EndsWith(ending, StringComparison.Ordinal));
}
