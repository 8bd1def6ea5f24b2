using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Structure;

/// <summary>What in a passage weighs what was done, and does not only tell it: words, comparisons, goals that were reached.</summary>
internal static class Judgements
{
    private const int MostToQuestion = 5;

    // Each of these weighs by itself.
    private static readonly Stems Words =
    [
        "vērtējam", "vērtējums", "vērtējami", "domājam", "uzskatām", "novērtējums", "izvērtējums", "vērtējumā", "secinām", "secināms", "secinājum", "veiksmīg", "sekmīg",
        "pārsnie", "izdevās", "izdevies", "efektīv", "gandarī", "lietderīg", "mūsuprāt", "atsauksm", "salīdzinot", "diemžēl", "nācās", "grūtīb", "liecina", "pierādī",
        "neizdevās", "atzinīgi", "apmierin", "nozīmīg", "pieauga", "pieaudz", "pieaugum", "palielinā", "kvalitā", "panākum", "ietekm", "noderīg", "atzina", "vērtējot",
        "izvērtējot", "novērtējot", "novērtējam", "apliecina", "labāk", "vājāk", "grūtāk", "pietrūk", "jāsecina", "jāatzīst", "atzīstam", "dubulto", "lepoj", "priecāj",
        "assess", "evaluat", "conclu", "successful", "exceed", "effective", "satisf", "worthwhile", "fully", "feedback", "think", "rightly", "compared", "unfortunately",
        "difficult", "impact", "succeed", "succeeded", "failed", "shortfall", "strength", "weak", "judge", "believe", "useful", "quality", "regard", "looking", "rated",
        "praise", "proud", "pleased", "disappoint", "challenge", "benefit", "valuable", "appreciat", "surpris", "worth", "better", "worse", "fulfilled", "apprais",
        "cerējuši", "cerējām", "cerēts", "cerētais", "cerēto", "attaisno", "sūdzīb", "pārliecinoš", "uzticam", "noderēj", "reckoning", "doubled", "trebled", "reflect",
        "hindsight", "regret", "promised", "hoped", "misjudg",
    ];

    private static readonly Stems Asking = ["judge", "assess", "evaluat", "think", "rate", "vērtē", "novērtē", "izvērtē", "domājam", "secinām"];

    private static readonly Stems MaybeWords =
    [
        "uzlab", "pilnveid", "ieguv", "stiprin", "veicin", "palīdzēj", "atzīst", "atzin", "labi", "slikt", "pieprasīt", "interese", "interesi", "interesē", "aktīv", "izdev",
        "svarīg", "trūk", "problēm", "riska", "risk", "jāuzlabo", "turpmāk", "iespēj", "rādītāj", "mērķ",
        "improv", "strengthen", "help", "gain", "learned", "learnt", "well", "good", "popular", "demand", "interest", "active", "important", "lack", "problem", "should",
        "grew", "goal", "target", "indicator", "aim",
    ];

    private static readonly Stems Goals =
    [
        "mērķ", "rādītāj", "plānot", "uzdevum", "rezultāt", "līgumā", "iecer", "goal", "objective", "target", "indicator", "aim", "planned", "expected", "result",
    ];

    private static readonly Stems Reached =
        ["sasniegt", "sasniedz", "izpildī", "atbilst", "atbilda", "īstenoti", "panāk", "tuvinā", "veicinājis", "achiev", "met", "reached", "attain", "fulfil", "contribut",
        "comply", "complied", "consistent"];

    // “Plānotais paveikts pilnā apmērā”
    private static readonly Stems Done = ["paveikt", "padarīt", "veikt", "īstenot", "realizēt", "izdarīt"];

    // “Izpildīts pilnā apmērā”, but not “darbs mainījās pilnībā”
    private static readonly Stems Whole = ["pilnā", "pilnībā"];

    private static readonly Stems Thought = ["domāj", "cerē", "gaidī", "plāno", "iecer", "paredz", "līgum", "solī", "spēj"];

    private static readonly Stems Honoured = ["aicinā", "apbalvo"];

    private static readonly string[] Turns =
        ["tomēr", "taču", "diemžēl", "toties", "turpretī", "turpretim", "however", "although", "though", "unfortunately", "nevertheless", "regrettably", "despite"];

    // What was planned, and what was hoped for.
    private static readonly Stems Wanted =
    [
        "plānot", "iecerēt", "cerēt", "cerēj", "gaidīt", "gaidīj", "solīt", "solīj", "mērķi", "mērķa", "planned", "hoped", "expected", "promised", "target", "goal",
    ];

