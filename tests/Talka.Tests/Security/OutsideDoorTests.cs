using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Talka.Tests.Accounts.Security;
using Talka.Tests.Support;

namespace Talka.Tests.Security;

/// <summary>The way out to another provider and back: who may begin it, and which provider is believed to be the one that was set.</summary>
public sealed class OutsideDoorTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData("none", false)]
    [InlineData("same-origin", false)]
    [InlineData("cross-site", true)]
    [InlineData("same-site", true)]
    public async Task SignIn_LedIntoByAnotherSite_IsNotBegun(string? from, bool refused)
    {
        await using var provider = await OutsideProvider.StartAsync();
        await using var site = await TestSite.StartAsync(provider.Settings);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in/outside/eid?returnUrl=%2Faccount");
        if (from is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", from);
        }

        using var answer = await site.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var to = answer.Headers.Location!.ToString();
        Assert.StartsWith(refused ? "/sign-in?returnUrl=%2Faccount" : provider.Address, to, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_ProviderWhoseMetadataNamesAnotherIssuer_IsNotBegun()
    {
        await using var provider = await OutsideProvider.StartAsync();
        var settings = provider.Settings;
        settings["Talka:OpenIdConnect:eid:Authority"] = provider.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        await using var site = await TestSite.StartAsync(settings);

        using var answer = await site.Client.GetAsync("/sign-in/outside/eid");

        Assert.Equal("/sign-in?outside=failed", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task SignIn_ItsCookiesOverTls_BelongToThisHostAlone()
    {
        await using var provider = await OutsideProvider.StartAsync();
        var settings = provider.Settings;
        (settings["Talka:PublicAddress"], settings["Talka:BehindProxy"]) = ("https://talka.example.org", "true");
        await using var site = await TestSite.StartAsync(settings);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in/outside/eid");
        request.Headers.Add("X-Forwarded-Proto", "https");

        using var answer = await site.Client.SendAsync(request);

        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.Equal(2, cookies.Count);
        Assert.All(cookies, cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            Assert.Contains("; path=/;", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }
}
