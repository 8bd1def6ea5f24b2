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
        Add(new("interviews", NounSort.Other), "interview", Declension.Fourth, "intervij");
        Add(new("surveys", NounSort.Other), "survey", Declension.Fourth, "aptauj");
        Add(new("studies", NounSort.Other), "study", Declension.First, "pētījum");
        Add(new("agreements", NounSort.Other), "agreement", Declension.First, "līgum");
        Add(new("campaigns", NounSort.Other), "campaign", Declension.Fourth, "kampaņ");
        Add(new("broadcasts", NounSort.Publications), "broadcast", Declension.First, "raidījum");
        Words = Forms.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        var newsletters = new CountNoun("newsletters", NounSort.Publications);
        Compound("ziņu", newsletters, Declension.Fourth, "lap");
        Compound("jaunumu", newsletters, Declension.Fourth, "lap");
        Compound("jaunumu", newsletters, Declension.Fifth, "vēstul", "vēstuļ");
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

        return Words.TryGetValue(word.Text, out var known) ? (known.Noun, known.Form, at + 1) : null;
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
            Put(Forms, english switch { "person" => "people", "youth" => "youths", _ => EnglishPlural(english) }, noun, NounForm.AnyPlural);
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
