using System.Net;
using Talka.Tests.Support;

namespace Talka.Tests.Security;

public sealed class CookieTests
{
    private static readonly Dictionary<string, string?> OverTls = new() { ["Talka:PublicAddress"] = "https://talka.example.org", ["Talka:BehindProxy"] = "true" };

    [Fact]
    public async Task Cookies_OverTls_BelongToThisHostAloneAndToNoScript()
    {
        await using var site = await TestSite.StartAsync(OverTls);
        await site.AddPersonAsync();
        var cookies = new List<string>();
        using var page = await SendAsync(site, HttpMethod.Get, "/sign-in?lang=en", [], null);
        cookies.AddRange(SetBy(page));
        var jar = cookies.Select(cookie => cookie.Split(';')[0]).ToList();
        var token = SignedIn.TokenIn(await page.Content.ReadAsStringAsync());
        using var form = new FormUrlEncodedContent([new("_handler", "sign-in"), new("__RequestVerificationToken", token), new("Form.Email", "anna@example.org"), new("Form.Password", SignedIn.Password)]);
        using var signedIn = await SendAsync(site, HttpMethod.Post, "/sign-in", jar, form);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        cookies.AddRange(SetBy(signedIn));

        Assert.Equal(
            ["__Host-talka.form", "__Host-talka.lang", "__Host-talka.session"],
            cookies.Where(cookie => !cookie.Split(';')[0].EndsWith('=')).Select(cookie => cookie.Split('=')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(cookies, cookie =>
        {
            var flags = cookie.Split(';').Skip(1).Select(flag => flag.Trim().ToLowerInvariant()).ToList();
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            Assert.Contains("secure", flags);
            Assert.Contains("httponly", flags);
            Assert.Contains("path=/", flags);
            Assert.Contains("samesite=lax", flags);
            Assert.DoesNotContain(flags, flag => flag.StartsWith("domain", StringComparison.Ordinal));
            Assert.True(cookie.Split(';')[0].Length < 4096, "a browser drops longer ones");
        });
        jar.AddRange(SetBy(signedIn).Select(cookie => cookie.Split(';')[0]));
        using var account = await SendAsync(site, HttpMethod.Get, "/account", jar, null);
        Assert.Equal(HttpStatusCode.OK, account.StatusCode);
    }

    [Fact]
    public async Task Cookies_OnPlainHttpOfThisMachine_AreKeptFromScriptsAndOtherSites()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddPersonAsync();
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = new Uri(site.Address) };
        using var signedIn = await site.TrySignInAsync(client, "anna@example.org", SignedIn.Password);
        var session = Assert.Single(SetBy(signedIn), cookie => cookie.StartsWith("talka.session=", StringComparison.Ordinal));
        Assert.Contains("httponly", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", session, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", session, StringComparison.OrdinalIgnoreCase); // gone with the browser
    }

    private static IEnumerable<string> SetBy(HttpResponseMessage answer) => answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];

    private static Task<HttpResponseMessage> SendAsync(TestSite site, HttpMethod method, string path, IReadOnlyCollection<string> jar, HttpContent? content)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(site.Address) };
        var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "talka.example.org");
        if (jar.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", jar));
        }

        return client.SendAsync(request);
    }
}
