using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Demo;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates;
using Talka.Mandates.Locks;
using Talka.Supervision.Reports;
using Talka.Tests.Support;
using Talka.Work.Records;

namespace Talka.Tests.Supervision;

/// <summary>The sample mandate from draft to published summary, as its two sides take it in the browser, too.</summary>
public sealed class SampleMandateTests
{
    private const string Slug = "lpa-2022-2025";

    [Fact]
    public async Task Summary_OfTheSample_IsPublishedOnceItsYearsAreAccepted_AndAgainAfterALateEntry()
    {
        await using var site = await TestSite.StartAsync();
        Assert.True((await site.InScopeAsync(services => services.GetRequiredService<LoadDemo>().RunAsync(CancellationToken.None))).Succeeded);
        var year = await AcceptAsync(site, 1);
        Assert.Equal("report-years-not-accepted", await PublishAsync(site, year));
        await AcceptAsync(site, Report.WholePeriod);
        Assert.Equal("", await PublishAsync(site, year));
        await site.InScopeAsync(async services =>
        {
            var from = (await services.GetRequiredService<TalkaDb>().Mandates().SingleAsync(m => m.Slug == Slug)).From;
            var form = new EntryForm { Kind = "seminar", Title = "Aizmirstais seminārs", From = EntryForm.Day(from.AddDays(40)), Participants = "12" };
            Assert.False((await services.GetRequiredService<RecordEntry>().RunAsync(Slug, form, [], CancellationToken.None)).Succeeded);
            var asked = await services.GetRequiredService<AskConsent>().RunAsync(Slug, "Saraksts atrasts tikai tagad.", CancellationToken.None);
            Assert.True((await services.GetRequiredService<DecideLate>().RunAsync(Slug, asked.Value, give: true, null, CancellationToken.None)).Succeeded);
            Assert.Empty((await services.GetRequiredService<RecordLate>().RunAsync(Slug, asked.Value, CancellationToken.None)).Errors);
        });
        Assert.Equal("", await PublishAsync(site, year));
    }

    private static Task<Guid> AcceptAsync(TestSite site, int year) => site.InScopeAsync(async services =>
    {
        var report = (await services.GetRequiredService<OpenReport>().RunAsync(Slug, year, CancellationToken.None)).Value;
        var draft = await services.GetRequiredService<ReportDrafts>().ReadAsync(Slug, report, CancellationToken.None);
        var answers = draft.Value.Findings.ToDictionary(finding => finding.Key, _ => (string?)"Tā ir avotā.");
        Assert.Equal("", Codes(await services.GetRequiredService<SubmitReport>().RunAsync(Slug, report.Id, report.Version, answers, null, CancellationToken.None)));
        Assert.Equal("", Codes(await services.GetRequiredService<AcceptReport>().RunAsync(Slug, report.Id, report.Version, null, CancellationToken.None)));
        return report.Id;
    });

    private static Task<string> PublishAsync(TestSite site, Guid report) => site.InScopeAsync(async services =>
    {
        var version = await services.GetRequiredService<TalkaDb>().Reports().Where(r => r.Id == report).Select(r => r.Version).SingleAsync();
        var published = await services.GetRequiredService<PublishReport>().RunAsync(Slug, report, version, CancellationToken.None);
        return string.Join(' ', published.Errors.Select(error => error.Code));
    });

    private static string Codes(Result result) => string.Join(' ', result.Errors.Select(error => error.Code));
}
