using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation;
using Talka.Journal;
using Talka.Mandates;
using Talka.Reporting.Summaries;
using Talka.Tests.Support;

namespace Talka.Tests.Reporting.Summaries;

/// <summary>A small finished mandate: two years, two streams, a carry-over, and a remainder that nobody explains.</summary>
internal static class SummarySample
{
    public const string Slug = "sadarbiba-latgale";

    public static async Task LoadAsync(TestSite site, bool withTexts = true)
    {
        await site.InScopeAsync(async services =>
        {
            Assert.True((await services.GetRequiredService<CreateMandate>().RunAsync(Mandate, CancellationToken.None)).Succeeded);
            var written = await services.GetRequiredService<JournalWriter>().AppendAllAsync([.. Entries], CancellationToken.None);
            Assert.Empty(written.Errors);
            if (withTexts)
            {
                var write = services.GetRequiredService<WriteText>();
                Assert.True((await write.SaveAsync(Slug, 1, "activities", YearOneText, 0, CancellationToken.None)).Succeeded);
                Assert.True((await write.SaveAsync(Slug, 0, "evaluation", "Izlietoti {{spent}} no {{planned}}.", 0, CancellationToken.None)).Succeeded);
            }
        });
        await site.GiveEveryRoleAsync();
    }

    public const string YearOneText = """
        - Organizēti {{quantity kind:seminar}} {{semināru|seminārs|semināri}}, kuros piedalījās {{participants kind:seminar}} {{dalībnieku|dalībnieks|dalībnieki}};
        - tiešsaistes konsultācijas: {{quantity kind:consultation}}.
        """;

    public static NewMandate Mandate => new()
    {
        Slug = Slug,
        Kind = ContractKind.Participation,
        Title = "Pilsoniskās sadarbības veicināšana Latgalē",
        TitleEn = "Civic cooperation in Latgale",
        Task = "Veicināt pilsonisko sadarbību Latgales reģionā",
        Implementer = new Party("Biedrība “Ezerkrasts”", "40008087708"),
        From = new DateOnly(2022, 7, 15),
        To = new DateOnly(2024, 7, 14),
        Streams = [new("sadarbiba", "sadarbības veicināšanai", "cooperation"), new("ilgtspeja", "ilgtspējas stiprināšanai", null)],
        Plan =
        [
            new(1, "sadarbiba", Euro(1000)), new(1, "ilgtspeja", Euro(500), "Avotā drukāts 450,00 euro."),
            new(2, "sadarbiba", Euro(1000)), new(2, "ilgtspeja", Euro(500)),
        ],
        Indicators = [new("seminari", "Seminari", "Seminars", "skaits", "quantity kind:seminar", new Dictionary<int, decimal> { [1] = 2 })],
    };

    public static IEnumerable<EntryContent> Entries =>
    [
        Work(1, "seminar", "Vērtības", new(2023, 2, 9)) with { Participants = 15 },
        Work(1, "seminar", "Inovācijas", new(2023, 3, 16)) with { Participants = 6, Mode = EntryMode.Online },
        Work(1, "consultation", "Konsultācijas", new(2022, 7, 15)) with { To = new(2023, 7, 14), Quantity = 71 },
        Work(2, "seminar", "Vadība", new(2024, 2, 9)),
        Spent(1, "sadarbiba", 90050), Spent(1, "ilgtspeja", 50000), Spent(2, "sadarbiba", 100000), Spent(2, "ilgtspeja", 40000),
        Spent(1, "sadarbiba", 9950) with { Kind = Kinds.CarryOver, ToYear = 2, Title = "Pārnesums" },
    ];

    private static Money Euro(long euro) => new(euro * 100);

    private static EntryContent Work(int year, string kind, string title, DateOnly day) => new()
    {
        Mandate = Slug,
        Year = year,
        Kind = kind,
        Title = title,
        From = day,
        To = day,
        Source = new EntrySource("records"),
    };

    private static EntryContent Spent(int year, string stream, long cents)
    {
        var day = new DateOnly(2022 + year, 7, 14);
        return Work(year, Kinds.Expense, "Izdevumi", day) with { Stream = stream, Amount = new Money(cents), Source = new EntrySource("spending") };
    }
}
