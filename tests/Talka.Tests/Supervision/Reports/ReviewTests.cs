using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Reporting.Summaries;
using Talka.Supervision.Reports;
using Talka.Supervision.Reports.Review;
using Talka.Tests.Mandates;
using Talka.Tests.Reporting.Summaries;
using Talka.Tests.Support;
using Talka.Tests.Work.Spending;
using static Talka.Tests.Supervision.Reports.Reporting;

namespace Talka.Tests.Supervision.Reports;

public sealed class ReviewTests
{
    // The first expense of the sample: 900.50 euro in its first year
    private const long Expense = 5;

    [Fact]
    public void Comparison_OfTwoTexts_MarksWordsAndParagraphs()
    {
        var before = new SubmissionContent([], [new SubmittedText(1, "activities", "Pirmā rinda\nNotika 7 semināri\nPazudīs")]);
        var after = new SubmissionContent([], [new SubmittedText(1, "activities", "Pirmā rinda\nNotika 8 semināri\nJauna beigu rinda")]);
        var text = Assert.Single(SubmissionComparison.Of(before, after).Texts);
        var pair = Assert.Single(text.Paragraphs, one => one.After?.Any(run => run.Text.Contains("semināri", StringComparison.Ordinal)) == true);
        Assert.Equal("7", Assert.Single(pair.Before!, run => run.IsChanged).Text);
        Assert.Equal("8", Assert.Single(pair.After!, run => run.IsChanged).Text);
        Assert.False(text.Paragraphs[0].IsChanged);
        Assert.Equal("Pirmā rinda\nNotika 8 semināri\nJauna beigu rinda", string.Join('\n', text.Paragraphs.Where(one => one.After is not null).Select(one => string.Concat(one.After!.Select(run => run.Text)))));
    }

    [Fact]
    public void Comparison_OfEqualSubmissions_IsEmpty()
    {
        var content = new SubmissionContent([new SubmittedFigure("spent year:1", 1, "Izlietots", "900.50", true, "euro", 1)], [new SubmittedText(1, "activities", "Teksts")]);
        var same = SubmissionComparison.Of(content, content);
        Assert.Empty(same.Texts);
        Assert.Empty(same.Figures);
    }

    [Fact]
    public async Task Compare_TwoSubmissions_ShowsAmountsFiguresAndWords()
    {
        await using var site = await StartAsync();
        var report = await site.OpenAsync();
        await site.SubmitAsync(report.Id);
        await site.ReturnAsync(report.Id);
        await site.InScopeAsync(async services =>
        {
            Assert.Empty((await services.GetRequiredService<WriteText>().SaveAsync(MandateSlug, 1, "activities", SummarySample.YearOneText + "\n- pievienota rinda.", 1, CancellationToken.None)).Errors);
            Assert.Empty((await services.GetRequiredService<JournalWriter>().AppendAsync(SummarySample.Entries.First() with { Title = "Vēl viens", Participants = 9 }, CancellationToken.None)).Errors);
        });
        await site.SpendAsync(Acts.Ineligible(Expense, 10000), MandateSlug);
        Assert.Equal("", await site.SubmitAsync(report.Id));
        var page = await TextAsync(await ClientAsync(site, Supervisor), report.Id, "/compare");
        Assert.Contains("[pielikts]", page);
        Assert.Contains("pievienota rinda", page);
        Assert.Matches("100,00\u00A0euro", page);
        Assert.Contains("21", page);
        Assert.Contains("30", page);
    }

    [Fact]
    public async Task Ineligible_DecidedInReview_IsRecordedToldAndFollowedUp()
    {
        await using var site = await StartAsync();
        var report = await site.OpenAsync();
        await site.SubmitAsync(report.Id);
        foreach (var somebody in Everybody.Where(one => one != Supervisor))
        {
            Assert.Equal("not-allowed", (await DecideAsync(site, report.Id, Expense, 100_00, somebody)).Codes());
        }

        Assert.Equal("expense-outside-report", (await DecideAsync(site, report.Id, 7, 100_00)).Codes());
        Assert.Equal("report-field-missing", (await DecideAsync(site, report.Id, Expense, 100_00, why: "")).Codes());
        Assert.NotEmpty((await DecideAsync(site, report.Id, Expense, 1000_00)).Errors);
        Assert.Empty(await site.MailsToAsync(Accountant));

        var decided = (await DecideAsync(site, report.Id, Expense, 100_00)).Value;
        Assert.Single(await site.MailsToAsync(Accountant));
        await site.SpendAsync(Acts.Recovery(decided.Sequence, 40_00), MandateSlug);
        var open = Assert.Single(await site.UseAsync<TalkaDb, IReadOnlyList<Unrecovered>>(db => db.UnrecoveredAsync(MandateSlug, CancellationToken.None)));
        Assert.Equal((decided.Sequence, Expense, new Money(60_00)), (open.Sequence, open.Expense, open.Left));
        using var client = await ClientAsync(site, Accountant);
        Assert.Contains("60,00", WebUtility.HtmlDecode(await client.GetStringAsync($"/work/mandates/{MandateSlug}/reports")));
        await site.SpendAsync(Acts.Recovery(decided.Sequence, 60_00), MandateSlug);
        Assert.Empty(await site.UseAsync<TalkaDb, IReadOnlyList<Unrecovered>>(db => db.UnrecoveredAsync(MandateSlug, CancellationToken.None)));
    }

