using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;

namespace Talka.Foundation.Mail;

/// <summary>
/// Sends what is due in the outbox. A mail is claimed by moving its due time to the end of the claim, which only one of several nodes can do;
/// a node that dies while it sends leaves the mail to whoever looks after that time.
/// </summary>
internal sealed class SendMails(
    TalkaDb db, WriteTurns turns, MailSettings settings, MailSeal seal, IEnumerable<IMailAttachments> attachments, MailStatus status, TimeProvider clock, ILogger<SendMails> log)
{
    private const int BatchSize = 50;

    /// <summary>A mail is tried for so long after it was first due.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(4);

    /// <summary>The text of a mail that is done with stays readable for so long.</summary>
    public static readonly TimeSpan TextKept = TimeSpan.FromDays(7);

    // Longer than an attempt may take
    internal static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);
    internal static readonly TimeSpan Attempt = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(4);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <returns>Whether the mail server, where it was needed, could be reached.</returns>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        while (true)
        {
            var now = Now;
            var due = await db.OutboxMails().Where(mail => mail.State == MailState.Waiting && mail.DueAt <= now)
                .OrderBy(mail => mail.DueAt).Select(mail => new Due(mail.Id, mail.DueAt)).Take(BatchSize).ToListAsync(cancel);
            if (due.Count == 0)
            {
                return true;
            }

            if (!await SendAsync(due, cancel))
            {
                await GiveUpAsync(cancel);
                return false;
            }
        }
    }

    /// <summary>Empties the texts of mails that are done with for long, and removes the files that such mails became.</summary>
    public async Task ClearAsync(CancellationToken cancel)
    {
        var now = Now;
        await db.OutboxMails().Where(mail => mail.TextUntil < now).ExecuteUpdateAsync(
            set => set.SetProperty(mail => mail.SealedText, (string?)null).SetProperty(mail => mail.TextUntil, (DateTime?)null), cancel);
        FolderTransport.Clear(settings, now - TextKept);
    }

    private async Task<bool> SendAsync(List<Due> due, CancellationToken cancel)
    {
        await using IMailTransport transport = settings.Host is null ? new FolderTransport(settings) : new SmtpTransport(settings);
        try
        {
            await transport.OpenAsync(cancel);
            foreach (var one in due)
            {
                await SendAsync(transport, one, cancel);
            }

            status.Reached();
            return true;
        }
        catch (Exception failure) when (failure is MailServerException or IOException or UnauthorizedAccessException)
        {
            log.LogWarning("Mail does not go out to {Destination}: {Reason}", settings.Destination, failure.Message);
            status.Failed(Now, failure.Message);
            return false;
        }
    }

    private async Task SendAsync(IMailTransport transport, Due due, CancellationToken cancel)
    {
        if (!await ClaimAsync(due, cancel))
        {
            return; // another node has it, or somebody cancelled it
        }

        var mail = await db.OutboxMails().AsNoTracking().SingleAsync(mail => mail.Id == due.Id, cancel);
        if (seal.Open(mail.SealedText) is not { } body)
        {
            await FailAsync(mail, "The text was sealed with a key that is gone.", final: true, cancel);
            return;
        }

        var content = MailBody.Unpack(body);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Attempt);
        IReadOnlyList<MailAttachment> attached;
        try
        {
            attached = await AttachmentsAsync(content.Attachment, limit.Token);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            // Whatever is wrong with it, the other mails must go out, and this one is tried again and given up as any other
            log.LogError(failure, "What is attached to mail {Id} could not be made", mail.Id);
            db.ChangeTracker.Clear();
            await FailAsync(mail, $"What is attached could not be made: {failure.Message}", final: false, cancel);
            return;
        }

        try
        {
            await transport.SendAsync(MailWriter.Write(mail, content, attached, settings, clock.GetUtcNow()), limit.Token);
        }
        catch (MailRefusedException refused)
        {
            await FailAsync(mail, refused.Message, refused.IsFinal, cancel);
            return;
        }
        catch (FormatException unreadable)
        {
            await FailAsync(mail, unreadable.Message, final: true, cancel); // the address is none
            return;
        }
        catch (MailServerException lost)
        {
            await FailAsync(mail, lost.Message, final: false, cancel);
            throw;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            await FailAsync(mail, "The mail server took too long.", final: false, cancel);
            throw new MailServerException("The mail server took too long.");
        }

        // Not to be given up on when the program is asked to stop: the mail is out
        await DoneAsync(mail, MailState.Sent, lastError: null, CancellationToken.None);
    }

    private async Task<bool> ClaimAsync(Due due, CancellationToken cancel)
    {
        using var turn = await turns.TakeWriterAsync(db, cancel);
        var claimedUntil = Now + Claim;
        return await db.OutboxMails().Where(mail => mail.Id == due.Id && mail.State == MailState.Waiting && mail.DueAt == due.At)
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.DueAt, claimedUntil).SetProperty(mail => mail.Attempts, mail => mail.Attempts + 1), cancel) > 0;
    }

    // What it was about may be gone meanwhile; the text goes out all the same
    private async Task<IReadOnlyList<MailAttachment>> AttachmentsAsync(string? attached, CancellationToken cancel)
    {
        if (attached is null)
        {
            return [];
        }

        var kind = attached[..attached.IndexOf(':', StringComparison.Ordinal)];
        return attachments.FirstOrDefault(one => one.Kind == kind) is { } maker ? await maker.MakeAsync(attached[(kind.Length + 1)..], cancel) : [];
    }

    private Task FailAsync(OutboxMail mail, string reason, bool final, CancellationToken cancel)
    {
        reason = reason.Length > OutboxMail.MaxErrorLength ? reason[..OutboxMail.MaxErrorLength] : reason;
        var next = Now + WaitAfter(mail.Attempts);
        if (final || next > mail.NotBefore + Patience)
        {
            log.LogWarning("Mail {Id} could not be sent and is given up: {Reason}", mail.Id, reason);
            return DoneAsync(mail, MailState.Failed, reason, cancel);
        }

        return Claimed(mail).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.DueAt, next).SetProperty(m => m.LastError, reason), cancel);
    }

    private async Task DoneAsync(OutboxMail mail, MailState state, string? lastError, CancellationToken cancel)
    {
        using var turn = await turns.TakeWriterAsync(db, cancel);
        var now = Now;
        await Claimed(mail).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.State, state).SetProperty(m => m.DoneAt, now).SetProperty(m => m.TextUntil, now + TextKept)
                .SetProperty(m => m.LastError, lastError),
            cancel);
    }

    // A claim that has run out is somebody else's by now
    private IQueryable<OutboxMail> Claimed(OutboxMail mail) => db.OutboxMails().Where(m => m.Id == mail.Id && m.DueAt == mail.DueAt);

    // While the server is away nothing is claimed and no attempt counted; what waits too long is given up all the same.
    private Task<int> GiveUpAsync(CancellationToken cancel)
    {
        var now = Now;
        var oldest = now - Patience;
        var reason = status.Trouble?.Reason is { } text ? text[..Math.Min(text.Length, OutboxMail.MaxErrorLength)] : null;
        return db.OutboxMails().Where(mail => mail.State == MailState.Waiting && mail.DueAt <= now && mail.NotBefore < oldest).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.State, MailState.Failed).SetProperty(m => m.DoneAt, now).SetProperty(m => m.TextUntil, now + TextKept)
                .SetProperty(m => m.LastError, reason),
            cancel);
    }

    /// <summary>1, 2, 4, 8 … minutes, four hours at most.</summary>
    internal static TimeSpan WaitAfter(int attempts) =>
        attempts > 8 ? LongestWait : TimeSpan.FromMinutes(Math.Min(Math.Pow(2, attempts - 1), LongestWait.TotalMinutes));

    private sealed record Due(Guid Id, DateTime At);
}
