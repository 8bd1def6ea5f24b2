using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Results;
using Talka.Mandates.Locks;
using Talka.Reporting.Summaries;
using Talka.Supervision.Reports;
using Talka.Tests.Mandates;
using Talka.Tests.Reporting.Summaries;
using Talka.Tests.Support;
using static Talka.Tests.Supervision.Reports.Reporting;

namespace Talka.Tests.Supervision.Reports;

public sealed class ReportFlowTests
{
    [Fact]
    public async Task Report_FromDraftToPublished_KeepsEachStepAndTellsTheOtherSide()
    {
        await using var site = await StartAsync();
        await site.AcceptYearAsync(2);
        var report = await site.OpenAsync();
        Assert.Equal("", await site.SubmitAsync(report.Id));
        Assert.Equal("", await site.ReturnAsync(report.Id));
        Assert.Equal("", await site.SubmitAsync(report.Id));
        Assert.Equal("", await site.AcceptAsync(report.Id));
        Assert.Equal("", await site.PublishAsync(report.Id));

        Assert.Equal(ReportState.Published, (await site.FindAsync(report.Id)).State);
        var steps = await StepsAsync(site, report.Id);
        Assert.Equal(
            [ReportState.Draft, ReportState.Submitted, ReportState.Returned, ReportState.Answered, ReportState.Accepted, ReportState.Published],
            steps.Select(step => step.To));
        Assert.Equal(steps.Select(step => (ReportState?)step.To).SkipLast(1).Prepend(null), steps.Select(step => step.From));
        Assert.All(steps, step => Assert.NotNull(step.ByPersonId));
        Assert.Equal("Lūdzu, precizējiet", steps[2].Reason);

        var toSupervisor = (await site.MailsToAsync(Supervisor)).Where(IsOfTheFirstYear);
        Assert.Equal(["iesniegts", "atbildēts", "publicēts"], toSupervisor.Select(subject => subject.Split(": ")[1].Split(" –")[0].ToLowerInvariant()));
        var toCoordinator = (await site.MailsToAsync(Coordinator)).Where(IsOfTheFirstYear);
        Assert.Equal(["atgriezts ar jautājumiem", "pieņemts"], toCoordinator.Select(subject => subject.Split(": ")[1].Split(" –")[0].ToLowerInvariant()));
        Assert.Empty(await site.MailsToAsync(Outsider));

        static bool IsOfTheFirstYear(string subject) => !subject.StartsWith("Pārskats par II", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submission_Frozen_IsWhatTheSummarySaidThen()
    {
        await using var site = await StartAsync();
        var report = await site.OpenAsync();
        await site.SubmitAsync(report.Id);
        await WriteAsync(site, 1, "Pārrakstīts.", 1);
        var step = (await StepsAsync(site, report.Id)).Single(one => one.JsonSha256 is not null);
        await site.InScopeAsync(async services =>
        {
            var files = services.GetRequiredService<FileStore>();
            foreach (var (hash, size) in new[] { (step.JsonSha256!, step.JsonSize), (step.HtmlSha256!, step.HtmlSize) })
            {
                await using var content = files.Open(hash)!;
                Assert.Equal(size, content.Length);
                Assert.DoesNotContain("Pārrakstīts", await new StreamReader(content).ReadToEndAsync());
            }
        });
    }

    [Theory]
    [InlineData("open", Coordinator)]
    [InlineData("submit", Coordinator)]
    [InlineData("return", Supervisor)]
    [InlineData("accept", Supervisor)]
    [InlineData("publish", Coordinator)]
    [InlineData("back", Coordinator)]
    public async Task Step_ByEverybody_IsRefusedButToOne(string step, string allowed)
    {
        await using var site = await StartAsync();
        foreach (var somebody in Everybody.Where(one => one != allowed))
        {
            Assert.Equal("not-allowed", await StepAsync(site, step, somebody));
        }

        Assert.Equal("", await StepAsync(site, step, allowed));
    }

    [Fact]
    public async Task Step_OutOfOrder_IsRefused()
    {
        await using var site = await StartAsync();
        var report = await site.OpenAsync();
        Assert.Equal("report-wrong-state", await site.AcceptAsync(report.Id));
        Assert.Equal("report-wrong-state", await site.ReturnAsync(report.Id));
        Assert.Equal("report-wrong-state", await site.PublishAsync(report.Id));
        Assert.Equal("report-wrong-state", await site.TakeBackAsync(report.Id, Coordinator));
        Assert.Equal("", await site.SubmitAsync(report.Id));
        Assert.Equal("report-wrong-state", await site.SubmitAsync(report.Id));
        Assert.Equal("report-wrong-state", await site.PublishAsync(report.Id));
        Assert.Equal("", await site.AcceptAsync(report.Id));
        Assert.Equal("report-wrong-state", await site.AcceptAsync(report.Id));
        Assert.Equal("report-wrong-state", await site.ReturnAsync(report.Id));
    }

    [Fact]
    public async Task Steps_TwoAtOnce_OneFails()
    {
        await using var site = await StartAsync();
        var report = await site.OpenAsync();
        await site.SubmitAsync(report.Id);
        var seen = (await site.FindAsync(report.Id)).Version;
        var results = await Task.WhenAll(site.AcceptAsync(report.Id, seen: seen), site.ReturnAsync(report.Id, seen: seen));
        Assert.Single(results, "");
        Assert.Single(results, code => code is "report-changed-meanwhile" or "report-wrong-state");
        Assert.Equal(3, (await StepsAsync(site, report.Id)).Count);
    }

    [Fact]
    public async Task Step_OfWhoSawAnEarlierState_IsRefused()
    {
        await using var site = await StartAsync();
        var report = await site.OpenAsync();
        await site.SubmitAsync(report.Id);
        var seen = (await site.FindAsync(report.Id)).Version;
        await site.TakeBackAsync(report.Id, Coordinator);
        await site.SubmitAsync(report.Id);
        Assert.Equal("report-changed-meanwhile", await site.AcceptAsync(report.Id, seen: seen));
    }

    [Fact]
    public async Task Report_OpenedTwice_IsThereOnce()
    {
        await using var site = await StartAsync();
        await site.OpenAsync();
        var again = await site.AsAsync<OpenReport, Result<Report>>(Coordinator, open => open.RunAsync(MandateSlug, 1, CancellationToken.None));
        Assert.Equal("report-already-open", again.Codes());
        var unknown = await site.AsAsync<OpenReport, Result<Report>>(Coordinator, open => open.RunAsync(MandateSlug, 9, CancellationToken.None));
        Assert.Equal("report-year-unknown", unknown.Codes());
    }

    [Fact]
    public async Task Report_WithoutAnAuthority_HasNobodyToGoTo()
    {
        await using var site = await TestSite.StartAsync();
        await SummarySample.LoadAsync(site);
        var opened = await site.UseAsync<OpenReport, Result<Report>>(open => open.RunAsync(MandateSlug, 1, CancellationToken.None));
        Assert.Equal("report-without-authority", opened.Codes());
    }

    [Fact]
    public async Task Return_WithoutQuestionOrReason_IsRefused()
    {
        await using var site = await StartAsync();
        var report = await site.OpenAsync();
        await site.SubmitAsync(report.Id);
        Assert.Equal("return-without-question-or-reason", await site.ReturnAsync(report.Id, reason: " "));
    }

    [Fact]
    public async Task Accept_OwnSubmission_IsRefused()
    {
        await using var site = await StartAsync();
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            var authority = await db.Set<Talka.Mandates.Access.Authority>().Select(a => a.Id).SingleAsync();
            await services.GetRequiredService<Talka.Mandates.Access.ChangeMembership>().JoinAsync(authority, Coordinator, null, "Abās pusēs", CancellationToken.None);
        });
        var report = await site.OpenAsync();
        await site.SubmitAsync(report.Id);
        Assert.Equal("own-submission", await site.AcceptAsync(report.Id, Coordinator));
        Assert.Equal("", await site.AcceptAsync(report.Id));
    }

