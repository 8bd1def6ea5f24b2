using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates.Access;

namespace Talka.Supervision.Reports.Questions;

/// <summary>Says something to an open question, for either side. The other side hears of it when the report moves.</summary>
public sealed class ReplyToQuestion(TalkaDb db, MandateAccess access, CurrentActor actor, TimeProvider clock)
{
    public async Task<Result> RunAsync(string slug, Guid id, string? text, CancellationToken cancel)
    {
        var isSupervisors = false;
        if (await access.RefuseAsync(slug, Policies.AnswerQuestions, cancel) is { } refused)
        {
            if (await access.RefuseAsync(slug, Policies.Supervise, cancel) is not null)
            {
                return refused;
            }

            isSupervisors = true;
        }

        var state = await db.Questions().Where(q => q.Id == id && db.ReportsOf(slug).Any(report => report.Id == q.ReportId))
            .Select(q => (QuestionState?)q.State).FirstOrDefaultAsync(cancel);
        if (state is null)
        {
            return ReportErrors.QuestionNotFound();
        }

        if (state == QuestionState.Resolved)
        {
            return ReportErrors.QuestionResolved();
        }

        var errors = ReportFlow.CheckText(text, "Text", Question.TextLength);
        if (errors.Count > 0)
        {
            return errors;
        }

        var now = clock.GetUtcNow();
        db.Add(new QuestionReply
        {
            Id = Guid.CreateVersion7(now),
            QuestionId = id,
            Text = PlainText.Lines(text!).Trim(),
            At = now.UtcDateTime,
            ByPersonId = actor.Value.PersonId,
            IsSupervisors = isSupervisors,
        });
        await db.SaveChangesAsync(cancel);
        return Result.Ok;
    }
}
