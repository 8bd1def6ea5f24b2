using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates.Locks;
using Talka.Reporting.Summaries;
using Talka.Supervision.Reports;
using Talka.Supervision.Reports.Calendar;
using Talka.Supervision.Reports.Review;
using Talka.Tests.Support;
using Talka.Work.Records;
using static Talka.Tests.Supervision.Reports.Reporting;

namespace Talka.Tests.Supervision.Reports;

/// <summary>What is accepted is what was handed in, and what is published is what was accepted.</summary>
public sealed class SinceHandInTests
{
    private const long Seminar = 1;
    private const long Expense = 5;

    [Fact]
    public async Task Accept_WithAnEntryThatCameSince_IsRefusedUntilHandedInAnew()
    {
        await using var site = await StartAsync();
        var report = await site.OpenAsync();
        Assert.Equal("", await site.SubmitAsync(report.Id));
        var sequence = await RecordAsync(site, "Pēc iesniegšanas", new(2023, 5, 4));
        Assert.Equal("entries-since-hand-in", await site.AcceptAsync(report.Id));
        Assert.Empty(await LockedAsync(site));

        using var supervisor = await ClientAsync(site, Supervisor);
        foreach (var page in new[] { "", "/review" })
        {
            var text = WebUtility.HtmlDecode(await supervisor.GetStringAsync(ReportTexts.Address(MandateSlug, report.Id) + page));
            Assert.Contains("Pēc iesniegšanas", text, StringComparison.Ordinal);
            Assert.Contains($"/mandates/{MandateSlug}/entries/{sequence}\"", text, StringComparison.Ordinal);
        }

        Assert.Equal("", await site.ReturnAsync(report.Id));
        Assert.Equal("", await site.SubmitAsync(report.Id));
        Assert.Equal("", await site.AcceptAsync(report.Id));
        Assert.DoesNotContain("Pēc iesniegšanas", await supervisor.GetStringAsync(ReportTexts.Address(MandateSlug, report.Id)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accept_WithAChangeOfWhatWasThere_IsRefused()
    {
        await using var site = await StartAsync();
        var report = await site.OpenAsync();
        await site.SubmitAsync(report.Id);
        Assert.Empty((await site.InScopeAsync(services => services.GetRequiredService<VoidEntry>().RunAsync(MandateSlug, Seminar, "Nenotika", CancellationToken.None))).Errors);
        Assert.Equal("entries-since-hand-in", await site.AcceptAsync(report.Id));
    }

    [Fact]
    public async Task Accept_WithWhatIsNotOfItsYears_GoesOn()
    {
        await using var site = await StartAsync();
        var report = await site.OpenAsync();
        await site.SubmitAsync(report.Id);
        await RecordAsync(site, "Otrais gads", new(2024, 5, 4));
        var gone = await RecordAsync(site, "Kļūda", new(2023, 5, 4));
        Assert.Empty((await site.InScopeAsync(services => services.GetRequiredService<VoidEntry>().RunAsync(MandateSlug, gone, "Kļūda", CancellationToken.None))).Errors);
        Assert.Empty((await site.AsAsync<DecideIneligible, Result<JournalEntry>>(Supervisor, decide =>
            decide.RunAsync(MandateSlug, report.Id, Expense, new Money(1_00), "Nav saistīts", CancellationToken.None))).Errors);
        Assert.Equal("", await site.AcceptAsync(report.Id));
    }

    [Fact]
    public async Task Publish_AcceptedWithEntriesThatNobodySaw_IsRefused()
    {
        await using var site = await StartAsync();
        var report = await site.OpenAsync();
        await site.SubmitAsync(report.Id);
        await site.AcceptYearAsync(2);
        await RecordAsync(site, "Pēc iesniegšanas", new(2023, 5, 4));

        // As reports were accepted before this was asked
        await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Set<Report>().Where(r => r.Id == report.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, ReportState.Accepted)));
        Assert.Equal("entries-since-hand-in", await site.PublishAsync(report.Id));
    }

    [Fact]
    public async Task Publish_WithAnEntryByConsent_GoesOn_UnlessItContradictsAText()
    {
        await using var site = await StartAsync();
        await WriteAsync(site, 1, "Kopā notika 2 semināri.", 1);
        var report = await site.AcceptYearAsync(1);
        await site.AcceptYearAsync(2);
        await RecordLateAsync(site, "consultation", "Konsultācija");
        Assert.Equal("", await site.PublishAsync(report.Id));
        await RecordLateAsync(site, "seminar", "Vēl viens");
        Assert.Equal("findings-since-hand-in", await site.PublishAsync(report.Id));
        Assert.Equal("findings-since-hand-in", await PublishDirectlyAsync(site));
    }

    [Fact]
    public async Task Publish_WithAYearThatIsOverDueAndNotAccepted_IsRefused()
    {
        await using var site = await StartAsync();
        var report = await site.AcceptYearAsync(1);
        Assert.Equal("report-years-not-accepted", await site.PublishAsync(report.Id));
        Assert.Equal("report-years-not-accepted", await PublishDirectlyAsync(site));
        await site.AcceptYearAsync(2);
        Assert.Equal("", await site.PublishAsync(report.Id));
    }

    [Fact]
    public async Task Publish_OnceTheFinalReportIsAccepted_NeedsNoYearlyOnes()
    {
        await using var site = await StartAsync();
        var report = await site.AcceptYearAsync(Report.WholePeriod);
        Assert.Equal("", await site.PublishAsync(report.Id));
    }

    [Fact]
    public async Task Publish_WithAYearThatIsNotDueYet_LetsItStandAsItIs()
    {
        await using var site = await StartAsync();
        var report = await site.AcceptYearAsync(1);
        var now = TimeProvider.System.GetUtcNow();
        await site.InScopeAsync(services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            db.Add(new DueDateChange
            {
                Id = Guid.CreateVersion7(now),
                MandateId = report.MandateId,
                Year = 2,
                DueOn = DateOnly.FromDateTime(now.UtcDateTime).AddDays(5),
                Reason = "Tests",
                At = now.UtcDateTime,
            });
            return db.SaveChangesAsync();
        });
        Assert.Equal("", await site.PublishAsync(report.Id));
    }

