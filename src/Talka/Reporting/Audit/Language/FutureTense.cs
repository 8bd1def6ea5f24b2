namespace Talka.Reporting.Audit.Language;

/// <summary>Verbs that tell of what is still to come. In Latvian their endings do, where no noun has the same.</summary>
public static class FutureTense
{
    private const int LeastOfEnding = 6;

    // “noslēgusies”: a participle of what is over.
    private const string PastEnding = "usies";

    private static readonly string[] Endings = ["sies", "simies"];
    private static readonly string[] Made = ["ots", "ota", "oti", "otas", "ēts", "ēta", "ēti", "ētas", "īts", "īta", "īti", "ītas"];

    // “iespiedīs”, “izsūtīs”: but a noun's locative has the same ending.
    private static readonly string[] Locatives =
        ["trīs", "pilīs", "durvīs", "acīs", "ausīs", "sirdīs", "zivīs", "naktīs", "avīs", "krāsnīs", "ugunīs", "debesīs", "kastīs", "valstīs", "pirtīs", "govīs", "balsīs", "klētīs", "kūtīs", "vēstīs", "asinīs", "smiltīs", "plītīs", "krūtīs", "teltīs", "klintīs", "kaptīs", "birzīs", "ciltīs", "daktīs", "dzelzīs", "ļaudīs", "kvītīs", "kārtīs", "pultīs", "taktīs", "pākstīs", "žultīs", "nātrīs"];

