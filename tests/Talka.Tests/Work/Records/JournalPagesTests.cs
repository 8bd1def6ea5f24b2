using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Talka.Tests.Support;
using Talka.Work.Records;

namespace Talka.Tests.Work.Records;

public sealed class JournalPagesTests
{
    private const string Work = "/work/mandates/sample";

    [Fact]
    public async Task Journal_Filtered_ShowsOnlyThatAndItsTotals()
    {
        await using var site = await Recording.SiteAsync();
        await site.RecordAsync(Recording.Seminar());
        await site.RecordAsync(new EntryForm { Kind = "post", Title = "Ziņas par ŠĶIRBU", From = "2023-09-01", Channel = "x", Quantity = "24", Stream = "civic" });
        await site.RecordAsync(new EntryForm { Kind = "award", Title = "Atbalsts", From = "2023-09-02", Amount = "1 000,50" });
        using var client = await site.SignInAsync();
        Assert.Equal("Atbalsts ŠĶIRBU Vērtības", await FoundAsync(client, ""));
        Assert.Equal("ŠĶIRBU", await FoundAsync(client, "?text=šķirbu"));
        Assert.Equal("Vērtības", await FoundAsync(client, "?text=VERTIBAS"));
        Assert.Equal("", await FoundAsync(client, "?text=skirbu"));
        Assert.Equal("", await FoundAsync(client, "?text=%25"));
        Assert.Equal("ŠĶIRBU", await FoundAsync(client, "?stream=civic"));
        Assert.Equal("Atbalsts ŠĶIRBU", await FoundAsync(client, "?year=2"));
        Assert.Equal("Vērtības", await FoundAsync(client, "?kind=seminar"));
        Assert.Equal("Atbalsts ŠĶIRBU Vērtības", await FoundAsync(client, "?year=abc&after=nekas"));
        var all = WebUtility.HtmlDecode(await client.GetStringAsync($"{Work}/journal"));
        Assert.Contains("<strong>26</strong>", all, StringComparison.Ordinal);
        Assert.Contains("<strong>1\u00A0000,50</strong>", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Journal_AmountsOfSeveralKinds_AreAddedUpForEachAlone()
    {
        await using var site = await Recording.SiteAsync();
        await site.RecordAsync(new EntryForm { Kind = "award", Title = "Atbalsts", From = "2023-09-02", Amount = "1 000,50" });
        await site.RecordAsync(new EntryForm { Kind = "in-kind-support", Title = "Telpas", From = "2023-09-02", Amount = "200,00" });
        using var client = await site.SignInAsync();
        Assert.DoesNotContain("</strong> euro", await client.GetStringAsync($"{Work}/journal"), StringComparison.Ordinal);
        Assert.Contains("<strong>200,00</strong> euro", await client.GetStringAsync($"{Work}/journal?kind=in-kind-support"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Journal_History_ShowsWhatNoLongerCounts()
    {
        await using var site = await Recording.SiteAsync();
        await site.RecordAsync(Recording.Seminar());
        await site.VoidAsync(1);
        using var client = await site.SignInAsync();
        Assert.DoesNotContain("/entries/1\"", await client.GetStringAsync($"{Work}/journal"), StringComparison.Ordinal);
        var history = await client.GetStringAsync($"{Work}/journal?show=all");
        Assert.Contains("/entries/1\"", history, StringComparison.Ordinal);
        Assert.Contains("/entries/2\"", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Journal_ManyEntries_PagesThereAndBack()
    {
        await using var site = await Recording.SiteAsync();
        var rows = string.Concat(Enumerable.Range(0, 120).Select(i => $"seminar;Nr {i};{new DateOnly(2023, 1, 1).AddDays(i / 3):yyyy-MM-dd}\n"));
        Assert.True((await site.ImportAsync("Veids;Nosaukums;Datums\n" + rows)).Value.Written);
        using var client = await site.SignInAsync();
        var first = await client.GetStringAsync($"{Work}/journal");
        var second = await client.GetStringAsync(Link(first, "next"));
        var third = await client.GetStringAsync(Link(second, "next"));
        Assert.Equal((50, 50, 20), (Rows(first), Rows(second), Rows(third)));
        Assert.DoesNotContain("rel=\"next\"", third, StringComparison.Ordinal);
        Assert.Equal(Titles(second), Titles(await client.GetStringAsync(Link(third, "prev"))));
        Assert.Equal(120, Titles(first).Concat(Titles(second)).Concat(Titles(third)).Distinct().Count());
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    public async Task Export_TextThatLooksLikeAFormula_IsText(string title)
    {
        await using var site = await Recording.SiteAsync();
        var form = Recording.Seminar();
        form.Title = title;
        Assert.Empty((await site.RecordAsync(form)).Failures());
        using var client = await site.SignInAsync();
        using var answer = await client.GetAsync($"{Work}/journal/export?format=csv");
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        var csv = await answer.Content.ReadAsStringAsync();
        Assert.Contains(";'" + title + ";", csv, StringComparison.Ordinal);
        using var xlsx = await client.GetAsync($"{Work}/journal/export");
        Assert.Equal("PK", Encoding.ASCII.GetString((await xlsx.Content.ReadAsByteArrayAsync())[..2]));
    }

    [Fact]
    public async Task Import_ByForm_ChecksThenWritesWithoutASecondUpload()
    {
        await using var site = await Recording.SiteAsync();
        using var client = await site.SignInAsync();
        using var bad = await UploadAsync(client, "Veids;Nosaukums;Datums\nseminar;A;2023-02-30\n");
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
        Assert.Contains("2023-02-30", await bad.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var good = await UploadAsync(client, "Veids;Nosaukums;Datums\nseminar;A <b>;2023-02-20\n");
        var page = await good.Content.ReadAsStringAsync();
        Assert.Contains("A &lt;b&gt;", page, StringComparison.Ordinal);
        Assert.Equal(0, await site.CountAsync());
        using var written = await client.PostAsync($"{Work}/import", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "write",
            ["__RequestVerificationToken"] = SignedIn.TokenIn(page),
            ["Kept"] = Between(page, "name=\"Kept\" value=\"", "\""),
        }));
        Assert.Equal(HttpStatusCode.Redirect, written.StatusCode);
        Assert.Equal(1, await site.CountAsync());
        using var notASheet = await UploadAsync(client, "MZ\0\0");
        Assert.Equal(HttpStatusCode.BadRequest, notASheet.StatusCode);
        Assert.Equal(1, await site.CountAsync());
    }

    [Fact]
    public async Task Template_Filled_CanBeImported()
    {
        await using var site = await Recording.SiteAsync();
        using var client = await site.SignInAsync();
        var template = (await client.GetStringAsync($"{Work}/import/template?format=csv")).TrimEnd();
        Assert.Equal(1, (await site.ImportAsync(template + "\r\nSeminārs;Vērtības;09.02.2023.\r\n")).Value.New);
        Assert.Contains("seminar", await client.GetStringAsync($"{Work}/import/kinds?format=csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_OfAnEntry_AreForSignedInPeopleAsAttachments()
    {
        await using var site = await Recording.SiteAsync();
        using var client = await site.SignInAsync();
        using var refused = await RecordAsync(client, "programma.exe", [0x4D, 0x5A, 0x90, 0x00, 0x03]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(0, await site.CountAsync());
        using var recorded = await RecordAsync(client, "../../saraksts.txt", Encoding.UTF8.GetBytes("<script>alert(1)</script> saraksts"));
        Assert.Equal(HttpStatusCode.Redirect, recorded.StatusCode);
        var hash = Between(await client.GetStringAsync("/mandates/sample/entries/1"), $"{Work}/files/", "\"");
        using var file = await client.GetAsync($"{Work}/files/{hash}");
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.DoesNotContain("..", file.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        using var open = await site.Client.GetAsync($"{Work}/files/{hash}");
        Assert.Equal(HttpStatusCode.Redirect, open.StatusCode);
        foreach (var other in new[] { new string('a', 64), "..%2f..%2ftalka.db", "..%5ctalka.db", hash[..63] })
        {
            using var missing = await client.GetAsync($"{Work}/files/{other}");
            Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        }
    }

    [Fact]
    public async Task Kinds_AddedByAnAdministrator_CanBeRecorded()
    {
        await using var site = await Recording.SiteAsync();
        using var client = await site.SignInAsync();
        Dictionary<string, string?> fields = new()
        {
            ["Form.Code"] = "excursion",
            ["Form.NameLv"] = "Ekskursija",
            ["Form.NameEn"] = "Excursion",
            ["Form.CountedLv"] = "ekskursiju|ekskursija|ekskursijas",
            ["Form.CountedEn"] = "excursion|excursions",
            ["Form.Measures[2]"] = "required",
            ["Form.IsPublic"] = "true",
        };
        using var added = await site.PostFormAsync(client, "/admin/kinds/new", "kind", fields);
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        using var twice = await site.PostFormAsync(client, "/admin/kinds/new", "kind", fields);
        Assert.True((int)twice.StatusCode is 400 or 409);
        Assert.Contains("Ekskursija", await client.GetStringAsync($"{Work}/record?kind=excursion"), StringComparison.Ordinal);
        Assert.Equal("Participants", (await site.RecordAsync(new EntryForm { Kind = "excursion", Title = "Uz Cēsīm", From = "2023-05-01" })).Errors.Single().Field);
        fields["Form.NameLv"] = "Izbraukums";
        using var changed = await site.PostFormAsync(client, "/admin/kinds/excursion", "kind", fields);
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Contains("Izbraukums", await client.GetStringAsync("/admin/kinds"), StringComparison.Ordinal);
    }

    private static async Task<string> FoundAsync(HttpClient client, string query)
    {
        var page = WebUtility.HtmlDecode(await client.GetStringAsync($"{Work}/journal{query}"));
        return string.Join(' ', new[] { "Atbalsts", "ŠĶIRBU", "Vērtības" }.Where(word => page.Contains($"{word}</a>", StringComparison.Ordinal)));
    }

    private static string[] Titles(string page) => [.. page.Split("/mandates/sample/entries/").Skip(1).Select(part => part[..part.IndexOf('"', StringComparison.Ordinal)])];

    private static int Rows(string page) => Titles(page).Length;

    private static string Link(string page, string rel) => WebUtility.HtmlDecode(Between(page, $"rel=\"{rel}\" href=\"", "\""));

    private static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, string csv)
    {
        using var content = await MultipartAsync(client, $"{Work}/import", "check");
        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(csv)) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } }, "File", "ieraksti.csv");
        return await client.PostAsync($"{Work}/import", content);
    }

    private static async Task<HttpResponseMessage> RecordAsync(HttpClient client, string fileName, byte[] bytes)
    {
        using var content = await MultipartAsync(client, $"{Work}/record?kind=seminar", "record");
        content.Add(new StringContent("Seminārs"), "Form.Title");
        content.Add(new StringContent("2023-02-09"), "Form.From");
        content.Add(new ByteArrayContent(bytes), "Files", fileName);
        return await client.PostAsync($"{Work}/record?kind=seminar", content);
    }

    private static async Task<MultipartFormDataContent> MultipartAsync(HttpClient client, string path, string form) => new()
    {
        { new StringContent(form), "_handler" },
        { new StringContent(SignedIn.TokenIn(await client.GetStringAsync(path))), "__RequestVerificationToken" },
    };
}
