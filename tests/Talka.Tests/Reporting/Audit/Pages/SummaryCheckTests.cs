using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Talka.Tests.Support;

namespace Talka.Tests.Reporting.Audit.Pages;

public sealed class SummaryCheckTests
{
    private const string Impossible = "I. īstenošanas gads (2022. gada 15. jūlijs līdz 2023. gada 14. jūlijs)\n- 31.02.2023. seminārs <b>\"Drošība\"</b>;\n";

    [Fact]
    public async Task Page_WithPastedText_ShowsTheDocumentAndKeepsNothing()
    {
        await using var site = await TestSite.StartAsync();
        var before = Files(site);

        using var response = await site.PostFormAsync(site.Client, "/audit", "audit", new() { ["Form.Text"] = Impossible });

        var page = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("31.02.2023.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.Equal(before, Files(site));
    }

    [Fact]
    public async Task Page_WithNothing_SaysWhatToDo()
    {
        await using var site = await TestSite.StartAsync();

        using var response = await site.PostFormAsync(site.Client, "/audit", "audit", new() { ["Form.Text"] = " " });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Izvēlieties failu vai ielīmējiet tekstu.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WithAFileOfNoBytes_SaysThatItIsEmpty()
    {
        await using var site = await TestSite.StartAsync();

        using var response = await SendFileAsync(site, "/audit/report.json", "tukšs.txt", []);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith("document-empty", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json", "application/json")]
    [InlineData("pdf", "application/pdf")]
    public async Task Report_OfAFile_IsGivenInItsFormat(string format, string type)
    {
        await using var site = await TestSite.StartAsync();

        using var response = await SendFileAsync(site, "/audit/report." + format, "paraugs.txt", Encoding.UTF8.GetBytes(Impossible));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Report_WithoutTheFormsToken_IsRefused()
    {
        await using var site = await TestSite.StartAsync();
        using var form = new MultipartFormDataContent { { new StringContent(Impossible), "Form.Text" } };

        using var response = await site.Client.PostAsync("/audit/report.json", form);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Page_SentToAgainAndAgain_AsksToWait()
    {
        await using var site = await TestSite.StartAsync();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 12; i++)
        {
            using var response = await site.PostFormAsync(site.Client, "/audit", "audit", new() { ["Form.Text"] = "x" });
            answers.Add(response.StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, answers[0]);
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
    }

    private static async Task<HttpResponseMessage> SendFileAsync(TestSite site, string address, string name, byte[] bytes)
    {
        var token = SignedIn.TokenIn(await site.Client.GetStringAsync("/audit"));
        using var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { file, "Form.File", name } };
        return await site.Client.PostAsync(address, form);
    }

    private static List<string> Files(TestSite site) =>
        [.. Directory.EnumerateFiles(site.Folder.Root, "*", SearchOption.AllDirectories).Where(file => !Path.GetFileName(file).StartsWith("talka.db", StringComparison.Ordinal))
            .Where(file => !file.Contains("cookies", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
