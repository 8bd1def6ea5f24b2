using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Which field of the template a label names, whatever its wording: the head of the label decides, in Latvian its nominative.</summary>
internal static class SectionNames
{
    private static readonly Stems UnrecoveredStems = ["neatgū", "neatgriez", "neatmaksā", "unrecovered", "non-recovered", "outstanding", "irrecoverable"];
    private static readonly Stems IneligibleStems = ["neatbil", "kļūdain", "nepareiz", "neattiecin", "nepamatot", "ineligible", "non-eligible", "disallowed", "irregular", "improper", "unsupported", "unjustified", "wrong", "contrary", "non-compliant", "non-conform", "nonconform", "misspent"];
    private static readonly Stems OtherStems = ["papildinform", "papildziņ", "piezīm", "remark", "notes", "miscellaneous", "komentār"];

    // “Rādītāji: plāns un izpilde” is of what was done.
    private static readonly Stems IndicatorStems = ["rādītāj", "aktivitā", "indicator", "activit", "target"];

    private static readonly Dictionary<string, SummarySection> LatvianHeads = Table(
        (SummarySection.Task, "uzdevums uzdevumi nosaukums joma mērķis tēma priekšmets"),
        (SummarySection.Implementer, "veicējs veicēja veica darītājs darītāja īstenotājs īstenotāja izpildītājs izpildītāja saņēmējs saņēmēja organizācija biedrība nodibinājums iesniedzējs līgumslēdzējs"),
        (SummarySection.Period, "periods termiņš laiks laiku laikposms posms ilgums"),
        (SummarySection.Description, "apraksts apraksti vērtējums novērtējums izvērtējums pašvērtējums rezultāti rezultāts paveiktais padarītais sasniegtais darbi izpilde īstenošana norise saturs paveicām paveikts izdarījām izdarījuši paveikuši izdarīts darījām notika gāja pagāja hronika"),
        (SummarySection.Budget, "finansējums finansējuma budžets budžeta finanses finanšu līdzekļi līdzekļu izdevumi izdevumu izlietojums tāme izmaksas nauda naudas"));

    // Where no head stands in the nominative: “Par īstenotāju”, “Izpildītāja rekvizīti”.
    private static readonly (string Stem, SummarySection Section)[] LatvianStems =
    [
        ("veicēj", SummarySection.Implementer), ("īstenotāj", SummarySection.Implementer), ("izpildītāj", SummarySection.Implementer), ("organizācij", SummarySection.Implementer),
        ("biedrīb", SummarySection.Implementer), ("period", SummarySection.Period), ("termiņ", SummarySection.Period), ("finans", SummarySection.Budget), ("budžet", SummarySection.Budget),
        ("līdzek", SummarySection.Budget), ("naudu", SummarySection.Budget), ("naudas", SummarySection.Budget), ("paveikt", SummarySection.Description), ("rezultāt", SummarySection.Description),
        ("darbīb", SummarySection.Description), ("aktivitāt", SummarySection.Description), ("pasākum", SummarySection.Description), ("uzdevum", SummarySection.Task),
    ];

    // In English the head comes last or first and does not show; what is rarer decides.
    private static readonly (string Stem, SummarySection Section)[] EnglishStems =
    [
        ("period", SummarySection.Period), ("duration", SummarySection.Period), ("term", SummarySection.Period), ("timeframe", SummarySection.Period), ("dates", SummarySection.Period),
        ("budget", SummarySection.Budget), ("funding", SummarySection.Budget), ("financ", SummarySection.Budget), ("expenditure", SummarySection.Budget), ("expenses", SummarySection.Budget), ("spending", SummarySection.Budget),
        ("spent", SummarySection.Budget), ("costs", SummarySection.Budget), ("money", SummarySection.Budget), ("funds", SummarySection.Budget), ("accounts", SummarySection.Budget),
        ("implementer", SummarySection.Implementer), ("implementing", SummarySection.Implementer), ("grantee", SummarySection.Implementer), ("contractor", SummarySection.Implementer),
        ("organisation", SummarySection.Implementer), ("organization", SummarySection.Implementer), ("recipient", SummarySection.Implementer), ("beneficiary", SummarySection.Implementer),
        ("performer", SummarySection.Implementer), ("provider", SummarySection.Implementer), ("association", SummarySection.Implementer), ("who", SummarySection.Implementer),
        ("description", SummarySection.Description), ("evaluation", SummarySection.Description), ("assessment", SummarySection.Description), ("results", SummarySection.Description),
        ("activit", SummarySection.Description), ("achiev", SummarySection.Description), ("narrative", SummarySection.Description), ("implementation", SummarySection.Description),
        ("outcomes", SummarySection.Description), ("progress", SummarySection.Description), ("done", SummarySection.Description), ("did", SummarySection.Description), ("work", SummarySection.Description), ("performance", SummarySection.Description),
        ("task", SummarySection.Task), ("assignment", SummarySection.Task), ("mandate", SummarySection.Task), ("title", SummarySection.Task), ("project", SummarySection.Task), ("purpose", SummarySection.Task), ("grant", SummarySection.Task), ("us", SummarySection.Implementer),
    ];

