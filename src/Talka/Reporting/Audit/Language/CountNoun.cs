using System.Collections.Frozen;

namespace Talka.Reporting.Audit.Language;

/// <summary>What sort of thing a counted noun is: things of one sort can be added up.</summary>
public enum NounSort { Other, People, Publications, Events }

/// <summary>A noun that summaries count, whatever its form and language.</summary>
/// <param name="Code">Stable, for machines and for the figures of the journal: <c>participants</c>, <c>newsletters</c>.</param>
/// <param name="IsGeneral">It stands for every noun of its sort: a total of “publications” counts newsletters and posts too.</param>
public sealed record CountNoun(string Code, NounSort Sort, bool IsGeneral = false)
{
    private static readonly Dictionary<string, (CountNoun Noun, NounForm Form)> Forms = new(StringComparer.OrdinalIgnoreCase);
    private static readonly Dictionary<string, Dictionary<string, (CountNoun Noun, NounForm Form)>> Compounds = new(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenDictionary<string, (CountNoun Noun, NounForm Form)> Words;

    private static readonly string[] AgentSuffixes = ["niek", "tāj", "ēj", "ist"];
    private static readonly (string Ending, NounForm Form)[] AgentEndings = [.. Declension.First.Decline("", null).GroupBy(one => one.Word, one => one.Form).Select(forms => (forms.Key, forms.Aggregate((one, other) => one.Or(other))))];

    // Things that summaries count now and then.
    private static readonly (string Code, NounSort Sort, string? English, Declension Declension, string Stem, string? Soft)[] MoreNouns =
    [
        ("children", NounSort.People, "child", Declension.First, "bērn", null), ("pupils", NounSort.People, "pupil", Declension.First, "skolēn", null), ("students", NounSort.People, "student", Declension.First, "student", null),
        ("teachers", NounSort.People, "teacher", Declension.First, "skolotāj", null), ("teachers", NounSort.People, null, Declension.First, "pedagog", null), ("seniors", NounSort.People, "senior", Declension.First, "senior", null),
        ("women", NounSort.People, "woman", Declension.Fifth, "sieviet", "sieviet"), ("men", NounSort.People, "man", Declension.Second, "vīriet", "vīrieš"),
        ("girls", NounSort.People, "girl", Declension.Fifth, "meiten", "meiteņ"), ("boys", NounSort.People, "boy", Declension.First, "zēn", null), ("boys", NounSort.People, null, Declension.Second, "puis", "puiš"), ("residents", NounSort.People, "resident", Declension.First, "iedzīvotāj", null), ("users", NounSort.People, "user", Declension.First, "lietotāj", null), ("spectators", NounSort.People, "spectator", Declension.First, "skatītāj", null),
        ("listeners", NounSort.People, "listener", Declension.First, "klausītāj", null), ("guests", NounSort.People, "guest", Declension.Second, "vies", "vies"), ("specialists", NounSort.People, "specialist", Declension.First, "speciālist", null),
        ("mentors", NounSort.People, "mentor", Declension.First, "mentor", null), ("workers", NounSort.People, "worker", Declension.First, "darbiniek", null), ("artists", NounSort.People, "artist", Declension.First, "māksliniek", null),
        ("leaders", NounSort.People, "leader", Declension.First, "vadītāj", null), ("lecturers", NounSort.People, "lecturer", Declension.First, "lektor", null), ("librarians", NounSort.People, "librarian", Declension.First, "bibliotekār", null),
        ("farmers", NounSort.People, "farmer", Declension.First, "lauksaimniek", null), ("trainers", NounSort.People, "trainer", Declension.Second, "trener", "trener"),
        ("learners", NounSort.People, "learner", Declension.Second, "mācekl", "mācekļ"), ("craftsmen", NounSort.People, "craftsman", Declension.First, "amatniek", null), ("walkers", NounSort.People, "walker", Declension.First, "gājēj", null),
        ("runners", NounSort.People, "runner", Declension.First, "skrējēj", null), ("researchers", NounSort.People, "researcher", Declension.First, "pētniek", null), ("lawyers", NounSort.People, "lawyer", Declension.First, "jurist", null),
        ("groups", NounSort.Other, "group", Declension.Fourth, "grup", null), ("teams", NounSort.Other, "team", Declension.Fourth, "komand", null), ("schools", NounSort.Other, "school", Declension.Fourth, "skol", null),
        ("classes", NounSort.Other, "class", Declension.Fifth, "klas", "klaš"), ("libraries", NounSort.Other, "library", Declension.Fourth, "bibliotēk", null), ("museums", NounSort.Other, "museum", Declension.First, "muzej", null),
        ("parishes", NounSort.Other, "parish", Declension.First, "pagast", null), ("counties", NounSort.Other, "county", Declension.First, "novad", null), ("towns", NounSort.Other, "town", Declension.Fourth, "pilsēt", null),
        ("villages", NounSort.Other, "village", Declension.First, "ciem", null), ("places", NounSort.Other, "place", Declension.Fourth, "viet", null), ("companies", NounSort.Other, "company", Declension.First, "uzņēmum", null),
        ("handbooks", NounSort.Other, "handbook", Declension.Fourth, "rokasgrāmat", null), ("guides", NounSort.Other, "guide", Declension.Second, "ceļved", "ceļvež"), ("brochures", NounSort.Other, "brochure", Declension.Fourth, "brošūr", null),
        ("groups", NounSort.Other, null, Declension.First, "pulciņ", null), ("routes", NounSort.Other, "route", Declension.First, "maršrut", null), ("centres", NounSort.Other, "centre", Declension.First, "centr", null), ("clubs", NounSort.Other, "club", Declension.First, "klub", null),
        ("indicators", NounSort.Other, "indicator", Declension.Second, "rādītāj", "rādītāj"), ("days", NounSort.Events, null, Declension.First, "salidojum", null), ("meetings", NounSort.Events, null, Declension.First, "saiet", null), ("tasks", NounSort.Other, "task", Declension.First, "uzdevum", null),
        ("debates", NounSort.Events, "debate", Declension.Fifth, "debat", null), ("clients", NounSort.People, "client", Declension.First, "klient", null), ("parents", NounSort.People, "parent", Declension.First, "vecāk", null), ("carers", NounSort.People, "carer", Declension.First, "aprūpētāj", null),
        ("books", NounSort.Other, "book", Declension.Fourth, "grāmat", null), ("booklets", NounSort.Other, "booklet", Declension.First, "buklet", null), ("leaflets", NounSort.Other, "leaflet", Declension.First, "plakāt", null),
        ("copies", NounSort.Other, "copy", Declension.First, "eksemplār", null), ("sets", NounSort.Other, "set", Declension.First, "komplekt", null), ("packages", NounSort.Other, "package", Declension.Fourth, "pak", null),
        ("exhibitions", NounSort.Events, "exhibition", Declension.Fifth, "izstād", "izstāž"), ("concerts", NounSort.Events, "concert", Declension.First, "koncert", null), ("performances", NounSort.Events, "performance", Declension.Fifth, "izrād", "izrāž"),
        ("shows", NounSort.Events, "show", Declension.First, "seans", null), ("evenings", NounSort.Events, "evening", Declension.First, "vakar", null), ("hikes", NounSort.Events, "hike", Declension.First, "pārgājien", null),
        ("trips", NounSort.Events, "trip", Declension.First, "braucien", null), ("clean-ups", NounSort.Events, "clean-up", Declension.Fourth, "talk", null),
        ("courses", NounSort.Events, "course", Declension.First, "kurs", null), ("competitions", NounSort.Events, "competition", Declension.First, "konkurs", null), ("forums", NounSort.Events, "forum", Declension.First, "forum", null),
        ("sessions", NounSort.Events, "session", Declension.Fourth, "sesij", null), ("trainings", NounSort.Events, null, Declension.First, "treniņ", null), ("visits", NounSort.Events, "visit", Declension.Fifth, "vizīt", "vizīš"),
        ("visits", NounSort.Events, null, Declension.First, "apmeklējum", null), ("talks", NounSort.Events, "talk", Declension.Fourth, "sarun", null), ("weekends", NounSort.Events, "weekend", Declension.Fifth, "brīvdien", null), ("campaigns", NounSort.Events, null, Declension.Fourth, "akcij", null),
        ("games", NounSort.Other, "game", Declension.Fifth, "spēl", "spēļ"), ("ideas", NounSort.Other, "idea", Declension.Fourth, "idej", null), ("proposals", NounSort.Other, "proposal", Declension.First, "priekšlikum", null),
        ("calls", NounSort.Other, "call", Declension.First, "zvan", null), ("requests", NounSort.Other, "request", Declension.First, "pieprasījum", null), ("answers", NounSort.Other, "answer", Declension.Fifth, "atbild", "atbilž"),
        ("questionnaires", NounSort.Other, "questionnaire", Declension.Fourth, "anket", null), ("letters", NounSort.Other, "letter", Declension.Fifth, "vēstul", "vēstuļ"), ("stories", NounSort.Other, "story", Declension.First, "stāst", null),
        ("films", NounSort.Other, "film", Declension.Fourth, "film", null), ("episodes", NounSort.Publications, "episode", Declension.Fourth, "epizod", null), ("episodes", NounSort.Publications, null, Declension.Fourth, "sērij", null),
        ("podcasts", NounSort.Publications, "podcast", Declension.First, "podkāst", null), ("opinions", NounSort.Other, "opinion", Declension.First, "atzinum", null), ("reports", NounSort.Other, "report", Declension.First, "ziņojum", null),
        ("objects", NounSort.Other, "object", Declension.First, "objekt", null), ("items", NounSort.Other, "item", Declension.First, "priekšmet", null), ("photos", NounSort.Other, "photo", Declension.Fourth, "fotogrāfij", null),
        ("materials", NounSort.Other, "material", Declension.First, "materiāl", null), ("grants", NounSort.Other, "grant", Declension.First, "grant", null), ("awards", NounSort.Other, "award", Declension.Fourth, "balv", null),
        ("scholarships", NounSort.Other, "scholarship", Declension.Fourth, "stipendij", null), ("modules", NounSort.Other, "module", Declension.Second, "modul", "moduļ"), ("tests", NounSort.Other, "test", Declension.First, "test", null),
        ("recommendations", NounSort.Other, "recommendation", Declension.First, "ieteikum", null), ("complaints", NounSort.Other, "complaint", Declension.Fourth, "sūdzīb", null), ("cases", NounSort.Other, "case", Declension.First, "gadījum", null),
        ("buildings", NounSort.Other, "building", Declension.Fourth, "ēk", null), ("points", NounSort.Other, "point", Declension.First, "punkt", null), ("trees",
        NounSort.Other, "tree", Declension.First, "kok", null), ("songs", NounSort.Other, "song", Declension.Fourth, "dziesm", null), ("plays", NounSort.Other, "play",
            Declension.Fourth, "lug", null),
        ("lectures", NounSort.Events, null, Declension.First, "referāt", null), ("pages", NounSort.Other, "page", Declension.Fourth, "lappus", null), ("households", NounSort.Other, "household", Declension.Fourth, "mājsaimniecīb", null), ("communities", NounSort.Other, "community", Declension.Fourth, "kopien", null),
    ];

    static CountNoun()
    {
        Add(new("participants", NounSort.People, true), "participant", Declension.First, "dalībniek");
        Add(new("participants", NounSort.People, true), null, Declension.Fifth, "dalībniec", "dalībnieč");
        Add(new("visitors", NounSort.People), "visitor", Declension.First, "apmeklētāj");
        Add(new("attendees", NounSort.People), "attendee", Declension.First, "klausītāj");
        Add(new("people", NounSort.People, true), "person", Declension.First, "cilvēk");
        Add(new("people", NounSort.People, true), null, Declension.Fourth, "person");
        Add(new("interested", NounSort.People), null, Declension.First, "interesent");
        Add(new("young-people", NounSort.People), "youth", Declension.Second, "jauniet", "jaunieš");
        Add(new("representatives", NounSort.People), "representative", Declension.Second, "pārstāv", "pārstāvj");
        Add(new("volunteers", NounSort.People), "volunteer", Declension.Definite, "brīvprātīg");
        Add(new("respondents", NounSort.People), "respondent", Declension.First, "respondent");
        Add(new("members", NounSort.People), "member", Declension.First, "biedr");
        Add(new("experts", NounSort.People), "expert", Declension.First, "ekspert");
        Add(new("followers", NounSort.Other), "follower", Declension.First, "sekotāj");
        Add(new("consultations", NounSort.Other), "consultation", Declension.Fourth, "konsultācij");
        Add(new("newsletters", NounSort.Publications), "newsletter", Declension.Fourth, "ziņulap");
        Add(new("news", NounSort.Publications), null, Declension.Fourth, "ziņ");
        Add(new("posts", NounSort.Publications, true), "post", Declension.First, "ierakst");
        Add(new("articles", NounSort.Publications), "article", Declension.First, "rakst");
        Add(new("publications", NounSort.Publications, true), "publication", Declension.Fourth, "publikācij");
        Add(new("videos", NounSort.Publications), "video", null, "");
        Add(new("seminars", NounSort.Events), "seminar", Declension.First, "seminār");
        Add(new("webinars", NounSort.Events), "webinar", Declension.First, "vebinār");
        Add(new("discussions", NounSort.Events), "discussion", Declension.Fourth, "diskusij");
        Add(new("trainings", NounSort.Events), "training", Declension.Fourth, "apmācīb");
        Add(new("lessons", NounSort.Events), "lesson", Declension.Fourth, "nodarbīb");
        Add(new("lectures", NounSort.Events), "lecture", Declension.Fourth, "lekcij");
        Add(new("workshops", NounSort.Events), "workshop", Declension.Fourth, "darbnīc");
        Add(new("workshops", NounSort.Events), "masterclass", Declension.Fifth, "meistarklas", "meistarklaš");
        Add(new("conferences", NounSort.Events), "conference", Declension.Fifth, "konferenc", "konferenč");
        Add(new("meetings", NounSort.Events), "meeting", Declension.Fifth, "sanāksm", "sanāksmj");
        Add(new("meetings", NounSort.Events), null, Declension.Reflexive, "tikšan");
        Add(new("meetings", NounSort.Events), null, Declension.Fifth, "sapulc", "sapulč");
        Add(new("festivals", NounSort.Events), "festival", Declension.First, "festivāl");
        Add(new("camps", NounSort.Events), "camp", Declension.Fifth, "nometn", "nometņ");
        Add(new("events", NounSort.Events, true), "event", Declension.First, "pasākum");
        Add(new("activities", NounSort.Events, true), "activity", Declension.Fifth, "aktivitāt", "aktivitāš");
        Add(new("excursions", NounSort.Events), "excursion", Declension.Fourth, "ekskursij");
        Add(new("organisations", NounSort.Other), "organisation", Declension.Fourth, "organizācij");
        Add(new("organisations", NounSort.Other), "organization", null, "");
        Add(new("associations", NounSort.Other), "association", Declension.Fourth, "biedrīb");
        Add(new("municipalities", NounSort.Other), "municipality", Declension.Fourth, "pašvaldīb");
        Add(new("families", NounSort.Other), "family", Declension.Fifth, "ģimen", "ģimeņ");
        Add(new("projects", NounSort.Other), "project", Declension.First, "projekt");
        Add(new("applications", NounSort.Other), "application", Declension.First, "pieteikum");
        Add(new("applications", NounSort.Other), "submission", Declension.First, "iesniegum");
        Add(new("applications", NounSort.Other), "bid", null, "");
        Add(new("interviews", NounSort.Other), "interview", Declension.Fourth, "intervij");
        Add(new("surveys", NounSort.Other), "survey", Declension.Fourth, "aptauj");
        Add(new("studies", NounSort.Other), "study", Declension.First, "pētījum");
        Add(new("agreements", NounSort.Other), "agreement", Declension.First, "līgum");
        Add(new("campaigns", NounSort.Other), "campaign", Declension.Fourth, "kampaņ");
        Add(new("broadcasts", NounSort.Publications), "broadcast", Declension.First, "raidījum");
        foreach (var (code, sort, english, declension, stem, soft) in MoreNouns)
        {
            Add(new(code, sort), english, declension, stem, soft);
        }

        Words = Forms.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        var newsletters = new CountNoun("newsletters", NounSort.Publications);
        Compound("ziņu", newsletters, Declension.Fourth, "lap");
        Compound("jaunumu", newsletters, Declension.Fourth, "lap");
        Compound("jaunumu", newsletters, Declension.Fifth, "vēstul", "vēstuļ");
        // Fixed names of people, whose first word is not who is counted.
        Compound("ģimenes", new("members", NounSort.People), Declension.Second, "locekl", "locekļ");
        Compound("ģimenes", new("doctors", NounSort.People), Declension.First, "ārst");
        Compound("ārsta", new("doctors' assistants", NounSort.People), Declension.First, "palīg");
        Compounds["news"] = new(StringComparer.OrdinalIgnoreCase)
        {
            ["item"] = (new("news", NounSort.Publications), NounForm.AnySingular),
            ["items"] = (new("news", NounSort.Publications), NounForm.AnyPlural),
        };
    }

    /// <summary>The known noun that begins at a token, its form, and the index of the token after it.</summary>
    public static (CountNoun Noun, NounForm Form, int End)? At(IReadOnlyList<Token> tokens, int at)
    {
        if (tokens.Peek(at) is not { Kind: TokenKind.Word } word)
        {
            return null;
        }

        if (Compounds.TryGetValue(word.Text, out var seconds) && tokens.Peek(at + 1) is { Kind: TokenKind.Word } second && seconds.TryGetValue(second.Text, out var compound))
        {
            return (compound.Noun, compound.Form, at + 2);
        }

        return Words.TryGetValue(word.Text, out var known) ? (known.Noun, known.Form, at + 1) : Agent(word.Text) is var (noun, form) ? (noun, form, at + 1) : null;
    }

    // “stāstnieki”, “glabātāji”, “aktīvisti”: who does something, whatever it is; they all decline alike.
    private static (CountNoun, NounForm)? Agent(string word)
    {
        const int least = 7;
        if (word.Length < least || !char.IsLower(word[0]))
        {
            return null;
        }

        foreach (var (ending, form) in AgentEndings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal) && HasAgentSuffix(word.AsSpan(..^ending.Length)))
            {
                return (new(word[..^ending.Length], NounSort.Other), form);
            }
        }

