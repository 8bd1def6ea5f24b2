using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Journal;
using Talka.Mandates;

namespace Talka.Work.Records;

/// <summary>An entry that still has its content, with its kind and its contract: one version in a history of corrections.</summary>
/// <param name="Later">The entry that replaced or voided it.</param>
public sealed record EntryVersion(long Sequence, DateTime RecordedAt, EntryContent Content, JournalKind? Kind, long? Later, MandateTerms Terms)
{
    // A history this long was made by a program; the pages then show its newest part.
    private const int LongestHistory = 100;

    public bool IsVoiding => Content.Correction == CorrectionKind.Voids;

    public bool IsCorrectable => !IsVoiding && Kind is { IsSystem: false };

    public static async Task<EntryVersion?> FindAsync(TalkaDb db, string mandate, long sequence, CancellationToken cancel)
    {
        if (await db.MandateTermsAsync(mandate, cancel) is not { } terms)
        {
            return null;
        }

        var found = await db.JournalEntries().Where(e => e.Sequence == sequence && e.Mandate == mandate && e.Payload != null)
            .Select(e => new
            {
                e.RecordedAt,
                e.Payload,
                Kind = db.Set<JournalKind>().FirstOrDefault(k => k.Code == e.Kind),
                Later = db.Set<JournalEntry>().Where(later => later.Corrects == e.Sequence).Select(later => (long?)later.Sequence).FirstOrDefault(),
            })
            .FirstOrDefaultAsync(cancel);
        return found is null ? null : new EntryVersion(sequence, found.RecordedAt, EntryPayload.Read(found.Payload!), found.Kind, found.Later, terms);
    }

    /// <summary>The version that stands at the end of the corrections of an entry.</summary>
    public static async Task<EntryVersion?> LatestAsync(TalkaDb db, string mandate, long sequence, CancellationToken cancel)
    {
        var version = await FindAsync(db, mandate, sequence, cancel);
        for (var i = 0; i < LongestHistory && version?.Later is { } later; i++)
        {
            version = await FindAsync(db, mandate, later, cancel) ?? version with { Later = null };
        }

        return version;
    }

    /// <summary>All versions that belong together, the oldest first. An erased one is left out.</summary>
    public static async Task<IReadOnlyList<EntryVersion>> HistoryAsync(TalkaDb db, EntryVersion version, CancellationToken cancel)
    {
        var history = new LinkedList<EntryVersion>([version]);
        while (history.Count < LongestHistory && history.First!.Value.Content.Corrects is { } earlier
            && await FindAsync(db, version.Content.Mandate, earlier, cancel) is { } before)
        {
            history.AddFirst(before);
        }

        while (history.Count < LongestHistory && history.Last!.Value.Later is { } later
            && await FindAsync(db, version.Content.Mandate, later, cancel) is { } after)
        {
            history.AddLast(after);
        }

        return [.. history];
    }
}
