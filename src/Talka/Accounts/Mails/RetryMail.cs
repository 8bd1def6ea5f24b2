using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Mail;
using Talka.Foundation.Results;

namespace Talka.Accounts.Mails;

/// <summary>
/// Sends a mail that waits, failed or was cancelled, now, and with patience anew. One whose text was emptied cannot be sent any more, and one that is just
/// being sent is left alone, or it would go out twice.
/// </summary>
public sealed class RetryMail(TalkaDb db, InstallationAccess access, MailSignal signal, TimeProvider clock)
{
    // An attempt ends before its claim does; a claim that is nearer to its end than that is of a node that died
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    public async Task<Result> RunAsync(Guid id, CancellationToken cancel)
    {
        if (await access.RefuseAsync(Policies.Administer, cancel) is { } refused)
        {
            return refused;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var (claimedFrom, claimedUntil) = (now + SendMails.Claim - SendMails.Attempt - Margin, now + SendMails.Claim);
        var retriable = db.OutboxMails().Where(mail => mail.Id == id && mail.State != MailState.Sent && mail.SealedText != null);
        var changed = await retriable
            .Where(mail => mail.State != MailState.Waiting || mail.Attempts == 0 || mail.DueAt <= claimedFrom || mail.DueAt > claimedUntil)
            .ExecuteUpdateAsync(
            set => set.SetProperty(mail => mail.State, MailState.Waiting).SetProperty(mail => mail.Attempts, 0).SetProperty(mail => mail.NotBefore, now)
                .SetProperty(mail => mail.DueAt, now).SetProperty(mail => mail.DoneAt, (DateTime?)null).SetProperty(mail => mail.TextUntil, (DateTime?)null),
            cancel);
        if (changed == 0)
        {
            return await retriable.AnyAsync(cancel) ? MailErrors.BeingSent() : await db.OutboxMails().AnyAsync(mail => mail.Id == id, cancel) ? MailErrors.NothingToRetry() : MailErrors.Unknown();
        }

        signal.Raise();
        return Result.Ok;
    }
}
