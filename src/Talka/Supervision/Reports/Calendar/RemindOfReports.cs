using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Operations;
using Talka.Mandates;
using static Talka.Supervision.Reports.Texts;

namespace Talka.Supervision.Reports.Calendar;

/// <summary>
/// Writes to those who owe a report, ahead of its day and after it, and to those who leave a returned one unanswered. Each reminder goes out once, by its key; one whose day was missed
/// goes out later, but never several for the same report on one day.
/// </summary>
public sealed class RemindOfReports(TalkaDb db, ReportCalendar calendar, ReportMail mail, DailyRuns runs)
{
    /// <summary>Days before the due date; below zero after it.</summary>
    private static readonly int[] Stages = [30, 7, -1, -14];

    // A report that nobody has handed in for so long is no news; mandates of years past are brought along, too
    private const int LastDay = -60;
    private const int BatchSize = 100;

    /// <returns>Whether it was this run's turn: once a day, on one node.</returns>
    public async Task<bool> RunAsync(DateOnly today, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await runs.ClaimAsync("report-reminders", today, cancel))
        {
            return false;
        }

        Guid? last = null;
        while (true)
        {
            var mandates = await db.Mandates().Where(m => m.AuthorityId != null && m.From <= today && (last == null || m.Id > last))
                .OrderBy(m => m.Id).Take(BatchSize).Select(m => new { m.Id, m.Slug, m.Terms }).ToListAsync(cancel);
            if (mandates.Count == 0)
            {
                break;
            }

            var reports = await calendar.OfAsync(mandates.ToDictionary(m => m.Id, m => m.Terms), cancel);
            foreach (var mandate in mandates)
            {
                foreach (var report in reports[mandate.Id])
                {
                    await RemindAsync(mandate.Id, mandate.Slug, report, today, cancel);
                }
            }

            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            last = mandates[^1].Id;
        }

        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>The last stage that a day has come to; null before the first, and once it is too late.</summary>
    internal static int? StageOf(int daysLeft) => daysLeft < LastDay ? null : Stages.Where(stage => daysLeft <= stage).Select(stage => (int?)stage).LastOrDefault();

    private async Task RemindAsync(Guid mandate, string slug, DueReport report, DateOnly today, CancellationToken cancel)
    {
        if (report.UnansweredSince(today) is { } last && report.ReturnedOn is { } returned && last.AddDays(-LastDay) >= today)
        {
            await mail.TellAsync(mandate, Side.Implementer, $"report-returned/{mandate:n}/{report.Year}/{returned:yyyyMMdd}", ReportTexts.Address(slug, report.ReportId!.Value), () => (
                T("MailUnansweredSubject", ReportTexts.Name(report.Year)), T("MailUnanswered", ReportTexts.Name(report.Year), Format.LongDate(returned))), cancel);
        }

        if (!report.IsOwed || StageOf(report.DaysLeft(today)) is not { } stage)
        {
            return;
        }

        var key = $"report-due/{mandate:n}/{report.Year}/{report.DueOn:yyyyMMdd}/{stage}";
        foreach (var side in stage < 0 ? new[] { Side.Implementer, Side.Supervisor } : [Side.Implementer])
        {
            await mail.TellAsync(mandate, side, key, $"/work/mandates/{slug}/reports", () => (
                T(stage < 0 ? "MailOverdueSubject" : "MailDueSubject", ReportTexts.Name(report.Year), Format.Date(report.DueOn)),
                T(stage < 0 ? "MailOverdue" : "MailDue", ReportTexts.Name(report.Year), Format.LongDate(report.DueOn), Format.Period(report.From, report.To))), cancel);
        }
    }
}