    // “From when until when?”, “No kura līdz kuram laikam”
    private static readonly string[] OfTimes = ["from", "when", "until", "till", "to", "no", "kura", "laika", "līdz", "kuram", "laikam"];

    private const int MostOfShort = 6;
    private const int MostOfQuestion = 10;

    private static readonly string[] EnglishFirst = ["description", "evaluation", "assessment", "results", "activities", "achievements", "narrative", "work", "outcomes"];
    private static readonly string[] EnglishImplementers = ["implementer", "organisation", "organization", "recipient", "beneficiary", "grantee", "contractor", "performer", "provider", "delegate", "association"];

    private static readonly Stems LatvianVocabulary =
    [
        "vai", "palic", "palik",
        "valsts", "pārvald", "uzdevum", "deleģ", "īsteno", "līgum", "projekt", "programm", "plāno", "faktisk", "izliet", "budžet", "finans", "sadalīj", "sadal", "gad", "par", "un", "ar", "pa", "no", "uz", "kas",
        "veik", "veic", "atbils", "apmēr", "līdzek", "izdevum", "izmaks", "cit", "būtisk", "informāc", "nosauk", "reģistr", "numur", "nr", "period", "laik", "termiņ", "datum", "rezultāt", "rādītāj", "sasnieg", "sasniegt",
        "aprakst", "vērtēj", "novērtē", "izvērtē", "izpild", "darb", "aktivitā", "paveik", "īss", "mērķ", "joma", "atsevišķ", "publisk", "kopsavilk", "pārskat", "ko", "ietvar", "kur", "naud", "tāme", "darītāj", "uztic", "pild", "dara", "kam", "plānots", "iecer", "tēriņ", "kad", "spēkā", "gait", "iztēr", "cik", "mums", "kād", "tiem", "jādara", "jāpaveic", "bija", "darīj", "vērtēj", "daļ",
        "piezīm", "komentār", "paredz", "nepareiz", "kļūdain", "būtisk", "valst", "neatg", "neatb", "neatt", "nepamatot", "neatmaks", "neatgriez", "vēl", "nav", "jāatgū", "jāatmaks", "citas", "citi", "vispār", "darījām", "izdarīj", "kurš", "veic", "iesnieg", "laikposm", "posm", "tēm", "priekšmet", "nodibin", "līgumslēdz", "padarīt", "notik", "izmant", "izlietoj", "atgū", "atzīt", "konstatēt", "piešķir", "saņem", "pārējā", "papild", "jautāj", "ziņas", "biedrīb", "organizāc", "beigu", "sākum", "ilgum", "norise", "saturs", "esam", "mēs", "mūsu", "tas", "kā", "nor", "summ", "straum", "avot", "saņēmēj", "euro", "eiro", "eur", "lieta", "pozīcij", "virzien", "kopā", "kop", "lūdz", "lūgt", "uzdev", "uzdot", "prasīj", "pasūtīj", "gaidīj", "vēlēj", "gribēj", "ministrij", "darīt",
    ];

