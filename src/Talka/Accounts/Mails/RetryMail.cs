using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Mail;
using Talka.Foundation.Results;

namespace Talka.Accounts.Mails;

/// <summary>Sends a mail that waits, failed or was cancelled, now, and with patience anew. One whose text was emptied cannot be sent any more.</summary>
public sealed class RetryMail(TalkaDb db, InstallationAccess access, MailSignal signal, TimeProvider clock)
{
    public async Task<Result> RunAsync(Guid id, CancellationToken cancel)
    {
        if (await access.RefuseAsync(Policies.Administer, cancel) is { } refused)
        {
            return refused;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var changed = await db.OutboxMails().Where(mail => mail.Id == id && mail.State != MailState.Sent && mail.SealedText != null).ExecuteUpdateAsync(
            set => set.SetProperty(mail => mail.State, MailState.Waiting).SetProperty(mail => mail.Attempts, 0).SetProperty(mail => mail.NotBefore, now)
                .SetProperty(mail => mail.DueAt, now).SetProperty(mail => mail.DoneAt, (DateTime?)null).SetProperty(mail => mail.TextUntil, (DateTime?)null),
            cancel);
        if (changed == 0)
        {
            return await db.OutboxMails().AnyAsync(mail => mail.Id == id, cancel) ? MailErrors.NothingToRetry() : MailErrors.Unknown();
        }

        signal.Raise();
        return Result.Ok;
    }
}
