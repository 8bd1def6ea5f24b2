using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Journal;

namespace Talka.Mandates.Locks;

/// <summary>
/// Requests to record late hold the whole of what is to be recorded. Once the entry is erased they say no more than that there was one: those that it came
/// from, those that would correct it, and those that asked for the very same and were refused.
/// </summary>
internal sealed class LateErasure(TalkaDb db) : IErasureFollower
{
    public async Task EraseAsync(JournalEntry entry, CancellationToken cancel)
    {
        var (sequence, mandate) = (entry.Sequence, entry.Mandate);
        var asked = EntryPayload.Write(EntryPayload.Read(entry.Payload!) with { Late = null }, null);
        await db.Set<LateConsent>()
            .Where(c => db.MandatesWithHidden().Any(m => m.Id == c.MandateId && m.Slug == mandate) && (c.Sequence == sequence || c.Corrects == sequence || c.Content == asked))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Content, "").SetProperty(c => c.Title, ""), cancel);
    }
}
