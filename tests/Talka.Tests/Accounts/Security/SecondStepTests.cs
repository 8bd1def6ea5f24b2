using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Accounts.Security.Factors;
using Talka.Accounts.Security.Sessions;
using Talka.Foundation.Data;
using Talka.Foundation.Mail;
using Talka.Foundation.Trail;
using Talka.Tests.Support;

namespace Talka.Tests.Accounts.Security;

public sealed class SecondStepTests
{
    private readonly MovableClock _clock = new();

    [Fact]
    public async Task SetUp_ThroughThePages_ShowsASquareAndTheKeyAndGivesTenCodesOnce()
    {
        await using var site = await StartAsync();
        using var client = await site.SignInAsync(Authenticators.Email, administrator: false);
        using var begun = await site.PostFormAsync(client, "/account/security", "authenticator-set-up", []);
        using var page = await client.GetAsync("/account/security/authenticator");
        var text = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());
        Assert.Contains("data:image/svg+xml;base64,", text, StringComparison.Ordinal);
        Assert.Contains("no-store", page.Headers.CacheControl!.ToString(), StringComparison.Ordinal);

        using var wrong = await site.PostFormAsync(client, "/account/security/authenticator", "authenticator", new() { ["Form.Code"] = "000000" });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var code = await site.CodeAsync(_clock);
        using var on = await site.PostFormAsync(client, "/account/security/authenticator", "authenticator", new() { ["Form.Code"] = code });

