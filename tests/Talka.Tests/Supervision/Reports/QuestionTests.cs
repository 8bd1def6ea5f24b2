using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Foundation.Ui;
using Talka.Supervision.Reports;
using Talka.Supervision.Reports.Questions;
using Talka.Tests.Mandates;
using Talka.Tests.Support;
using static Talka.Tests.Supervision.Reports.Reporting;

namespace Talka.Tests.Supervision.Reports;

public sealed class QuestionTests
{
    [Fact]
    public async Task Question_Open_HoldsAcceptanceUntilAnsweredAndResolved()
    {
        await using var site = await StartAsync();
        var report = await SubmittedAsync(site);
        var question = (await AskAsync(site, report, new SectionPlace(1, "activities"), "Kas tie par semināriem?")).Value;
        Assert.Equal("questions-open", await site.AcceptAsync(report));
        Assert.Equal("", await site.ReturnAsync(report, reason: null));
        Assert.Equal("questions-unanswered", await site.SubmitAsync(report));
        Assert.Equal("", await ReplyAsync(site, question.Id, Editor, "Par vērtībām."));
        Assert.Equal("", await site.SubmitAsync(report));
        Assert.Equal("questions-open", await site.AcceptAsync(report));
        Assert.Equal("", await ResolveAsync(site, question.Id, Supervisor));
        Assert.Equal("question-resolved", await ResolveAsync(site, question.Id, Supervisor));
        Assert.Equal("question-resolved", await ReplyAsync(site, question.Id, Editor, "Vēl"));
        Assert.Equal("", await site.AcceptAsync(report));
    }

    [Fact]
    public async Task Question_ByOthersThanTheSupervisor_IsRefused()
    {
        await using var site = await StartAsync();
        var report = await SubmittedAsync(site);
        foreach (var somebody in Everybody.Where(one => one != Supervisor))
        {
            Assert.Equal("not-allowed", (await AskAsync(site, report, new MandatePlace(), "Kāpēc?", somebody)).Codes());
        }

        var question = (await AskAsync(site, report, new MandatePlace(), "Kāpēc?")).Value;
        foreach (var (somebody, may) in new[] { (Coordinator, true), (Accountant, true), (Editor, true), (Supervisor, true), (Viewer, false), (Auditor, false), (Outsider, false) })
        {
            Assert.Equal(may ? "" : "not-allowed", await ReplyAsync(site, question.Id, somebody, "Tāpēc."));
            if (somebody != Supervisor)
            {
                Assert.Equal("not-allowed", await ResolveAsync(site, question.Id, somebody));
            }
        }
    }

    [Fact]
    public async Task Question_AboutWhatIsNotThere_IsRefused()
    {
        await using var site = await StartAsync();
        var report = await SubmittedAsync(site);
        foreach (var place in new Place[] { new SectionPlace(7, "activities"), new SectionPlace(1, "poems"), new FigurePlace("quantity kind"), new EntryPlace(9999) })
        {
            Assert.Equal("question-place-unknown", (await AskAsync(site, report, place, "Kāpēc?")).Codes());
        }

        Assert.Equal("report-field-missing", (await AskAsync(site, report, new EntryPlace(1), " ")).Codes());
    }

    [Fact]
    public async Task Question_AskedWhileAccepting_OneOfTheTwoFails()
    {
        await using var site = await StartAsync();
        var report = await SubmittedAsync(site);
        var seen = (await site.FindAsync(report)).Version;
        var accepting = site.AcceptAsync(report, seen: seen);
        var asking = site.AsAsync<AskQuestion, Result<Question>>(Supervisor, ask => ask.RunAsync(MandateSlug, report, seen, new MandatePlace(), "Kāpēc?", CancellationToken.None));
        var (accepted, asked) = (await accepting, await asking);
        Assert.True((accepted == "") != asked.Succeeded, $"{accepted} / {asked.Codes()}");
    }

    [Fact]
    public async Task Question_WhileTheImplementerHasTheReport_IsMailedAtOnce()
    {
        await using var site = await StartAsync();
        var report = await SubmittedAsync(site);
        Assert.True((await AskAsync(site, report, new MandatePlace(), "Pirmais?")).Succeeded);
        Assert.Empty(await site.MailsToAsync(Coordinator));
        Assert.Equal("", await site.ReturnAsync(report, reason: null));
        var before = (await site.MailsToAsync(Coordinator)).Count;
        Assert.True((await AskAsync(site, report, new MandatePlace(), "Un vēl?")).Succeeded);
        Assert.Equal(before + 1, (await site.MailsToAsync(Coordinator)).Count);
        Assert.Empty(await site.MailsToAsync(Outsider));
    }

