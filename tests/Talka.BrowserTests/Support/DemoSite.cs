using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Demo;
using Talka.Foundation.Data;
using Talka.Supervision.Reports;

namespace Talka.BrowserTests.Support;

/// <summary>A site with the sample mandate.</summary>
public class DemoSite : BrowserSite
{
    public const string Slug = "lpa-2022-2025";
    public const string Work = $"/work/mandates/{Slug}";
    public const string Public = $"/mandates/{Slug}";

    protected override Task PrepareAsync() => Site.InScopeAsync(async services =>
    {
        var loaded = await services.GetRequiredService<LoadDemo>().RunAsync(CancellationToken.None);
        Assert.True(loaded.Succeeded, string.Join('\n', loaded.Errors.Select(error => error.Message)));
    });

    /// <summary>Lets the reports on the first year and on the whole period be handed in as the texts stand now, and accepted, so that the summary may be published.</summary>
    public Task AcceptReportAsync() => Site.InScopeAsync(async services =>
    {
        await AcceptReportAsync(services, 1, rounds: 1);
        await AcceptReportAsync(services, Report.WholePeriod, rounds: 1);
    });

    protected static async Task AcceptReportAsync(IServiceProvider services, int year, int rounds)
    {
        var db = services.GetRequiredService<TalkaDb>();
        var report = await db.ReportsOf(Slug).FirstOrDefaultAsync(one => one.Year == year)
            ?? (await services.GetRequiredService<OpenReport>().RunAsync(Slug, year, CancellationToken.None)).Value;
        if (report.State == ReportState.Published)
        {
            Assert.Empty((await services.GetRequiredService<TakeBack>().RunAsync(Slug, report.Id, report.Version, report.State, "Mainīti teksti.", CancellationToken.None)).Errors);
        }

        for (var round = 1; round <= rounds; round++)
        {
            var version = await SubmitAsync(services, report);
            Assert.Empty((round < rounds
                ? await services.GetRequiredService<ReturnReport>().RunAsync(Slug, report.Id, version, "Lūdzu, precizējiet.", CancellationToken.None)
                : await services.GetRequiredService<AcceptReport>().RunAsync(Slug, report.Id, version, null, CancellationToken.None)).Errors);
        }
    }

    /// <summary>Hands a report in with a word to each finding.</summary>
    protected static async Task<int> SubmitAsync(IServiceProvider services, Report report)
    {
        var db = services.GetRequiredService<TalkaDb>();
        var draft = await services.GetRequiredService<ReportDrafts>().ReadAsync(Slug, report, CancellationToken.None);
        var answers = draft.Value.Findings.ToDictionary(finding => finding.Key, _ => (string?)"Tā ir avotā.");
        var seen = await db.Reports().Where(one => one.Id == report.Id).Select(one => one.Version).SingleAsync();
        Assert.Empty((await services.GetRequiredService<SubmitReport>().RunAsync(Slug, report.Id, seen, answers, null, CancellationToken.None)).Errors);
        return seen + 1;
    }
}