    [Theory]
    [InlineData(1, "1")]
    [InlineData(Report.WholePeriod, "1 2")]
    public async Task Accept_Report_LocksTheYearsThatItCovers(int year, string locked)
    {
        await using var site = await StartAsync();
        var report = await site.OpenAsync(year);
        var findings = (await site.UseAsync<ReportDrafts, Result<ReportDraft>>(drafts => drafts.ReadAsync(MandateSlug, report, CancellationToken.None))).Value.Findings;
        Assert.Equal("", await site.SubmitAsync(report.Id, answers: findings.ToDictionary(finding => finding.Key, _ => (string?)"Tā ir.")));
        Assert.Equal("", await LockedAsync());
        Assert.Equal("", await site.AcceptAsync(report.Id));
        Assert.Equal(locked, await LockedAsync());

        Task<string> LockedAsync() => site.InScopeAsync(async services => string.Join(' ',
            await services.GetRequiredService<TalkaDb>().YearLocks().Where(one => one.MandateId == report.MandateId).Select(one => one.Year).Order().ToListAsync()));
    }

    [Fact]
    public async Task TakeBack_EachSide_UndoesItsOwnMoveWithAReason()
    {
        await using var site = await StartAsync();
        var report = await site.OpenAsync();
        await site.SubmitAsync(report.Id);
        Assert.Equal("report-field-missing", await site.TakeBackAsync(report.Id, Coordinator, reason: ""));
        Assert.Equal("not-allowed", await site.TakeBackAsync(report.Id, Supervisor));
        Assert.Equal("", await site.TakeBackAsync(report.Id, Coordinator));
        Assert.Equal(ReportState.Draft, (await site.FindAsync(report.Id)).State);

        await site.SubmitAsync(report.Id);
        await site.ReturnAsync(report.Id);
        await site.SubmitAsync(report.Id);
        await site.AcceptAsync(report.Id);
        Assert.Equal("", await site.TakeBackAsync(report.Id, Supervisor));
        Assert.Equal(ReportState.Answered, (await site.FindAsync(report.Id)).State);
        Assert.Equal("", await site.TakeBackAsync(report.Id, Coordinator));
        Assert.Equal(ReportState.Returned, (await site.FindAsync(report.Id)).State);
        Assert.Equal("", await site.TakeBackAsync(report.Id, Supervisor));
        Assert.Equal(ReportState.Submitted, (await site.FindAsync(report.Id)).State);
        Assert.Equal(4, (await StepsAsync(site, report.Id)).Count(step => step is { TakesBack: true, Reason: "Pārskatījos" }));
    }

