using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates.Access;

namespace Talka.Supervision.Reports.Questions;

/// <summary>Closes a question: it no longer stands beside what it was about, and no longer holds an acceptance back.</summary>
public sealed class ResolveQuestion(TalkaDb db, MandateAccess access, CurrentActor actor, TimeProvider clock)
{
    public async Task<Result> RunAsync(string slug, Guid id, CancellationToken cancel)
    {
        if (await access.RefuseAsync(slug, Policies.Supervise, cancel) is { } refused)
        {
            return refused;
        }

        var here = db.Questions().Where(q => q.Id == id && db.ReportsOf(slug).Any(report => report.Id == q.ReportId));
        var (now, by) = (clock.GetUtcNow().UtcDateTime, actor.Value.PersonId);
        var resolved = await here.Where(q => q.State == QuestionState.Open).ExecuteUpdateAsync(set => set
            .SetProperty(q => q.State, QuestionState.Resolved).SetProperty(q => q.ResolvedAt, now).SetProperty(q => q.ResolvedBy, by), cancel);
        return resolved > 0 ? Result.Ok : await here.AnyAsync(cancel) ? ReportErrors.QuestionResolved() : ReportErrors.QuestionNotFound();
    }
}
