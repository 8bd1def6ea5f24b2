using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Accounts.Security.External;
using Talka.Foundation.Data;
using Talka.Tests.Support;

namespace Talka.Tests.Accounts.Security;

public sealed class OutsideSignInTests : IAsyncLifetime
{
    private const string Email = "anna@example.org";

    private readonly MovableClock _clock = new();
    private OutsideProvider _provider = null!;

    public async ValueTask InitializeAsync() => _provider = await OutsideProvider.StartAsync();

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    [Fact]
    public async Task SignIn_LinkedFromTheAccount_OpensTheSite()
    {
        await using var site = await StartAsync();
        using var owner = await site.SignInAsync(Email, administrator: false);
        Assert.Equal("/account/security?notice=login-linked", await LinkAsync(site, owner));
        Assert.Contains("eParaksts, piesaistīts", await owner.GetStringAsync("/account/security"), StringComparison.Ordinal);

        using var client = site.NewClient();
        Assert.Equal("/account", await SignInAsync(site, client, "?returnUrl=%2Faccount"));

        Assert.Equal(HttpStatusCode.OK, await client.AccountAsync());
        Assert.Contains("caur citu pakalpojumu", await client.GetStringAsync("/account/security"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_SameEmailButNotLinked_OpensNothing()
    {
        await using var site = await StartAsync();
        await site.AddPersonAsync(Email);
        _provider.Email = Email;
        using var client = site.NewClient();

        Assert.Equal("/sign-in?outside=unknown", await SignInAsync(site, client));

        Assert.Equal(HttpStatusCode.Redirect, await client.AccountAsync());
        Assert.Equal(0, await LoginsAsync(site));
        Assert.Contains("te nevienam nav piesaistīts", await client.GetStringAsync("/sign-in?outside=unknown"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("denied")]
    [InlineData("key")]
    [InlineData("nonce")]
    [InlineData("audience")]
    public async Task SignIn_ProviderRefusesOrItsTokenIsWrong_OpensNothing(string what)
    {
        await using var site = await StartAsync();
        using var owner = await site.SignInAsync(Email, administrator: false);
        await LinkAsync(site, owner);
        (_provider.Denies, _provider.SignsWithAnotherKey, _provider.MixesUpTheNonce) = (what == "denied", what == "key", what == "nonce");
        _provider.Audience = what == "audience" ? "another client" : OutsideProvider.Client;
        using var client = site.NewClient();

        Assert.Equal("/sign-in?outside=failed", await SignInAsync(site, client));

        Assert.Equal(HttpStatusCode.Redirect, await client.AccountAsync());
    }

    [Fact]
    public async Task SignIn_ComingBackOverAndOver_IsToldToWait()
    {
        await using var site = await StartAsync();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 21; i++)
        {
            using var answer = await site.Client.GetAsync("/sign-in/outside");
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.TooManyRequests), (statuses[19], statuses[20]));
    }

    [Fact]
    public async Task SignIn_CallbackInAnotherBrowser_OpensNothing()
    {
        await using var site = await StartAsync();
        using var owner = await site.SignInAsync(Email, administrator: false);
        await LinkAsync(site, owner);
        using var attacker = site.NewClient();
        var callback = await ThroughProviderAsync(site, attacker, "/sign-in/outside/eid");
        using var victim = site.NewClient();

        using var answer = await victim.GetAsync(callback);

        Assert.Equal("/sign-in?outside=failed", PathOf(site, answer));
        Assert.Equal(HttpStatusCode.Redirect, await victim.AccountAsync());
    }

    [Theory]
    [InlineData("//evil.example.org/")]
    [InlineData("https://evil.example.org/")]
    public async Task SignIn_ReturnAddressElsewhere_StaysOnTheSite(string address)
    {
        await using var site = await StartAsync();
        using var owner = await site.SignInAsync(Email, administrator: false);
        await LinkAsync(site, owner);
        using var client = site.NewClient();
        Assert.Equal("/work", await SignInAsync(site, client, "?returnUrl=" + Uri.EscapeDataString(address)));
    }

    [Fact]
    public async Task SignIn_PersonWithAnAuthenticator_StillAsksForTheCode()
    {
        await using var site = await StartAsync();
        var (owner, _) = await site.WithAuthenticatorAsync(_clock);
        await LinkAsync(site, owner);
        owner.Dispose();
        using var client = site.NewClient();

        Assert.Equal("/sign-in/code", (await SignInAsync(site, client)).Split('?')[0]);

        Assert.Equal(HttpStatusCode.Redirect, await client.AccountAsync());
        using var done = await site.SendCodeAsync(client, await site.CodeAsync(_clock));
        Assert.Equal(HttpStatusCode.OK, await client.AccountAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("?token=made-up")]
    public async Task Link_WithoutTheTokenOfThisSession_IsNotBegun(string query)
    {
        await using var site = await StartAsync();
        using var owner = await site.SignInAsync(Email, administrator: false);
        using var answer = await owner.GetAsync("/account/security/outside/eid" + query);
        Assert.Equal("/account/confirm", PathOf(site, answer));
    }

    [Fact]
    public async Task Link_TokenOfAnotherSession_IsNotBegun()
    {
        await using var site = await StartAsync();
        using var owner = await site.SignInAsync(Email, administrator: false);
        using var other = await site.SignInAsync("janis@example.org", administrator: false);
        using var answer = await other.GetAsync(LinkIn(await owner.GetStringAsync("/account/security")));
        Assert.Equal("/account/confirm", PathOf(site, answer));
    }

    [Fact]
    public async Task Link_LoginOfSomebodyElse_IsRefused()
    {
        await using var site = await StartAsync();
        using var owner = await site.SignInAsync(Email, administrator: false);
        await LinkAsync(site, owner);
        using var other = await site.SignInAsync("janis@example.org", administrator: false);

        Assert.Equal("/account/security?outside=taken", await LinkAsync(site, other));

        Assert.Equal(1, await LoginsAsync(site));
    }

    [Fact]
    public async Task Unlink_OneOfTwoWaysIn_GoesAndTheLastIsKept()
    {
        await using var site = await StartAsync();
        using var owner = await site.SignInAsync(Email, administrator: false);
        await LinkAsync(site, owner);
        var hash = await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().People().Select(person => person.PasswordHash).SingleAsync());
        await SetPasswordAsync(site, null);
        using var refused = await site.PostFormAsync(owner, "/account/security", "unlink-eid-1", []);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        await SetPasswordAsync(site, hash);

        using var unlinked = await site.PostFormAsync(owner, "/account/security", "unlink-eid-1", []);

        Assert.Equal("/account/security?notice=login-unlinked", PathOf(site, unlinked));
        Assert.Equal(0, await LoginsAsync(site));
        using var client = site.NewClient();
        Assert.Equal("/sign-in?outside=unknown", await SignInAsync(site, client));
    }

    [Fact]
    public async Task Invitation_AcceptedWithALogin_LinksItOnceAndSignsIn()
    {
        await using var site = await StartAsync();
        var token = await InvitedAsync(site, password: null);
        using var client = site.NewClient();
        Assert.Contains("Pieteikties caur eParaksts", await client.GetStringAsync("/accounts/setup?token=" + token), StringComparison.Ordinal);

        Assert.Equal("/work", await SignInAsync(site, client, "?invitation=" + token));

        Assert.Equal(HttpStatusCode.OK, await client.AccountAsync());
        _provider.Subject = "subject-2";
        using var thief = site.NewClient();
        Assert.StartsWith("/accounts/setup", await SignInAsync(site, thief, "?invitation=" + token), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await thief.AccountAsync());
        Assert.Equal(1, await LoginsAsync(site));
    }

    [Fact]
    public async Task PasswordLink_OfSomebodyWithAPassword_LinksNothing()
    {
        await using var site = await StartAsync();
        var token = await InvitedAsync(site, SignedIn.Password);
        using var client = site.NewClient();
        Assert.DoesNotContain("eParaksts", await client.GetStringAsync("/accounts/setup?token=" + token), StringComparison.Ordinal);
        Assert.StartsWith("/accounts/setup", await SignInAsync(site, client, "?invitation=" + token), StringComparison.Ordinal);
        Assert.Equal(0, await LoginsAsync(site));
    }

    [Fact]
    public async Task SignIn_ProviderThatIsNotConfigured_IsNotFound()
    {
        await using var site = await StartAsync();
        using var answer = await site.Client.GetAsync("/sign-in/outside/other");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private Task<TestSite> StartAsync() => TestSite.StartAsync(_provider.Settings, services => services.AddSingleton<TimeProvider>(_clock));

    private static Task<int> LoginsAsync(TestSite site) => site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().ExternalLogins().CountAsync());

    private static Task SetPasswordAsync(TestSite site, string? hash) => site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().People()
        .ExecuteUpdateAsync(set => set.SetProperty(person => person.PasswordHash, hash)));

    private static Task<string> InvitedAsync(TestSite site, string? password) => site.InScopeAsync(async services =>
    {
        var person = (await services.GetRequiredService<CreatePerson>().CreateAsync(new NewPerson(Email, "Anna", password), CancellationToken.None)).Value;
        return (await services.GetRequiredService<InvitePerson>().InviteAsync(person.Id, CancellationToken.None)).Value.Split("token=")[1];
    });

    private static async Task<string> LinkAsync(TestSite site, HttpClient client) =>
        await FinishAsync(site, client, await ThroughProviderAsync(site, client, LinkIn(await client.GetStringAsync("/account/security"))));

    private static async Task<string> SignInAsync(TestSite site, HttpClient client, string query = "") =>
        await FinishAsync(site, client, await ThroughProviderAsync(site, client, "/sign-in/outside/eid" + query));

    // As a browser does: to the provider, and back with its answer
    private static async Task<string> ThroughProviderAsync(TestSite site, HttpClient client, string path)
    {
        using var away = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, away.StatusCode);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var back = await browser.GetAsync(away.Headers.Location);
        Assert.StartsWith(site.Address + "/sign-in/outside/eid/callback", back.Headers.Location!.ToString(), StringComparison.Ordinal);
        return back.Headers.Location.PathAndQuery;
    }

    private static async Task<string> FinishAsync(TestSite site, HttpClient client, string callback)
    {
        using var returned = await client.GetAsync(callback);
        var next = PathOf(site, returned);
        if (next.StartsWith("/sign-in?", StringComparison.Ordinal))
        {
            return next;
        }

        using var finished = await client.GetAsync(next);
        return PathOf(site, finished);
    }

    private static string PathOf(TestSite site, HttpResponseMessage answer) => new Uri(new Uri(site.Address), answer.Headers.Location!).PathAndQuery;

    private static string LinkIn(string page)
    {
        var start = page.IndexOf("/account/security/outside/eid?token=", StringComparison.Ordinal);
        return WebUtility.HtmlDecode(page[start..page.IndexOf('"', start)]);
    }
}
