using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Tests.Support;

namespace Talka.Tests.Accounts;

public sealed class SignInTests
{
    [Fact]
    public async Task SignIn_RightPassword_OpensThePageThatWasAskedFor()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddPersonAsync("anna@example.org");
        using var client = site.NewClient();
        using var asked = await client.GetAsync("/account");
        Assert.EndsWith("/sign-in?returnUrl=%2Faccount", asked.Headers.Location!.ToString(), StringComparison.Ordinal);

        using var signedIn = await site.TrySignInAsync(client, "Anna@example.org", SignedIn.Password, "/sign-in?returnUrl=%2Faccount");

        Assert.Equal("/account", new Uri(new Uri(site.Address), signedIn.Headers.Location!).PathAndQuery);
        Assert.Contains("Anna Piemēra", await client.GetStringAsync("/account"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example.org/")]
    [InlineData("//evil.example.org/")]
    [InlineData("/\\evil.example.org")]
    [InlineData("/\tevil.example.org")]
    [InlineData("evil")]
    public async Task SignIn_ReturnAddressElsewhere_StaysOnTheSite(string address)
    {
        await using var site = await TestSite.StartAsync();
        await site.AddPersonAsync("anna@example.org");
        using var client = site.NewClient();

        using var signedIn = await site.TrySignInAsync(
            client, "anna@example.org", SignedIn.Password, "/sign-in?returnUrl=" + Uri.EscapeDataString(address));

        var target = new Uri(new Uri(site.Address), signedIn.Headers.Location!);
        Assert.Equal(site.Address + "/work", target.ToString());
    }

    [Fact]
    public async Task SignIn_WrongPassword_SaysNotWhichOfTheTwoIsWrong()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddPersonAsync("anna@example.org");

        using var known = await site.TrySignInAsync(site.NewClient(), "anna@example.org", "not the password");
        using var unknown = await site.TrySignInAsync(site.NewClient(), "nobody@example.org", "not the password");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (known.StatusCode, unknown.StatusCode));
        var text = await known.Content.ReadAsStringAsync();
        Assert.Contains("E-pasts vai parole nav pareiza.", text, StringComparison.Ordinal);
        Assert.Contains("href=\"#Email\"", text, StringComparison.Ordinal);
        Assert.Contains("value=\"anna@example.org\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("not the password", text, StringComparison.Ordinal);
        Assert.Contains("E-pasts vai parole nav pareiza.", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_FiveWrongPasswords_LocksTheAccountForTheRightOneToo()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddPersonAsync("anna@example.org");
        using var client = site.NewClient();
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await site.TrySignInAsync(client, "anna@example.org", "not the password");
        }

        using var right = await site.TrySignInAsync(client, "anna@example.org", SignedIn.Password);

        Assert.Equal(HttpStatusCode.BadRequest, right.StatusCode);
        Assert.Contains("Pārāk daudz neveiksmīgu mēģinājumu", await right.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_ManyAttemptsFromOneAddress_AreToldToWait()
    {
        await using var site = await TestSite.StartAsync();
        using var client = site.NewClient();
        HttpResponseMessage? last = null;
        for (var i = 0; i < 25 && last?.StatusCode != HttpStatusCode.TooManyRequests; i++)
        {
            last?.Dispose();
            last = await site.TrySignInAsync(client, $"person{i}@example.org", "not the password");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last!.StatusCode);
        Assert.Contains("Pārāk daudz mēģinājumu", await last.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        last.Dispose();
    }

    [Fact]
    public async Task SignIn_WithoutFormToken_IsRefused()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddPersonAsync("anna@example.org");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["Form.Email"] = "anna@example.org",
            ["Form.Password"] = SignedIn.Password,
        });

        using var response = await site.Client.PostAsync("/sign-in", form);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain(response.Headers, header => header.Key == "Set-Cookie" && header.Value.Any(v => v.StartsWith("talka.session", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task SignOut_WithoutFormToken_IsRefusedAndWithItEndsTheSession()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await site.SignInAsync();
        var page = await client.GetStringAsync("/account");

        using var nothing = new FormUrlEncodedContent([]);
        using var refused = await client.PostAsync("/sign-out", nothing);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);

        using var token = new FormUrlEncodedContent([new("__RequestVerificationToken", SignedIn.TokenIn(page))]);
        using var signedOut = await client.PostAsync("/sign-out", token);
        Assert.Equal(HttpStatusCode.Redirect, signedOut.StatusCode);
        using var account = await client.GetAsync("/account");
        Assert.Equal(HttpStatusCode.Redirect, account.StatusCode);
    }

    [Fact]
    public async Task AdminPages_MemberWithoutTheRight_AreForbidden()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await site.SignInAsync(administrator: false);

        using var response = await client.GetAsync("/admin/people");

        Assert.StartsWith("/forbidden", new Uri(new Uri(site.Address), response.Headers.Location!).AbsolutePath, StringComparison.Ordinal);
        using var page = await client.GetAsync("/forbidden");
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("203.0.113.7", false)]
    public async Task SignIn_DemoAccount_OpensOnThisMachineOnly(string from, bool opens)
    {
        await using var site = await TestSite.StartAsync(new Dictionary<string, string?> { ["Talka:BehindProxy"] = "true" });
        await site.InScopeAsync(async services => await services.GetRequiredService<CreatePerson>().CreateAsync(
            new NewPerson("demo@example.org", "Demo", DemoAccounts.Password, IsDemo: true), CancellationToken.None));
        using var client = site.NewClient();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", from);
        Assert.Equal(opens, (await client.GetStringAsync("/sign-in")).Contains(DemoAccounts.Password, StringComparison.Ordinal));

        using var answer = await site.TrySignInAsync(client, "demo@example.org", DemoAccounts.Password);

        Assert.Equal(opens ? HttpStatusCode.Redirect : HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("X-Real-IP", "203.0.113.7")]
    public async Task SignIn_DemoAccountThroughAProxyThatNobodySpokeOf_DoesNotOpen(string header, string value)
    {
        await using var site = await TestSite.StartAsync();
        await site.InScopeAsync(async services => await services.GetRequiredService<CreatePerson>().CreateAsync(
            new NewPerson("demo@example.org", "Demo", DemoAccounts.Password, IsDemo: true), CancellationToken.None));
        using var client = site.NewClient();
        client.DefaultRequestHeaders.Add(header, value);
        Assert.DoesNotContain(DemoAccounts.Password, await client.GetStringAsync("/sign-in"), StringComparison.Ordinal);

        using var answer = await site.TrySignInAsync(client, "demo@example.org", DemoAccounts.Password);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_ControlCharacters_AreAWrongAddress()
    {
        await using var site = await TestSite.StartAsync();
        using var answer = await site.TrySignInAsync(site.NewClient(), "anna\0@example.org", SignedIn.Password);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
