using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates;
using Talka.Mandates.Access;
using Talka.Reporting.Summaries;

namespace Talka.Supervision.Reports;

/// <summary>Begins the report of a year or of the whole period; there is one of each.</summary>
public sealed class OpenReport(TalkaDb db, MandateAccess access, ReportFlow flow, TimeProvider clock)
{
    /// <param name="year">Ordinal, or <see cref="Report.WholePeriod"/>.</param>
    public async Task<Result<Report>> RunAsync(string slug, int year, CancellationToken cancel)
    {
        if (await access.RefuseAsync(slug, Policies.SubmitReports, cancel) is { } refused)
        {
            return refused;
        }

        var mandate = await db.Mandates().Where(m => m.Slug == slug).Select(m => new { m.Id, m.Terms, m.AuthorityId }).FirstOrDefaultAsync(cancel);
        if (mandate is null)
        {
            return MandateErrors.NotFound(slug);
        }

        if (mandate.AuthorityId is null)
        {
            return ReportErrors.NoAuthority();
        }

        if (year != Report.WholePeriod && mandate.Terms.Years.All(one => one.Ordinal != year))
        {
            return ReportErrors.YearUnknown(year);
        }

        var report = new Report
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            MandateId = mandate.Id,
            Year = year,
            Template = SummaryTemplate.OfficialCode,
        };
        db.AddRange(report, flow.Step(report, null, ReportState.Draft, null));
        try
        {
            await db.SaveChangesAsync(cancel);
            return report;
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            return ReportErrors.AlreadyOpen();
        }
    }
}
