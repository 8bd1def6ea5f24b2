using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts.Security.Sessions;
using Talka.Foundation.Data;
using Talka.Tests.Support;

namespace Talka.Tests.Security;

/// <summary>Somebody plants a cookie or a form in another's browser and waits for them to sign in.</summary>
public sealed class SessionFixationTests
{
    private const string Cookie = "talka.session";

    [Fact]
    public async Task SignIn_WithAPlantedSession_MakesANewOneAndEndsThePlanted()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddPersonAsync("mallory@example.org");
        await site.AddPersonAsync("anna@example.org");
        using var attacker = new Browser(site);
        using var first = await site.TrySignInAsync(attacker.Client, "mallory@example.org", SignedIn.Password);
        var planted = attacker.Session!;
        using var victim = new Browser(site);
        victim.Handler.CookieContainer.Add(new Uri(site.Address), new Cookie(Cookie, planted));

        using var signedIn = await site.TrySignInAsync(victim.Client, "anna@example.org", SignedIn.Password);

        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        Assert.NotEqual(planted, victim.Session);
        using var asAttacker = await attacker.Client.GetAsync("/account");
        Assert.Equal(HttpStatusCode.Redirect, asAttacker.StatusCode);
        Assert.Equal(1, await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Sessions().CountAsync()));
    }

    [Fact]
    public async Task SignIn_WithAMadeUpCookie_ReplacesIt()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddPersonAsync("anna@example.org");
        using var victim = new Browser(site);
        victim.Handler.CookieContainer.Add(new Uri(site.Address), new Cookie(Cookie, "known-to-the-attacker"));
        using var before = await victim.Client.GetAsync("/account");
        Assert.Equal(HttpStatusCode.Redirect, before.StatusCode);

        using var signedIn = await site.TrySignInAsync(victim.Client, "anna@example.org", SignedIn.Password);

        Assert.NotEqual("known-to-the-attacker", victim.Session);
        using var after = await victim.Client.GetAsync("/account");
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task FormToken_FromBeforeTheSignIn_IsNotTakenAfterIt()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddPersonAsync("anna@example.org");
        using var browser = new Browser(site);
        var early = SignedIn.TokenIn(await browser.Client.GetStringAsync("/sign-in"));
        using var signedIn = await site.TrySignInAsync(browser.Client, "anna@example.org", SignedIn.Password);

        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", early)]);
        using var answer = await browser.Client.PostAsync("/sign-out", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private sealed class Browser : IDisposable
    {
        private readonly Uri _site;

        public Browser(TestSite site)
        {
            _site = new Uri(site.Address);
            Client = new HttpClient(Handler) { BaseAddress = _site };
        }

        public HttpClientHandler Handler { get; } = new() { AllowAutoRedirect = false };

        public HttpClient Client { get; }

        public string? Session => Handler.CookieContainer.GetCookies(_site).SingleOrDefault(cookie => cookie.Name == Cookie)?.Value;

        public void Dispose() => Client.Dispose();
    }
}
