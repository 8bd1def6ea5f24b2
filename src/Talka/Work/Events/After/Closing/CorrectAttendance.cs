using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates.Access;

namespace Talka.Work.Events.After.Closing;

/// <summary>
/// Counts a closed event anew, once somebody was checked in late or another report came: the entry is replaced, and says why. Whatever else was corrected
/// in it by hand meanwhile stays as it is.
/// </summary>
public sealed class CorrectAttendance(TalkaDb db, MandateAccess access, JournalWriter journal, CountAttendance count, TimeProvider clock)
{
    public async Task<Result<JournalEntry>> RunAsync(string mandate, Guid id, int threshold, long? viewers, string? reason, CancellationToken cancel)
    {
        if (await access.RefuseAsync(mandate, Policies.RecordWork, cancel) is { } refused)
        {
            return refused;
        }

        if (threshold is < 1 or > 10_000)
        {
            return AfterErrors.ThresholdWrong();
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return AfterErrors.ReasonMissing();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await journal.LockAsync(cancel);
        var e = await db.ToChangeAsync(mandate, id, cancel);
        if (WhyNot(e) is { } error)
        {
            return error;
        }

        var counted = await count.RunAsync(e!, threshold, viewers, cancel);
        if (counted.People == 0)
        {
            return AfterErrors.NobodyCame();
        }

        var before = await LatestAsync(e!.EntrySequence!.Value, cancel);
        if (before is not { Payload: { } payload, Correction: not CorrectionKind.Voids })
        {
            return AfterErrors.EntryGone();
        }

        var content = EntryPayload.Read(payload);
        if (content.Participants == counted.People && content.Reach == counted.Viewers && e.Counted == counted.Write())
        {
            return AfterErrors.NothingChanged();
        }

        var entry = await journal.AppendAsync(content with
        {
            Participants = counted.People,
            ParticipantsApproximate = false,
            Reach = counted.Viewers,
            Note = ClosingEntry.Words(counted),
            Corrects = before.Sequence,
            Correction = CorrectionKind.Replaces,
            Reason = PlainText.Lines(reason).Trim(),
            Late = null,
        }, cancel);
        if (!entry.Succeeded)
        {
            return entry;
        }

        (e.EntrySequence, e.Counted, e.UpdatedAt) = (entry.Value.Sequence, counted.Write(), clock.GetUtcNow().UtcDateTime);
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

    private static Error? WhyNot(Event? e) => e switch
    {
        null => AfterErrors.EventUnknown(),
        { State: not EventState.Closed } or { EntrySequence: null } => AfterErrors.NotClosed(),
        { ErasedAt: not null } => AfterErrors.Erased(),
        _ => null,
    };

    // The entry may have been corrected by hand any number of times.
    private async Task<JournalEntry?> LatestAsync(long sequence, CancellationToken cancel)
    {
        var entry = await db.JournalEntries().FirstOrDefaultAsync(e => e.Sequence == sequence, cancel);
        while (entry is not null && await db.JournalEntries().FirstOrDefaultAsync(e => e.Corrects == entry.Sequence, cancel) is { } later)
        {
            entry = later;
        }

        return entry;
    }
}
