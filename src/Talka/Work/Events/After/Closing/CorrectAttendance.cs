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
public sealed class CorrectAttendance(TalkaDb db, MandateAccess access, JournalWriter journal, CountAttendance count, AttendanceLists lists, TimeProvider clock)
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
        if (content.Participants == counted.People && content.Reach == counted.Viewers && Counted.Read(e.Counted)?.IsSameEvent(counted) == true)
        {
            return AfterErrors.NothingChanged();
        }

        var files = await WithNewListAsync(content.Files, e, threshold, cancel);
        if (!files.Succeeded)
        {
            return Result<JournalEntry>.Failed(files.Errors);
        }

        var entry = await journal.AppendAsync(content with
        {
            Participants = counted.People,
            ParticipantsApproximate = false,
            Attendance = ClosingEntry.Attendance(counted),
            Reach = counted.Viewers,
            TargetGroup = e.TargetGroup is null && Counted.Read(e.Counted) is { } last && content.TargetGroup == ClosingEntry.Groups(last) ? ClosingEntry.Groups(counted) : content.TargetGroup,
            Files = files.Value,
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

    // Where the list of attendances went with the entry, that of now goes with the corrected one
    private async Task<Result<IReadOnlyList<EntryFile>>> WithNewListAsync(IReadOnlyList<EntryFile> files, Event e, int threshold, CancellationToken cancel)
    {
        var name = AttendanceLists.FileName();
        if (files.All(file => file.Name != name))
        {
            return files.ToList();
        }

        var list = await lists.WithoutNamesAsync(e, threshold, cancel);
        return list.Succeeded
            ? files.Where(file => file.Name != name).Append(list.Value).DistinctBy(file => file.Sha256).ToList()
            : Result<IReadOnlyList<EntryFile>>.Failed(list.Errors);
    }

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
