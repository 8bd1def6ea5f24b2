using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Accounts.Security;
using Talka.Accounts.Security.Factors;
using Talka.Foundation.Data;
using Talka.Foundation.Trail;
using Talka.Tests.Support;

namespace Talka.Tests.Security;

public sealed class ProofOfIdentityTests
{
    private const string Email = "anna@example.org";

    [Fact]
    public async Task EndSessions_LongAfterTheSignIn_AsksForThePasswordFirst()
    {
        var clock = new MovableClock();
        await using var site = await TestSite.StartAsync(configure: services => services.AddSingleton<TimeProvider>(clock));
        await site.AddPersonAsync(Email);
        using var here = site.NewClient();
        using var there = site.NewClient();
        using var first = await site.TrySignInAsync(here, Email, SignedIn.Password);
        using var second = await site.TrySignInAsync(there, Email, SignedIn.Password);
        clock.Advance(TimeSpan.FromMinutes(10));

        using var asked = await site.PostFormAsync(here, "/account/security", "end-others", []);
        Assert.Contains("/account/confirm", asked.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var stillOpen = await there.GetAsync("/account");
        Assert.Equal(HttpStatusCode.OK, stillOpen.StatusCode);

        using var proved = await site.PostFormAsync(here, "/account/confirm", "confirm", new() { ["Form.Password"] = SignedIn.Password });
        using var ended = await site.PostFormAsync(here, "/account/security", "end-others", []);
        using var closed = await there.GetAsync("/account");
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
    }

    [Fact]
    public async Task EndSessions_ByAnAdministrator_SignsThePersonOutEverywhere()
    {
        await using var site = await TestSite.StartAsync();
        using var administrator = await site.SignInAsync();
        var anna = await site.AddPersonAsync(Email);
        using var here = site.NewClient();
        using var signedIn = await site.TrySignInAsync(here, Email, SignedIn.Password);
        using var open = await here.GetAsync("/account");
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);

        using var ended = await site.PostFormAsync(administrator, "/admin/people", $"end-sessions-{anna.Id}", []);

        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        using var closed = await here.GetAsync("/account");
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        using var still = await administrator.GetAsync("/admin/people");
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        var line = await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Trail().Where(entry => entry.Act == TrailAct.SessionRevoked).SingleAsync());
        Assert.Equal($"person:{anna.Id}", line.Subject);
        Assert.NotEqual(anna.Id, line.PersonId);
    }

    [Fact]
    public async Task Password_HashOfFewerIterations_IsRenewedAtTheSignIn()
    {
        await using var site = await TestSite.StartAsync(configure: services =>
            services.PostConfigure<PasswordHasherOptions>(options => options.IterationCount = SecurityFeature.HashIterations));
        await site.AddPersonAsync(Email);
        await site.InScopeAsync(async services =>
        {
            var people = services.GetRequiredService<UserManager<Person>>();
            var person = (await people.FindByNameAsync(Email))!;
            var weaker = new PasswordHasher<Person>(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 10_000 }));
            person.PasswordHash = weaker.HashPassword(person, SignedIn.Password);
            await people.UpdateAsync(person);
            Assert.Equal(10_000, Iterations(person));
        });

        using var signedIn = await site.TrySignInAsync(site.Client, Email, SignedIn.Password);

        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        var now = await site.InScopeAsync(async services => await services.GetRequiredService<UserManager<Person>>().FindByNameAsync(Email));
        Assert.True(Iterations(now!) >= 210_000, $"{Iterations(now!)}");
    }

    [Fact]
    public void RecoveryCode_Made_CannotBeFoundFromItsHash()
    {
        var letters = RecoveryCode.Make().Replace("-", "", StringComparison.Ordinal);
        Assert.True(letters.Length * Math.Log2(31) >= 112, "bits that let a plain hash do");
        Assert.NotEqual(RecoveryCode.Make(), RecoveryCode.Make());
    }

    // Version 3 of Identity's format: a byte for the version, the pseudo-random function, then the iterations
    private static int Iterations(Person person) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(Convert.FromBase64String(person.PasswordHash!).AsSpan(5));
}
