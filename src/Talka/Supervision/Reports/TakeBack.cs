using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using static Talka.Supervision.Reports.ReportState;

namespace Talka.Supervision.Reports;

/// <summary>
/// A step back, with a reason. Each side takes back its own last move while the other has not moved; what is published
/// goes through a new round. The lock of an accepted year stays.
/// </summary>
public sealed class TakeBack(TalkaDb db, ReportFlow flow)
{
    /// <summary>Who may take back what a report has come to; null where there is nothing to take back.</summary>
    public static string? PolicyOf(ReportState state) => state switch
    {
        Submitted or Answered or Published => Policies.SubmitReports,
        Returned or Accepted => Policies.Supervise,
        _ => null,
    };

    public async Task<Result> RunAsync(string slug, Guid id, int seen, ReportState from, string? reason, CancellationToken cancel)
    {
        if (PolicyOf(from) is not { } policy)
        {
            return ReportErrors.WrongState(from);
        }

        var found = await flow.FindAsync(slug, id, seen, policy, [from], cancel);
        if (!found.Succeeded)
        {
            return Result.Failed(found.Errors);
        }

        var errors = ReportFlow.CheckText(reason, "Reason");
        if (errors.Count > 0)
        {
            return errors;
        }

        var before = from is Returned or Accepted
            ? await db.ReportSteps().Where(step => step.ReportId == id && step.To == from && !step.TakesBack)
                .OrderByDescending(step => step.Id).Select(step => step.From).FirstOrDefaultAsync(cancel) ?? Submitted
            : from == Answered ? Returned : Draft;
        return await flow.MoveAsync(slug, found.Value, before, reason, cancel, back: true);
    }
}
