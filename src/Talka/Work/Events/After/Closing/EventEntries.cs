using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Journal;

namespace Talka.Work.Events.After.Closing;

/// <summary>What the journal holds of an event: the entry of its closing and everything that corrected it since.</summary>
/// <param name="Entries">In the order in which they were recorded.</param>
/// <param name="Files">Of the entry that counts now.</param>
public sealed record EventEntries(IReadOnlyList<EventEntry> Entries, IReadOnlyList<EntryFile> Files)
{
    private const int Most = 100;

    public static async Task<EventEntries> OfAsync(TalkaDb db, string mandate, Guid id, CancellationToken cancel)
    {
        var source = id.ToString();
        var entries = await db.JournalEntries().Where(e => e.Mandate == mandate && e.SourceArea == ClosingEntry.Area && e.SourceId == source).OrderBy(e => e.Sequence).Take(Most)
            .Select(e => new EventEntry(e.Sequence, e.RecordedAt, e.Participants, e.Correction, e.Reason)).ToListAsync(cancel);
        var payload = entries is [.., { Correction: not CorrectionKind.Voids } last]
            ? await db.JournalEntries().Where(e => e.Sequence == last.Sequence).Select(e => e.Payload).FirstOrDefaultAsync(cancel)
            : null;
        return new EventEntries(entries, payload is null ? [] : EntryPayload.Read(payload).Files);
    }
}

/// <param name="Participants">As the entry says.</param>
public sealed record EventEntry(long Sequence, DateTime RecordedAt, long? Participants, CorrectionKind? Correction, string? Reason);
