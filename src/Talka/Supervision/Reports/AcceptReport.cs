using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates;
using Talka.Mandates.Locks;
using Talka.Supervision.Reports.Questions;

namespace Talka.Supervision.Reports;

/// <summary>Accepts a report once nothing is open and nothing has come since it was handed in, and with it locks the years that it covers. Nobody accepts what they handed in themselves, whatever their roles.</summary>
public sealed class AcceptReport(TalkaDb db, ReportFlow flow, SinceHandIn since, JournalWriter journal, YearLocks locks, CurrentActor actor)
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

        if (errors.Count > 0)
        {
            return errors;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // With the journal held still: what is accepted is all that the years say
        await journal.LockAsync(cancel);
        if (await since.OfAsync(slug, found.Value, withLate: true, cancel) is { Count: > 0 } newer)
        {
            return ReportErrors.EntriesSince(newer);
        }

        var locked = await LockAsync(slug, found.Value, cancel);
        var moved = locked.Succeeded ? await flow.MoveAsync(slug, found.Value, ReportState.Accepted, remark, cancel) : locked;
        if (moved.Succeeded)
        {
            await transaction.CommitAsync(cancel);
        }

        return moved;
    }

    private async Task<Result> LockAsync(string slug, Report report, CancellationToken cancel)
    {
        using var language = Languages.Use(Languages.Latvian); // what is kept speaks the language of the contract
        var terms = (await db.MandateTermsAsync(slug, cancel))!;
        foreach (var year in terms.Years.Where(year => report.Covers(year.Ordinal)))
        {
            var locked = await locks.LockAsync(report.MandateId, slug, year.Ordinal, ReportTexts.Name(report.Year), cancel);
            if (!locked.Succeeded)
            {
                return locked;
            }
        }

        return Result.Ok;
    }
}
