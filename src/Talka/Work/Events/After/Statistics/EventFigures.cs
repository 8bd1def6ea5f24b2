using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Journal;
using Talka.Mandates;
using Talka.Work.Events.After.Closing;
using Talka.Work.Events.SigningUp;

namespace Talka.Work.Events.After.Statistics;

/// <summary>A closed event, as it was counted.</summary>
/// <param name="Year">Ordinal of the implementation year; null outside the contract.</param>
/// <param name="People">Participants as the journal has them now: also where its entry was corrected by hand.</param>
public sealed record HeldEvent(string Title, string Kind, DateOnly From, int? Year, string? Region, EventMode Mode, string? Series, long People, Counted Counted);

/// <summary>Events of one sort together. Attendances, not different people: who came twice is counted twice.</summary>
public sealed class FigureRow
{
    public int Events { get; private set; }
    public long Attendances { get; private set; }
    public long OnSite { get; private set; }
    public long Online { get; private set; }
    public long Expected { get; private set; }
    public long NoShows { get; private set; }

    /// <summary>In percent of those who had a place; null where nobody had.</summary>
    public decimal? NoShowRate => Expected == 0 ? null : decimal.Round(100m * NoShows / Expected, 1);

    public void Add(HeldEvent held)
    {
        var counted = held.Counted;
        Events++;
        Attendances += held.People;
        OnSite += counted.OnSite;
        Online += counted.Online;
        Expected += counted.Expected;
        NoShows += counted.NoShows;
    }
}

/// <param name="Held">Its events that are closed.</param>
/// <param name="People">Different ones, as the whole cycle was counted last: by the latest closing or correction of any of its events.</param>
public sealed record SeriesFigures(Guid Id, string Title, string? TitleEn, int? Planned, FigureRow Held, long People);

/// <summary>
/// Reads what was counted of a mandate's events, and how people signed up for them. How many took part is what the journal says: an event whose entry was
/// voided counts no more, one whose entry was corrected counts as corrected.
/// </summary>
public sealed class EventFigures(TalkaDb db)
{
    private const int MostSeries = 200;
    private const int CurveEvents = 20;

    /// <summary>Weeks before the beginning that the curve shows.</summary>
    public const int CurveWeeks = 8;

    /// <summary>Closed events in the order of their beginning, streamed.</summary>
    public async IAsyncEnumerable<HeldEvent> HeldAsync(MandateTerms terms, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var recorded = await RecordedAsync(terms.Slug, cancel);
        var rows = db.EventsOf(terms.Slug).Where(e => e.State == EventState.Closed && e.Counted != null && e.StartsAt != null).OrderBy(e => e.StartsAt).Select(e => new
        {
            e.Id,
            e.Title,
            e.Kind,
            StartsAt = e.StartsAt!.Value,
            e.TimeZone,
            e.Region,
            e.Mode,
            e.Counted,
            Series = db.EventSeries().Where(s => s.Id == e.SeriesId).Select(s => s.Title).FirstOrDefault(),
        });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (recorded.TryGetValue(row.Id, out var people))
            {
                var day = EventTimes.Day(row.StartsAt, row.TimeZone);
                yield return new HeldEvent(row.Title, row.Kind, day, terms.YearOf(day), row.Region, row.Mode, row.Series, people, Counted.Read(row.Counted)!);
            }
        }
    }

    public async Task<IReadOnlyList<SeriesFigures>> SeriesAsync(string mandate, CancellationToken cancel)
    {
        var recorded = await RecordedAsync(mandate, cancel);
        var series = await db.EventSeries().Where(s => db.Mandates().Any(m => m.Slug == mandate && m.Id == s.MandateId)).OrderBy(s => s.Id).Take(MostSeries).ToListAsync(cancel);
        var figures = series.ToDictionary(s => s.Id, _ => (Held: new FigureRow(), Last: 0L, People: 0L));
        var ids = figures.Keys.ToList();
        var closed = db.Events().Where(e => e.SeriesId != null && ids.Contains(e.SeriesId.Value) && e.State == EventState.Closed && e.Counted != null)
            .Select(e => new { e.Id, Series = e.SeriesId!.Value, e.Title, e.Kind, e.Mode, e.EntrySequence, e.Counted });
        await foreach (var e in closed.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!recorded.TryGetValue(e.Id, out var people))
            {
                continue;
            }

            var (counted, one) = (Counted.Read(e.Counted)!, figures[e.Series]);
            one.Held.Add(new HeldEvent(e.Title, e.Kind, default, null, null, e.Mode, null, people, counted));

            // Each closing and correction counts the whole cycle, and posts an entry: the last of them knows of all the others
            figures[e.Series] = e.EntrySequence > one.Last && counted.Series is { } cycle ? (one.Held, e.EntrySequence.Value, cycle.People) : one;
        }

        return [.. series.Select(s => new SeriesFigures(s.Id, s.Title, s.TitleEn, s.PlannedCount, figures[s.Id].Held, figures[s.Id].People))];
    }

    // How many took part by the entries that count now. Each names its event
    private async Task<Dictionary<Guid, long>> RecordedAsync(string mandate, CancellationToken cancel)
    {
        var recorded = new Dictionary<Guid, long>();
        var entries = db.EffectiveEntries().Where(e => e.Mandate == mandate && e.SourceArea == ClosingEntry.Area && e.SourceId != null).Select(e => new { e.SourceId, e.Participants });
        await foreach (var entry in entries.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (Guid.TryParse(entry.SourceId, out var id))
            {
                recorded[id] = entry.Participants ?? 0;
            }
        }

        return recorded;
    }

    /// <summary>
    /// How many of those who signed up for the latest events had done so by so many weeks before the beginning: from <see cref="CurveWeeks"/> down to 0, in percent.
    /// </summary>
    /// <returns>Empty where nobody signed up.</returns>
    public async Task<IReadOnlyList<decimal>> CurveAsync(string mandate, DateTime now, CancellationToken cancel)
    {
        var latest = db.EventsOf(mandate).Where(e => e.StartsAt <= now && e.State != EventState.Draft && e.State != EventState.Cancelled)
            .OrderByDescending(e => e.StartsAt).Take(CurveEvents).Select(e => new { e.Id, e.StartsAt });
        var rows = from r in db.Registrations()
                   join e in latest on r.EventId equals e.Id
                   where r.Source == RegistrationSource.Public || r.Source == RegistrationSource.Organiser || r.Source == RegistrationSource.Import
                   select new { r.CreatedAt, StartsAt = e.StartsAt!.Value };
        var byWeek = new long[CurveWeeks + 1];
        long all = 0;
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            all++;
            byWeek[Math.Clamp((int)Math.Floor((row.StartsAt - row.CreatedAt).TotalDays / 7), 0, CurveWeeks)]++;
        }

        long sofar = 0;
        return all == 0 ? [] : [.. byWeek.Reverse().Select(count => decimal.Round(100m * (sofar += count) / all, 1))];
    }
}
