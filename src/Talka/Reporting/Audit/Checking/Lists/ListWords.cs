using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>Words, signs and endings by which the readers of lists know where one begins and ends, and what its items are.</summary>
internal static class ListWords
{
    /// <summary>With these it is no whole list, or more than a list: <c>u. c.</c>, <c>for example</c>.</summary>
    public static readonly string[] Open = ["u", "citi", "citas", "citiem", "citām", "citu", "utt", "utml", "etc", "others", "other", "piemēram",
        "piem", "e", "example",
        "tostarp", "including", "galvenokārt", "mainly", "kopā", "pavisam", "total", "altogether"];

    /// <summary>With these begins a clause that is no item.</summary>
    public static readonly string[] Clauses = ["kas", "kur", "kurā", "kurās", "kuros", "kuri", "kuras", "kuru", "ka", "lai", "jo", "which", "who",
        "whose", "that", "where",
        "because", "bet", "but"];

    /// <summary>They say that what follows is what was counted.</summary>
    public static readonly string[] Following = ["following", "these", "šādi", "šādas", "šādus", "šādos", "šādās", "šādiem", "šādām", "sekojoši", "sekojošas",
        "sekojošos", "sekojošās"];

    /// <summary>They open a list as a colon does.</summary>
    public static readonly string[] Namely = ["namely", "proti", "respektīvi", "viz"];

    /// <summary>After them comes where, about what or with whom something was.</summary>
    public static readonly string[] Prepositions = ["in", "at", "along", "from", "with", "to", "of", "for", "on", "by", "about", "no", "ar", "uz",
        "pie", "par"];

    private const int LeastOfStem = 3;
    private const int MostOfEnding = 3;

    private static readonly string[] Locative = ["ā", "ē", "ī", "ū", "os", "ās", "ēs", "īs", "ūs"];
    private static readonly string[] Dative = ["am", "im", "um", "ai", "ei", "ij", "iem", "ām", "ēm", "īm"];

    private static IEqualityComparer<char> Letters { get; } = EqualityComparer<char>.Create((one, other) =>
        char.ToUpperInvariant(one) == char.ToUpperInvariant(other));

    public static bool IsAnd(this Token token) => token.Is("un", "and");

    /// <summary>A colon, a bracket or a dash, after which a list may come.</summary>
    public static bool OpensList(this Token token) => token.IsSign(':') || token.IsSign('(') || token is { IsDash: true, SpaceBefore: true };

    public static bool IsNumber(this Token token) => token.Kind == TokenKind.Digits || NumberWords.Of(token) is not null;

    /// <summary>By its ending a Latvian locative.</summary>
    public static bool IsLocative(this Token word) => word is { Kind: TokenKind.Word, Quoted: false } && word.EndsWith(Locative);

    /// <summary>Whether a word may stand in the case of a noun that is in the locative or the dative of several: <c>veidos</c>, <c>skriešanā</c>.</summary>
    public static bool IsInCaseOf(this Token word, string noun) => word.EndsWith(noun.EndsWith('s') ? Locative : noun.EndsWith('m') ? Dative : []);

    /// <summary>Whether a word is a noun in another form: <c>skola</c>, <c>skolas</c>.</summary>
    public static bool IsFormOf(this Token word, string noun)
    {
        var common = word.Text.AsSpan().CommonPrefixLength(noun, Letters);
        return word.Kind == TokenKind.Word && common >= LeastOfStem && word.Text.Length - common < MostOfEnding && noun.Length - common < MostOfEnding;
    }

    /// <summary>Index of the token that ends a sentence, or of the one at which looking for it is given up.</summary>
    public static int SentenceEnd(this IReadOnlyList<Token> tokens, int at, int most)
    {
        var last = Math.Min(tokens.Count, at + most);
        while (at < last && !FullSentences.IsEnd(tokens, at))
        {
            at++;
        }

        return at;
    }

    /// <summary>Index of the first token that is no plain word, at most so many further on.</summary>
    public static int AfterWords(this IReadOnlyList<Token> tokens, int at, int most)
    {
        var end = at + most;
        while (at < end && tokens.Peek(at) is { Kind: TokenKind.Word, Quoted: false } word && !word.IsNumber() && !word.IsAnd())
        {
            at++;
        }

        return at;
    }
}