        return null;
    }

    /// <summary>By its ending it may be someone who does something, though it is no known noun: <c>audējs</c>.</summary>
    public bool IsAgent => HasAgentSuffix(Code);

    private static bool HasAgentSuffix(ReadOnlySpan<char> stem)
    {
        foreach (var suffix in AgentSuffixes)
        {
            if (stem.EndsWith(suffix))
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(CountNoun noun, string? english, Declension? declension, string stem, string? soft = null)
    {
        foreach (var (word, form) in declension?.Decline(stem, soft) ?? [])
        {
            Put(Forms, word, noun, form);
        }

        if (english is not null)
        {
            Put(Forms, english, noun, NounForm.AnySingular);
            Put(Forms, english switch { "person" => "people", "youth" => "youths", "child" => "children", "woman" => "women", "man" => "men", "craftsman" => "craftsmen", _ => EnglishPlural(english) }, noun, NounForm.AnyPlural);
        }
    }

    private static string EnglishPlural(string word) => word switch
    {
        [.., not ('a' or 'e' or 'o' or 'u'), 'y'] => word[..^1] + "ies",
        [.., 's'] => word + "es",
        _ => word + "s",
    };

    private static void Compound(string first, CountNoun noun, Declension declension, string stem, string? soft = null)
    {
        if (!Compounds.TryGetValue(first, out var seconds))
        {
            Compounds[first] = seconds = new(StringComparer.OrdinalIgnoreCase);
        }

        foreach (var (word, form) in declension.Decline(stem, soft))
        {
            Put(seconds, word, noun, form);
        }
    }

    private static void Put(Dictionary<string, (CountNoun Noun, NounForm Form)> forms, string word, CountNoun noun, NounForm form) =>
        forms[word] = forms.TryGetValue(word, out var known) ? (known.Noun, known.Form.Or(form)) : (noun, form);
}