    private static readonly Stems EnglishVocabulary =
    [
        "state", "public", "administration", "administrative", "delegat", "task", "the", "of", "and", "for", "by", "in", "on", "year", "implement", "period", "covered", "contract", "project", "program", "grant", "planned", "actual", "spent", "spending", "spend",
        "budget", "fund", "financ", "expend", "expens", "cost", "money", "eligible", "found", "ineligible", "non-eligible", "disallow", "irregular", "improper", "unsupported", "unjustified", "outstanding", "irrecoverable", "non-recovered", "still", "remain", "be", "that", "were", "how", "went", "it", "its", "our", "objective", "goal", "aim", "purpose", "assignment", "mandate", "implementing", "grantee", "provider", "timeframe", "account", "use", "used", "state's", "misc", "comment", "recover", "unrecover", "amount", "other", "additional", "further", "information", "registration", "number", "name", "no", "description", "evaluat", "assess",
        "result", "activit", "achiev", "outcome", "indicator", "report", "summary", "work", "done", "what", "we", "did", "who", "are", "about", "us", "was", "carried", "out", "title", "duration", "term", "dates", "from", "to", "not", "yet", "year", "breakdown", "narrative", "progress",
        "organisation", "organization", "organis", "beneficiar", "recipient", "contractor", "remark", "notes", "anything", "else", "status", "sum", "unrecovered", "perform", "stream", "responsible", "entrusted", "when", "whom", "judge", "asked", "had", "supposed", "wrong", "misspent", "which", "self", "with", "non-compliant", "made", "such", "conform", "non-conform", "nonconform", "accordance", "complian", "complying", "contrary", "got", "back", "repaid", "repay", "came", "valu", "they", "have", "has", "been", "euro", "matter", "section", "line", "do", "wanted", "commission", "order", "hired", "expect", "ministry", "trusted",
    ];

    /// <summary>The section that a label of these words names; null when it names none.</summary>
    public static SummarySection? Of(IReadOnlyList<Token> words)
    {
        var has = (Stems stems) => words.Any(word => word.StartsWith(stems));
        if (has(UnrecoveredStems) || NotRecovered(words))
        {
            return SummarySection.Unrecovered;
        }

        if ((has(IneligibleStems)
            || (words.Any(word => word.Is("not", "nav")) && words.Any(word => word.Is("eligible", "qualify", "qualified", "conform", "comply", "conformity", "compliance", "accordance", "conforming", "compliant", "complying", "line")
                || word.StartsWith("atbilst") || word.StartsWith("attiecin")))) && !words.Any(word => word.StartsWith("aprakst") || word.Is("description", "evaluation")))
        {
            return SummarySection.Ineligible;
        }

        // “Did you spend anything you should not have?”
        if (words.Any(word => word.Is("should", "shouldn't")) && words.Any(word => word.Is("not", "shouldn't")) && words.Any(word => word.Is("spend", "spent")))
        {
            return SummarySection.Ineligible;
        }

        if (has(OtherStems) || IsOther(words))
        {
            return SummarySection.Other;
        }

        if (AsksWhetherGotBack(words))
        {
            return SummarySection.Unrecovered;
        }

        // “How do you assess the first year? Did the spending match the aims of the contract?”
        if (words.Count > 2 && (words[0].Is("how", "kā") || words[1].Is("how", "kā")) && words.Any(word => word.Is("year", "gadu")) && words.Take(MostOfShort).Any(word => word.Is("assess", "evaluate", "judge", "vērtējat", "vērtējam", "novērtējat", "novērtējam")))
        {
            return SummarySection.Description;
        }

        return WhatWasPlannedAndSpent(words) ?? WhoWasEntrusted(words) ?? Latvian(words) ?? English(words);
    }

    // “Plānots un faktiski izlietots”, “Nauda: iecere un tēriņš”
    private static SummarySection? WhatWasPlannedAndSpent(IReadOnlyList<Token> words)
    {
        var roles = words.Select(word => BudgetWords.At([word], 0).Word is not BudgetWord.None and var role ? role : BudgetHeaders.Role([word])).ToHashSet();
        return words.Count <= MostOfShort && !words.Any(word => word.StartsWith(IndicatorStems))
            && roles.Contains(BudgetWord.Planned) && roles.Contains(BudgetWord.Spent) ? SummarySection.Budget : null;
    }

