using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Accounts.Security.Sessions;
using Talka.Foundation.Data;
using Talka.Tests.Support;

namespace Talka.Tests.Accounts.Security;

public sealed class SessionTests
{
    private const string Email = "anna@example.org";
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    [Fact]
    public async Task SignIn_Right_MakesASessionThatTheSecurityPageShows()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddPersonAsync(Email);
        using var client = site.NewClient();
        client.DefaultRequestHeaders.UserAgent.ParseAdd(Firefox);
        using var signedIn = await site.TrySignInAsync(client, Email, SignedIn.Password);

        var page = await client.GetStringAsync("/account/security");

        Assert.Contains("Firefox, Linux", page, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1", page, StringComparison.Ordinal);
        Assert.Contains("ar paroli", page, StringComparison.Ordinal);
        var session = Assert.Single(await SessionsAsync(site));
        Assert.Equal(SignInMethod.Password, session.Method);
    }

    [Fact]
    public async Task SignIn_Again_EndsTheSessionThatTheBrowserHad()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await SignedInAsync(site);
        var before = Assert.Single(await SessionsAsync(site));
        var cookie = CookieOf(client.Handler, site);

        using var again = await site.TrySignInAsync(client.Client, Email, SignedIn.Password);

        var after = Assert.Single(await SessionsAsync(site));
        Assert.NotEqual(before.Id, after.Id);
        Assert.Equal(HttpStatusCode.Redirect, await StatusWithAsync(site, cookie));
    }

    [Fact]
    public async Task SignOut_CookieKeptByAThief_OpensNothing()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await SignedInAsync(site);
        var cookie = CookieOf(client.Handler, site);
        Assert.Equal(HttpStatusCode.OK, await StatusWithAsync(site, cookie));

        using var token = new FormUrlEncodedContent([new("__RequestVerificationToken", SignedIn.TokenIn(await client.Client.GetStringAsync("/account")))]);
        using var signedOut = await client.Client.PostAsync("/sign-out", token);

        Assert.Equal(HttpStatusCode.Redirect, await StatusWithAsync(site, cookie));
        Assert.Empty(await SessionsAsync(site));
    }

    [Fact]
    public async Task EndOthers_FromOneBrowser_SignsTheOthersOutAtOnce()
    {
        await using var site = await TestSite.StartAsync();
        using var here = await SignedInAsync(site);
        using var there = await SignedInAsync(site, add: false);
        Assert.Equal(HttpStatusCode.OK, (await there.Client.GetAsync("/account")).StatusCode);

        using var ended = await site.PostFormAsync(here.Client, "/account/security", "end-others", []);

        Assert.Equal(HttpStatusCode.Redirect, (await there.Client.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.Client.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task End_OneSession_LeavesTheThird()
    {
        await using var site = await TestSite.StartAsync();
        using var here = await SignedInAsync(site);
        using var there = await SignedInAsync(site, add: false);
        var second = (await SessionsAsync(site)).MaxBy(session => session.Id)!;
        using var third = await SignedInAsync(site, add: false);

        using var ended = await site.PostFormAsync(here.Client, "/account/security", $"end-{second.Id}", []);

        Assert.Equal(HttpStatusCode.Redirect, (await there.Client.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await third.Client.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task End_SessionOfSomebodyElse_IsRefused()
    {
        await using var site = await TestSite.StartAsync();
        using var anna = await SignedInAsync(site);
        var session = Assert.Single(await SessionsAsync(site));
        var other = await site.AddPersonAsync("janis@example.org");

        var result = await site.InScopeAsync(services => services.GetRequiredService<EndSessions>().RunAsync(other.Id, null, session.Id, CancellationToken.None));

        Assert.Equal("session-unknown", Assert.Single(result.Errors).Code);
        Assert.Equal(HttpStatusCode.OK, (await anna.Client.GetAsync("/account")).StatusCode);
    }

    [Theory]
    [InlineData(119, true)]
    [InlineData(121, false)]
    public async Task Session_Unused_EndsAfterTwoHours(int minutes, bool open)
    {
        var clock = new MovableClock();
        await using var site = await TestSite.StartAsync(configure: services => services.AddSingleton<TimeProvider>(clock));
        using var client = await SignedInAsync(site);

        clock.Advance(TimeSpan.FromMinutes(minutes));

        Assert.Equal(open ? HttpStatusCode.OK : HttpStatusCode.Redirect, (await client.Client.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task Session_UsedAllTheTime_EndsAfterTwelveHours()
    {
        var clock = new MovableClock();
        await using var site = await TestSite.StartAsync(configure: services => services.AddSingleton<TimeProvider>(clock));
        using var client = await SignedInAsync(site);
        for (var hour = 1; hour < 12; hour++)
        {
            clock.Advance(TimeSpan.FromHours(1));
            Assert.Equal(HttpStatusCode.OK, (await client.Client.GetAsync("/account")).StatusCode);
        }

        clock.Advance(TimeSpan.FromMinutes(61));

        Assert.Equal(HttpStatusCode.Redirect, (await client.Client.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task Session_LimitsInTheSettings_Hold()
    {
        var clock = new MovableClock();
        await using var site = await TestSite.StartAsync(
            new Dictionary<string, string?> { ["Talka:Session:Idle"] = "00:20:00" }, services => services.AddSingleton<TimeProvider>(clock));
        using var client = await SignedInAsync(site);
        clock.Advance(TimeSpan.FromMinutes(21));
        Assert.Equal(HttpStatusCode.Redirect, (await client.Client.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task Password_Changed_EndsTheOtherSessionsAndKeepsThisOne()
    {
        await using var site = await TestSite.StartAsync(new Dictionary<string, string?> { ["Talka:Session:Believed"] = "00:00:00" });
        using var here = await SignedInAsync(site);
        using var there = await SignedInAsync(site, add: false);

        using var changed = await site.PostFormAsync(here.Client, "/account", "password", new()
        {
            ["Form.Current"] = SignedIn.Password,
            ["Form.Password"] = "horse battery staple correct",
            ["Form.Repeat"] = "horse battery staple correct",
        });

        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.Client.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await there.Client.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task Person_MadeAdministratorMeanwhile_NeedNotSignInAgain()
    {
        await using var site = await TestSite.StartAsync(new Dictionary<string, string?> { ["Talka:Session:Believed"] = "00:00:00" });
        using var client = await SignedInAsync(site);
        Assert.Equal(HttpStatusCode.Redirect, (await client.Client.GetAsync("/admin/people")).StatusCode);

        await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().People()
            .ExecuteUpdateAsync(set => set.SetProperty(person => person.IsAdministrator, true)));

        Assert.Equal(HttpStatusCode.OK, (await client.Client.GetAsync("/admin/people")).StatusCode);
    }

    [Fact]
    public async Task SecurityPage_HoldsNoSessionOfOthers()
    {
        await using var site = await TestSite.StartAsync();
        using var anna = await SignedInAsync(site);
        using var admin = await site.SignInAsync();
        var theirs = (await SessionsAsync(site)).MaxBy(session => session.Id)!;
        Assert.DoesNotContain($"{theirs.Id}", await anna.Client.GetStringAsync("/account/security"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Edge, Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1", "Safari, iOS")]
    [InlineData("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36", "Chrome, Android")]
    [InlineData("<script>alert(1)</script>", "")]
    [InlineData(null, "")]
    public void BrowserName_Of_IsShortAndOurOwnWords(string? agent, string name) => Assert.Equal(name, BrowserName.Of(agent));

    private static Task<List<Session>> SessionsAsync(TestSite site) =>
        site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Sessions().ToListAsync());

    private static async Task<Browser> SignedInAsync(TestSite site, bool add = true)
    {
        if (add)
        {
            await site.AddPersonAsync(Email);
        }

        var browser = new Browser(site);
        using var signedIn = await site.TrySignInAsync(browser.Client, Email, SignedIn.Password);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        return browser;
    }

    private static string CookieOf(HttpClientHandler handler, TestSite site) =>
        handler.CookieContainer.GetCookies(new Uri(site.Address)).Single(cookie => cookie.Name == "talka.session").Value;

    private static async Task<HttpStatusCode> StatusWithAsync(TestSite site, string cookie)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, site.Address + "/account");
        request.Headers.Add("Cookie", "talka.session=" + cookie);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    private sealed class Browser : IDisposable
    {
        public Browser(TestSite site) => Client = new HttpClient(Handler) { BaseAddress = new Uri(site.Address) };

        public HttpClientHandler Handler { get; } = new() { AllowAutoRedirect = false };

        public HttpClient Client { get; }

        public void Dispose() => Client.Dispose();
    }
}
