using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates.Access;

namespace Talka.Supervision.Reports.Review;

/// <summary>Notes what the check of a drawn expense came to.</summary>
public sealed class MarkSampleItem(TalkaDb db, MandateAccess access, CurrentActor actor, TimeProvider clock)
{
    public async Task<Result> RunAsync(string slug, Guid sample, int number, SampleMark mark, string? remark, CancellationToken cancel)
    {
        if (await access.RefuseAsync(slug, Policies.Supervise, cancel) is { } refused)
        {
            return refused;
        }

        var errors = ReportFlow.CheckText(remark, "Remark", SampleItem.RemarkLength, required: mark == SampleMark.Remark);
        if (errors.Count > 0)
        {
            return errors;
        }

        var isHere = await db.Samples().AnyAsync(s => s.Id == sample && db.ReportsOf(slug).Any(report => report.Id == s.ReportId), cancel);
        if (!isHere || await db.Set<SampleItem>().FirstOrDefaultAsync(i => i.SampleId == sample && i.Number == number, cancel) is not { } item)
        {
            return ReportErrors.SampleNotFound();
        }

        (item.Mark, item.Remark) = (mark, PlainText.Tidy(PlainText.Lines(remark ?? "")));
        (item.MarkedAt, item.MarkedBy) = (clock.GetUtcNow().UtcDateTime, actor.Value.PersonId);
        await db.SaveChangesAsync(cancel);
        return Result.Ok;
    }
}
