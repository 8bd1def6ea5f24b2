using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates.Access;
using Talka.Work.Spending;
using static Talka.Supervision.Reports.Texts;

namespace Talka.Supervision.Reports.Review;

/// <summary>
/// The supervisor's decision, in the review of a report, that an expense or a part of it is not eligible. It goes into the journal as every
/// ineligible amount does, and the accountants are told what to get back.
/// </summary>
public sealed class DecideIneligible(TalkaDb db, MandateAccess access, DeclareIneligible declare, ReportMail mail, TimeProvider clock)
{
    public async Task<Result<JournalEntry>> RunAsync(string slug, Guid id, long expense, Money amount, string? why, CancellationToken cancel)
    {
        if (await access.RefuseAsync(slug, Policies.Supervise, cancel) is { } refused)
        {
            return refused;
        }

        if (await db.ReportsOf(slug).FirstOrDefaultAsync(r => r.Id == id, cancel) is not { } report)
        {
            return ReportErrors.NotFound();
        }

        if (!report.IsUnderReview && report.State != ReportState.Returned)
        {
            return ReportErrors.WrongState(report.State);
        }

        if (!await db.ExpensesOf(slug, report).AnyAsync(e => e.Sequence == expense, cancel))
        {
            return ReportErrors.ExpenseOutside(expense);
        }

        var errors = ReportFlow.CheckText(why, "Why");
        if (errors.Count > 0)
        {
            return errors;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var declared = await declare.RunAsync(
            slug, new IneligibleAmount { Expense = expense, Amount = amount, Date = clock.Today(), Why = PlainText.Lines(why!) }, cancel, Policies.Supervise);
        if (!declared.Succeeded)
        {
            return declared;
        }

        var entry = declared.Value;
        await mail.TellAsync(report.MandateId, Side.Accountant, $"ineligible/{entry.Sequence}", $"/work/mandates/{slug}/spending/recovery?ineligible={entry.Sequence}", () => (
            T("MailIneligibleSubject", Format.Euro(amount)), T("MailIneligible", Format.Euro(amount), expense, why!.Trim())), cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return entry;
    }
}
