using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates;
using Talka.Reporting.Summaries;

namespace Talka.Supervision.Reports;

/// <summary>
/// Where an authority supervises, the official summary is published as its reports were accepted: every year that is over and due, with the texts and the
/// entries that were handed in, and late ones that the supervisor consented to. Years that run or are not due yet stand in it as they are. The reports are
/// published with it.
/// </summary>
public sealed class AcceptedReportsOnly(TalkaDb db, AcceptedReports reports, ReportFlow flow) : IPublicationRule
{
    public async Task<Error?> RefuseAsync(string slug, string template, CancellationToken cancel)
    {
        if (template != SummaryTemplate.OfficialCode
            || await db.Mandates().Where(m => m.Slug == slug && m.AuthorityId != null).Select(m => new { m.Id, m.Terms }).FirstOrDefaultAsync(cancel) is not { } mandate)
        {
            return null;
        }

        var accepted = await reports.OfAsync(slug, cancel);
        if (accepted.Count == 0)
        {
            return ReportErrors.NotAccepted();
        }

        if (await reports.MissingYearsAsync(mandate.Id, mandate.Terms, accepted, cancel) is { Count: > 0 } missing)
        {
            return ReportErrors.YearsNotAccepted(missing);
        }

        if (await reports.TextsChangedAsync(slug, accepted, cancel))
        {
            return ReportErrors.TextsChangedSince();
        }

        if (await reports.NewerEntriesAsync(slug, accepted, cancel) is { Count: > 0 } newer)
        {
            return ReportErrors.EntriesSince(newer);
        }

        var unanswered = (await reports.UnansweredAsync(mandate.Terms, accepted, cancel)).Where(finding => accepted.Any(one => one.Report.Covers(finding.Year))).ToList();
        return unanswered.Count > 0 ? ReportErrors.FindingsSince(unanswered) : null;
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
