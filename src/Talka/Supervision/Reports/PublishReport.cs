using Talka.Accounts;
using Talka.Foundation.Results;
using Talka.Reporting.Summaries;

namespace Talka.Supervision.Reports;

/// <summary>
/// Publishes the summary of an accepted report, with the contradictions that were answered when it was handed in.
/// <see cref="AcceptedReportsOnly"/> moves the report in the same transaction.
/// </summary>
public sealed class PublishReport(ReportFlow flow, PublishSummary publish)
{
    // Once published, a late entry makes another version necessary
    private static readonly ReportState[] From = [ReportState.Accepted, ReportState.Published];

    public async Task<Result<SummaryVersion>> RunAsync(string slug, Guid id, int seen, CancellationToken cancel)
    {
        var found = await flow.FindAsync(slug, id, seen, Policies.PublishSummaries, From, cancel);
        return found.Succeeded
            ? await publish.PublishAsync(slug, found.Value.Template, acknowledged: true, cancel)
            : Result<SummaryVersion>.Failed(found.Errors);
    }
}
