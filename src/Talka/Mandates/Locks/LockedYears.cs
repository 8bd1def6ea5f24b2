using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Journal;

namespace Talka.Mandates.Locks;

/// <summary>
/// Turns away what is dated in a locked year, unless a consent lets it in: a new entry, and any correction or voiding of an entry that is there,
/// also one that would move it to another year. A decision about money counts by its own day, not by the year that it is about; what the platform
/// itself writes is never late. A consent is used up as it lets its entry in, in the transaction of the append.
/// </summary>
internal sealed class LockedYears(TalkaDb db, TurnedAway turnedAway) : IEntryGate
{
    public string MayRefuse => "SELECT 1 FROM year_locks JOIN mandates ON mandates.id = year_locks.mandate_id WHERE mandates.slug = $1 LIMIT 1";

    public async Task<IReadOnlyList<Refusal>> RefuseAsync(IReadOnlyList<EntryContent> contents, CancellationToken cancel)
    {
        var mandates = contents.Select(c => c.Mandate).Distinct().ToList();
        var locks = await (from yearLock in db.YearLocks()
                           join mandate in db.MandatesWithHidden() on yearLock.MandateId equals mandate.Id
                           where mandates.Contains(mandate.Slug)
                           select new { mandate.Slug, yearLock.Year }).ToListAsync(cancel);
        if (locks.Count == 0 && contents.All(c => c.Late is null))
        {
            return [];
        }

        var locked = locks.Select(l => (l.Slug, l.Year)).ToHashSet();
        var dates = new Dates(await TermsAsync(mandates, cancel), await CorrectedAsync(contents, cancel));
        var refusals = new List<Refusal>();
        foreach (var (index, content) in contents.Index())
        {
            var year = dates.YearsOf(content).FirstOrDefault(y => locked.Contains((content.Mandate, y)));
            if (content.Late is { } late ? !await UseAsync(late, content, cancel) : year > 0)
            {
                refusals.Add(new(index, content.Late is null ? LockErrors.Locked(year) : LockErrors.NotGiven()));
                turnedAway.Content = content;
                turnedAway.Year = year;
            }
        }

        return refusals;
    }

    // Only for the very content that was asked about, once, and with the day on which it was given.
    private async Task<bool> UseAsync(EntryConsent late, EntryContent content, CancellationToken cancel)
    {
        var asked = EntryPayload.Write(content with { Late = null }, null);
        var (given, used) = (LateState.Given, LateState.Used);
        var decided = await db.LateConsents().Where(c => c.Id == late.Consent && c.State == given && c.Content == asked)
            .Select(c => c.DecidedAt).FirstOrDefaultAsync(cancel);
        return decided is { } at && GivenOn(at) == late.GivenOn
            && await db.Set<LateConsent>().Where(c => c.Id == late.Consent && c.State == given)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.State, used), cancel) == 1;
    }

    internal static DateOnly GivenOn(DateTime decided) => DateOnly.FromDateTime(Riga.ToLocal(decided));

    private async Task<Dictionary<string, MandateTerms>> TermsAsync(List<string> mandates, CancellationToken cancel) =>
        (await db.MandatesWithHidden().Where(m => mandates.Contains(m.Slug)).Select(m => m.Terms).ToListAsync(cancel)).ToDictionary(t => t.Slug);

    private async Task<Dictionary<long, Corrected>> CorrectedAsync(IReadOnlyList<EntryContent> contents, CancellationToken cancel)
    {
        var named = contents.Select(c => c.Corrects).OfType<long>().ToList();
        return named.Count == 0 ? [] : await db.JournalEntries().Where(e => named.Contains(e.Sequence) && e.Payload != null)
            .Select(e => new Corrected(e.Sequence, e.Kind, e.Year!.Value, e.DateFrom!.Value)).ToDictionaryAsync(e => e.Sequence, cancel);
    }

    private sealed record Corrected(long Sequence, string Kind, int Year, DateOnly From);

    private sealed record Dates(Dictionary<string, MandateTerms> Terms, Dictionary<long, Corrected> Corrected)
    {
        /// <summary>The years that an entry changes: its own, and that of the entry which it corrects.</summary>
        public IEnumerable<int> YearsOf(EntryContent content)
        {
            var before = content.Corrects is { } number ? Corrected.GetValueOrDefault(number) : null;
            return new[] { YearOf(content.Mandate, content.Kind, content.Year, content.From), before is null ? null : YearOf(content.Mandate, before.Kind, before.Year, before.From) }
                .OfType<int>();
        }

        private int? YearOf(string mandate, string kind, int year, DateOnly day) =>
            Kinds.OfPlatform.Contains(kind) ? null
            : Kinds.Decisions.Contains(kind) ? Terms.GetValueOrDefault(mandate)?.YearOf(day)
            : year;
    }
}

/// <summary>What the current request tried to record and was turned away for being late, as the journal would have had it.</summary>
public sealed class TurnedAway
{
    public EntryContent? Content { get; internal set; }
    public int Year { get; internal set; }
}