    [Fact]
    public async Task Publish_ContradictionInAYearThatNobodyAccepted_IsAcknowledgedByItsAuthorAlone()
    {
        await using var site = await StartAsync();
        await WriteAsync(site, 0, "Kopā notika 7 semināri.", 1, "evaluation");
        var report = await site.AcceptYearAsync(1);
        await site.AcceptYearAsync(2);
        Assert.Equal("findings-since-hand-in", await site.PublishAsync(report.Id));
        Assert.Equal("", await PublishDirectlyAsync(site));
    }

    private static Task<string> PublishDirectlyAsync(TestSite site) => site.InScopeAsync(async services => string.Join(' ',
        (await services.GetRequiredService<PublishSummary>().PublishAsync(MandateSlug, SummaryTemplate.OfficialCode, acknowledged: true, CancellationToken.None)).Errors.Select(error => error.Code)));

    private static Task<List<int>> LockedAsync(TestSite site) =>
        site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().YearLocks().Select(one => one.Year).ToListAsync());

    private static Task WriteAsync(TestSite site, int year, string text, int revision, string section = "activities") => site.InScopeAsync(async services =>
        Assert.Empty((await services.GetRequiredService<WriteText>().SaveAsync(MandateSlug, year, section, text, revision, CancellationToken.None)).Errors));

    private static Task<long> RecordAsync(TestSite site, string title, DateOnly day) => site.InScopeAsync(async services =>
    {
        var recorded = await services.GetRequiredService<RecordEntry>().RunAsync(MandateSlug, Form("seminar", title, day), [], CancellationToken.None);
        Assert.Empty(recorded.Errors);
        return recorded.Value.Sequence;
    });

    private static async Task RecordLateAsync(TestSite site, string kind, string title)
    {
        var asked = await site.AsAsync<IServiceProvider, Result<Guid>>(Coordinator, async services =>
        {
            Assert.False((await services.GetRequiredService<RecordEntry>().RunAsync(MandateSlug, Form(kind, title, new(2023, 5, 4)), [], CancellationToken.None)).Succeeded);
            return await services.GetRequiredService<AskConsent>().RunAsync(MandateSlug, "Aizmirsts", CancellationToken.None);
        });
        Assert.Empty(asked.Errors);
        Assert.True((await site.AsAsync<DecideLate, Result>(Supervisor, decide => decide.RunAsync(MandateSlug, asked.Value, give: true, null, CancellationToken.None))).Succeeded);
        Assert.Empty((await site.AsAsync<RecordLate, Result<JournalEntry>>(Coordinator, record => record.RunAsync(MandateSlug, asked.Value, CancellationToken.None))).Errors);
    }

    private static EntryForm Form(string kind, string title, DateOnly day) =>
        new() { Kind = kind, Title = title, From = EntryForm.Day(day), Participants = kind == "seminar" ? "9" : null, Quantity = kind == "consultation" ? "1" : null };

    private static async Task<HttpClient> ClientAsync(TestSite site, string email)
    {
        var client = site.NewClient();
        using var signedIn = await site.TrySignInAsync(client, email, SignedIn.Password);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        return client;
    }
}
