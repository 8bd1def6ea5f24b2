using CsCheck;
using Talka.Foundation;
using Talka.Journal;
using Talka.Mandates;
using Talka.Reporting.Figures;

namespace Talka.Tests.Reporting.Figures;

/// <summary>A contract of three years and two streams, kinds, and entries made up or made at random.</summary>
internal static class FigureSamples
{
    public static MandateTerms Terms { get; } = new()
    {
        Slug = "sample",
        Kind = ContractKind.Participation,
        Title = "Paraugs",
        Task = "Uzdevums",
        Implementer = new Party("Biedrība “Paraugs”", "40008087708"),
        From = new(2022, 7, 15),
        To = new(2025, 7, 14),
        Years =
        [
            new(1, new(2022, 7, 15), new(2023, 7, 14)), new(2, new(2023, 7, 15), new(2024, 7, 14)), new(3, new(2024, 7, 15), new(2025, 7, 14)),
        ],
        Streams = [new("civic", "Pilsoniskā sabiedrība", "Civil society"), new("minorities", "Mazākumtautības", null)],
        Plan =
        [
            new(1, "civic", new(30_000_00)), new(1, "minorities", new(23_994_00)), new(2, "civic", new(30_000_00)),
            new(2, "minorities", new(23_994_00)), new(3, "civic", new(30_000_00)), new(3, "minorities", new(23_994_00)),
        ],
        Indicators = [],
    };

    public static IReadOnlyDictionary<string, JournalKind> AllKinds { get; } = new[]
    {
        Kind("seminar", "Seminārs", "semināru|seminārs|semināri", "Seminar", "seminar|seminars"),
        Kind("consultation", "Konsultācija", "konsultāciju|konsultācija|konsultācijas", "Consultation", "consultation|consultations"),
        Kind("newsletter", "Ziņu lapa", "ziņu lapu|ziņu lapa|ziņu lapas", "Newsletter issue", "newsletter issue|newsletter issues"),
        Kind("post", "Ieraksts sociālajā tīklā", "ierakstu|ieraksts|ieraksti", "Social media post", "post|posts"),
        Kind("news-item", "Ziņa", "ziņu|ziņa|ziņas", "News item", "news item|news items"),
        Kind("application", "Pieteikums", "pieteikumu|pieteikums|pieteikumi", "Application", "application|applications"),
        Kind("award", "Piešķirts atbalsts", "apstiprinātu projektu|apstiprināts projekts|apstiprināti projekti", "Award of support", "award|awards"),
        Kind("festival", "Festivāls", "festivālu|festivāls|festivāli", "Festival", "festival|festivals"),
        Kind("expense", "Izdevumi", "izdevumu|izdevums|izdevumi", "Expense", "expense|expenses"),
        Kind("carry-over", "Pārnesums", "pārnesumu|pārnesums|pārnesumi", "Carry-over", "carry-over|carry-overs"),
    }.ToDictionary(kind => kind.Code);

    public static FigureData Data(params IReadOnlyList<FigureEntry> entries) => new(Terms, entries);

    public static FigureQuery Query(string text) => FigureQuery.Parse(text).Value;

    public static FigureEntry Entry(
        long sequence, string kind, int year = 1, string title = "Nosaukums", DateOnly? day = null, long? quantity = null, long? participants = null,
        bool approximate = false, EntryMode? mode = null, string? place = null, string? stream = null, string? channel = null,
        string? series = null, long? cents = null, int? toYear = null, string? partners = null, EntryState? state = null)
    {
        var whole = Terms.Years[year - 1];
        return new()
        {
            Sequence = sequence,
            Kind = kind,
            Year = year,
            Title = title,
            From = day ?? whole.From,
            To = day ?? whole.To,
            Quantity = quantity,
            QuantityApproximate = approximate && participants is null,
            Participants = participants,
            ParticipantsApproximate = approximate && participants is not null,
            Mode = mode,
            Place = place,
            Stream = stream,
            Channel = channel,
            Series = series,
            Amount = cents is { } amount ? new Money(amount) : null,
            ToYear = toYear,
            PartnersJson = partners,
            State = state,
        };
    }

    /// <summary>Entries of any sort, with much unknown.</summary>
    public static Gen<FigureEntry[]> Entries { get; } =
        Gen.Select(
            Gen.OneOf("seminar", "post", "consultation", "expense"), Gen.Int[1, 3], Gen.Int[0, 364],
            Gen.Long[0, 6000].Nullable(), Gen.Long[1, 40].Nullable(), Gen.Bool,
            Gen.OneOf<EntryMode?>(null, EntryMode.Online, EntryMode.OnSite),
            Gen.OneOf<string?>(null, "facebook", "X/Twitter"))
        .Select((kind, year, day, participants, quantity, approximate, mode, text) => Entry(
            0, kind, year, day: day % 3 == 0 ? null : Terms.Years[year - 1].From.AddDays(day), participants: participants, quantity: quantity,
            approximate: approximate, mode: mode, channel: text, place: text, stream: day % 2 == 0 ? "civic" : null, cents: participants * 7))
        .Array[0, 60]
        .Select(entries => entries.Select((e, i) => Entry(
            i + 1, e.Kind, e.Year, e.Title, e.From == e.To ? e.From : null, e.Quantity, e.Participants, e.ParticipantsApproximate || e.QuantityApproximate,
            e.Mode, e.Place, e.Stream, e.Channel, cents: e.Amount?.Cents)).ToArray());

    private static JournalKind Kind(string code, string nameLv, string countedLv, string nameEn, string countedEn) => new()
    {
        Code = code,
        NameLv = nameLv,
        NameEn = nameEn,
        CountedLv = countedLv,
        CountedEn = countedEn,
        IsMoney = code is "expense" or "carry-over",
        IsPublic = code != "expense",
    };
}