    [Fact]
    public async Task Submit_WithAFinding_NeedsAnAnswerToItAndKeepsBoth()
    {
        await using var site = await StartAsync();
        await WriteAsync(site, 1, "Kopā notika 7 semināri.", 1);
        var report = await site.OpenAsync();
        Assert.Equal("finding-unanswered", await site.SubmitAsync(report.Id));
        var findings = await site.UseAsync<ReportDrafts, IReadOnlyList<ReportFinding>>(async drafts => (await drafts.ReadAsync(MandateSlug, report, CancellationToken.None)).Value.Findings);
        var finding = Assert.Single(findings);
        Assert.Equal("", await site.SubmitAsync(report.Id, answers: new Dictionary<string, string?> { [finding.Key] = "Pieci bija citur." }));
        var kept = Assert.Single(AnsweredFinding.Read((await StepsAsync(site, report.Id))[^1].Findings));
        Assert.Equal((finding, "Pieci bija citur."), (kept.Finding, kept.Answer));
    }

    [Fact]
    public async Task Submit_FindingOfAnotherYear_IsNotAskedFor()
    {
        await using var site = await StartAsync();
        await WriteAsync(site, 1, "Kopā notika 7 semināri.", 1);
        var report = await site.OpenAsync(2);
        Assert.Equal("", await site.SubmitAsync(report.Id));
    }

