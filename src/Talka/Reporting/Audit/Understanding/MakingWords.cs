using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Words for the making of something that one day is there.</summary>
internal static class MakingWords
{
    private const int MostOfMade = 12;

    // Of nouns: “izstrāde”, “projektēšanu”
    public static readonly Stems Nouns = ["izstrād", "izveid", "sagatavošan", "veidošan", "projektēšan", "vākšan", "rakstīšan", "sastādīšan", "apkopošan", "tulkošan",
        "filmēšan", "montāž", "digitalizēšan", "digitalizācij", "maketēšan", "ierīkošan", "būvniecīb", "sacerēšan", "zīmēšan", "programmēšan",
        "ierakstīšan", "ieskaņošan", "ierunāšan", "pārrakstīšan", "atšifrēšan", "skenēšan", "noskenēšan", "kartēšan", "izgatavošan", "drukāšan", "iespiešan", "ilustrēšan",
            "restaurēšan", "restaurācij", "būvēšan"];

    // After “to”: “has begun to translate the diaries”
    private static readonly string[] ToMake = ["translate", "write", "compile", "draft", "develop", "design", "build", "prepare", "edit", "film", "digitise", "digitize",
        "transcribe", "catalogue", "collect"];

    private static readonly string[] ToMakeInLatvian = ["veidot", "izstrādāt", "rakstīt", "tulkot", "sagatavot", "gatavot", "apkopot", "digitalizēt", "sastādīt", "montēt",
        "pārbaudīt", "filmēt"];

    private static readonly string[] ToMakeOne = ["rakstīt", "tulkot", "sastādīt", "montēt", "filmēt", "izstrādāt", "zīmēt", "digitalizēt"];

    // “begun to work on …”, “began to be written”
    private static readonly string[] ToMakeMore = ["work", "make", "create", "produce", "record", "publish", "put", "set", "be"];

    /// <summary>A noun for making, or in English the same as a verb.</summary>
    public static bool Is(Token token) => !token.Quoted && (token.Is("translating", "recording", "drafting", "compiling", "writing", "designing", "design", "development",
        "preparation", "compilation", "creation", "construction",
        "translation", "editing", "filming", "layout", "programming") || (token.StartsWith(Nouns) && token.Text[^1] is 'a' or 'u' or 'e' or 'i'));

    /// <summary>“to translate the diaries”, “tulkot”, right after a verb of beginning.</summary>
    public static bool IsToMake(IReadOnlyList<Token> tokens, int at, int verb) => IsToMakeInEnglish(tokens, at, verb) || (tokens[at].Is(ToMakeInLatvian) && at == verb + 1);

    public static bool IsToMakeInEnglish(IReadOnlyList<Token> tokens, int at, int verb) =>
        tokens[at].Is(ToMake) && at == verb + 2 && tokens[at - 1].Is("to") && tokens.Peek(at + 1).Is("the", "a", "an", "its", "our", "their");

    /// <summary>“sākām rakstīt augu noteicēju ar attēliem”: we ourselves, and one thing, which stands in the accusative before what is said of it.</summary>
    public static bool IsToMakeOne(IReadOnlyList<Token> tokens, int at, int verb)
    {
        if (at != verb + 1 || !tokens[at].Is(ToMakeOne) || !tokens[verb].Text.EndsWith("ām", StringComparison.Ordinal))
        {
            return false;
        }

        var end = at + 1;
        while (end - at < MostOfMade && tokens.Peek(end) is { Kind: TokenKind.Word, Quoted: false } word && !word.Is(Prepositions) && !word.Is("un", "kas", "ko", "kurā", "kur"))
        {
            end++;
        }

        return end > at + 1 && tokens[end - 1] is { IsCapitalised: false, Text: [_, _, _, _, .., 'u' or 'i'] };
    }

    /// <summary>After what is made they say what it is of.</summary>
    public static readonly string[] Prepositions = ["of", "for", "about", "with", "in", "from", "by", "ar", "par", "no", "uz", "pēc", "kā"];

    /// <summary>Stem of what is made: “noteicēju” without its ending for who does it would be the verb, “noteica”.</summary>
    public static string StemOf(string made) => made.EndsWith("ēju", StringComparison.OrdinalIgnoreCase) || made.EndsWith("tāju", StringComparison.OrdinalIgnoreCase)
        ? made[..^1].ToUpperInvariant() : Undertaking.Stem(made);

    /// <summary>“begun to study history”: to do something by which nothing is made.</summary>
    public static bool IsToDoOther(IReadOnlyList<Token> tokens, int verb) => tokens.Peek(verb + 1).Is("to") && !tokens.Peek(verb + 2).Is(ToMake)
        && !tokens.Peek(verb + 2).Is(ToMakeMore);
}