    private static readonly string[] Comparative = ["āk", "āks", "āka", "āki", "ākas", "ākais", "ākā", "ākie", "ākās", "āko", "ākajā"];

    private static readonly Stems Weighing = ["assess", "evaluat", "apprais"];

    private static readonly Stems Forms = ["form", "sheet", "questionnaire", "panel", "committee", "commission", "board", "criteria", "method", "tool", "seminar", "workshop",
        "training", "course", "meeting"];

    // What begins like a judgement, and is none.
    private static readonly Stems Things = ["reflector", "reflective", "helpline", "helpdesk"];

    // “peldvietu risku datubāze”, “risku karte”: a word for what something else is about.
    private static bool IsOfThing(IReadOnlyList<Token> tokens, int at) => tokens[at].Is("risku", "problēmu", "mērķu")
        && tokens.Peek(at + 1) is { Kind: TokenKind.Word, IsCapitalised: false, Text: [_, _, _, .., 'a' or 'e' or 's' or 'u' or 'i'] } || IsCounted(tokens, at)
        || IsOfForms(tokens, at);

    // “evaluation forms”, “a panel assessed 40 photographs”: what was weighed is no part of the work, or the weighing was the work.
    private static bool IsOfForms(IReadOnlyList<Token> tokens, int at) => tokens[at].StartsWith(Weighing)
        && (tokens.Peek(at - 1).Is("risk", "risks", "needs") || tokens.Peek(at + 1).StartsWith(Forms) || tokens.Peek(tokens.Peek(at + 1).Is("the", "all", "another") ? at + 2 : at + 1).Kind == TokenKind.Digits);

    // “assessments of 24 halls”: they are what was done, and how many.
    private static bool IsCounted(IReadOnlyList<Token> tokens, int at) => tokens[at].Is("assessments", "evaluations", "appraisals")
        && (tokens.Peek(at - 1).Kind == TokenKind.Digits || (tokens.Peek(at + 1).Is("of") && tokens.Peek(at + 2).Kind == TokenKind.Digits));

    /// <summary>Something in it weighs what was done.</summary>
    public static bool Weigh(Passage passage)
    {
        if (!passage.IsOfWork || YearAssessments.IsEmpty(passage.Tokens))
        {
            return false;
        }

        return Has(passage.Tokens, Words) || Compares(passage.Tokens) || AgainstPlan.Holds(passage.Tokens)
            || (Has(passage.Tokens, Done) && Has(passage.Tokens, Whole) && Has(passage.Tokens, Goals))
            || (Has(passage.Tokens, Reached) && (Has(passage.Tokens, Whole) || (Has(passage.Tokens, Goals) && !Has(passage.Tokens, Honoured))));
    }

    /// <summary>A question or a label for a judgement: <c>how we judge it</c>, <c>vai izdevās</c>, <c>kā vērtējam gadu</c>.</summary>
    public static bool Ask(IReadOnlyList<Token> tokens) => Enumerable.Range(0, MostToQuestion).Any(at => tokens.Peek(at).Is("how", "what", "did", "was", "kā", "vai", "ko"))
        && (Has(tokens, Asking) || Enumerable.Range(0, tokens.Count).Any(at => IsSaying(tokens, at)));

    // “more than we could give”, “mazāk, nekā cerējām”: held against what was thought of.
    private static bool Compares(IReadOnlyList<Token> tokens) => Enumerable.Range(0, tokens.Count).Any(at => (tokens[at].StartsWith("lesson")
        && (tokens.Peek(at + 1).StartsWith("learn") || tokens.Peek(at - 1).Is("main", "important"))) || (tokens[at].Is("than")
        && tokens.Peek(at + 1).Is("we", "planned", "expected", "hoped", "foreseen", "promised", "seemed", "thought", "intended", "agreed"))
        || (tokens[at].Is("nekā") && (tokens.Peek(at + 1).StartsWith(Thought) || (tokens.Peek(at - 1).IsSign(',') && tokens.Peek(at + 1).Kind == TokenKind.Word
        && NumberWords.Of(tokens.Peek(at + 1)) is null))) || IsSaying(tokens, at));

