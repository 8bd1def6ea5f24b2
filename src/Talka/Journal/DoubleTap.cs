using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;

namespace Talka.Journal;

/// <summary>
/// A button that was pressed twice, or a form that a browser sent again after a lost answer, records once: the very same content
/// from the same person within seconds is the entry that stands already.
/// </summary>
public sealed class DoubleTap(TalkaDb db, TimeProvider clock, CurrentActor actor)
{
    private const int LookedBack = 50;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    /// <summary>The entry that the content has just become, or null. Must be called while the journal is locked.</summary>
    public async Task<JournalEntry?> FindAsync(EntryContent content, CancellationToken cancel)
    {
        var kind = await db.JournalKinds().FirstOrDefaultAsync(k => k.Code == content.Kind, cancel);
        if (actor.Value.PersonId is not { } person || EntryRules.Check(content, kind) is not { Succeeded: true } clean)
        {
            return null;
        }

        var payload = EntryPayload.Write(clean.Value, person);
        var since = clock.GetUtcNow().UtcDateTime - Window;
        var last = await db.JournalEntries().MaxAsync(e => (long?)e.Sequence, cancel) ?? 0;
        return await db.JournalEntries()
            .FirstOrDefaultAsync(e => e.Sequence > last - LookedBack && e.RecordedAt >= since && e.Payload == payload, cancel);
    }
}
