using System.Net;
using System.Text;
using Talka.Foundation.Data;
using Talka.Journal;
using Talka.Tests.Mandates;
using Talka.Tests.Support;
using Talka.Work.Records;

namespace Talka.Tests.Work.Records;

public sealed class EntryPagesTests
{
    private const string Work = "/work/mandates/sample";
    private const string Public = "/mandates/sample/entries";

    [Fact]
    public async Task Record_ByForm_LeadsToTheEntryWithItsProof()
    {
        await using var site = await Recording.SiteAsync();
        using var client = await site.SignInAsync();
        Assert.Contains("?kind=seminar", await client.GetStringAsync($"{Work}/record"), StringComparison.Ordinal);
        using var answer = await site.PostFormAsync(client, $"{Work}/record?kind=seminar", "record", new()
        {
            ["Form.Title"] = "Vērtības",
            ["Form.From"] = "2023-02-09",
            ["Form.Participants"] = "100",
            ["Form.ParticipantsApproximate"] = "true",
            ["Form.Description"] = "**Labi** [x](javascript:alert(1)) <img src=x onerror=alert(1)>",
        });
        Assert.Equal($"{Public}/1?notice=recorded", answer.Headers.Location?.OriginalString.Replace(site.Address, "", StringComparison.Ordinal));
        var page = await site.Client.GetStringAsync($"{Public}/1");
        Assert.Contains("aptuveni 100", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("<strong>Labi</strong> x &lt;img", page, StringComparison.Ordinal);
        Assert.Contains("/log/proof/1", page, StringComparison.Ordinal);
        Assert.Contains("&quot;participants&quot;:100", page.Replace("&#x22;", "&quot;", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("/correct", page, StringComparison.Ordinal);
        Assert.Contains("/work/mandates/sample/entries/1/correct", await client.GetStringAsync($"{Public}/1"), StringComparison.Ordinal);
        Assert.Contains("value=\"Vērtības\"", WebUtility.HtmlDecode(await client.GetStringAsync($"{Work}/record?kind=seminar&repeat=1")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_WithSomethingWrong_KeepsWhatWasTyped()
    {
        await using var site = await Recording.SiteAsync();
        using var client = await site.SignInAsync();
        using var answer = await site.PostFormAsync(client, $"{Work}/record?kind=seminar", "record", new()
        {
            ["Form.Title"] = "<script>alert('x')</script>",
            ["Form.From"] = "2023-02-31",
            ["Form.Participants"] = "-5",
            ["Form.Place"] = "Rīga",
        });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("value=\"<script>alert('x')</script>\"", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("href=\"#From\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#Participants\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"-5\"", page, StringComparison.Ordinal);
        Assert.Equal(0, await site.CountAsync());
    }

    [Theory]
    [InlineData("/record")]
    [InlineData("/journal")]
    [InlineData("/import")]
    [InlineData("/journal/export?format=csv")]
    [InlineData("/files/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("/entries/1/correct")]
    [InlineData("/entries/1/void")]
    [InlineData("/entries/1/erase")]
    public async Task WorkPages_NotSignedIn_LeadToSignIn(string path)
    {
        await using var site = await Recording.SiteAsync();
        using var answer = await site.Client.GetAsync(Work + path);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/sign-in", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/mandates/sample/entries/1")]
    [InlineData("/mandates/other/entries/1")]
    [InlineData("/work/mandates/other/journal")]
    [InlineData("/work/mandates/sample/entries/7/correct")]
    [InlineData("/admin/kinds/picnic")]
    public async Task Pages_OfWhatIsNotThere_AreNotFound(string path)
    {
        await using var site = await Recording.SiteAsync();
        using var client = await site.SignInAsync();
        using var answer = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Entry_OfAKindWhoseTextIsNotPublic_ShowsCountsOnly()
    {
        await using var site = await Recording.SiteAsync();
        Assert.Empty((await site.RecordAsync(new EntryForm { Kind = "interview", Title = "Slepena saruna", From = "2023-02-09", Participants = "3", Place = "Slepena vieta" })).Failures());
        var open = await site.Client.GetStringAsync($"{Public}/1");
        Assert.DoesNotContain("Slepen", WebUtility.HtmlDecode(open), StringComparison.Ordinal);
        Assert.Contains(">3<", open, StringComparison.Ordinal);
        using var client = await site.SignInAsync();
        Assert.Contains("Slepena saruna", WebUtility.HtmlDecode(await client.GetStringAsync($"{Public}/1")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correct_AfterSomebodyElse_ShowsTheirsAndKeepsMine()
    {
        await using var site = await Recording.SiteAsync();
        await site.RecordAsync(Recording.Seminar());
        using var client = await site.SignInAsync();
        var page = await client.GetStringAsync($"{Work}/entries/1/correct");
        var theirs = Recording.Seminar();
        (theirs.Participants, theirs.Reason) = ("17", "Viņu iemesls");
        Assert.Empty((await site.CorrectAsync(1, theirs)).Failures());

        using var late = await SendAsync(client, page, 1, "Mans iemesls", "19");
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var shown = WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync());
        Assert.Contains("Viņu iemesls", shown, StringComparison.Ordinal);
        Assert.Contains("Mans iemesls", shown, StringComparison.Ordinal);
        Assert.Contains("<ins>17</ins>", shown, StringComparison.Ordinal);
        Assert.Contains("name=\"Form.Target\" value=\"2\"", shown, StringComparison.Ordinal);

        using var onTop = await SendAsync(client, shown, 2, "Mans iemesls", "19");
        Assert.Equal(HttpStatusCode.Redirect, onTop.StatusCode);
        var last = await site.UseAsync<TalkaDb, JournalEntry>(db => Task.FromResult(db.JournalEntries().OrderBy(e => e.Sequence).Last()));
        Assert.Equal((2L, 19L), (last.Corrects, last.Participants));
    }

    [Fact]
    public async Task VoidAndErase_ByForm_LeaveOnlyThatItWas()
    {
        await using var site = await Recording.SiteAsync();
        await site.RecordAsync(Recording.Seminar());
        using var client = await site.SignInAsync();
        using var withoutReason = await site.PostFormAsync(client, $"{Work}/entries/1/void", "void", new() { ["Form.Reason"] = " " });
        Assert.Equal(HttpStatusCode.BadRequest, withoutReason.StatusCode);
        Assert.Contains("/entries/1/void", await client.GetStringAsync($"{Work}/entries/1/erase"), StringComparison.Ordinal);
        using var voided = await site.PostFormAsync(client, $"{Work}/entries/1/void", "void", new() { ["Form.Reason"] = "Ierakstīts divreiz" });
        Assert.Equal(HttpStatusCode.Redirect, voided.StatusCode);
        using var unsure = await site.PostFormAsync(client, $"{Work}/entries/1/erase", "erase", new() { ["Form.Reason"] = "Personas dati" });
        Assert.Equal(HttpStatusCode.BadRequest, unsure.StatusCode);
        using var erased = await site.PostFormAsync(client, $"{Work}/entries/1/erase", "erase", new() { ["Form.Reason"] = "Personas dati", ["Form.Sure"] = "true" });
        Assert.Equal(HttpStatusCode.Redirect, erased.StatusCode);
        var page = WebUtility.HtmlDecode(await site.Client.GetStringAsync($"{Public}/1"));
        Assert.DoesNotContain("Vērtības", page, StringComparison.Ordinal);
        Assert.Contains("Dzēsts ieraksts", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(150_000, HttpStatusCode.BadRequest)]
    [InlineData(10_000_000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Record_TextThatIsTooLong_IsRefused(int length, HttpStatusCode status)
    {
        await using var site = await Recording.SiteAsync();
        using var client = await site.SignInAsync();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        using var answer = await site.PostFormAsync(client, $"{Work}/record?kind=seminar", "record", new()
        {
            ["Form.Title"] = "Garš",
            ["Form.From"] = "2023-02-09",
            ["Form.Description"] = new string('a', length),
        });
        Assert.Equal(status, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("value=\"Garš\"", page, StringComparison.Ordinal);
        Assert.Contains("Description-error", page, StringComparison.Ordinal);
        Assert.InRange(page.Length, 100_000, 200_000);
        Assert.Equal(0, await site.CountAsync());
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string page, long target, string reason, string participants) =>
        client.PostAsync($"{Work}/entries/1/correct", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "correct",
            ["__RequestVerificationToken"] = SignedIn.TokenIn(page),
            ["Form.Target"] = $"{target}",
            ["Form.Reason"] = reason,
            ["Form.Kind"] = "seminar",
            ["Form.Title"] = "Vērtības",
            ["Form.From"] = "2023-02-09",
            ["Form.Participants"] = participants,
            ["Form.Mode"] = "on-site",
            ["Form.Place"] = "Rīga",
        }));
}
