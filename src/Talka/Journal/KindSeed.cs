using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using static Talka.Journal.EntryMeasures;

namespace Talka.Journal;

/// <summary>The kinds that every installation has. Only missing ones are put in: what an administrator changed stays.</summary>
public sealed class KindSeed : ISeed
{
    public async Task SeedAsync(TalkaDb db, CancellationToken cancel)
    {
        var known = await db.ReadTextsAsync("SELECT code FROM journal_kinds", cancel);
        var missing = BuiltIn().Where(kind => !known.Contains(kind.Code)).ToList();
        if (missing.Count > 0)
        {
            db.AddRange(missing);
            await db.SaveChangesAsync(cancel);
        }
    }

    internal static IReadOnlyList<JournalKind> BuiltIn()
    {
        const EntryMeasures people = Quantity | Participants | Reach;
        List<JournalKind> kinds =
        [
            New("event", "Pasākums", "Event", "pasākumu|pasākums|pasākumi", "event|events", people | State),
            New("cultural-event", "Kultūras pasākums", "Cultural event", "kultūras pasākumu|kultūras pasākums|kultūras pasākumi", "cultural event|cultural events", people | State),
            New("seminar", "Seminārs", "Seminar", "semināru|seminārs|semināri", "seminar|seminars", people),
            New("training", "Mācības", "Training", "mācību reižu|mācību reize|mācību reizes", "training course|training courses", people | State),
            New("discussion", "Diskusija", "Discussion", "diskusiju|diskusija|diskusijas", "discussion|discussions", people),
            New("meeting", "Sanāksme", "Meeting", "sanāksmju|sanāksme|sanāksmes", "meeting|meetings", people),
            New("conference", "Konference", "Conference", "konferenču|konference|konferences", "conference|conferences", people),
            New("festival", "Festivāls", "Festival", "festivālu|festivāls|festivāli", "festival|festivals", people | State),
            New("ceremony", "Svinīga ceremonija", "Ceremony", "svinīgu ceremoniju|svinīga ceremonija|svinīgas ceremonijas", "ceremony|ceremonies", people),
            New("commemoration", "Piemiņas pasākums", "Commemoration", "piemiņas pasākumu|piemiņas pasākums|piemiņas pasākumi", "commemoration|commemorations", people),
            New("game", "Spēle", "Game", "spēļu|spēle|spēles", "game|games", people),
            New("consultation", "Konsultācija", "Consultation", "konsultāciju|konsultācija|konsultācijas", "consultation|consultations", people),
            New("newsletter", "Ziņu lapa", "Newsletter", "ziņu lapu|ziņu lapa|ziņu lapas", "newsletter|newsletters", Quantity | Reach),
            New("news-item", "Ziņa", "News item", "ziņu|ziņa|ziņas", "news item|news items", Quantity | Reach | Channel),
            New("post", "Ieraksts sociālajos tīklos", "Post", "ierakstu|ieraksts|ieraksti", "post|posts", Quantity | Reach, Channel),
            New("resource", "Resurss", "Resource", "resursu|resurss|resursi", "resource|resources", Quantity | Reach | State),
            New("study", "Pētījums", "Study", "pētījumu|pētījums|pētījumi", "study|studies", Quantity | Participants | State),
            New("survey", "Aptauja", "Survey", "aptauju|aptauja|aptaujas", "survey|surveys", Quantity | Participants | State),
            New("self-assessment", "Pašvērtējums", "Self-assessment", "pašvērtējumu|pašvērtējums|pašvērtējumi", "self-assessment|self-assessments", Quantity | Participants | State),
            New("call", "Pieteikumu konkurss", "Call for applications", "pieteikumu konkursu|pieteikumu konkurss|pieteikumu konkursi", "call|calls", Quantity | Amount | State),
            New("application", "Pieteikums", "Application", "pieteikumu|pieteikums|pieteikumi", "application|applications", Quantity | Amount),
            New("award", "Atbalsta piešķiršana", "Award of support", "piešķirtu atbalstu|piešķirts atbalsts|piešķirti atbalsti", "award|awards", Quantity | Amount),
            New("agreement", "Vienošanās", "Agreement", "vienošanos|vienošanās|vienošanās", "agreement|agreements", Quantity | Amount | State),
            New("in-kind-support", "Materiāltehniskais atbalsts", "In-kind support", "materiāltehniskā atbalsta reižu|materiāltehniskā atbalsta reize|materiāltehniskā atbalsta reizes", "instance of in-kind support|instances of in-kind support", Quantity | Participants | Amount),
            New("strategy", "Stratēģija", "Strategy", "stratēģiju|stratēģija|stratēģijas", "strategy|strategies", Quantity | Participants | State),
            New("needs-assessment", "Vajadzību izvērtējums", "Needs assessment", "vajadzību izvērtējumu|vajadzību izvērtējums|vajadzību izvērtējumi", "needs assessment|needs assessments", Quantity | Participants | State),
            Private(New("interview", "Intervija", "Interview", "interviju|intervija|intervijas", "interview|interviews", Quantity | Participants)),
            New("case-study", "Gadījuma izpēte", "Case study", "gadījumu izpēšu|gadījuma izpēte|gadījumu izpētes", "case study|case studies", Quantity | State),
            New("outcome", "Atbalsta rezultāts", "Outcome of support", "atbalsta rezultātu|atbalsta rezultāts|atbalsta rezultāti", "outcome of support|outcomes of support", Quantity | Participants | State),
            New("website", "Tīmekļvietne", "Website", "tīmekļvietņu|tīmekļvietne|tīmekļvietnes", "website|websites", Quantity | Reach | State),
            System(Kinds.SummaryPublished, "Publicēts kopsavilkums", "Summary published", "publicētu kopsavilkumu|publicēts kopsavilkums|publicēti kopsavilkumi", "published summary|published summaries"),
            System(Kinds.Erasure, "Datu dzēšana", "Erasure", "dzēšanu|dzēšana|dzēšanas", "erasure|erasures"),
            Spending(Kinds.Expense, "Izdevumi", "Expense", "izdevumu ierakstu|izdevumu ieraksts|izdevumu ieraksti", "expense|expenses", isPublic: false),
            Spending(Kinds.Ineligible, "Neatbilstoši izdevumi", "Ineligible amount", "neatbilstošu izdevumu ierakstu|neatbilstošu izdevumu ieraksts|neatbilstošu izdevumu ieraksti", "ineligible amount|ineligible amounts", isPublic: false),
            Spending(Kinds.Recovery, "Atgūti līdzekļi", "Recovery", "atgūšanas ierakstu|atgūšanas ieraksts|atgūšanas ieraksti", "recovery|recoveries", isPublic: false),
            Spending(Kinds.Return, "Atmaksa valsts budžetā", "Return to the State", "atmaksu|atmaksa|atmaksas", "return|returns", isPublic: true),
            Spending(Kinds.CarryOver, "Pārnesums uz citu gadu", "Carry-over", "pārnesumu|pārnesums|pārnesumi", "carry-over|carry-overs", isPublic: true),
        ];
        for (var i = 0; i < kinds.Count; i++)
        {
            kinds[i].Order = (i + 1) * 10;
        }

        return kinds;
    }

    private static JournalKind New(string code, string lv, string en, string countedLv, string countedEn, EntryMeasures offered, EntryMeasures required = None) =>
        new() { Code = code, NameLv = lv, NameEn = en, CountedLv = countedLv, CountedEn = countedEn, Offered = offered, Required = required };

    private static JournalKind Private(JournalKind kind)
    {
        kind.IsPublic = false;
        return kind;
    }

    private static JournalKind System(string code, string lv, string en, string countedLv, string countedEn) =>
        new() { Code = code, NameLv = lv, NameEn = en, CountedLv = countedLv, CountedEn = countedEn, IsSystem = true };

    private static JournalKind Spending(string code, string lv, string en, string countedLv, string countedEn, bool isPublic) =>
        new() { Code = code, NameLv = lv, NameEn = en, CountedLv = countedLv, CountedEn = countedEn, Required = Amount, IsMoney = true, IsPublic = isPublic };
}
