using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Words for the making of something that one day is there.</summary>
internal static class MakingWords
{
    private const int MostOfMade = 12;
    private const int MostSteady = 3;
    private const int ShortPlural = 5;

    // Of nouns: “izstrāde”, “projektēšanu”
    public static readonly Stems Nouns = ["izstrād", "izveid", "sagatavošan", "veidošan", "projektēšan", "vākšan", "rakstīšan", "sastādīšan", "apkopošan", "tulkošan",
        "filmēšan", "montāž", "digitalizēšan", "digitalizācij", "maketēšan", "ierīkošan", "būvniecīb", "sacerēšan", "zīmēšan", "programmēšan",
        "ierakstīšan", "ieskaņošan", "ierunāšan", "pārrakstīšan", "atšifrēšan", "skenēšan", "noskenēšan", "kartēšan", "izgatavošan", "drukāšan", "iespiešan", "ilustrēšan",
            "restaurēšan", "restaurācij", "būvēšan", "celtniecīb", "būvdarb", "izbūv", "pārbūv", "rekonstrukcij", "renovācij", "remont", "nomaiņ", "atjaunošan", "krāsošan",
            "siltināšan",
            "labiekārtošan", "uzstādīšan", "iekārtošan", "šūšan", "aušan", "indeksēšan", "katalogizēšan", "katalogizācij", "inventarizācij", "ieviešan"];

    // After “to”: “has begun to translate the diaries”
    private static readonly string[] ToMake = ["translate", "write", "compile", "draft", "develop", "design", "build", "prepare", "edit", "film", "digitise", "digitize",
        "transcribe", "catalogue", "collect", "restore", "repair", "renovate", "rebuild", "refurbish", "construct", "paint", "sew", "index", "scan", "map", "draw", "illustrate", "photograph", "carve", "weave", "print"];

    private static readonly string[] ToMakeInLatvian = ["veidot", "izstrādāt", "rakstīt", "tulkot", "sagatavot", "gatavot", "apkopot", "digitalizēt", "sastādīt", "montēt",
        "pārbaudīt", "filmēt"];

    // Whoever does it, it is of things that are there when it is done: “sāka šūt tērpus”.
    private static readonly string[] ToBuild = ["būvēt", "izbūvēt", "uzbūvēt", "pārbūvēt", "šūt", "aust", "krāsot", "restaurēt", "remontēt", "labiekārtot", "siltināt",
        "skenēt", "digitalizēt", "katalogizēt",
        "indeksēt", "pārrakstīt", "kartēt"];

    private static readonly string[] ToMakeOne = ["rakstīt", "tulkot", "sastādīt", "montēt", "filmēt", "izstrādāt", "zīmēt", "digitalizēt"];

    // “begun to work on …”, “began to be written”
    private static readonly string[] ToMakeMore = ["work", "make", "create", "produce", "record", "publish", "put", "set", "be"];

    // Before what is made: “restoring the boat”, “the painting of the hall”, “setting up a line”.
    private static readonly string[] Gerunds = ["restoring", "repairing", "renovating", "rebuilding", "refurbishing", "painting", "building", "sewing", "indexing", "scanning",
        "cataloguing", "transcribing", "mapping",
        "digitising", "digitizing", "setting", "putting", "making", "producing", "equipping", "converting"];

    private static readonly string[] BeforeThing = ["of", "the", "a", "an", "its", "our", "their", "up", "together"];

    private static readonly (char Hard, char Soft)[] Softenings = [('N', 'Ņ'), ('L', 'Ļ'), ('D', 'Ž'), ('Z', 'Ž'), ('S', 'Š'), ('T', 'Š'), ('C', 'Č'), ('G', 'Ģ'), ('K', 'Ķ')];

    /// <summary>A stem, and what its last sound becomes in other cases: “torņ”, “torn”.</summary>
    public static Stems Softened(string stem) => [stem, .. Softenings.Where(pair => stem.Length > MostSteady && (stem[^1] == pair.Hard || stem[^1] == pair.Soft))
        .Select(pair => stem[..^1] + (stem[^1] == pair.Hard ? pair.Soft : pair.Hard))];

    /// <summary>A noun for making, or in English the same as a verb.</summary>
    public static bool Is(IReadOnlyList<Token> tokens, int at) => IsNoun(tokens[at]) || (!tokens[at].Quoted && tokens[at].Is(Gerunds) && tokens.Peek(at + 1).Is(BeforeThing));

    private static bool IsNoun(Token token) => !token.Quoted && (token.Is("translating", "recording", "drafting", "compiling", "writing", "designing", "design", "development",
        "preparation", "compilation", "creation", "construction", "restoration", "renovation", "refurbishment", "reconstruction", "digitisation", "digitization", "transcription",
        "translation", "editing", "filming", "layout", "programming") || (token.StartsWith(Nouns) && (token.Text[^1] is 'a' or 'u' or 'e' or 'i' || token.Is("remonts"))));

    /// <summary>“to translate the diaries”, “tulkot”, right after a verb of beginning.</summary>
    public static bool IsToMake(IReadOnlyList<Token> tokens, int at, int verb) => IsToMakeInEnglish(tokens, at, verb) || (at == verb + 1 && (tokens[at].Is(ToMakeInLatvian)
        || tokens[at].Is(ToBuild)));

    public static bool IsToMakeInEnglish(IReadOnlyList<Token> tokens, int at, int verb) =>
        tokens[at].Is(ToMake) && at == verb + 2 && tokens[at - 1].Is("to") && tokens.Peek(at + 1).Is("the", "a", "an", "its", "our", "their");

    /// <summary>“sāka šūt tautastērpus”, right after a verb of beginning.</summary>
    public static bool IsToBuild(IReadOnlyList<Token> tokens, int at, int verb) => at == verb + 1 && tokens[at].Is(ToBuild);

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
    public static readonly string[] Prepositions = ["of", "for", "about", "with", "in", "from", "by", "ar", "par", "no", "uz", "pēc", "kā", "pie", "pa", "at", "near", "into"];

    /// <summary>Stem of what is made: “noteicēju” without its ending for who does it would be the verb, “noteica”.</summary>
    public static string StemOf(string made) => made.EndsWith("ēju", StringComparison.OrdinalIgnoreCase) || made.EndsWith("tāju", StringComparison.OrdinalIgnoreCase)
        ? made[..^1].ToUpperInvariant()
        : made.Length is ShortPlural && made.EndsWith("us", StringComparison.Ordinal) ? made[..^2].ToUpperInvariant() // “deķus”, “deķi”
        : Undertaking.Stem(made);

    /// <summary>“begun to study history”: to do something by which nothing is made.</summary>
    public static bool IsToDoOther(IReadOnlyList<Token> tokens, int verb) => tokens.Peek(verb + 1).Is("to") && !tokens.Peek(verb + 2).Is(ToMake)
        && !tokens.Peek(verb + 2).Is(ToMakeMore);
}
