using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Mail;
using Talka.Foundation.Results;

namespace Talka.Accounts.Mails;

/// <summary>Takes a mail that still waits out of the queue. One that is just being sent may go out all the same, and then says so.</summary>
public sealed class CancelMail(TalkaDb db, InstallationAccess access, TimeProvider clock)
{
    public async Task<Result> RunAsync(Guid id, CancellationToken cancel)
    {
        if (await access.RefuseAsync(Policies.Administer, cancel) is { } refused)
        {
            return refused;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var changed = await db.OutboxMails().Where(mail => mail.Id == id && mail.State == MailState.Waiting).ExecuteUpdateAsync(
            set => set.SetProperty(mail => mail.State, MailState.Cancelled).SetProperty(mail => mail.DoneAt, now)
                .SetProperty(mail => mail.TextUntil, now + SendMails.TextKept),
            cancel);
        return changed > 0 ? Result.Ok : await db.OutboxMails().AnyAsync(mail => mail.Id == id, cancel) ? MailErrors.NotWaiting() : MailErrors.Unknown();
    }
}
