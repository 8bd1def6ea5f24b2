using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation;
using Talka.Mandates;

namespace Talka.BrowserTests.Support;

/// <summary>A site with a small contract for two years and two streams.</summary>
public sealed class WorkSite : BrowserSite
{
    public const string Work = "/work/mandates/" + Slug;

    private const string Slug = "paraugs";

    protected override Task PrepareAsync() => Site.InScopeAsync(async services =>
    {
        var created = await services.GetRequiredService<CreateMandate>().RunAsync(
            new NewMandate
            {
                Slug = Slug,
                Title = "Paraugs",
                Task = "Pilsoniskās līdzdalības veicināšana",
                Implementer = new Party("Biedrība „Paraugs”", null),
                From = new DateOnly(2024, 1, 1),
                To = new DateOnly(2025, 12, 31),
                Streams = [new("seminari", "Semināri", null), new("zinas", "Ziņas", null)],
                Plan = [new(1, "seminari", new Money(1_000_00)), new(2, "seminari", new Money(1_000_00))],
            }, CancellationToken.None);
        Assert.True(created.Succeeded, string.Join('\n', created.Errors.Select(error => error.Message)));
    });
}
