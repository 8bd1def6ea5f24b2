using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Supervision.Reports.Questions;

namespace Talka.Supervision.Reports;

/// <summary>Gives a report back to the implementer, with a question that is open or with a reason.</summary>
public sealed class ReturnReport(TalkaDb db, ReportFlow flow)
{
    private static readonly ReportState[] From = [ReportState.Submitted, ReportState.Answered];

    public async Task<Result> RunAsync(string slug, Guid id, int seen, string? reason, CancellationToken cancel)
    {
        var found = await flow.FindAsync(slug, id, seen, Policies.Supervise, From, cancel);
        if (!found.Succeeded)
        {
            return Result.Failed(found.Errors);
        }

        var errors = ReportFlow.CheckText(reason, "Reason", required: false);
        if (errors.Count == 0 && string.IsNullOrWhiteSpace(reason)
            && !await db.Questions().AnyAsync(question => question.ReportId == id && question.State == QuestionState.Open, cancel))
        {
            errors.Add(ReportErrors.NothingToReturn());
        }

        return errors.Count > 0 ? errors : await flow.MoveAsync(slug, found.Value, ReportState.Returned, reason, cancel);
    }
}
