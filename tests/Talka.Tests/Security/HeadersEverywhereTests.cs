using System.Net;
using System.Net.Http.Headers;
using Talka.Tests.Support;

namespace Talka.Tests.Security;

/// <summary>The headers that keep a browser from doing more than it should, on whatever the program answers.</summary>
public sealed class HeadersEverywhereTests
{
    private static readonly string[] Others =
    [
        "/talka.css", "/talka.svg", "/no-such-page", "/sign-in?x=%00", "/work/mandates/no-such/journal", "/error/404", "/log/proof/999",
    ];

    [Fact]
    public async Task Answers_OfEveryAddress_CarryTheHeaders()
    {
        await using var site = await TwoMandates.StartAsync();
        using var signedIn = await site.SignInAsync(TwoMandates.Administrator);
        var wrong = new List<string>();
        foreach (var address in (await SiteMap.AddressesAsync(site, HttpMethod.Get)).Concat(Others))
        {
            using var anonymous = await site.Site.Client.GetAsync(address);
            wrong.AddRange(Missing(anonymous.Headers).Except(Reviewed(address)).Select(missing => $"{address}: {missing}"));
            using var personal = await signedIn.GetAsync(address);
            wrong.AddRange(Missing(personal.Headers).Except(Reviewed(address)).Select(missing => $"{address}, signed in: {missing}"));
            if (!IsShared(address) && personal.Headers.CacheControl?.NoStore != true)
            {
                wrong.Add($"{address}, signed in: Cache-Control {personal.Headers.CacheControl}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Answers_ToRefusedForms_CarryTheHeadersAndNothingOfTheProgram()
    {
        await using var site = await TwoMandates.StartAsync();
        using var empty = new FormUrlEncodedContent([]);
        using var answer = await site.Site.Client.PostAsync("/sign-in", empty);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(Missing(answer.Headers));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("Exception", page, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("CONNECTED")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Methods_ThatNoPageHas_AreNotAnswered(string method)
    {
        await using var site = await TestSite.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), "/sign-in");
        request.Headers.Add("X-Secret", "echo-me-not");

        using var answer = await site.Client.SendAsync(request);

        Assert.True((int)answer.StatusCode >= 400, $"{method}: {(int)answer.StatusCode}");
        Assert.DoesNotContain("echo-me-not", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherOrigin_IsGivenNoLeave()
    {
        await using var site = await TestSite.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Options, "/work");
        request.Headers.Add("Origin", "https://evil.example.org");
        request.Headers.Add("Access-Control-Request-Method", "POST");

        using var answer = await site.Client.SendAsync(request);

        Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task SignOut_TellsTheBrowserToForget()
    {
        await using var site = await TwoMandates.StartAsync();
        using var client = await site.SignInAsync();
        using var answer = await site.SendAsync(client, "/sign-out", "", []);
        Assert.Equal("\"cache\", \"storage\"", string.Join(", ", answer.Headers.GetValues("Clear-Site-Data")));
    }

    // Static files and the public log, which are the same for everybody
    private static bool IsShared(string address) => address is "/talka.css" or "/talka.svg" || address.StartsWith("/log/", StringComparison.Ordinal) || address.StartsWith("/logo/", StringComparison.Ordinal);

    // The list for other sites is made to stand in their pages; an address that is a secret is told to nobody, not even to this site
    private static string[] Reviewed(string address) =>
        address == "/events/embed" ? ["frame-ancestors 'none'"] : address.StartsWith("/events/my/", StringComparison.Ordinal) ? ["Referrer-Policy"] : [];

    private static IEnumerable<string> Missing(HttpResponseHeaders headers)
    {
        var policy = string.Join("; ", One(headers, "Content-Security-Policy"));
        foreach (var part in new[] { "frame-ancestors 'none'", "base-uri 'none'", "form-action" }.Where(part => !policy.Contains(part, StringComparison.Ordinal)))
        {
            yield return part;
        }

        if (!policy.Contains("object-src 'none'", StringComparison.Ordinal) && !policy.Contains("default-src 'none'", StringComparison.Ordinal))
        {
            yield return $"object-src in the policy {policy}";
        }

        if (policy.Replace("style-src 'unsafe-inline'", "", StringComparison.Ordinal).Contains("unsafe", StringComparison.Ordinal))
        {
            yield return $"a safe policy: {policy}";
        }

        foreach (var (name, value) in new[] { ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin") })
        {
            if (string.Join(", ", One(headers, name)) != value)
            {
                yield return name;
            }
        }

        if (headers.Contains("Server") || headers.Contains("X-Powered-By"))
        {
            yield return "silence about the server";
        }
    }

    private static IEnumerable<string> One(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values : [];
}
