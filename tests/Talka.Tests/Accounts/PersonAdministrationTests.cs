using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Accounts.Security.Factors;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Foundation.Trail;
using Talka.Tests.Accounts.Security;
using Talka.Tests.Mandates;
using Talka.Tests.Support;

namespace Talka.Tests.Accounts;

/// <summary>What an administrator changes about a person, and a person about themselves.</summary>
public sealed class PersonAdministrationTests
{
    private readonly MovableClock _clock = new();

    [Fact]
    public async Task Administration_GivenAndTaken_CountsAtOnceAndIsNotedAndTold()
    {
        await using var site = await StartAsync();
        using var admin = await site.SignInAsync();
        using var anna = await site.SignInAsync("anna@example.org", administrator: false);
        var id = await IdAsync(site, "anna@example.org");
        Assert.Contains($"href=\"/admin/people/{id}\"", await admin.GetStringAsync("/admin/people"), StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, await StatusAsync(anna, "/admin/people"));

        using var without = await site.PostFormAsync(admin, $"/admin/people/{id}", "administration", new() { ["Form.Reason"] = " " });
        using var given = await site.PostFormAsync(admin, $"/admin/people/{id}", "administration", new() { ["Form.Reason"] = "Aizvieto atvaļinājumā" });
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Redirect), (without.StatusCode, given.StatusCode));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(anna, "/admin/people"));

        using var unsure = await site.PostFormAsync(admin, $"/admin/people/{id}", "administration", new() { ["Form.Reason"] = "Atgriezās" });
        using var taken = await site.PostFormAsync(admin, $"/admin/people/{id}", "administration", new() { ["Form.Reason"] = "Atgriezās", ["Form.Sure"] = "true" });
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Redirect), (unsure.StatusCode, taken.StatusCode));
        Assert.NotEqual(HttpStatusCode.OK, await StatusAsync(anna, "/admin/people"));

        var lines = await TrailAsync(site, id);
        Assert.Equal("administrator: Aizvieto atvaļinājumā", lines.Single(line => line is { Act: TrailAct.AccessGiven, Detail: not null }).Detail);
        Assert.Equal("administrator: Atgriezās", lines.Single(line => line.Act == TrailAct.AccessEnded).Detail);
        Assert.Equal(
            ["Jums piešķirtas administratora tiesības", "Jums vairs nav administratora tiesību"],
            (await site.MailsAsync()).Where(mail => mail.To == "anna@example.org").Select(mail => mail.Subject).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Administration_OfTheLast_IsNotTakenEvenByTwoAtOnce()
    {
        await using var site = await StartAsync();
        var people = new[] { await site.AddPersonAsync("one@example.org", administrator: true), await site.AddPersonAsync("two@example.org", administrator: true) };

        // Chance decides who comes first, and how close behind the other is
        for (var round = 0; round < 5; round++)
        {
            await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().People().ExecuteUpdateAsync(set => set.SetProperty(person => person.IsAdministrator, true)));

            var results = await Task.WhenAll(people.Select(person => Task.Run(() => site.UseAsync<ChangeAdministration, Result>(
                change => change.RunAsync(person.Id, give: false, "Pietiek ar vienu", CancellationToken.None)))));

            Assert.Single(results, result => result.Succeeded);
            Assert.Equal("last-administrator", Assert.Single(results, result => !result.Succeeded).Errors[0].Code);
            Assert.Equal(1, await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().People().CountAsync(person => person.IsAdministrator)));
        }
    }

    [Fact]
    public async Task Administration_LongAfterTheSignIn_AsksForThePasswordFirst()
    {
        await using var site = await StartAsync();
        using var admin = await site.SignInAsync();
        var anna = await site.AddPersonAsync();
        _clock.Advance(TimeSpan.FromMinutes(6));

        using var asked = await site.PostFormAsync(admin, $"/admin/people/{anna.Id}", "administration", new() { ["Form.Reason"] = "Aizvieto" });

        Assert.Contains("/account/confirm?returnUrl=" + Uri.EscapeDataString($"/admin/people/{anna.Id}"), asked.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Details_ChangedByAnAdministrator_AreInForceAtOnceAndNotedWithoutTheName()
    {
        await using var site = await StartAsync();
        using var admin = await site.SignInAsync();
        using var anna = await site.SignInAsync("anna@example.org", administrator: false);
        var id = await IdAsync(site, "anna@example.org");

        using var nameless = await site.PostFormAsync(admin, $"/admin/people/{id}", "details", new() { ["Details.DisplayName"] = "", ["Details.Language"] = "en" });
        using var unknown = await site.PostFormAsync(admin, $"/admin/people/{id}", "details", new() { ["Details.DisplayName"] = "Anna", ["Details.Language"] = "xx" });
        using var saved = await site.PostFormAsync(admin, $"/admin/people/{id}", "details", new() { ["Details.DisplayName"] = "Anna Parauga", ["Details.Language"] = "en" });

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.Redirect), (nameless.StatusCode, unknown.StatusCode, saved.StatusCode));
        Assert.Contains("Anna Parauga", await anna.GetStringAsync("/account"), StringComparison.Ordinal);
        var line = (await TrailAsync(site, id)).Single(line => line.Act == TrailAct.SettingChanged);
        Assert.Equal("name, language", line.Detail);
        Assert.NotEqual(id, line.PersonId);
    }

    [Fact]
    public async Task Details_OfOneself_AreChangedOnOnesOwnPageAndOfNobodyElse()
    {
        await using var site = await StartAsync();
        using var anna = await site.SignInAsync("anna@example.org", administrator: false);
        var other = await site.AddPersonAsync("janis@example.org");
        var id = await IdAsync(site, "anna@example.org");

        using var saved = await site.PostFormAsync(anna, "/account", "details", new() { ["Details.DisplayName"] = "Anna Parauga", ["Details.Language"] = "en" });

        Assert.Equal("/account?notice=saved", new Uri(new Uri(site.Address), saved.Headers.Location!).PathAndQuery);
        await site.InScopeAsync(async services =>
        {
            services.GetRequiredService<CurrentActor>().Value = new Actor(id, "Anna");
            var refused = await services.GetRequiredService<ChangePersonDetails>().RunAsync(other.Id, "Cits Vārds", "lv", CancellationToken.None);
            Assert.Equal("not-allowed", Assert.Single(refused.Errors).Code);
            var changed = await services.GetRequiredService<TalkaDb>().People().SingleAsync(p => p.Id == id);
            Assert.Equal(("Anna Parauga", "en"), (changed.DisplayName, changed.Language));
        });
    }

    [Fact]
    public async Task Factors_LostByAPerson_AreRemovedByAnAdministratorWhoIsSure()
    {
        await using var site = await StartAsync();
        var (anna, _) = await site.WithAuthenticatorAsync(_clock);
        using var own = anna;
        using var admin = await site.SignInAsync();
        var id = await IdAsync(site, Authenticators.Email);

        using var unsure = await site.PostFormAsync(admin, $"/admin/people/{id}", "factors", []);
        using var removed = await site.PostFormAsync(admin, $"/admin/people/{id}", "factors", new() { ["Factors.Sure"] = "true" });

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Redirect), (unsure.StatusCode, removed.StatusCode));
        Assert.Equal(HttpStatusCode.Redirect, await own.AccountAsync());
        using var plain = await site.TrySignInAsync(site.NewClient(), Authenticators.Email, SignedIn.Password);
        Assert.EndsWith("/work", plain.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Single(await site.MailsAsync(), mail => mail.Subject == "Jūsu kontam noņemts otrais solis");
        var line = (await TrailAsync(site, id)).Single(line => line.Act == TrailAct.FactorChanged);
        Assert.Equal(("all removed", (Guid?)await IdAsync(site, "admin@example.org")), (line.Detail, line.PersonId));
    }

    [Fact]
    public async Task Factors_OfOneself_AreNotRemovedPastTheSecondStep()
    {
        await using var site = await StartAsync();
        var (admin, _) = await site.WithAuthenticatorAsync(_clock, administrator: true);
        admin.Dispose();
        var id = await IdAsync(site, Authenticators.Email);

        await site.InScopeAsync(async services =>
        {
            services.GetRequiredService<CurrentActor>().Value = new Actor(id, "Anna");
            Assert.Equal("own-factors", Assert.Single((await services.GetRequiredService<RemoveFactors>().RunAsync(id, CancellationToken.None)).Errors).Code);
        });
    }

    [Fact]
    public async Task Account_Closed_OpensByNoWayUntilItIsOpenedAgain()
    {
        await using var site = await StartAsync();
        using var anna = await site.SignInAsync("anna@example.org", administrator: false);
        using var admin = await site.SignInAsync();
        var id = await IdAsync(site, "anna@example.org");
        await site.InScopeAsync(services => services.GetRequiredService<RequestPasswordReset>().RunAsync("anna@example.org", CancellationToken.None));
        var link = (await site.MailAsync("Jaunas paroles izvēle")).Link;

        using var unsure = await site.PostFormAsync(admin, $"/admin/people/{id}", "closing", new() { ["Closing.Reason"] = "Vairs nestrādā" });
        using var closed = await site.PostFormAsync(admin, $"/admin/people/{id}", "closing", new() { ["Closing.Reason"] = "Vairs nestrādā", ["Closing.Sure"] = "true" });

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Redirect), (unsure.StatusCode, closed.StatusCode));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(anna, "/account"));
        using var password = await site.TrySignInAsync(site.NewClient(), "anna@example.org", SignedIn.Password);
        Assert.Equal(HttpStatusCode.BadRequest, password.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(site.Client, link));
        _clock.Advance(TimeSpan.FromMinutes(6));
        await site.InScopeAsync(services => services.GetRequiredService<RequestPasswordReset>().RunAsync("anna@example.org", CancellationToken.None));
        Assert.Single(await site.MailsAsync(), mail => mail.Subject == "Jaunas paroles izvēle");
        Assert.Equal("account-closed", (await site.UseAsync<InvitePerson, Result<string>>(invite => invite.InviteAsync(id, CancellationToken.None))).Codes());

        var opened = await site.UseAsync<CloseAccount, Result>(close => close.RunAsync(id, close: false, "Atgriezās", CancellationToken.None));

        Assert.True(opened.Succeeded);
        using var again = await site.TrySignInAsync(site.NewClient(), "anna@example.org", SignedIn.Password);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal(
            ["account closed: Vairs nestrādā", "account opened: Atgriezās"],
            (await TrailAsync(site, id)).Where(line => line.Detail?.StartsWith("account ", StringComparison.Ordinal) == true).Select(line => line.Detail));
    }

    [Fact]
    public async Task Account_OfTheLastAdministratorWhoCanSignIn_IsNotClosedNorLosesItsRights()
    {
        await using var site = await StartAsync();
        var (one, two) = (await site.AddPersonAsync("one@example.org", administrator: true), await site.AddPersonAsync("two@example.org", administrator: true));
        Assert.True((await site.UseAsync<CloseAccount, Result>(close => close.RunAsync(one.Id, close: true, "Aizgāja", CancellationToken.None))).Succeeded);

        var closed = await site.UseAsync<CloseAccount, Result>(close => close.RunAsync(two.Id, close: true, "Aizgāja", CancellationToken.None));
        var taken = await site.UseAsync<ChangeAdministration, Result>(change => change.RunAsync(two.Id, give: false, "Aizgāja", CancellationToken.None));

        Assert.Equal(("last-administrator", "last-administrator"), (Assert.Single(closed.Errors).Code, Assert.Single(taken.Errors).Code));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        return answer.StatusCode;
    }

    private static Task<Guid> IdAsync(TestSite site, string email) =>
        site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().People().Where(person => person.UserName == email).Select(person => person.Id).SingleAsync());

    private static Task<List<TrailEntry>> TrailAsync(TestSite site, Guid person) => site.InScopeAsync(services =>
        services.GetRequiredService<TalkaDb>().Trail().Where(line => line.Subject == $"person:{person}").OrderBy(line => line.Id).ToListAsync());

    private Task<TestSite> StartAsync() => TestSite.StartAsync(configure: services => services.AddSingleton<TimeProvider>(_clock));
}