    // “Kam uzticēts”, “Kas to veic”, “Entrusted to”: a question for whom; “Kas uzticēts” and “What was entrusted” ask for the task.
    private static SummarySection? WhoWasEntrusted(IReadOnlyList<Token> words)
    {
        if (AsksForTask(words))
        {
            return SummarySection.Task;
        }

        if (words.Count is 0 or > MostOfShort)
        {
            return null;
        }

        var entrusted = words.Any(word => word.StartsWith("uztic") || word.StartsWith("deleģēt") || word.Is("entrusted", "delegated"));
        if (words.Count <= 3 && words[^1].Is("by") && words.Any(word => word.Is("performed", "implemented", "done", "executed", "delivered")))
        {
            return SummarySection.Implementer;
        }

        return (words[0].Is("kam") && entrusted) || (words[0].Is("kas", "kurš", "kura", "kuri") && words.Any(word => word.Is("veic", "veica", "dara", "darīja", "pilda", "izpilda", "izpildīja", "īsteno", "īstenoja", "esam"))) || (words.Count == 2 && words[0].Is("to") && words[1].Is("whom")) || (words[^1].Is("to") && entrusted) ? SummarySection.Implementer
            : (entrusted && words[0].Is("kas", "ko", "what")) || words.Any(word => word.Is("jādara", "jāpaveic", "jāizdara")) || (words[0].Is("what") && words.Any(word => word.Is("asked", "had", "supposed"))) ? SummarySection.Task
            : (words is [var only] && only.Is("when", "kad", "delegated", "deleģēts")) || (words.Count > 1 && words.All(word => word.Is(OfTimes)) && words.Any(word => word.Is("when", "kura", "kuram"))) ? SummarySection.Period
            : words is [var does] && does.Is("veic") ? SummarySection.Implementer
            : null;
    }

    // “Did we get that money back?”, “Vai nauda atgūta?”
    private static bool AsksWhetherGotBack(IReadOnlyList<Token> words) => words.Count is > 2 and <= MostOfQuestion && words[0].Is("vai", "did", "was", "were", "has", "have", "is")
        && words.Any(word => word.Is("back", "atpakaļ") || word.StartsWith("recover") || word.StartsWith("atgū") || word.StartsWith("atguv"));

    // “What the State asked us to do”, “Ko ministrija no mums gaidīja”: what was wanted, and not what was done.
    private static bool AsksForTask(IReadOnlyList<Token> words) => words.Count is > 2 and <= MostOfQuestion && words[0].Is("what", "ko", "kas")
        && words.Any(word => word.Is("asked", "wanted", "commissioned", "ordered", "hired", "required", "expected", "supposed", "trusted", "lūdza", "lūgts", "uzdeva", "uzdots", "prasīja", "pasūtīja", "gaidīja", "vēlējās", "gribēja"))
        && !words.Any(word => word.Is("did", "done", "came", "spent", "darījām", "paveicām", "izdevās", "sanāca", "izlietots") || word.StartsWith("achiev") || word.StartsWith("deliver") || word.StartsWith("cost"));

    /// <summary>Whether the words are such as labels are made of, so that a line of them alone is one.</summary>
    public static bool IsLabelLike(IReadOnlyList<Token> words)
    {
        var unknown = words.Count(word => word.Kind == TokenKind.Word && word.Text.Length > 1
            && !word.StartsWith(LatvianVocabulary) && !word.StartsWith(EnglishVocabulary));
        // “The money was well spent: …” judges, and names no field.
        var judges = words.Any(word => word.Is("well", "wisely")) && !words.Any(word => word.Is("how"));
        return !judges && (words.Count <= 8 ? unknown == 0 : unknown <= words.Count / 6);
    }

    /// <summary>Whether the last of the words is what names the section: “Neatgūtie līdzekļi”, and not “Uzdevums izpildīts”.</summary>
    public static bool EndsWithHead(IReadOnlyList<Token> words) => !words.Any(word => word.Is("whole", "entire", "visa", "viss")) && ((WhatWasPlannedAndSpent(words) is not null && words.Count > 2) || words.Count > 0 && Of(words) is { } section && (section is SummarySection.Ineligible or SummarySection.Unrecovered or SummarySection.Other
        ? words[^1].StartsWith("izdevum") || words[^1].StartsWith("līdzek") || words[^1].StartsWith("inform") || words[^1].StartsWith("expend") || words[^1].StartsWith("fund") || words[^1].StartsWith("amount") || words[^1].StartsWith("summ") || words[^1].StartsWith("daļa") || words[^1].Is("cits", "other", "remarks", "notes", "piezīmes", "unrecovered", "costs", "spending", "else", "izmaksas", "ziņas")
            || (words.Any(word => word.Is("not", "contrary")) && (words[0].StartsWith("expend") || words[0].StartsWith("fund") || words[0].Is("costs", "spending", "money")))
        : LatvianHeads.TryGetValue(words[^1].Text, out var head) ? head == section : English([words[^1]]) == section && (Latvian(words) ?? section) == section));

