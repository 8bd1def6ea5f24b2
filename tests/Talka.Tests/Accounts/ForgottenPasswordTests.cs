using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Accounts.Security.Factors;
using Talka.Foundation.Data;
using Talka.Foundation.Secrets;
using Talka.Tests.Support;

namespace Talka.Tests.Accounts;

public sealed class ForgottenPasswordTests
{
    private const string Subject = "Jaunas paroles izvēle";
    private const string NewPassword = "pavisam citi trīs vārdi";

    private readonly MovableClock _clock = new();

    [Fact]
    public async Task Request_WithAndWithoutAnAccount_LooksTheSameAndOnlyTheAccountGetsAMail()
    {
        await using var site = await StartAsync();
        await site.AddPersonAsync("anna@example.org");

        using var known = await AskAsync(site, "anna@example.org");
        using var unknown = await AskAsync(site, "nobody@example.org");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (known.StatusCode, unknown.StatusCode));
        Assert.Equal(
            AccountMail.Lasting(await known.Content.ReadAsStringAsync(), "anna@example.org"),
            AccountMail.Lasting(await unknown.Content.ReadAsStringAsync(), "nobody@example.org"));
        Assert.Equal("anna@example.org", Assert.Single(await site.MailsAsync()).To);
    }

    [Theory]
    [InlineData("anna@example.org")]
    [InlineData("nobody@example.org")]
    public async Task Request_ForAnybody_TakesTheSameTime(string email)
    {
        await using var site = await StartAsync();
        await site.AddPersonAsync("anna@example.org");
        await site.InScopeAsync(services => services.GetRequiredService<RequestPasswordReset>().RunAsync("warm@example.org", CancellationToken.None));

        var watch = Stopwatch.StartNew();
        await site.InScopeAsync(services => services.GetRequiredService<RequestPasswordReset>().RunAsync(email, CancellationToken.None));

        Assert.True(watch.ElapsedMilliseconds >= 395);
    }

    [Fact]
    public async Task Link_FromTheMail_SetsThePasswordOnceAndEndsEverySession()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var site = await StartAsync(server.Settings);
        using var elsewhere = await site.SignInAsync("anna@example.org", administrator: false);
        using var asked = await AskAsync(site, "Anna@Example.org");
        var mail = Assert.Single(await server.ReceiveAsync(1));
        var link = new SeenMail("", "", mail.TextBody!.ReplaceLineEndings("\n")).Link;
        using var client = site.NewClient();

        using var set = await site.PostFormAsync(client, link, "setup", new() { ["Form.Password"] = NewPassword, ["Form.Repeat"] = NewPassword });

        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        using var again = await client.GetAsync(link);
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        using var old = await site.TrySignInAsync(site.NewClient(), "anna@example.org", SignedIn.Password);
        using var right = await site.TrySignInAsync(site.NewClient(), "anna@example.org", NewPassword);
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Redirect), (old.StatusCode, right.StatusCode));
        _clock.Advance(TimeSpan.FromSeconds(61));
        using var ended = await elsewhere.GetAsync("/account");
        Assert.Contains("/sign-in", ended.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal("Jūsu parole ir nomainīta", (await server.ReceiveAsync(2))[1].Subject);
    }

    [Fact]
    public async Task Link_OfSomebodyWithASecondStep_DoesNotPassItBy()
    {
        await using var site = await StartAsync();
        var person = await site.AddPersonAsync("anna@example.org");
        await site.InScopeAsync(async services =>
        {
            var own = (await services.GetRequiredService<UserManager<Person>>().FindByIdAsync($"{person.Id}"))!;
            await services.GetRequiredService<SetUpAuthenticator>().RunAsync(own, CancellationToken.None);
            var kept = (await services.GetRequiredService<TalkaDb>().Authenticators().SingleAsync()).Secret;
            var secret = services.GetRequiredService<MasterKey>().Open(TotpProvider.Purpose(person.Id), kept);
            var code = Totp.CodeAt(secret, Totp.StepAt(_clock.GetUtcNow()));
            Assert.True((await services.GetRequiredService<ConfirmAuthenticator>().RunAsync(own, code, CancellationToken.None)).Succeeded);
        });
        using var asked = await AskAsync(site, "anna@example.org");
        using var client = site.NewClient();

        using var set = await site.PostFormAsync(
            client, (await site.MailAsync(Subject)).Link, "setup", new() { ["Form.Password"] = NewPassword, ["Form.Repeat"] = NewPassword });
        using var account = await client.GetAsync("/account");
        using var signedIn = await site.TrySignInAsync(client, "anna@example.org", NewPassword);

        Assert.StartsWith("/sign-in/code", new Uri(new Uri(site.Address), set.Headers.Location!).PathAndQuery, StringComparison.Ordinal);
        Assert.Contains("/sign-in", account.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("/sign-in/code", new Uri(new Uri(site.Address), signedIn.Headers.Location!).PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_AfterAnHour_IsClosed()
    {
        await using var site = await StartAsync();
        await site.AddPersonAsync("anna@example.org");
        using var asked = await AskAsync(site, "anna@example.org");
        var link = (await site.MailAsync(Subject)).Link;

        _clock.Ahead = TimeSpan.FromMinutes(59);
        using var open = await site.Client.GetAsync(link);
        _clock.Ahead = TimeSpan.FromMinutes(61);
        using var closed = await site.Client.GetAsync(link);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Gone), (open.StatusCode, closed.StatusCode));
    }

    [Fact]
    public async Task Request_Repeated_SendsOneMailInFiveMinutesAndBothLinksLiveUntilOneIsUsed()
    {
        await using var site = await StartAsync();
        await site.AddPersonAsync("anna@example.org");
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => site.InScopeAsync(services =>
            services.GetRequiredService<RequestPasswordReset>().RunAsync("anna@example.org", CancellationToken.None))));
        var first = Assert.Single(await site.MailsAsync());
        using var open = await site.Client.GetAsync(first.Link);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);

        _clock.Ahead = TimeSpan.FromMinutes(6);
        using var later = await AskAsync(site, "anna@example.org");

        var mails = await site.MailsAsync();
        Assert.Equal(2, mails.Count);
        using var both = await site.Client.GetAsync(first.Link);
        Assert.Equal(HttpStatusCode.OK, both.StatusCode);

        using var used = await site.PostFormAsync(site.NewClient(), mails[1].Link, "setup", new() { ["Form.Password"] = NewPassword, ["Form.Repeat"] = NewPassword });

        Assert.Equal(HttpStatusCode.Redirect, used.StatusCode);
        using var closed = await site.Client.GetAsync(first.Link);
        Assert.Equal(HttpStatusCode.Gone, closed.StatusCode);
        Assert.Single(await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().AccountLinks().ToListAsync()));
    }

    [Fact]
    public async Task Request_ByAnybody_LeavesAnInvitationGood()
    {
        await using var site = await StartAsync();
        var invitation = await site.InScopeAsync(async services =>
        {
            var person = await services.GetRequiredService<CreatePerson>().CreateAsync(new NewPerson("anna@example.org", "Anna Piemēra"), CancellationToken.None);
            return (await services.GetRequiredService<InvitePerson>().InviteAsync(person.Value.Id, CancellationToken.None)).Value;
        });

        using var asked = await AskAsync(site, "anna@example.org");

        using var open = await site.Client.GetAsync(invitation);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Fact]
    public async Task Links_SpentAtOnce_SetOnePassword()
    {
        await using var site = await StartAsync();
        await site.AddPersonAsync("anna@example.org");
        for (var i = 0; i < 3; i++)
        {
            _clock.Advance(TimeSpan.FromMinutes(6));
            using var asked = await AskAsync(site, "anna@example.org");
        }

        var tokens = (await site.MailsAsync()).ConvertAll(mail => mail.Link.Split('=')[1]);
        Assert.Equal(3, tokens.Count);

        var results = await Task.WhenAll(tokens.Select(token => Task.Run(() => site.InScopeAsync(services =>
            services.GetRequiredService<SetUpAccount>().SetUpAsync(new AccountSetup(token, NewPassword, NewPassword), CancellationToken.None)))));

        Assert.Single(results, result => result.Succeeded);
    }

    [Fact]
    public async Task Link_InTheMail_LeadsToThisSiteWhateverHostWasAskedFor()
    {
        await using var site = await StartAsync();
        await site.AddPersonAsync("anna@example.org");
        using var client = site.NewClient();
        client.DefaultRequestHeaders.Host = "evil.example.org";

        using var asked = await site.PostFormAsync(client, "/forgotten-password", "forgotten", new() { ["Form.Email"] = "anna@example.org" });

        var mail = await site.MailAsync(Subject);
        Assert.Contains(site.Address + "/accounts/setup?token=", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_InMails_BeginWithThePublicAddress()
    {
        await using var site = await StartAsync(new() { ["Talka:PublicAddress"] = "https://talka.example.org/" });
        await site.AddPersonAsync("anna@example.org");
        await site.InScopeAsync(services => services.GetRequiredService<RequestPasswordReset>().RunAsync("anna@example.org", CancellationToken.None));
        Assert.Contains("https://talka.example.org/accounts/setup?token=", (await site.MailAsync(Subject)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_ForADemoAccountOrNoAddress_SendsNothing()
    {
        await using var site = await StartAsync();
        await site.InScopeAsync(services => services.GetRequiredService<CreatePerson>().CreateAsync(
            new NewPerson("demo@example.org", "Demo", DemoAccounts.Password, IsDemo: true), CancellationToken.None));

        using var demo = await AskAsync(site, "demo@example.org");
        using var none = await AskAsync(site, "no address");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (demo.StatusCode, none.StatusCode));
        Assert.Empty(await site.MailsAsync());
    }

    [Fact]
    public async Task Requests_ManyFromOneAddress_AreToldToWait()
    {
        await using var site = await StartAsync();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 22; i++)
        {
            using var answer = await AskAsync(site, "no address");
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
    }

    [Fact]
    public async Task PasswordChange_OnTheAccountPage_IsToldByMail()
    {
        await using var site = await StartAsync();
        using var client = await site.SignInAsync("anna@example.org", administrator: false);

        using var wrong = await site.PostFormAsync(client, "/account", "password", Fields("not the password"));
        using var right = await site.PostFormAsync(client, "/account", "password", Fields(SignedIn.Password));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Redirect), (wrong.StatusCode, right.StatusCode));
        Assert.Equal("Jūsu parole ir nomainīta", Assert.Single(await site.MailsAsync()).Subject);
        using var still = await client.GetAsync("/account");
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    [Fact]
    public async Task PasswordChange_GuessedFromAnOpenSession_IsLockedToo()
    {
        await using var site = await StartAsync();
        using var client = await site.SignInAsync("anna@example.org", administrator: false);
        for (var i = 0; i < SignInGuard.FreeAttempts; i++)
        {
            using var wrong = await site.PostFormAsync(client, "/account", "password", Fields("not the password"));
        }

        using var locked = await site.PostFormAsync(client, "/account", "password", Fields(SignedIn.Password));

        Assert.Equal(HttpStatusCode.BadRequest, locked.StatusCode);
        Assert.Contains("Pārāk daudz neveiksmīgu mēģinājumu", await locked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Fields(string current) => new()
    {
        ["Form.Current"] = current,
        ["Form.Password"] = NewPassword,
        ["Form.Repeat"] = NewPassword,
    };

    private static Task<HttpResponseMessage> AskAsync(TestSite site, string email) =>
        site.PostFormAsync(site.Client, "/forgotten-password", "forgotten", new() { ["Form.Email"] = email });

    private Task<TestSite> StartAsync(Dictionary<string, string?>? settings = null) =>
        TestSite.StartAsync(settings, services => services.AddSingleton<TimeProvider>(_clock));
}
