using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation;
using Talka.Foundation.Results;
using Talka.Mandates;
using Talka.Tests.Support;

namespace Talka.Tests.Mandates;

/// <summary>A contract of three years and two streams with the plan that the tests reckon with.</summary>
internal static class Samples
{
    public const string Civic = "civic";
    public const string Minorities = "minorities";

    public static NewMandate Mandate { get; } = new()
    {
        Slug = "sample",
        Kind = ContractKind.Participation,
        Title = "Pilsoniskās sabiedrības attīstība",
        TitleEn = "Development of civil society",
        Task = "Pilsoniskās sabiedrības attīstības veicināšana Rīgas reģionā",
        Implementer = new Party("Biedrība “Paraugs”", "40008087708"),
        From = new DateOnly(2022, 7, 15),
        To = new DateOnly(2025, 7, 14),
        Streams = [new(Civic, "Pilsoniskās sabiedrības attīstība", "Civil society"), new(Minorities, "Mazākumtautību organizācijas", null)],
        Plan =
        [
            new(1, Civic, new Money(30_000_00)), new(1, Minorities, new Money(23_994_00)),
            new(2, Civic, new Money(30_000_00)), new(2, Minorities, new Money(23_994_00), "Avotā iespiests 23 900,00."),
            new(3, Civic, new Money(30_000_00)), new(3, Minorities, new Money(23_994_00)),
        ],
        Indicators = [new("seminars", "Semināri", "Seminars", "semināri", "quantity kind:seminar", new Dictionary<int, decimal> { [1] = 8, [3] = 9.5m })],
    };

    public static async Task<Result<MandateTerms>> CreateAsync(this TestSite site, NewMandate mandate)
    {
        var created = await site.InScopeAsync(services => services.GetRequiredService<CreateMandate>().RunAsync(mandate, CancellationToken.None));
        await site.GiveEveryRoleAsync();
        return created;
    }

    public static Task<T> UseAsync<TUseCase, T>(this TestSite site, Func<TUseCase, Task<T>> act)
        where TUseCase : notnull => site.InScopeAsync(services => act(services.GetRequiredService<TUseCase>()));

    /// <summary>The codes of the errors, in order and each once: what a failed use case is known by.</summary>
    public static string Codes<T>(this Result<T> result) => string.Join(' ', result.Errors.Select(e => e.Code).Distinct().Order());
}
