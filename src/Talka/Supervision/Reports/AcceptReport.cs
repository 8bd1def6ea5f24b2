using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Supervision.Reports.Questions;

namespace Talka.Supervision.Reports;

/// <summary>Accepts a report once nothing is open. Nobody accepts what they handed in themselves, whatever their roles.</summary>
public sealed class AcceptReport(TalkaDb db, ReportFlow flow, CurrentActor actor)
{
    private static readonly ReportState[] From = [ReportState.Submitted, ReportState.Answered];

    public async Task<Result> RunAsync(string slug, Guid id, int seen, string? remark, CancellationToken cancel)
    {
        var found = await flow.FindAsync(slug, id, seen, Policies.Supervise, From, cancel);
        if (!found.Succeeded)
        {
            return Result.Failed(found.Errors);
        }

        var errors = ReportFlow.CheckText(remark, "Reason", required: false);
        var open = await db.Questions().CountAsync(question => question.ReportId == id && question.State == QuestionState.Open, cancel);
        if (open > 0)
        {
            errors.Add(ReportErrors.QuestionsOpen(open));
        }

        var author = await db.ReportSteps().Where(step => step.ReportId == id && step.JsonSha256 != null)
            .OrderByDescending(step => step.Id).Select(step => step.ByPersonId).FirstOrDefaultAsync(cancel);
        if (author is not null && author == actor.Value.PersonId)
        {
            errors.Add(ReportErrors.OwnSubmission());
        }

        return errors.Count > 0 ? errors : await flow.MoveAsync(slug, found.Value, ReportState.Accepted, remark, cancel);
    }
}
