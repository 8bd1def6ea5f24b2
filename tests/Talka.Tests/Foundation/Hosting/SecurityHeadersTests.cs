using System.Net;
using Talka.Tests.Support;

namespace Talka.Tests.Foundation.Hosting;

public sealed class SecurityHeadersTests
{
    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/talka.css")]
    [InlineData("/health/live")]
    [InlineData("/no-such-page")]
    public async Task Answers_Any_CarryTheStrictHeaders(string path)
    {
        await using var site = await TestSite.StartAsync();

        using var response = await site.Client.GetAsync(path);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("form-action 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("object-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.True(response.Headers.Contains("Permissions-Policy"));
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("Strict-Transport-Security"), "plain HTTP on loopback");
    }

    [Fact]
    public async Task HttpsBehindProxy_AnswersWithStrictTransportSecurity()
    {
        await using var site = await TestSite.StartAsync(new Dictionary<string, string?> { ["Talka:BehindProxy"] = "true" });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "talka.example.org");

        using var response = await site.Client.SendAsync(request);

        Assert.True(response.Headers.Contains("Strict-Transport-Security"));
        Assert.Contains(response.Headers.GetValues("Set-Cookie"), cookie => cookie.Contains("secure", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task ForwardedHeaders_WithoutProxySetting_AreNotBelieved()
    {
        await using var site = await TestSite.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account");
        request.Headers.Add("X-Forwarded-Host", "evil.example.org");

        using var response = await site.Client.SendAsync(request);

        Assert.DoesNotContain("evil", response.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownAddress_IsNotFoundForEverybodyInTheirLanguage()
    {
        await using var site = await TestSite.StartAsync();

        using var latvian = await site.Client.GetAsync("/no-such-page");
        using var english = await site.Client.GetAsync("/no-such-page?lang=en");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (latvian.StatusCode, english.StatusCode));
        var page = await latvian.Content.ReadAsStringAsync();
        Assert.Contains("<html lang=\"lv\"", page, StringComparison.Ordinal);
        Assert.Contains("Lapa nav atrasta", page, StringComparison.Ordinal);
        Assert.Contains("Page not found", await english.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Language_Chosen_IsRememberedAndKeepsTheRestOfTheAddress()
    {
        await using var site = await TestSite.StartAsync();
        using var client = site.NewClient();

        var page = await client.GetStringAsync("/sign-in?returnUrl=%2Faccount&lang=en");
        Assert.Contains("<h1>Sign in</h1>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/sign-in?returnUrl=%2Faccount&amp;lang=lv\"", page, StringComparison.Ordinal);
        Assert.Contains("<h1>Sign in</h1>", await client.GetStringAsync("/sign-in"), StringComparison.Ordinal);
        Assert.Contains("<h1>Sign in</h1>", await client.GetStringAsync("/sign-in?lang=klingon"), StringComparison.Ordinal);
        Assert.Contains("<h1>Pieteikšanās</h1>", await client.GetStringAsync("/sign-in?lang=lv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notice_UnknownKey_ShowsNothing()
    {
        await using var site = await TestSite.StartAsync();
        Assert.Contains("Saglabāts.", await site.Client.GetStringAsync("/sign-in?notice=saved"), StringComparison.Ordinal);
        Assert.DoesNotContain("ds-alert", await site.Client.GetStringAsync("/sign-in?notice=%3Cb%3E"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compression_Asked_IsDone()
    {
        await using var site = await TestSite.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        request.Headers.Add("Accept-Encoding", "br");

        using var response = await site.Client.SendAsync(request);

        Assert.Equal("br", Assert.Single(response.Content.Headers.ContentEncoding));
    }
}
