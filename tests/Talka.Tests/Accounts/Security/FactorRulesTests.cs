using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Accounts.Security.Factors;
using Talka.Foundation.Data;
using Talka.Mandates.Access;
using Talka.Tests.Support;

namespace Talka.Tests.Accounts.Security;

public sealed class FactorRulesTests
{
    private static readonly Dictionary<string, string?> OfAdministrators = new() { ["Talka:SecondFactor:Roles"] = "administrator, supervisor" };

    private readonly MovableClock _clock = new();

    [Theory]
    [InlineData("/admin/people")]
    [InlineData("/work")]
    [InlineData("/account")]
    public async Task Administrator_WithoutASecondFactor_IsLedToSetOneUp(string path)
    {
        await using var site = await StartAsync();
        using var client = await site.SignInAsync();

        using var answer = await client.GetAsync(path);

        Assert.Equal("/account/security?owed=true", answer.Headers.Location!.ToString());
        Assert.Contains("Jūsu lomai vajadzīgs otrais solis", await client.GetStringAsync("/account/security"), StringComparison.Ordinal);
        using var open = await client.GetAsync("/sign-in");
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/privacy")]
    [InlineData("/accessibility")]
    public async Task PublicPage_ToSomebodyWhoOwesAFactor_IsThatOfAStranger(string path)
    {
        await using var site = await StartAsync();
        using var client = await site.SignInAsync();
        var stranger = await site.Client.GetStringAsync(path);

        var page = await client.GetStringAsync(path);

        Assert.DoesNotContain("/admin", page, StringComparison.Ordinal);
        Assert.Equal(stranger.Contains("href=\"/sign-in\"", StringComparison.Ordinal), page.Contains("href=\"/sign-in\"", StringComparison.Ordinal));
        using var security = await client.GetAsync("/account/security");
        Assert.Equal(HttpStatusCode.OK, security.StatusCode);
    }

    [Fact]
    public async Task Administrator_HavingSetOneUp_GetsEverywhereAndCannotTurnItOff()
    {
        await using var site = await StartAsync();
        var (client, _) = await site.WithAuthenticatorAsync(_clock, administrator: true);
        using var own = client;
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/admin/people")).StatusCode);

        using var off = await site.PostFormAsync(client, "/account/security", "authenticator-off", []);

        Assert.Equal(HttpStatusCode.Conflict, off.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/admin/people")).StatusCode);
    }

    [Fact]
    public async Task Member_WithoutARoleOfTheList_IsLeftInPeace()
    {
        await using var site = await StartAsync();
        using var client = await site.SignInAsync(administrator: false);
        Assert.Equal(HttpStatusCode.OK, await client.AccountAsync());
    }

    [Fact]
    public async Task Member_WithARoleThatAnotherPartKnows_IsLedToo()
    {
        await using var site = await StartAsync(services => services.AddScoped<IHeldRoles, EverybodySupervises>());
        using var client = await site.SignInAsync(administrator: false);
        Assert.Equal(HttpStatusCode.Redirect, await client.AccountAsync());
    }

    [Fact]
    public async Task Supervisor_ByBelongingToAnAuthority_IsLedToSetOneUp()
    {
        await using var site = await StartAsync();
        using var client = await site.SignInAsync(Authenticators.Email, administrator: false);
        Assert.Equal(HttpStatusCode.OK, await client.AccountAsync());

        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            var authority = new Authority { Id = Guid.CreateVersion7(), Name = "Paraugu ministrija" };
            db.Add(authority);
            var person = await db.People().Select(person => person.Id).SingleAsync();
            db.Add(new AuthorityMember { AuthorityId = authority.Id, PersonId = person, Since = _clock.GetUtcNow().UtcDateTime });
            await db.SaveChangesAsync();
        });
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.Redirect, await client.AccountAsync());
    }

    private Task<TestSite> StartAsync(Action<IServiceCollection>? configure = null) => TestSite.StartAsync(OfAdministrators, services =>
    {
        services.AddSingleton<TimeProvider>(_clock);
        configure?.Invoke(services);
    });

    private sealed class EverybodySupervises : IHeldRoles
    {
        public Task<IReadOnlyCollection<string>> OfAsync(Guid personId, CancellationToken cancel) => Task.FromResult<IReadOnlyCollection<string>>(["supervisor"]);
    }
}