        Assert.Equal(10, Authenticators.CodesIn(await on.Content.ReadAsStringAsync()).Distinct().Count());
        var after = await client.GetStringAsync("/account/security");
        Assert.Empty(Authenticators.CodesIn(after));
        Assert.Contains("Neizmantoti kodi: 10.", after, StringComparison.Ordinal);
        Assert.True(await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().People().Select(person => person.TwoFactorEnabled).SingleAsync()));
    }

    [Fact]
    public async Task Secrets_InTheDatabase_AreSealedOrHashed()
    {
        await using var site = await StartAsync();
        var (client, codes) = await site.WithAuthenticatorAsync(_clock);
        using var own = client;
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            var app = await db.Authenticators().SingleAsync();
            Assert.Matches("^[0-9a-f]{8}\\.[A-Za-z0-9_-]+$", app.Secret);
            var hashes = await db.RecoveryCodes().Select(code => code.Hash).ToListAsync();
            Assert.Equal(codes.Select(RecoveryCode.HashOf).Order(), hashes.Order());
        });
    }

    [Fact]
    public async Task SignIn_PasswordAlone_OpensNothingUntilTheCode()
    {
        await using var site = await StartAsync();
        (await site.WithAuthenticatorAsync(_clock)).Client.Dispose();
        using var client = await site.HalfSignedInAsync();
        Assert.Equal(HttpStatusCode.Redirect, await client.AccountAsync());

        using var signedIn = await site.SendCodeAsync(client, await site.CodeAsync(_clock));

        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await client.AccountAsync());
        Assert.Contains(SignInMethod.TwoSteps, await site.InScopeAsync(services =>
            services.GetRequiredService<TalkaDb>().Sessions().Select(session => session.Method).ToListAsync()));
    }

    [Fact]
    public async Task SignIn_ReturnAddress_IsKeptThroughBothStepsAndStaysOnTheSite()
    {
        await using var site = await StartAsync();
        (await site.WithAuthenticatorAsync(_clock)).Client.Dispose();
        using var client = site.NewClient();
        using var password = await site.TrySignInAsync(client, Authenticators.Email, SignedIn.Password, "/sign-in?returnUrl=%2Faccount");
        var step = new Uri(new Uri(site.Address), password.Headers.Location!).PathAndQuery;
        using var good = await site.PostFormAsync(client, step, "code", new() { ["Form.Code"] = await site.CodeAsync(_clock) });
        Assert.Equal("/account", new Uri(new Uri(site.Address), good.Headers.Location!).PathAndQuery);

        _clock.Advance(TimeSpan.FromMinutes(1));
        using var other = await site.HalfSignedInAsync();
        using var bad = await site.PostFormAsync(
            other, "/sign-in/code?returnUrl=" + Uri.EscapeDataString("//evil.example.org/"), "code", new() { ["Form.Code"] = await site.CodeAsync(_clock) });
        Assert.Equal("/work", new Uri(new Uri(site.Address), bad.Headers.Location!).PathAndQuery);
    }

    [Fact]
    public async Task Code_UsedASecondTime_IsRefused()
    {
        await using var site = await StartAsync();
        (await site.WithAuthenticatorAsync(_clock)).Client.Dispose();
        var code = await site.CodeAsync(_clock);
        using var first = await site.HalfSignedInAsync();
        using var second = await site.HalfSignedInAsync();

        using var taken = await site.SendCodeAsync(first, code);
        using var replayed = await site.SendCodeAsync(second, code);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.BadRequest), (taken.StatusCode, replayed.StatusCode));
        Assert.Equal(HttpStatusCode.Redirect, await second.AccountAsync());
    }

    [Fact]
    public async Task Code_SentTwiceAtOnce_SignsInOnce()
    {
        await using var site = await StartAsync();
        (await site.WithAuthenticatorAsync(_clock)).Client.Dispose();
        var code = await site.CodeAsync(_clock);
        var clients = new[] { await site.HalfSignedInAsync(), await site.HalfSignedInAsync(), await site.HalfSignedInAsync() };

        var answers = await Task.WhenAll(clients.Select(client => site.SendCodeAsync(client, code)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        foreach (var each in clients.Cast<IDisposable>().Concat(answers))
        {
            each.Dispose();
        }
    }

    [Fact]
    public async Task RecoveryCode_Used_SignsInOnceAndIsCounted()
    {
        await using var site = await StartAsync();
        var (owner, codes) = await site.WithAuthenticatorAsync(_clock);
        owner.Dispose();
        using var client = await site.HalfSignedInAsync();
        using var signedIn = await site.SendRecoveryCodeAsync(client, codes[3].ToUpperInvariant().Replace('-', ' '));
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        Assert.Contains("Neizmantoti kodi: 9.", await client.GetStringAsync("/account/security"), StringComparison.Ordinal);

        using var again = await site.HalfSignedInAsync();
        using var refused = await site.SendRecoveryCodeAsync(again, codes[3]);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await again.AccountAsync());
        Assert.Contains(await TrailAsync(site), entry => entry is { Act: TrailAct.FactorChanged, Subject: "recovery code used" });
    }

    [Fact]
    public async Task RecoveryCode_WrongAgainAndAgain_LocksTheAccount()
    {
        await using var site = await StartAsync();
        var (owner, codes) = await site.WithAuthenticatorAsync(_clock);
        owner.Dispose();
        using var client = await site.HalfSignedInAsync();
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await site.SendRecoveryCodeAsync(client, "aaaa-aaaa-aaaa-aaaa");
        }

        using var right = await site.SendRecoveryCodeAsync(client, codes[0]);
        Assert.Equal(HttpStatusCode.BadRequest, right.StatusCode);
    }

    [Fact]
    public async Task RecoveryCodes_MadeAnew_CloseTheOldOnes()
    {
        await using var site = await StartAsync();
        var (client, codes) = await site.WithAuthenticatorAsync(_clock);
        using var own = client;
        using var renewed = await site.PostFormAsync(client, "/account/security", "recovery-codes", []);
        var fresh = Authenticators.CodesIn(await renewed.Content.ReadAsStringAsync());
        Assert.Equal(10, fresh.Length);

        using var other = await site.HalfSignedInAsync();
        using var old = await site.SendRecoveryCodeAsync(other, codes[0]);
        using var good = await site.SendRecoveryCodeAsync(other, fresh[0]);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Redirect), (old.StatusCode, good.StatusCode));
    }

    [Fact]
    public async Task TurnOff_LongAfterTheSignIn_WantsThePasswordFirst()
    {
        await using var site = await StartAsync();
        var (client, _) = await site.WithAuthenticatorAsync(_clock);
        using var own = client;
        _clock.Advance(TimeSpan.FromMinutes(6));
        using var asked = await site.PostFormAsync(client, "/account/security", "authenticator-off", []);
        Assert.Contains("/account/confirm", asked.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var wrong = await site.PostFormAsync(client, "/account/confirm", "confirm", new() { ["Form.Password"] = "not the password" });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using var still = await site.PostFormAsync(client, "/account/security", "authenticator-off", []);
        Assert.Contains("/account/confirm", still.Headers.Location!.ToString(), StringComparison.Ordinal);

        using var passwordAlone = await site.PostFormAsync(client, "/account/confirm", "confirm", new() { ["Form.Password"] = SignedIn.Password });
        Assert.Equal(HttpStatusCode.BadRequest, passwordAlone.StatusCode);
        using var address = await client.GetAsync("/account/email");
        Assert.Contains("/account/confirm?returnUrl=%2Faccount%2Femail", address.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            ["code-wrong", "confirm: password-wrong"],
            (await TrailAsync(site)).Where(entry => entry.Act == TrailAct.SignInFailed).Select(entry => entry.Detail).Order(StringComparer.Ordinal));

        using var right = await site.PostFormAsync(
            client, "/account/confirm", "confirm", new() { ["Form.Password"] = SignedIn.Password, ["Form.Code"] = await site.CodeAsync(_clock) });
        using var off = await site.PostFormAsync(client, "/account/security", "authenticator-off", []);

        Assert.EndsWith("/account/security?notice=authenticator-off", off.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await client.AccountAsync());
        using var plain = await site.TrySignInAsync(site.NewClient(), Authenticators.Email, SignedIn.Password);
        Assert.EndsWith("/work", plain.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().RecoveryCodes().CountAsync()));
        Assert.Equal(
            ["authenticator on", "authenticator off", "recovery codes made"],
            (await TrailAsync(site)).Where(entry => entry.Act == TrailAct.FactorChanged).Select(entry => entry.Subject).OrderByDescending(subject => subject!.EndsWith("on", StringComparison.Ordinal)).ThenBy(subject => subject));
    }

    [Fact]
    public async Task Confirm_GuessedAgainAndAgain_LocksAsTheDoorDoes()
    {
        await using var site = await StartAsync();
        using var client = await site.SignInAsync(Authenticators.Email, administrator: false);
        for (var i = 0; i < SignInGuard.FreeAttempts; i++)
        {
            using var wrong = await site.PostFormAsync(client, "/account/confirm", "confirm", new() { ["Form.Password"] = "not the password" });
        }

        using var here = await site.PostFormAsync(client, "/account/confirm", "confirm", new() { ["Form.Password"] = SignedIn.Password });
        using var door = await site.TrySignInAsync(site.NewClient(), Authenticators.Email, SignedIn.Password);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (here.StatusCode, door.StatusCode));
        Assert.Single(await site.MailsAsync(), mail => mail.Subject == "Jūsu konts uz brīdi ir slēgts");
    }

    [Fact]
    public async Task PasswordChanged_InASession_ProvesNothingOfTheSecondFactor()
    {
        await using var site = await StartAsync();
        var (client, _) = await site.WithAuthenticatorAsync(_clock);
        using var own = client;
        _clock.Advance(TimeSpan.FromMinutes(6));
        using var changed = await site.PostFormAsync(client, "/account", "password", new()
        {
            ["Form.Current"] = SignedIn.Password,
            ["Form.Password"] = "horse battery staple correct",
            ["Form.Repeat"] = "horse battery staple correct",
        });
        Assert.Equal("/account?notice=password-changed", new Uri(new Uri(site.Address), changed.Headers.Location!).PathAndQuery);

        using var off = await site.PostFormAsync(client, "/account/security", "authenticator-off", []);

        Assert.Contains("/account/confirm", off.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SetUp_OnOneBrowser_SignsTheOthersOut()
    {
        await using var site = await StartAsync();
        using var first = await site.SignInAsync(Authenticators.Email, administrator: false);
        using var other = site.NewClient();
        using var signedIn = await site.TrySignInAsync(other, Authenticators.Email, SignedIn.Password);
        Assert.Equal(HttpStatusCode.OK, await other.AccountAsync());
        using var begun = await site.PostFormAsync(first, "/account/security", "authenticator-set-up", []);

        using var on = await site.PostFormAsync(first, "/account/security/authenticator", "authenticator", new() { ["Form.Code"] = await site.CodeAsync(_clock) });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), (await first.AccountAsync(), await other.AccountAsync()));
    }

    [Fact]
    public async Task SecondStep_WithoutTheFirst_LeadsBackToTheSignIn()
    {
        await using var site = await StartAsync();
        using var page = await site.Client.GetAsync("/sign-in/code");
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        Assert.EndsWith("/sign-in", page.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PasswordLink_PersonWithAnAuthenticator_StillAsksForTheCode()
    {
        await using var site = await StartAsync();
        (await site.WithAuthenticatorAsync(_clock)).Client.Dispose();
        var link = await site.InScopeAsync(async services =>
        {
            var person = await services.GetRequiredService<TalkaDb>().People().SingleAsync();
            return (await services.GetRequiredService<InvitePerson>().InviteAsync(person.Id, CancellationToken.None)).Value;
        });
        using var client = site.NewClient();

        using var set = await site.PostFormAsync(client, link, "setup", new() { ["Form.Password"] = "horse battery staple correct", ["Form.Repeat"] = "horse battery staple correct" });

        Assert.Contains("/sign-in/code", set.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await client.AccountAsync());
    }

    [Fact]
    public async Task Factors_RemovedByTheOperator_EndTheSessionsAndLeaveThePassword()
    {
        await using var site = await StartAsync();
        var (client, _) = await site.WithAuthenticatorAsync(_clock);
        using var own = client;

        await site.InScopeAsync(services => services.GetRequiredService<RemoveFactors>().RunAsync(Authenticators.Email, CancellationToken.None));

        Assert.Equal(HttpStatusCode.Redirect, await client.AccountAsync());
        using var plain = await site.TrySignInAsync(site.NewClient(), Authenticators.Email, SignedIn.Password);
        Assert.EndsWith("/work", plain.Headers.Location!.ToString(), StringComparison.Ordinal);
        var unknown = await site.InScopeAsync(services => services.GetRequiredService<RemoveFactors>().RunAsync("nobody@example.org", CancellationToken.None));
        Assert.Equal("person-unknown", Assert.Single(unknown.Errors).Code);
    }

    private Task<TestSite> StartAsync() => TestSite.StartAsync(configure: services => services.AddSingleton<TimeProvider>(_clock));

    [Fact]
    public async Task Factors_Changed_AreToldByMailOnceAChange()
    {
        await using var site = await StartAsync();
        var (client, _) = await site.WithAuthenticatorAsync(_clock);
        using var own = client;
        using var renewed = await site.PostFormAsync(client, "/account/security", "recovery-codes", []);

        var mails = await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Set<OutboxMail>().Where(mail => mail.To == Authenticators.Email).Select(mail => mail.Subject).ToListAsync());

        Assert.Equal(["Mainīts veids, kā piesakāties", "Mainīts veids, kā piesakāties"], mails);
    }

    private static Task<List<TrailEntry>> TrailAsync(TestSite site) =>
        site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Set<TrailEntry>().ToListAsync());
}
