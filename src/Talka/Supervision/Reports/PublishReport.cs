using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates;
using Talka.Reporting.Summaries;

namespace Talka.Supervision.Reports;

/// <summary>
/// Publishes the summary of an accepted report, with the contradictions that were answered when it was handed in; others stop it.
/// <see cref="AcceptedReportsOnly"/> moves the report in the same transaction.
/// </summary>
public sealed class PublishReport(TalkaDb db, ReportFlow flow, AcceptedReports reports, PublishSummary publish)
{
    // Once published, a late entry makes another version necessary
    private static readonly ReportState[] From = [ReportState.Accepted, ReportState.Published];

    public async Task<Result<SummaryVersion>> RunAsync(string slug, Guid id, int seen, CancellationToken cancel)
    {
        var found = await flow.FindAsync(slug, id, seen, Policies.PublishSummaries, From, cancel);
        if (!found.Succeeded)
        {
            return Result<SummaryVersion>.Failed(found.Errors);
        }

        var terms = (await db.MandateTermsAsync(slug, cancel))!;
        var accepted = await reports.OfAsync(slug, cancel);
        var unanswered = await reports.UnansweredAsync(terms, accepted, cancel);

        // What is in the accepted years is refused by the rule, with all else that it asks for
        var elsewhere = unanswered.Where(finding => !accepted.Any(one => one.Report.Covers(finding.Year))).ToList();
        return elsewhere.Count > 0
            ? ReportErrors.FindingsSince(elsewhere)
            : await publish.PublishAsync(slug, found.Value.Template, acknowledged: true, cancel);
    }
}
