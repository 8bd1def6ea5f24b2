using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Checking.Agreement;

/// <summary>Where a form like <c>konsultācijas</c>, the genitive of one and the nominative of several, can only be of several.</summary>
internal static class LonePlural
{
    /// <summary>Nouns that have no singular: “21 pusdienas”.</summary>
    public static readonly Stems OfSeveralAlone = ["pusdien", "brokast", "vakariņ", "launag", "kāz", "bēr", "sacīkst", "sacensīb", "vēlēšan", "svētk", "durv", "vārt", "brill", "biks", "rat", "kapi", "kapus", "stell", "dzirnav", "kūts", "ragav", "šķēr"];

    private const int LeastOfParticiple = 6;
    private const int MostOfPair = 3;

    public static readonly string[] AfterNoun = ["par", "ar", "gada", "gadā", "pie", "pa", "kurās", "kuru", "kas"];

    private static readonly string[] Verbs = ["notika", "sniedza", "saņēma", "organizēja", "publicēja", "vadīja", "veica", "izdeva", "sasniedza",
        "sniedzām", "saņēmām", "organizējām", "noorganizējām", "publicējām", "rīkojām", "veicām", "izdevām", "sasniedzām"];

    private static readonly string[] VerbEndings = ["ināja", "izēja", "icēja", "īkoja", "enoja", "adīja", "īdzēja", "adījām", "inājām", "dāja", "kāja", "āvāja", "tīja", "nīja", "sīja", "rīja", "dīja", "kļāva"];

    // Verbs that have no object: what is told after them is who does it.
    private static readonly string[] WithoutObject = ["ieradās", "sanāca", "atnāca", "uzstājās", "startēja", "pieteicās", "viesojās", "sacentās", "tikās"];
    private static readonly string[] ReflexiveEndings = ["ījās", "ējās", "ājās", "ojās"];

    // Of participles that agree with several: “novadītas”, “notikušas”, “skatāmas”.
    private static readonly string[] OfSeveral = ["tas", "šas", "āmas", "amas"];

    /// <summary>Whether the noun between a number and a token stands where the genitive cannot.</summary>
    public static bool Is(IReadOnlyList<Token> tokens, int first, int end)
    {
        var (before, after) = (tokens.Peek(first - 1), tokens.Peek(end));
        return IsOfSeveral(before)
            || IsDoneOnce(before, after)
            || ((first == 0 || before.Kind == TokenKind.Sign) && after.Kind == TokenKind.Sign)
            || (HasNoObject(before) && (Ends(after) || after.Is(AfterNoun)))
            || (IsVerb(before) && (after.Kind == TokenKind.Sign || after.Is(AfterNoun) || IsBesideSeveral(tokens, end)))
            || (IsPast(before) && IsBesideSeveral(tokens, end))
            || IsBeforeParticiple(tokens, first, end);
    }

    /// <summary>As <see cref="Is"/>, of a noun that is not known: what goes on after it must not be another noun.</summary>
    public static bool IsOfUnknown(IReadOnlyList<Token> tokens, int first, int end) =>
        ((IsOfSeveral(tokens.Peek(first - 1)) || HasNoObject(tokens.Peek(first - 1))) && (Ends(tokens.Peek(end)) || tokens.Peek(end).Is(AfterNoun) || tokens.Peek(end).Is("no")))
        || (IsVerb(tokens.Peek(first - 1)) && (Ends(tokens.Peek(end)) || tokens.Peek(end).Is("no") || IsWhere(tokens.Peek(end)) || IsBesideSeveral(tokens, end)))
        || (IsDoneOnce(tokens.Peek(first - 1), tokens.Peek(end)) && Ends(tokens.Peek(end)));

    /// <summary>Whether the noun between a number and a token, in <c>-i</c>, stands where only the nominative can: “piedalījās 61 dārzkopji”, “iestādīti 31 koki”.</summary>
    public static bool IsNominative(IReadOnlyList<Token> tokens, int first, int end) => (HasNoObject(tokens.Peek(first - 1)) || IsDoneSeveral(tokens.Peek(first - 1)))
        && (Ends(tokens.Peek(end)) || tokens.Peek(end).Is(AfterNoun) || tokens.Peek(end).Is("no", "un") || IsWhere(tokens.Peek(end)));

