using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Hosting;
using Talka.Tests.Support;

namespace Talka.Tests.Foundation.Hosting;

public sealed class PublicCacheTests
{
    [Fact]
    public async Task Commit_ByAnyPath_OutdatesWhatWasKept()
    {
        await using var site = await TestSite.StartAsync();
        var cache = site.Services.GetRequiredService<PublicCache>();

        var before = cache.Version;
        await site.AddPersonAsync("anna@example.org");
        Assert.True(cache.Version > before, "saved changes");

        before = cache.Version;
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.People().ExecuteUpdateAsync(set => set.SetProperty(person => person.DisplayName, "Anna Cita"));
            await transaction.CommitAsync();
        });
        Assert.True(cache.Version > before, "a committed transaction");

        before = cache.Version;
        await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().People().ToListAsync());
        Assert.Equal(before, cache.Version);
    }

    [Fact]
    public async Task Page_PublicAndAnonymous_IsKeptUntilAWrite()
    {
        await using var site = await StartWithCounterAsync();
        var first = await site.Client.GetStringAsync("/mandates/counter");
        Assert.Equal(first, await site.Client.GetStringAsync("/mandates/counter"));

        Assert.NotEqual(first, await site.Client.GetStringAsync("/mandates/counter?page=2"));
        using var english = new HttpRequestMessage(HttpMethod.Get, "/mandates/counter");
        english.Headers.Add("Cookie", "talka.lang=en");
        using var other = await site.NewClient().SendAsync(english);
        Assert.StartsWith("en", await other.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await site.AddPersonAsync("anna@example.org");
        Assert.NotEqual(first, await site.Client.GetStringAsync("/mandates/counter"));
    }

    [Fact]
    public async Task Page_SignedIn_IsNeverKeptNorGivenAKeptOne()
    {
        await using var site = await StartWithCounterAsync();
        using var client = await site.SignInAsync();
        var anonymous = await site.Client.GetStringAsync("/mandates/counter");

        var first = await client.GetStringAsync("/mandates/counter");
        var second = await client.GetStringAsync("/mandates/counter");

        Assert.NotEqual(anonymous, first);
        Assert.NotEqual(first, second);
        Assert.Equal(anonymous, await site.Client.GetStringAsync("/mandates/counter"));
    }

    // A public page that tells how often it was made
    private static Task<TestSite> StartWithCounterAsync() =>
        TestSite.StartAsync(configure: services => services.AddSingleton<IFeature, CounterPage>());

    private sealed class CounterPage : IFeature
    {
        private int _made;

        public void MapEndpoints(IEndpointRouteBuilder routes) => routes
            .MapGet("/mandates/counter", () => $"{Talka.Foundation.Localisation.Languages.Current} {Interlocked.Increment(ref _made)}")
            .AllowAnonymous()
            .CacheOutput(PublicCache.Policy);
    }
}