    // “digitalizēs”, “popularizēs”: but “reizēs”
    private static readonly string[] OfForeignVerbs = ["nizēs", "lizēs", "rizēs", "tizēs"];

    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "tiks", "notiks", "apmeklēs", "veiks", "iesniegs", "izsniegs", "pabeigs", "noslēgs", "sāks", "uzsāks", "saņems", "izdos", "nodos", "sarīkos", "taps", "iznāks", "publicēs", "organizēs", "prezentēs",
        "izstrādās", "nodrošinās", "sagatavos", "īstenos", "izdrukās", "izveidos", "atvērs", "atklās", "iegūs", "apgūs", "konsultēs", "uzlabos", "ierīkos", "iekārtos", "izvietos", "pulcēs", "brauks", "ieviesīs", "uzrakstīs",
        "will", "shall", "vadīs", "dosies", "aicinās", "atkārtos", "izvērtēs", "palīdzēs", "tulkos", "uzņems", "iepazīstinās", "informēs", "piedāvās", "nosūtīs", "izsludinās", "atbalstīs", "noorganizēs", "strādās", "sadarbosies",
        "peldēs", "dziedās", "dejos", "skries", "uzcels", "atjaunos", "salabos", "nokrāsos", "krāsos", "restaurēs", "remontēs", "filmēs",
        "nofilmēs", "fotografēs", "intervēs", "diskutēs",
        "koncertēs", "sakops", "savāks", "ievāks", "brauks", "izbrauks", "nopirks", "labiekārtos", "apkopos", "godinās", "dāvinās", "iesaistīs", "nosvinēs", "svinēs",
        "pasniegs", "iemācīs", "dokumentēs", "apsekos",
        "aprūpēs", "pieskatīs", "uzraudzīs", "marķēs", "iestādīs", "iedvesmos", "pārtulkos", "sacentīsies", "izdalīs", "piegādās",
        "uzstādīs", "ieskaņos", "noskaidros",
    };

    private static readonly string[] Received = ["receive", "follow", "travel", "appear", "come", "go"];

    private static readonly string[] Present = ["is", "are", "am"];

    // Of “going to schools” and “going to Riga” no verb follows.
    private static readonly string[] Bare =
    [
        "be", "take", "bring", "hold", "have", "host", "visit", "attend", "publish", "print", "open", "start", "begin", "run", "organise", "organize", "give", "receive", "teach", "build", "gather", "meet", "join", "learn",
        "discuss", "present", "perform", "sing", "translate", "launch", "deliver", "help", "make", "show", "tell", "celebrate", "welcome", "get", "become", "include", "offer", "provide", "lead", "conduct", "sign", "draw",
    ];

    // “Par to vairāk neteiksim”, “we shall be brief”: of the text itself.
    // “Saliekamais galds atmaksāsies”: what is expected of a thing, and no work.
    private static readonly string[] OfThings = ["atmaksāsies", "noderēs", "atmaksāsimies", "mēnesim"];

    private static readonly string[] OfTheText = ["teiksim", "runāsim", "stāstīsim", "minēsim", "sauksim", "atkārtosim", "piebildīsim", "uzskaitīsim", "slēpsim", "rakstīsim"];

    /// <summary>“shall be brief”, “will not say more”: no work, but how the text goes on.</summary>
    public static bool IsOfTheText(IReadOnlyList<Token> tokens, int at)
    {
        var next = tokens.Peek(at + 1).Is("not", "only", "now", "be") ? at + 2 : at + 1;
        return (tokens[at].Is("will", "shall") && tokens.Peek(next).Is("brief", "short", "say", "tell", "speak", "call", "mention", "repeat", "explain", "list", "add", "spare", "remember", "serve", "last"))
            || (tokens[at].Is("will") && tokens.Peek(at + 1).Is("be") && tokens.Peek(at + 2).Is("of") && tokens.Peek(at + 3).Is("use", "help", "value"));
    }

    /// <summary>A verb of what is still to come stands at a token, or “is going to …” does.</summary>
    public static bool At(IReadOnlyList<Token> tokens, int at) => Is(tokens[at]) || IsToBeDone(tokens, at)
        || IsToBe(tokens, at) || FutureVerb.HasObject(tokens, at) || (tokens[at].Is("going") && tokens.Peek(at + 1).Is("to") && tokens.Peek(at + 2).Is(Bare)
        && (tokens.Peek(at - 1).Is(Present) || tokens.Peek(at - 2).Is(Present)));

    private const int NearHowOften = 9;

    // “the winners are to receive …”, “a map is to be printed”; but “Eight beaches are to be surveyed once every season” is how the work is done.
    private static bool IsToBe(IReadOnlyList<Token> tokens, int at) => tokens[at].Is("is", "are") && !tokens[at].Quoted && tokens.Peek(at + 1).Is("to")
        && !tokens.Peek(at - 1).Is("that", "which", "who", "there") && !tokens.AnyIn(at + 2, at + NearHowOften, near => tokens[near].Is("every", "each"))
        && (tokens.Peek(at + 2).Is("be") ? tokens.Peek(at + 3).Text.EndsWith("ed", StringComparison.Ordinal) : tokens.Peek(at + 2).Is(Received) || tokens.Peek(at + 2).Is(Bare));

    // “būs gatavas”, “būs izveidoti”: what is still to be made. Of what “būs” alone no work is told.
    private static bool IsToBeDone(IReadOnlyList<Token> tokens, int at) => tokens[at].Is("būs") && !tokens[at].Quoted
        && tokens.Peek(at + 1) is { Kind: TokenKind.Word, Quoted: false } next
        && (next.StartsWith("gatav") || (next.Text.Length >= LeastOfEnding && Array.Exists(Made, ending => next.Text.EndsWith(ending, StringComparison.Ordinal))));

    public static bool Is(Token token)
    {
        if (token.Kind != TokenKind.Word || token.Quoted || token.Is(OfThings))
        {
            return false;
        }

        var word = token.Text;
        return Words.Contains(word) || Array.Exists(OfForeignVerbs, ending => word.EndsWith(ending, StringComparison.Ordinal))
            || word.EndsWith("'ll", StringComparison.Ordinal) || word.EndsWith("’ll", StringComparison.Ordinal)
            || (word is [_, _, _, .., 's', 'i', 'm'] && !Array.Exists(OfTheText, verb => word.EndsWith(verb, StringComparison.OrdinalIgnoreCase))) // “izdosim”
            || (word.Length >= LeastOfEnding && ((Array.Exists(Endings, ending => word.EndsWith(ending, StringComparison.Ordinal)) && !word.EndsWith(PastEnding, StringComparison.Ordinal)) || (word.EndsWith("īs", StringComparison.Ordinal) && !token.IsCapitalised && !Array.Exists(Locatives, noun => word.EndsWith(noun, StringComparison.Ordinal)))));
    }
}