    /// <summary>A verb of the past whose subject is all that can follow it.</summary>
    public static bool HasNoObject(Token verb) => verb.Is(WithoutObject)
        || (verb is { Kind: TokenKind.Word, Quoted: false } && Array.Exists(ReflexiveEndings, ending => verb.Text.EndsWith(ending, StringComparison.Ordinal)));

    /// <summary>A participle of what was done to several: “iestādīti”, “nomainītas”.</summary>
    public static bool IsDoneSeveral(Token token) => token is { Kind: TokenKind.Word, Quoted: false, Text.Length: >= LeastOfParticiple, Text: [.., 't', 'i'] or [.., 't', 'a', 's'] };

    /// <summary>A word in the locative: “Rīgā”, “pansionātos”.</summary>
    public static bool IsWhere(Token word) => word is { Kind: TokenKind.Word, Quoted: false, Text: [_, _, .., 'ā' or 'ē' or 'ī'] or [_, _, .., 'ā' or 'ē' or 'o' or 'ī', 's'] };

    // A colon leaves open what the list after it is of.
    private static bool Ends(Token sign) => sign.Kind == TokenKind.Sign && !sign.IsSign(':') && !sign.IsDash;

    private static bool IsOfSeveral(Token token) => token is { Kind: TokenKind.Word, Quoted: false, Text.Length: >= LeastOfParticiple }
        && Array.Exists(OfSeveral, ending => token.Text.EndsWith(ending, StringComparison.Ordinal));

    // “patvērumu guva 31 sievietes un 24 bērni”: whatever the verb, what is beside it shows that it is no genitive.
    private static bool IsPast(Token token) => token is { Kind: TokenKind.Word, Quoted: false, Text: [_, _, .., 'a'] or [_, _, .., 'ā', 's' or 'm'] };

    // “nodrošināja 51 konsultācijas par …”: who did it stands before the verb, and what was done after it.
    public static bool IsVerb(Token token) => token.Is(Verbs)
        || (token is { Kind: TokenKind.Word, Quoted: false, Text.Length: > 4 } && Array.Exists(VerbEndings, ending => token.Text.EndsWith(ending, StringComparison.Ordinal)));

    // “Sniegta 41 konsultācijas vecākiem”: the participle says that it is one, as the number does; but not “novadīta 21 meistarklases stunda”.
    private static bool IsDoneOnce(Token before, Token after) => before is { Kind: TokenKind.Word, Quoted: false, Text: [_, _, _, .., 't', 'a'] }
        && after is not { Kind: TokenKind.Word, Text: [.., 'a' or 'e' or 's' or 'š'] };

    // “saņēma 31 balvas un 14 diplomi”: what stands beside it shows the case.
    private static bool IsBesideSeveral(IReadOnlyList<Token> tokens, int end) => tokens.Peek(end).Is("un") && tokens.Peek(end + 1).Kind == TokenKind.Digits
        && Enumerable.Range(end + 2, MostOfPair).Any(at => tokens.Peek(at) is { Kind: TokenKind.Word, Quoted: false, Text: [_, _, _, .., 'i'] }
        && tokens.Peek(at + 1).Kind == TokenKind.Sign);

    // “no tām 31 konsultācijas sniegtas klātienē”: the participle after it agrees.
    private static bool IsBeforeParticiple(IReadOnlyList<Token> tokens, int first, int end) =>
        (first == 0 || tokens.Peek(first - 1).Kind == TokenKind.Sign || tokens[first - 1].Is("tām", "kurām", "tostarp", "arī")) && IsOfSeveral(tokens.Peek(end))
        && (tokens.Peek(end + 1).Kind == TokenKind.Sign || tokens[end + 1].Is(AfterNoun) || tokens[end + 1] is { Text: [_, _, _, .., 'ē' or 'ā'] });
}