    // “The year went well”, “we fell short”, “what we set out to do was done”, “in our view”, “galvenais ieguvums”
    private static bool IsSaying(IReadOnlyList<Token> tokens, int at) => tokens[at].Is("vērtēju", "novērtēju") || (tokens[at].Is("went") && tokens.Peek(at + 1).Is("well", "badly", "smoothly", "better"))
        || (tokens[at].Is("fell", "fall") && tokens.Peek(at + 1).Is("short")) || (tokens[at].Is("set") && tokens.Peek(at + 1).Is("out")
        && tokens.Peek(at + 2).Is("to")) || (tokens[at].Is("our") && tokens.Peek(at + 1).Is("view", "opinion", "judgement", "judgment", "eyes"))
        || (tokens[at].Is("we") && tokens.Peek(at + 1).Is("rate", "admit", "consider", "value", "regard", "find", "feel"))
        || (tokens[at].Is("considers", "regards", "rates", "deems") && tokens.Peek(at + 1).Is("the", "that", "it", "its", "this", "all"))
        || (tokens[at].Is("tas", "this", "that") && tokens.Peek(at + 1).Is("ir", "bija", "is", "was")
        && Enumerable.Range(at + 2, 2).Any(near => tokens.Peek(near).Is("labs", "laba", "labi", "vājš", "vāja", "vāji", "slikti", "good", "poor", "weak")))
        || (tokens[at].Is("did") && tokens.Peek(at + 1).Is("it", "this", "we") && tokens.Peek(at + 2).Is("work", "succeed", "help", "manage"))
        || (tokens[at].Is("vai", "kā") && tokens.Peek(at + 1).Is("izdevās", "veicās", "gāja", "sanāca"))
        || (tokens[at].Is("content") && tokens.Peek(at + 1).Is("with"))
        || (tokens[at].Is("grew", "rose", "dropped") && tokens.Peek(at + 1).Is("from", "to", "by"))
        || (tokens[at].Is("auga", "kritās") && tokens.Peek(at + 1).Is("no", "līdz", "par")) || ((tokens[at].StartsWith("rezultāt")
        || tokens[at].Is("results", "outcome"))
        && Enumerable.Range(at + 1, 2).Any(near => tokens.Peek(near).Is("labi", "labs", "vāji", "pieticīgi", "good", "poor", "modest", "strong", "encouraging")))
        || ((tokens[at].StartsWith("galven") || tokens[at].StartsWith("lielāk")) && tokens.Peek(at + 1).StartsWith("ieguvum"));

    /// <summary>It weighs, and in more than one way: it compares with what was planned, admits something, says how much is too much.</summary>
    public static bool PlainlyWeigh(Passage passage) => Weigh(passage)
        && (Has(passage.Tokens, Words, 2) || (Leans(passage) && (Has(passage.Tokens, Words) || Enumerable.Range(0, passage.Tokens.Count).Any(at => IsSaying(passage.Tokens, at)))));

    /// <summary>It turns against what was said before or was thought of, as no list does: <c>however</c>, <c>too short</c>, <c>planned</c>.</summary>
    public static bool Leans(Passage passage) => !YearAssessments.IsEmpty(passage.Tokens) && Enumerable.Range(0, passage.Tokens.Count).Any(at => Leans(passage.Tokens, at));

    private static bool Leans(IReadOnlyList<Token> tokens, int at) => !tokens[at].Quoted && (tokens[at].Is(Turns) || tokens[at].StartsWith(Wanted)
        || (tokens[at].Is("too", "pārāk") && tokens.Peek(at + 1) is { Kind: TokenKind.Word, Quoted: false })
        || (tokens[at].Is("par") && tokens.Peek(at + 1).Is("maz", "daudz", "īsu", "īss", "īsa", "lielu", "mazu", "garu"))
        || (tokens[at].Is("than", "nekā") && tokens.Peek(at + 1).Kind == TokenKind.Word && NumberWords.Of(tokens[at + 1]) is null)
        || (tokens[at].Is("most", "best", "least", "worst") && tokens.Peek(at - 1).Is("the", "our", "its")) || IsSuperlative(tokens[at]));

    // “vislabākā”, “visvairāk”
    private static bool IsSuperlative(Token token) => token.StartsWith("vis") && Array.Exists(Comparative, ending => token.Text.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>A word in it may be a judgement, or of something else.</summary>
    public static bool MayWeigh(Passage passage) => !YearAssessments.IsEmpty(passage.Tokens) && Has(passage.Tokens, MaybeWords);

    /// <summary>Whether one of the words begins so, and stands for itself.</summary>
    public static bool Has(IReadOnlyList<Token> tokens, Stems stems, int times = 1)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!tokens[at].Quoted && tokens[at].StartsWith(stems) && !tokens[at].StartsWith(Things) && !IsOfThing(tokens, at) && --times == 0)
            {
                return true;
            }
        }

        return false;
    }
}
