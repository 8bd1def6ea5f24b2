using Talka.Foundation;
using Talka.Mandates;
using Talka.Work.Spending;

namespace Talka.Demo;

/// <summary>
/// The contract and the money of the sample: facts of the published summary “Kopsavilkums par atsevišķu valsts pārvaldes uzdevumu veikšanu … Rīgas reģionā
/// (2022–2025)” by the association “Latvijas Pilsoniskā alianse”. What it does not say stays unknown; what it plainly misprints is corrected and noted.
/// The activities are in <c>Data/entries.csv</c>, the texts in <c>Data/narrative</c>.
/// </summary>
internal static class SampleMandate
{
    public const string Slug = "lpa-2022-2025";

    private const string CivilSociety = "pilsoniska-sabiedriba";
    private const string Minorities = "mazakumtautibas";
    private const string TotalsOnly = "Avotā izdevumi norādīti tikai kopsummā par gadu un virzienu; ieraksts datēts ar gada pēdējo dienu.";

    public static NewMandate Contract { get; } = new()
    {
        Slug = Slug,
        Kind = ContractKind.Participation,
        Title = "Pilsoniskās sabiedrības un starpkultūru sadarbības attīstība Rīgas reģionā",
        TitleEn = "Development of civil society and intercultural cooperation in the Riga region",
        Task = "Par atsevišķu valsts pārvaldes uzdevumu veikšanu pilsoniskās sabiedrības un starpkultūru sadarbības attīstības "
            + "un mazākumtautību nevalstisko organizāciju līdzdalības veicināšanas jomā Rīgas reģionā",
        Implementer = new Party("Biedrība „Latvijas Pilsoniskā alianse”", "40008087708"),
        From = new DateOnly(2022, 7, 15),
        To = new DateOnly(2025, 7, 14),
        Streams =
        [
            new(CivilSociety, "Pilsoniskās sabiedrības attīstība Rīgas reģionā", "Development of civil society in the Riga region"),
            new(Minorities, "Mazākumtautību nevalstisko organizāciju attīstība un ilgtspējas veicināšana",
                "Development and sustainability of national minority organisations"),
        ],
        Plan =
        [
            new(1, CivilSociety, Euro(30_000_00)),
            new(1, Minorities, Euro(23_994_00)),
            new(2, CivilSociety, Euro(30_000_00)),
            new(2, Minorities, Euro(23_994_00),
                "Avotā drukāts 23\u00A0900,00 (un gadam kopā 53\u00A0900,00), bet tā paša avota atlikums 719,38 (kopā 1\u00A0177,33) izriet no plāna 23\u00A0994,00 (kopā 53\u00A0994,00)."),
            new(3, CivilSociety, Euro(30_000_00)),
            new(3, Minorities, Euro(23_994_00)),
        ],
    };

    public static IReadOnlyList<Expense> Expenses { get; } =
    [
        Spent(1, CivilSociety, 30_000_00),
        Spent(1, Minorities, 23_994_00),
        Spent(2, CivilSociety, 29_542_05),
        Spent(2, Minorities, 23_274_62),
        Spent(3, CivilSociety, 30_000_00),
        Spent(3, Minorities, 23_994_00),
    ];

    public static IReadOnlyList<CarryOverDecision> CarryOvers { get; } =
    [
        Carried(CivilSociety, 457_95),
        Carried(Minorities, 719_38),
    ];

    private static Expense Spent(int year, string stream, long cents) => new()
    {
        Date = LastDay(year),
        Amount = Euro(cents),
        Stream = stream,
        Title = $"{Ordinals.Roman(year)} īstenošanas gadā izlietotais finansējums",
        Note = TotalsOnly,
        ExternalId = $"kopsavilkums-{year}-{stream}",
    };

    private static CarryOverDecision Carried(string stream, long cents) => new()
    {
        FromYear = 2,
        ToYear = 3,
        Stream = stream,
        Amount = Euro(cents),
        Date = LastDay(2),
        Note = "Avotā lēmuma datums nav norādīts; ieraksts datēts ar gada pēdējo dienu.",
    };

    private static DateOnly LastDay(int year) => Contract.From.AddYears(year).AddDays(-1);

    private static Money Euro(long cents) => new(cents);
}
