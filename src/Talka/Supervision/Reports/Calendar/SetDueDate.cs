using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Mandates;
using Talka.Mandates.Access;
using static Talka.Supervision.Reports.Texts;

namespace Talka.Supervision.Reports.Calendar;

/// <summary>Sets the day on which a report is due, with the reason; the implementer is told.</summary>
public sealed class SetDueDate(TalkaDb db, MandateAccess access, ReportMail mail, CurrentActor actor, TimeProvider clock)
{
    private const int LongestDays = 366;

    public async Task<Result> RunAsync(string slug, int year, DateOnly dueOn, string? reason, CancellationToken cancel)
    {
        if (await access.RefuseAsync(slug, Policies.Supervise, cancel) is { } refused)
        {
            return refused;
        }

        var mandate = await db.Mandates().Where(m => m.Slug == slug).Select(m => new { m.Id, m.Terms }).FirstOrDefaultAsync(cancel);
        if (mandate is null)
        {
            return MandateErrors.NotFound(slug);
        }

        if (ReportCalendar.Of(mandate.Terms, [], []).FirstOrDefault(due => due.Year == year) is not { } report)
        {
            return ReportErrors.YearUnknown(year);
        }

        var errors = ReportFlow.CheckText(reason, "Reason");
        if (dueOn < report.To || dueOn > report.To.AddDays(LongestDays))
        {
            errors.Add(ReportErrors.DateOutOfRange(report.To, report.To.AddDays(LongestDays)));
        }

        if (errors.Count > 0)
        {
            return errors;
        }

        var now = clock.GetUtcNow();
        var change = new DueDateChange
        {
            Id = Guid.CreateVersion7(now),
            MandateId = mandate.Id,
            Year = year,
            DueOn = dueOn,
            Reason = PlainText.Lines(reason!).Trim(),
            At = now.UtcDateTime,
            ByPersonId = actor.Value.PersonId,
        };
        db.Add(change);
        await mail.TellAsync(mandate.Id, Side.Implementer, $"due-date/{change.Id:n}", $"/work/mandates/{slug}/reports", () => (
            T("MailDueDateSubject", ReportTexts.Name(year), Format.Date(dueOn)), T("MailDueDate", ReportTexts.Name(year), Format.LongDate(dueOn)) + $"\n\n{change.Reason}"), cancel);
        await db.SaveChangesAsync(cancel);
        return Result.Ok;
    }
}