    private static SummarySection? Latvian(IReadOnlyList<Token> words)
    {
        // “Uzdevuma apraksts” is of the task, “Izpildes apraksts” of what was done.
        if (words.Count > 1 && words[^1].Is("apraksts", "saturs", "būtība") && words.SkipLast(1).All(word => word.StartsWith("uzdevum") || word.StartsWith("deleģēt") || word.StartsWith("valst") || word.StartsWith("pārvald") || word.Is("īss")))
        {
            return SummarySection.Task;
        }

        // “Konkursa rezultāti”, “Aptaujas rezultāti”: what one piece of the work came to.
        if (words.Count == 2 && words[1].StartsWith("rezultāt") && CountNoun.At(words, 0)?.Noun.Code is "competitions" or "surveys" or "studies" or "tests")
        {
            return null;
        }

        foreach (var word in words)
        {
            if (LatvianHeads.TryGetValue(word.Text, out var section))
            {
                // “Rezultātu un finansējuma atbilstības apraksts un vērtējums”: the money is but one thing that is judged.
                if (section == SummarySection.Budget && word.Text[^1] is 'a' or 's' && words.Any(other => other.Is("apraksts", "vērtējums", "izvērtējums"))
                    && words.Any(other => other.StartsWith("rezultāt") || other.StartsWith(IndicatorStems)))
                {
                    return SummarySection.Description;
                }

                return section == SummarySection.Task && words.Any(other => other.StartsWith("īstenotāj") || other.StartsWith("veicēj") || other.StartsWith("izpildītāj"))
                    ? SummarySection.Implementer : section;
            }
        }

        return ByStems(words, LatvianStems);
    }

    private static SummarySection? English(IReadOnlyList<Token> words)
    {
        var first = words.FirstOrDefault(word => !word.Is("the", "a"));
        return first.Text is null ? null
            : first.Is(EnglishFirst) || BeginsWithWhatWasDone(words) ? SummarySection.Description
            : words[^1].Is(EnglishImplementers) ? SummarySection.Implementer
            : ByStems(words, EnglishStems);
    }

    // “What was done, what came of it, and whether the money served the contract”; but “What was done with the money”
    private static bool BeginsWithWhatWasDone(IReadOnlyList<Token> words) => words.Count > 2 && words[0].Is("what")
        && (words[1].Is("happened") || (words[2].Is("done", "did", "achieved") && words[1].Is("was", "we", "they", "has")))
        && !words.Skip(2).Take(2).Any(word => word.Is("with"));

    private static SummarySection? ByStems(IReadOnlyList<Token> words, (string Stem, SummarySection Section)[] stems)
    {
        foreach (var (stem, section) in stems)
        {
            foreach (var word in words)
            {
                if (stem.Length <= 4 ? word.Is(stem) : word.StartsWith(stem) && !word.Is("granted"))
                {
                    return section;
                }
            }
        }

        return null;
    }

    private static bool NotRecovered(IReadOnlyList<Token> words)
    {
        // “Not got back yet”, “Still to come back”
        if (words.Count <= MostOfShort && words.Any(word => word.Is("not", "still", "yet")) && words.Any(word => word.Is("back")))
        {
            return true;
        }

        var negative = words.Any(word => word.Is("not", "nav", "vēl", "remaining", "still", "yet", "jāatgūst", "atgūstamie", "atgūstamo"));
        return negative && words.Any(word => word.StartsWith("recover") || word.StartsWith("repa") || word.StartsWith("refund") || word.StartsWith("atgū") || word.StartsWith("jāatgū"));
    }

    private static bool IsOther(IReadOnlyList<Token> words) =>
        words.Any(word => word.StartsWith("informācij") || word.StartsWith("ziņas") || word.Is("information", "jautājumi", "else"))
            && words.Any(word => word.Is("cita", "papildu", "pārējā", "citas", "citi", "vispārīga", "vispārēja", "other", "additional", "further", "anything"))
        || (words.Count == 1 && words[0].Is("cits", "pārējais", "other", "vēl"))
        // “Kas vēl jāpasaka”, “The rest”, “What else”
        || (words.Count <= MostOfShort && words.Any(word => word.Is("vēl", "else")) && words.Any(word => word.Is("kas", "ko", "what") || word.StartsWith("jāp") || word.StartsWith("jāz")))
        || (words is [var the, var rest] && the.Is("the") && rest.Is("rest"));

    private static Dictionary<string, SummarySection> Table(params (SummarySection Section, string Words)[] rows)
    {
        var table = new Dictionary<string, SummarySection>(StringComparer.OrdinalIgnoreCase);
        foreach (var (section, words) in rows)
        {
            foreach (var word in words.Split(' '))
            {
                table[word] = section;
            }
        }

        return table;
    }
}
