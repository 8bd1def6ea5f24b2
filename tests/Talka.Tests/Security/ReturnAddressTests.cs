using System.Net;
using Talka.Foundation.Hosting;
using Talka.Tests.Support;

namespace Talka.Tests.Security;

public sealed class ReturnAddressTests
{
    public static TheoryData<string> Elsewhere =>
    [
        "//evil.example.org", "//evil.example.org/work", "///evil.example.org", "/\\evil.example.org", "\\\\evil.example.org", "\\/evil.example.org", "/\t/evil.example.org",
        "/\n/evil.example.org", "/\r/evil.example.org", "\t//evil.example.org", " //evil.example.org", "https://evil.example.org", "HTTPS:evil.example.org", "https:/evil.example.org",
        "http:evil.example.org", "javascript:alert(1)", "data:text/html,x", "evil.example.org", "@evil.example.org", ".evil.example.org", "", "?x", "#x", "/\u0000/evil", "/work\\..\\evil", "/\u0085/evil.example.org",
    ];

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public void Address_ThatLeavesTheSite_IsNone(string address) => Assert.Null(LocalAddress.Of(address));

    [Theory]
    [InlineData("/work")]
    [InlineData("/work?x=https://example.org")]
    [InlineData("/%2F%2Fevil.example.org")]
    [InlineData("/%5Cevil.example.org")]
    [InlineData("/%09/evil.example.org")]
    [InlineData("/@evil.example.org")]
    public void Address_OnTheSite_StaysAsItIs(string address)
    {
        Assert.Equal(address, LocalAddress.Of(address));
        Assert.Equal("talka.example.org", new Uri(new Uri("https://talka.example.org/sign-in"), address).Host);
    }

    [Fact]
    public async Task SignIn_WhateverItIsToldToGoBackTo_StaysOnTheSite()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddPersonAsync("anna@example.org");
        string[] addresses =
        [
            "%2F%2Fevil.example.org", "%252F%252Fevil.example.org", "%5C%5Cevil.example.org", "%2F%09%2Fevil.example.org", "%2F%0D%0ALocation:%20https://evil.example.org", "https%3A%2F%2Fevil.example.org",
            "%2Fwork&returnUrl=%2F%2Fevil.example.org",
        ];
        foreach (var address in addresses)
        {
            using var client = site.NewClient();
            using var answer = await site.TrySignInAsync(client, "anna@example.org", SignedIn.Password, "/sign-in?returnUrl=" + address);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Equal(new Uri(site.Address).Authority, new Uri(new Uri(site.Address), answer.Headers.Location!).Authority);
            Assert.False(answer.Headers.Contains("X-Injected"));
        }
    }

    [Theory]
    [InlineData("/account/confirm?returnUrl=%2F%2Fevil.example.org")]
    [InlineData("//evil.example.org/")]
    [InlineData("//evil.example.org/%2e%2e?lang=en")]
    [InlineData("/sign-in?lang=//evil.example.org")]
    public async Task Pages_OfAnAddressThatNamesAnotherHost_LinkToThisOneOnly(string address)
    {
        await using var site = await TestSite.StartAsync();
        using var client = await site.SignInAsync();
        using var answer = await client.GetAsync(new Uri(site.Address + address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("\"//evil", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\"https://evil", page, StringComparison.Ordinal);
        Assert.Equal(new Uri(site.Address).Authority, new Uri(new Uri(site.Address), answer.Headers.Location ?? new Uri("/", UriKind.Relative)).Authority);
    }
}
