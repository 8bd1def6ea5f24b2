using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Journal;
using Talka.Mandates;
using Talka.Reporting.Figures;

namespace Talka.Supervision.Portfolio;

/// <summary>
/// Where many mandates stand, in a handful of queries however many they are. What was counted is kept in this process as long as neither
/// the contract nor the journal of that mandate has changed, which an index alone tells; so of many mandates only those with news are read.
/// </summary>
public sealed class MandateStandings(TalkaDb db, MandateStandings.Kept kept)
{
    // Entries of so many mandates are in memory at once.
    private const int ReadTogether = 25;

    /// <param name="mandates">Slug and the version of the terms in force.</param>
    public async Task<IReadOnlyDictionary<string, MandateStanding>> OfAsync(IReadOnlyDictionary<string, int> mandates, CancellationToken cancel)
    {
        // Asked before anything is read: what is recorded meanwhile is then counted again next time, never missed.
        var states = await StatesAsync(mandates, cancel);
        var standings = new Dictionary<string, MandateStanding>();
        var stale = new List<string>();
        foreach (var (slug, state) in states)
        {
            if (kept.Standings.TryGetValue(slug, out var known) && known.State == state)
            {
                standings[slug] = known.Standing;
            }
            else
            {
                stale.Add(slug);
            }
        }

        foreach (var some in stale.Chunk(ReadTogether))
        {
            foreach (var (slug, standing) in await CountAsync(some, states, cancel))
            {
                standings[slug] = standing;
                kept.Keep(slug, states[slug], standing);
            }
        }

        return standings;
    }

    private async Task<Dictionary<string, State>> StatesAsync(IReadOnlyDictionary<string, int> mandates, CancellationToken cancel)
    {
        var slugs = mandates.Keys.ToList();
        var journals = await db.JournalEntries().Where(e => slugs.Contains(e.Mandate!)).GroupBy(e => e.Mandate!)
            .Select(of => new { Mandate = of.Key, Entries = of.LongCount(), Last = of.Max(e => e.Sequence) })
            .ToDictionaryAsync(of => of.Mandate, cancel);
        return mandates.ToDictionary(
            mandate => mandate.Key,
            mandate => journals.TryGetValue(mandate.Key, out var journal) ? new State(mandate.Value, journal.Entries, journal.Last) : new State(mandate.Value, 0, 0));
    }

    private async Task<IEnumerable<(string Slug, MandateStanding Standing)>> CountAsync(
        string[] slugs, Dictionary<string, State> states, CancellationToken cancel)
    {
        var terms = await db.Mandates().Where(m => slugs.Contains(m.Slug)).Select(m => m.Terms).ToListAsync(cancel);
        var last = slugs.Select(slug => states[slug].Last).ToList();
        var recorded = await db.JournalEntries().Where(e => last.Contains(e.Sequence)).Select(e => new { e.Sequence, e.RecordedAt })
            .ToDictionaryAsync(e => e.Sequence, e => e.RecordedAt, cancel);
        var all = await FigureData.LoadManyAsync(db, terms, cancel);
        return all.Select(data => (
            data.Terms.Slug,
            MandateStanding.Of(data, recorded.TryGetValue(states[data.Terms.Slug].Last, out var at) ? at : null)));
    }

    /// <summary>An entry that is added raises the last sequence, one that is erased no longer names the mandate.</summary>
    internal sealed record State(int Version, long Entries, long Last);

    /// <summary>The standings that are kept: ten kilobytes or so each.</summary>
    public sealed class Kept
    {
        private const int Most = 2_500;

        internal ConcurrentDictionary<string, (State State, MandateStanding Standing)> Standings { get; } = [];

        internal void Keep(string slug, State state, MandateStanding standing)
        {
            if (Standings.Count >= Most)
            {
                Standings.Clear();
            }

            Standings[slug] = (state, standing);
        }
    }
}
