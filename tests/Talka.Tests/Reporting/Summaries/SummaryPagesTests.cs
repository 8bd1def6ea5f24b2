using System.Net;
using Talka.Tests.Support;

namespace Talka.Tests.Reporting.Summaries;

public sealed class SummaryPagesTests
{
    private const string Editor = "/work/mandates/" + SummarySample.Slug + "/summary";

    [Fact]
    public async Task Editor_Anonymous_IsSentToSignIn()
    {
        await using var site = await TestSite.StartAsync();
        await SummarySample.LoadAsync(site);
        foreach (var address in new[] { Editor, Editor + "/draft", Editor + "/draft.html" })
        {
            using var response = await site.Client.GetAsync(address);
            Assert.Contains(response.StatusCode, new[] { HttpStatusCode.Redirect, HttpStatusCode.Unauthorized });
        }
    }

    [Fact]
    public async Task Editor_WrittenPreviewedAndSaved_ShowsFiguresAndKeepsTheText()
    {
        await using var site = await TestSite.StartAsync();
        await SummarySample.LoadAsync(site);
        using var client = await site.SignInAsync();
        var address = Editor + "?year=2&section=activities";

        using var preview = await PostAsync(site, client, address, "preview", "Semināri: {{quantity kind:seminar}}, {{quantity kind:semnar}}");
        var page = await TextAsync(preview);
        Assert.Equal(HttpStatusCode.OK, preview.StatusCode);
        Assert.Contains("q=quantity%20kind%3Aseminar%20year%3A2", page);
        Assert.Contains("figure-error", page);

        using var saved = await PostAsync(site, client, address, "save", "Semināri: {{quantity kind:seminar}}");
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("Semināri: {{quantity kind:seminar}}", await TextAsync(await client.GetAsync(address)));

        using var late = await PostAsync(site, client, address, "save", "Mans teksts");
        page = await TextAsync(late);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Mans teksts", page);
        Assert.Contains("Semināri: {{quantity kind:seminar}}", page);
    }

    [Fact]
    public async Task Editor_Generate_NeverReplacesATextUnasked()
    {
        await using var site = await TestSite.StartAsync();
        await SummarySample.LoadAsync(site);
        using var client = await site.SignInAsync();
        var address = Editor + "?year=1&section=activities";
        using var refused = await PostAsync(site, client, address, "generate", "Mans teksts");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Mans teksts", await TextAsync(refused));

        using var generated = await PostAsync(site, client, address, "generate", "");
        Assert.Contains("{{quantity kind:seminar}}", await TextAsync(generated));
    }

    [Fact]
    public async Task Draft_Published_LeadsToTheVersion()
    {
        await using var site = await TestSite.StartAsync();
        await SummarySample.LoadAsync(site);
        using var client = await site.SignInAsync();
        using var published = await site.PostFormAsync(client, Editor + "/draft", "publish", new() { ["Form.Template"] = "official" });
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        Assert.Contains($"/mandates/{SummarySample.Slug}/summaries/1", published.Headers.Location!.ToString());
        var page = await TextAsync(await site.Client.GetAsync($"/mandates/{SummarySample.Slug}/summaries/1"));
        Assert.Contains("<article class=\"summary\"", page);
        Assert.Contains($"href=\"/mandates/{SummarySample.Slug}/figures?q=", page);
        Assert.DoesNotContain("<style", page);
        Assert.DoesNotContain(" style=", page);
    }

    [Fact]
    public async Task Version_Unknown_IsNotFound()
    {
        await using var site = await TestSite.StartAsync();
        await SummarySample.LoadAsync(site);
        foreach (var address in new[] { "summaries/1", "summaries/1/summary.pdf" })
        {
            using var response = await site.Client.GetAsync($"/mandates/{SummarySample.Slug}/{address}");
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    private static Task<HttpResponseMessage> PostAsync(TestSite site, HttpClient client, string address, string action, string text) =>
        site.PostFormAsync(client, address, "text", new() { ["Form.Text"] = text, ["Form.Revision"] = "0", ["Form.Action"] = action });

    private static async Task<string> TextAsync(HttpResponseMessage response) => WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
}