    [Fact]
    public async Task WholeFile_HasEachReportWithWhatWasHandedInAskedAndAnswered()
    {
        await using var site = await StartAsync();
        var report = await SubmittedAsync(site);
        var question = (await AskAsync(site, report, new EntryPlace(1), "Kur ir <b>saraksts</b>?")).Value;
        Assert.Equal("", await ReplyAsync(site, question.Id, Coordinator, "Pielikumā."));
        using var supervisor = await ClientAsync(site, Supervisor);
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(await supervisor.GetByteArrayAsync($"/work/mandates/{MandateSlug}/file.zip")));
        var page = await ReadAsync(zip, "parskati/parskats-1.html");
        Assert.Contains("Kur ir &lt;b&gt;saraksts&lt;/b&gt;?", page, StringComparison.Ordinal);
        Assert.Contains("Pielikumā.", page, StringComparison.Ordinal);
        var step = await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().ReportSteps().SingleAsync(one => one.ReportId == report && one.JsonSha256 != null));
        var bytes = System.Text.Encoding.UTF8.GetBytes(await ReadAsync(zip, $"parskati/iesniegts/{step.JsonSha256}.json"));
        Assert.Equal(step.JsonSha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
        Assert.Contains($"{step.HtmlSha256}.html", page, StringComparison.Ordinal);

        static async Task<string> ReadAsync(System.IO.Compression.ZipArchive zip, string path)
        {
            using var reader = new StreamReader(zip.GetEntry(path)!.Open());
            return await reader.ReadToEndAsync();
        }
    }

    [Fact]
    public async Task Question_OnAPlace_ShowsThereToThoseWhoReviewUntilResolved()
    {
        await using var site = await StartAsync();
        var report = await SubmittedAsync(site);
        var places = new (Place Place, string Page)[]
        {
            (new EntryPlace(1), $"/mandates/{MandateSlug}/entries/1"),
            (new FigurePlace("spent year:1"), $"/mandates/{MandateSlug}/figures?q=spent%20year%3A1"),
            (new SectionPlace(1, "activities"), $"/work/mandates/{MandateSlug}/summary?year=1&section=activities"),
        };
        var asked = new List<Question>();
        foreach (var (place, _) in places)
        {
            asked.Add((await AskAsync(site, report, place, "Vai tas ir droši?")).Value);
        }

        var coordinator = await ClientAsync(site, Coordinator);
        var viewer = await ClientAsync(site, Viewer);
        foreach (var (_, page) in places)
        {
            Assert.Contains("Vai tas ir droši?", await TextAsync(coordinator, page));
            if (!page.StartsWith("/work", StringComparison.Ordinal))
            {
                Assert.DoesNotContain("Vai tas ir droši?", await TextAsync(viewer, page));
                Assert.DoesNotContain("Vai tas ir droši?", await TextAsync(site.Client, page));
            }
        }

        foreach (var question in asked)
        {
            await ResolveAsync(site, question.Id, Supervisor);
        }

        foreach (var (_, page) in places)
        {
            Assert.DoesNotContain("Vai tas ir droši?", await TextAsync(coordinator, page));
        }

        Assert.Contains("Vai tas ir droši?", await TextAsync(coordinator, ReportTexts.Address(MandateSlug, report)));
    }

    [Fact]
    public async Task Question_ByForms_IsAskedAnsweredAndResolved()
    {
        await using var site = await StartAsync();
        var report = await SubmittedAsync(site);
        var (supervisor, coordinator) = (await ClientAsync(site, Supervisor), await ClientAsync(site, Coordinator));
        var home = ReportTexts.Address(MandateSlug, report);
        using var missing = await site.PostFormAsync(supervisor, home + "/ask?entry=1", "ask", new() { ["Form.Text"] = "" });
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, missing.StatusCode);
        using var asked = await site.PostFormAsync(supervisor, home + "/ask?entry=1", "ask", new() { ["Form.Text"] = "Kur ir <b>saraksts</b>?" });
        Assert.Equal(System.Net.HttpStatusCode.Redirect, asked.StatusCode);
        var id = asked.Headers.Location!.ToString().Split("#q-")[1];
        using var replied = await site.PostFormAsync(coordinator, home, $"reply-{id}", new() { ["ReplyText"] = "Pielikumā." });
        Assert.Equal(System.Net.HttpStatusCode.Redirect, replied.StatusCode);
        var page = await coordinator.GetStringAsync(home);
        Assert.Contains("Pielikumā.", System.Net.WebUtility.HtmlDecode(page));
        Assert.DoesNotContain("<b>saraksts</b>", page);
        using var resolved = await site.PostFormAsync(supervisor, home, $"resolve-{id}", []);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, resolved.StatusCode);
        Assert.Equal(QuestionState.Resolved, await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Questions().Select(q => q.State).SingleAsync()));
    }

    private static async Task<Guid> SubmittedAsync(TestSite site)
    {
        var report = await site.OpenAsync();
        Assert.Equal("", await site.SubmitAsync(report.Id));
        return report.Id;
    }

    private static async Task<HttpClient> ClientAsync(TestSite site, string email)
    {
        var client = site.NewClient();
        using var signedIn = await site.TrySignInAsync(client, email, SignedIn.Password);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, signedIn.StatusCode);
        return client;
    }

    private static async Task<string> TextAsync(HttpClient client, string page) => System.Net.WebUtility.HtmlDecode(await client.GetStringAsync(page));

    private static Task<Result<Question>> AskAsync(TestSite site, Guid report, Place place, string text, string by = Supervisor) =>
        site.AsAsync<AskQuestion, Result<Question>>(by, ask => ask.RunAsync(MandateSlug, report, null, place, text, CancellationToken.None));

    private static async Task<string> ReplyAsync(TestSite site, Guid question, string by, string text) =>
        Codes(await site.AsAsync<ReplyToQuestion, Result>(by, reply => reply.RunAsync(MandateSlug, question, text, CancellationToken.None)));

    private static async Task<string> ResolveAsync(TestSite site, Guid question, string by) =>
        Codes(await site.AsAsync<ResolveQuestion, Result>(by, resolve => resolve.RunAsync(MandateSlug, question, CancellationToken.None)));
}
