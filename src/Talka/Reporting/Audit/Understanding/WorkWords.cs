using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Words that tell what was done from what is planned, and what belongs to the task from what does not.</summary>
internal static class WorkWords
{
    private static readonly Stems DoneStems =
    [
        "notik", "norisin", "organizē", "rīko", "sarīko", "piedalī", "apmeklē", "vadī", "īsteno", "sniegt", "sniedz", "nodrošinā", "veikt", "veica", "veic", "publicē", "izdo", "iznāca", "izstrād", "izveido", "atklāt", "atklāj", "uzsāk",
        "sāk", "noslēd", "noslēg", "pabeig", "tikās", "tikšan", "apmācī", "iepazīst", "prezentē", "pasnie", "apbalvo", "viesojā", "devā", "pulcē", "sapulcē",
        "uzrunā", "sanāc", "ieradā", "startēj", "uzstājā", "apspried", "diskutē", "aicinā", "izsludinā", "saņem", "aizvadī",
        "held", "organis", "organiz", "took", "attend", "hosted", "ran", "launched", "published", "opened", "completed", "delivered", "met", "presented", "conducted", "provided", "carried", "gathered", "visited", "started", "finished",
        "announced", "awarded", "trained", "participat", "joined", "brought", "welcomed", "led", "gave", "issued", "released", "introduced",
    ];

    private static readonly Stems EventStems =
    [
        "seminār", "pasākum", "diskusij", "apmācīb", "sanāksm", "konferenc", "vizīt", "festivāl", "lekcij", "vebinār", "darbnīc", "ceremonij", "svētk", "spēl", "izstād", "koncert", "nometn", "forum", "sarun", "kurs", "mācīb", "akcij",
        "konkurs", "aptauj", "intervij", "konsultācij", "sapulc", "ekskursij", "izrād", "gadatirg", "talk", "pārgājien", "debat", "hakaton", "treniņ", "nodarbīb", "publikācij", "ziņojum", "pētījum", "dalībniek",
        "seminar", "workshop", "event", "meeting", "conference", "training", "webinar", "discussion", "lecture", "festival", "ceremony", "exhibition", "concert", "camp", "forum", "visit", "course", "debate", "session", "game", "survey", "evening", "round", "fair", "clinic", "participants",
    ];

    private static readonly string[] FutureWords =
    [
        "tiks", "notiks", "būs", "norisināsies", "turpināsies", "plānots", "plānota", "plānoti", "plānotas", "plānojam", "plāno", "plānots", "paredzēts", "paredzēta", "paredzēti", "paredzētas", "paredzam", "iecerēts", "iecerēta", "gaidāms", "gaidāma",
        "turpināsim", "rīkosim", "organizēsim", "publicēsim", "piedāvāsim", "will", "shall", "planned", "plan", "plans", "scheduled", "intend", "intends", "upcoming", "forthcoming", "expected", "going",
    ];

    private static readonly Stems LaterStems = ["nākam", "nākotn", "turpmāk", "turpinā", "turpinās", "vēlāk", "plāno", "iecer", "paredz", "cer", "next", "future", "later", "further", "continu", "plan", "hope", "intend", "expect", "upcoming", "ongoing", "want", "wish", "grib", "vēlam"];

    private static readonly Stems NextStems = ["nākam", "nākotn", "turpmāk", "next", "future", "upcoming", "forthcoming"];

    private static readonly Stems DocumentStems =
    [
        "līgum", "vienošan", "protokol", "likum", "noteikum", "lēmum", "rīkojum", "direktīv", "regul", "statūt", "grozījum", "pilnvar", "vēstul", "nolikum", "pamatnostādn", "rezolūcij",
        "agreement", "contract", "act", "law", "regulation", "decision", "decree", "protocol", "amendment", "letter", "directive", "statute", "resolution", "dated", "order",
    ];

    private static readonly Stems ElsewhereStems = ["ārpus", "vēsturiski", "dibinā", "outside", "historically", "founded", "iepriekšēj", "pagājuš", "previous", "preceding", "earlier", "līdzšinēj", "agrāk", "salīdzin", "compar", "atšķirīb", "iesniegt", "submitted", "pērn", "aizpērn"];

    public static bool IsDone(Token token) => Has(token, DoneStems);
    public static bool IsEvent(Token token) => Has(token, EventStems);
    public static bool IsFuture(Token token) => !token.Quoted && token.Is(FutureWords);

    /// <summary>“jāpabeidz”, “jānoslēdzas”: what is to be done by a day, and was not done on it.</summary>
    public static bool IsOwed(Token token) => token is { Kind: TokenKind.Word, Quoted: false, Text: ['j', 'ā', _, _, _, _, ..] };

    public static bool IsNext(Token token) => Has(token, NextStems);

    /// <summary>The sentence looks ahead, beyond the work it reports.</summary>
    public static bool IsLater(Token token) => Has(token, LaterStems);
    public static bool IsDocument(Token token) => token.Is("act", "law", "order") || (!token.StartsWith("act") && !token.StartsWith("order") && Has(token, DocumentStems));

    /// <summary>The sentence tells of another time or of what is not the task.</summary>
    public static bool IsElsewhere(Token token) => Has(token, ElsewhereStems);

    private static bool Has(Token token, Stems stems) => !token.Quoted && token.StartsWith(stems);
}