    [Fact]
    public async Task Ineligible_OnceAccepted_IsNotDecidedHereAnyMore()
    {
        await using var site = await StartAsync();
        var report = await site.OpenAsync();
        await site.SubmitAsync(report.Id);
        await site.AcceptAsync(report.Id);
        Assert.Equal("report-wrong-state", (await DecideAsync(site, report.Id, Expense, 100_00)).Codes());
    }

    [Fact]
    public async Task Review_OfASubmission_ShowsNarrativeFiguresExpensesFindings()
    {
        await using var site = await StartAsync();
        await site.InScopeAsync(async services => Assert.Empty(
            (await services.GetRequiredService<WriteText>().SaveAsync(MandateSlug, 1, "activities", "Kopā notika 7 semināri.", 1, CancellationToken.None)).Errors));
        var report = await site.OpenAsync();
        var finding = (await site.UseAsync<ReportDrafts, Result<ReportDraft>>(drafts => drafts.ReadAsync(MandateSlug, report, CancellationToken.None))).Value.Findings.Single();
        using var coordinator = await ClientAsync(site, Coordinator);
        var submit = ReportTexts.Address(MandateSlug, report.Id, "submit");
        using var unanswered = await site.PostFormAsync(coordinator, submit, "submit", new() { ["Form.Version"] = "0" });
        Assert.Equal(HttpStatusCode.BadRequest, unanswered.StatusCode);
        using var submitted = await site.PostFormAsync(coordinator, submit, "submit", new() { ["Form.Version"] = "0", [$"Form.Answers[{finding.Key}]"] = "Pieci bija citur." });
        Assert.Equal(HttpStatusCode.Redirect, submitted.StatusCode);

        using var supervisor = await ClientAsync(site, Supervisor);
        var review = await TextAsync(supervisor, report.Id, "/review");
        Assert.Contains("Kopā notika 7 semināri.", review);
        Assert.Contains("Pieci bija citur.", review);
        Assert.Contains("/figures?q=spent%20year%3A1", review);
        Assert.Contains("900,50", review);
        var expenses = await TextAsync(supervisor, report.Id, "/expenses");
        Assert.Contains($"/mandates/{MandateSlug}/entries/{Expense}", expenses);
        Assert.DoesNotContain($"/mandates/{MandateSlug}/entries/7\"", expenses);
        Assert.Contains("1 400,50", expenses.Replace('\u00A0', ' '));
    }

    [Fact]
    public async Task Decision_ByForms_ReturnsAndAccepts()
    {
        await using var site = await StartAsync();
        var report = await site.OpenAsync();
        await site.SubmitAsync(report.Id);
        using var supervisor = await ClientAsync(site, Supervisor);
        var home = ReportTexts.Address(MandateSlug, report.Id);
        using var empty = await site.PostFormAsync(supervisor, home, "return", new() { ["Form.Version"] = "1", ["Form.Reason"] = "" });
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        using var stale = await site.PostFormAsync(supervisor, home, "accept", new() { ["Form.Version"] = "0" });
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        using var accepted = await site.PostFormAsync(supervisor, home, "accept", new() { ["Form.Version"] = "1" });
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        Assert.Equal(ReportState.Accepted, (await site.FindAsync(report.Id)).State);
        using var back = await site.PostFormAsync(supervisor, home, "back", new() { ["Form.Version"] = "2", ["Form.State"] = "Accepted", ["Form.BackReason"] = "Par agru" });
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.Equal(ReportState.Submitted, (await site.FindAsync(report.Id)).State);
    }

    [Fact]
    public async Task SubmissionFile_ForThoseWhoReview_IsTheFrozenOne()
    {
        await using var site = await StartAsync();
        var report = await site.OpenAsync();
        await site.SubmitAsync(report.Id);
        using var auditor = await ClientAsync(site, Auditor);
        var page = await TextAsync(auditor, report.Id, "");
        var json = System.Text.RegularExpressions.Regex.Match(page, "href=\"(?<path>[^\"]+/submissions/[^\"]+\\.json)\"", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Groups["path"].Value;
        Assert.Contains("\"narrative\"", await auditor.GetStringAsync(json));
        using var viewer = await ClientAsync(site, Viewer);
        using var refused = await viewer.GetAsync(json);
        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        using var missing = await auditor.GetAsync(json.Replace(json.Split('/')[^1], Guid.Empty + ".json", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    private static Task<Result<JournalEntry>> DecideAsync(TestSite site, Guid report, long expense, long cents, string by = Supervisor, string why = "Nav saistīts ar līgumu") =>
        site.AsAsync<DecideIneligible, Result<JournalEntry>>(by, decide => decide.RunAsync(MandateSlug, report, expense, new Money(cents), why, CancellationToken.None));

    private static async Task<HttpClient> ClientAsync(TestSite site, string email)
    {
        var client = site.NewClient();
        using var signedIn = await site.TrySignInAsync(client, email, SignedIn.Password);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        return client;
    }

    private static async Task<string> TextAsync(HttpClient client, Guid report, string page) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(ReportTexts.Address(MandateSlug, report) + page));
}
