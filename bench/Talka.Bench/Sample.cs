using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Foundation;
using Talka.Journal;
using Talka.Mandates;

namespace Talka.Bench;

/// <summary>Made-up entries of the length and variety that a real journal has.</summary>
internal static class Sample
{
    public const string Mandate = "paraugs";

    private static readonly string[] Kinds = ["seminar", "discussion", "meeting", "newsletter", "consultation", "event", "news-item", "training"];

    public static EntryContent Entry(int number, string mandate = Mandate) => new()
    {
        Mandate = mandate,
        Year = (number % 3) + 1,
        Stream = number % 2 == 0 ? "seminari" : "atbalsts",
        Kind = Kinds[number % Kinds.Length],
        Title = $"Seminārs par sabiedrības līdzdalību un pārvaldību nr. {number}",
        Description = "Dalībnieki iepazinās ar labas pārvaldības piemēriem un vienojās par turpmākajiem soļiem novada organizācijās.",
        From = new DateOnly(2022, 7, 15).AddYears(number % 3).AddDays(number % 300),
        To = new DateOnly(2022, 7, 15).AddYears(number % 3).AddDays(number % 300),
        Mode = (EntryMode)(number % 3),
        Place = $"Paraugu pilsēta {number % 40}",
        TargetGroup = "nevalstiskās organizācijas",
        Participants = number % 60,
        Quantity = 1,
        Series = $"Cikls {number % 12}",
        ExternalId = $"rinda-{number}",
        Source = new EntrySource("records"),
    };

    /// <summary>A contract of three years and two streams.</summary>
    public static NewMandate Contract { get; } = new()
    {
        Slug = Mandate,
        Kind = ContractKind.Participation,
        Title = "Paraugs mērījumiem",
        Task = "Pilsoniskās sabiedrības attīstības veicināšana",
        Implementer = new Party("Biedrība “Paraugs”", "40008087708"),
        From = new DateOnly(2022, 7, 15),
        To = new DateOnly(2025, 7, 14),
        Streams = [new("seminari", "Semināri", null), new("atbalsts", "Atbalsts", null)],
        Plan = [.. Enumerable.Range(1, 3).SelectMany(year => new[] { "seminari", "atbalsts" }.Select(stream => new PlannedAmount(year, stream, new Money(30_000_00))))],
        Indicators = [new("seminars", "Semināri", null, "semināri", "quantity kind:seminar", new Dictionary<int, decimal> { [1] = 8 })],
    };

    public static Task<bool> CreateMandateAsync(BenchSite site) => site.InScopeAsync(async services =>
    {
        var created = await services.GetRequiredService<CreateMandate>().RunAsync(Contract, CancellationToken.None);
        return created.Succeeded ? true : throw new InvalidOperationException(created.Errors[0].Message);
    });

    /// <summary>Whoever has a journal has an administrator; a start without one makes the link for the first.</summary>
    public static Task<bool> CreateAdministratorAsync(BenchSite site) => site.InScopeAsync(async services =>
    {
        var created = await services.GetRequiredService<CreatePerson>().CreateAsync(
            new NewPerson("paraugs@example.org", "Paraugs", IsAdministrator: true), CancellationToken.None);
        return created.Succeeded ? true : throw new InvalidOperationException(created.Errors[0].Message);
    });

    /// <summary>Appends entries in one transaction; they are made while they are written.</summary>
    public static Task<bool> FillAsync(BenchSite site, int count, string mandate = Mandate) => site.InScopeAsync(async services =>
    {
        var written = await services.GetRequiredService<JournalWriter>().AppendAllAsync(Enumerable.Range(0, count).Select(number => Entry(number, mandate)));
        return written.Succeeded ? true : throw new InvalidOperationException(written.Errors[0].Message);
    });
}
