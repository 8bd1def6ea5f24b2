using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates;
using Talka.Reporting.Summaries;

namespace Talka.Supervision.Reports;

/// <summary>
/// Where an authority supervises, the official summary is published of an accepted report alone, with the texts that were accepted;
/// the report is then published with it.
/// </summary>
public sealed class AcceptedReportsOnly(TalkaDb db, ReportFlow flow) : IPublicationRule
{
    public async Task<Error?> RefuseAsync(string slug, string template, CancellationToken cancel)
    {
        if (template != SummaryTemplate.OfficialCode || !await db.Mandates().AnyAsync(m => m.Slug == slug && m.AuthorityId != null, cancel))
        {
            return null;
        }

        var accepted = db.ReportsOf(slug).Where(report => report.State == ReportState.Accepted || report.State == ReportState.Published);
        var handedIn = await db.ReportSteps().Where(step => step.JsonSha256 != null && accepted.Any(report => report.Id == step.ReportId))
            .MaxAsync(step => (DateTime?)step.At, cancel);
        return handedIn is not { } last ? ReportErrors.NotAccepted()
            : await db.SummaryTexts().AnyAsync(text => text.Mandate == slug && text.UpdatedAt > last, cancel) ? ReportErrors.TextsChangedSince()
            : null;
    }

    public async Task PublishedAsync(SummaryVersion version, CancellationToken cancel)
    {
        var mandate = await db.MandateIdAsync(version.Mandate, cancel);
        var accepted = await db.Set<Report>()
            .Where(report => report.MandateId == mandate && report.State == ReportState.Accepted && report.Template == version.Template).ToListAsync(cancel);
        foreach (var report in accepted)
        {
            await flow.AddStepAsync(version.Mandate, report, flow.Step(report, report.State, ReportState.Published, null), cancel);
        }
    }
}
