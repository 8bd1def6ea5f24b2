using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;

namespace Talka.Journal;

public static class MoneyMovementQueries
{
    /// <summary>
    /// The effective money entries of a mandate in the order of recording, in two queries. What an entry concerns is given by the sequence
    /// that is effective now: an ineligible amount follows its expense when the expense is corrected.
    /// </summary>
    public static async Task<IReadOnlyList<MoneyMovement>> MoneyMovementsAsync(this TalkaDb db, string mandate, CancellationToken cancel)
    {
        var movements = await db.EffectiveEntries()
            .Where(e => e.Mandate == mandate && Kinds.Money.Contains(e.Kind) && e.Year != null && e.Stream != null && e.Amount != null)
            .OrderBy(e => e.Sequence)
            .Select(e => new MoneyMovement(e.Sequence, e.Kind, e.Year!.Value, e.Stream!, e.Amount!.Value, e.ToYear, e.Concerns))
            .ToListAsync(cancel);
        var replacedBy = await db.JournalEntries()
            .Where(e => e.Mandate == mandate && e.Correction == CorrectionKind.Replaces && Kinds.Money.Contains(e.Kind))
            .ToDictionaryAsync(e => e.Corrects!.Value, e => e.Sequence, cancel);
        return replacedBy.Count == 0 ? movements : [.. movements.Select(m => m with { Concerns = Latest(m.Concerns) })];

        long? Latest(long? sequence)
        {
            while (sequence is { } known && replacedBy.TryGetValue(known, out var later))
            {
                sequence = later;
            }

            return sequence;
        }
    }
}
