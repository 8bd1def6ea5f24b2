using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal;

namespace Talka.Mandates;

/// <summary>What new terms must leave as it is, because it is recorded already. Asked while the journal is held still.</summary>
public static class RecordedTerms
{
    // The day of these may fall outside the year that they are about.
    private static readonly string[] OutsideTheirYear = [.. Kinds.Decisions, .. Kinds.OfPlatform];

    public static async Task<List<Error>> CheckRecordedAsync(this TalkaDb db, MandateTerms before, MandateTerms after, CancellationToken cancel)
    {
        var errors = new List<Error>();
        foreach (var gone in before.Streams.Where(s => after.Streams.All(kept => kept.Code != s.Code)))
        {
            if (before.Plan.Any(p => p.Stream == gone.Code && p.Amount != default)
                || await db.JournalEntries().AnyAsync(e => e.Mandate == before.Slug && e.Stream == gone.Code, cancel))
            {
                errors.Add(MandateErrors.StreamInUse(gone.Name));
            }
        }

        if (!before.Years.SequenceEqual(after.Years))
        {
            errors.AddRange(await LostEntriesAsync(db, before, after, cancel));
        }

        return errors;
    }

    private static async Task<IEnumerable<Error>> LostEntriesAsync(TalkaDb db, MandateTerms before, MandateTerms after, CancellationToken cancel)
    {
        var recorded = await db.EffectiveEntries()
            .Where(e => e.Mandate == before.Slug && !OutsideTheirYear.Contains(e.Kind))
            .GroupBy(e => e.Year!.Value)
            .Select(g => new { Year = g.Key, First = g.Min(e => e.DateFrom!.Value), Last = g.Max(e => e.DateTo!.Value) })
            .ToListAsync(cancel);
        return recorded
            .Where(r => !after.Years.Any(y => y.Ordinal == r.Year && y.From <= r.First && r.Last <= y.To))
            .Select(r => MandateErrors.YearLosesEntries(r.Year, r.First, r.Last));
    }
}
