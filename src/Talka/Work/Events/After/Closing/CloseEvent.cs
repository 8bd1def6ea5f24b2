using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates;
using Talka.Mandates.Access;

namespace Talka.Work.Events.After.Closing;

/// <summary>
/// Closes an event for good: its attendance is counted, one entry is posted, and the event keeps the count and the entry's number, all in one transaction.
/// The journal is locked while it is counted, so of two who close at once the second is told that it is closed.
/// </summary>
public sealed class CloseEvent(TalkaDb db, MandateAccess access, JournalWriter journal, ClosingDrafts drafts, TimeProvider clock)
{
    /// <param name="print">Of the preview that the person saw; null where there was none. What has changed since is not posted unseen.</param>
    public async Task<Result<JournalEntry>> RunAsync(string mandate, Guid id, ClosingForm form, string? print, CancellationToken cancel)
    {
        if (await access.RefuseAsync(mandate, Policies.RecordWork, cancel) is { } refused)
        {
            return refused;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await journal.LockAsync(cancel);
        if (await db.MandateTermsAsync(mandate, cancel) is not { } terms)
        {
            return MandateErrors.NotFound(mandate);
        }

        var e = await db.ToChangeAsync(mandate, id, cancel);
        if (e is null)
        {
            return AfterErrors.EventUnknown();
        }

        var draft = await drafts.RunAsync(terms, e, form, cancel);
        if (!draft.Succeeded)
        {
            return Result<JournalEntry>.Failed(draft.Errors);
        }

        if (print is not null && print != draft.Value.Print)
        {
            return AfterErrors.ChangedSincePreview();
        }

        Result<JournalEntry> entry = await RecordedLateAsync(draft.Value.Content, cancel) is { } late ? late : await journal.AppendAsync(draft.Value.Content, cancel);
        if (!entry.Succeeded)
        {
            return entry;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        (e.State, e.ClosedAt, e.UpdatedAt, e.EntrySequence, e.Counted) = (EventState.Closed, now, now, entry.Value.Sequence, draft.Value.Counted.Write());
        e.RecordingLink = draft.Value.Content.Links.FirstOrDefault() ?? e.RecordingLink;
        e.Version++;
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return AfterErrors.ChangedMeanwhile();
        }

        await transaction.CommitAsync(cancel);
        return entry;
    }

    // Where the year was locked, the supervisor's consent lets the entry itself be recorded; the event is then closed with the entry that is there already.
    private Task<JournalEntry?> RecordedLateAsync(EntryContent content, CancellationToken cancel) => db.EffectiveEntries()
        .Where(e => e.Mandate == content.Mandate && e.DateFrom == content.From && e.SourceArea == content.Source.Area && e.SourceId == content.Source.Id)
        .OrderBy(e => e.Sequence).FirstOrDefaultAsync(cancel);
}
