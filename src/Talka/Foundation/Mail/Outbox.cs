using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;

namespace Talka.Foundation.Mail;

/// <summary>Where every mail of the program begins: a row that is committed together with the work that causes it, and sent afterwards.</summary>
public sealed class Outbox(TalkaDb db, MailSeal seal, MailSignal signal, TimeProvider clock)
{
    /// <summary>
    /// Adds a mail to the caller's <see cref="TalkaDb"/>; the caller saves. One whose key is there already is left out.
    /// When two add the same key at the same time, the database refuses the second at saving
    /// (<see cref="DbFailures.IsDuplicate"/>), with all that was to be saved along with it.
    /// </summary>
    public async Task AddAsync(NewMail mail, CancellationToken cancel)
    {
        if (mail.Key is { } key && (db.ChangeTracker.Entries<OutboxMail>().Any(entry => entry.Entity.Key == key)
            || await db.OutboxMails().AnyAsync(other => other.Key == key, cancel)))
        {
            return;
        }

        Add(mail);
    }

    /// <summary>The same for a mail whose key, if it has one, is known to be new; the database refuses a second one at saving.</summary>
    public void Add(NewMail mail)
    {
        var now = clock.GetUtcNow();
        var due = mail.NotBefore ?? now.UtcDateTime;
        db.Add(new OutboxMail
        {
            Id = Guid.CreateVersion7(now),
            To = mail.To,
            ToName = mail.ToName is null ? null : OneLine(mail.ToName, OutboxMail.MaxNameLength),
            Subject = OneLine(mail.Subject, OutboxMail.MaxSubjectLength),
            SealedText = seal.Seal(new MailBody(mail.Text, mail.Attachment, mail.ReplyTo).Pack()),
            Language = mail.Language,
            Key = mail.Key,
            PersonId = mail.PersonId,
            CreatedAt = now.UtcDateTime,
            NotBefore = due,
            DueAt = due,
        });
        signal.AfterCommitOf(db);
    }

    // A line break would begin another header
    private static string OneLine(string text, int longest)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return line.Length > longest ? line[..longest] : line;
    }
}