    [Fact]
    public async Task Submit_BrokenFigure_IsRefused()
    {
        await using var site = await StartAsync();
        await WriteAsync(site, 1, "{{quantity kind:semnar}}", 1);
        var report = await site.OpenAsync();
        Assert.Equal("figure-broken", await site.SubmitAsync(report.Id));
    }

    [Fact]
    public async Task Publish_OfficialSummaryWithoutAcceptance_IsRefusedToEverybody()
    {
        await using var site = await StartAsync();
        Assert.Equal("report-not-accepted", await PublishAsync(site, SummaryTemplate.OfficialCode));
        Assert.Equal("", await PublishAsync(site, "public-report"));
        var report = await site.OpenAsync();
        await site.SubmitAsync(report.Id);
        Assert.Equal("report-not-accepted", await PublishAsync(site, SummaryTemplate.OfficialCode));
        await site.AcceptAsync(report.Id);
        await site.AcceptYearAsync(2);
        Assert.Equal("", await PublishAsync(site, SummaryTemplate.OfficialCode));
        Assert.Equal(ReportState.Published, (await site.FindAsync(report.Id)).State);
    }

    [Fact]
    public async Task Publish_TextsChangedSinceTheyWereAccepted_IsRefusedUntilAcceptedAgain()
    {
        await using var site = await StartAsync();
        var report = await site.OpenAsync();
        await site.SubmitAsync(report.Id);
        await site.AcceptAsync(report.Id);
        await site.AcceptYearAsync(2);
        await WriteAsync(site, 1, "Cits teksts.", 1);
        Assert.Equal("texts-changed-since-hand-in", await site.PublishAsync(report.Id));
        await site.TakeBackAsync(report.Id, Supervisor);
        await site.TakeBackAsync(report.Id, Coordinator);
        await site.SubmitAsync(report.Id);
        await site.AcceptAsync(report.Id);
        Assert.Equal("", await site.PublishAsync(report.Id));
    }

    private static async Task<string> StepAsync(TestSite site, string step, string by)
    {
        if (step == "open")
        {
            return string.Join(' ', (await site.AsAsync<OpenReport, Result<Report>>(by, open => open.RunAsync(MandateSlug, 2, CancellationToken.None))).Errors.Select(error => error.Code));
        }

        var report = await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Reports().FirstOrDefaultAsync(one => one.Year == 1)) ?? await site.OpenAsync();
        if (step != "submit" && report.State == ReportState.Draft)
        {
            await site.SubmitAsync(report.Id);
        }

        if (step == "publish" && report.State is ReportState.Draft or ReportState.Submitted)
        {
            await site.AcceptAsync(report.Id);
            await site.AcceptYearAsync(2);
        }

        return step switch
        {
            "submit" => await site.SubmitAsync(report.Id, by),
            "return" => await site.ReturnAsync(report.Id, by),
            "accept" => await site.AcceptAsync(report.Id, by),
            "publish" => await site.PublishAsync(report.Id, by),
            _ => await site.TakeBackAsync(report.Id, by),
        };
    }

    private static Task<List<ReportStep>> StepsAsync(TestSite site, Guid report) => site.InScopeAsync(services =>
        services.GetRequiredService<TalkaDb>().ReportSteps().Where(step => step.ReportId == report).OrderBy(step => step.Id).ToListAsync());

    private static Task WriteAsync(TestSite site, int year, string text, int revision) => site.InScopeAsync(async services =>
        Assert.Empty((await services.GetRequiredService<WriteText>().SaveAsync(MandateSlug, year, "activities", text, revision, CancellationToken.None)).Errors));

    private static Task<string> PublishAsync(TestSite site, string template) => site.InScopeAsync(async services => string.Join(' ',
        (await services.GetRequiredService<PublishSummary>().PublishAsync(MandateSlug, template, acknowledged: true, CancellationToken.None)).Errors.Select(error => error.Code)));
}
