using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Mandates;
using Talka.Work.Events.After.Closing;
using Talka.Work.Events.SigningUp;

namespace Talka.Work.Events.After.Statistics;

/// <summary>A closed event, as it was counted.</summary>
/// <param name="Year">Ordinal of the implementation year; null outside the contract.</param>
public sealed record HeldEvent(string Title, string Kind, DateOnly From, int? Year, string? Region, EventMode Mode, string? Series, Counted Counted);

/// <summary>Events of one sort together. Attendances, not different people: who came twice is counted twice.</summary>
public sealed class FigureRow
{
    public int Events { get; private set; }
    public long Attendances => OnSite + Online;
    public long OnSite { get; private set; }
    public long Online { get; private set; }
    public long Expected { get; private set; }
    public long NoShows { get; private set; }

    /// <summary>In percent of those who had a place; null where nobody had.</summary>
    public decimal? NoShowRate => Expected == 0 ? null : decimal.Round(100m * NoShows / Expected, 1);

    public void Add(Counted counted)
    {
        Events++;
        OnSite += counted.OnSite;
        Online += counted.Online;
        Expected += counted.Expected;
        NoShows += counted.NoShows;
    }
}

/// <param name="Latest">What its last closing counted of the whole cycle; null while none of its events is closed.</param>
public sealed record SeriesFigures(Guid Id, string Title, string? TitleEn, int? Planned, SeriesCount? Latest);

/// <summary>Reads what was counted of a mandate's events, and how people signed up for them.</summary>
public sealed class EventFigures(TalkaDb db)
{
    private const int MostSeries = 200;
    private const int CurveEvents = 20;

    /// <summary>Weeks before the beginning that the curve shows.</summary>
    public const int CurveWeeks = 8;

    /// <summary>Closed events in the order of their beginning, streamed.</summary>
    public async IAsyncEnumerable<HeldEvent> HeldAsync(MandateTerms terms, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var rows = db.EventsOf(terms.Slug).Where(e => e.State == EventState.Closed && e.Counted != null && e.StartsAt != null).OrderBy(e => e.StartsAt).Select(e => new
        {
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
            var day = EventTimes.Day(row.StartsAt, row.TimeZone);
            yield return new HeldEvent(row.Title, row.Kind, day, terms.YearOf(day), row.Region, row.Mode, row.Series, Counted.Read(row.Counted)!);
        }
    }

    public async Task<IReadOnlyList<SeriesFigures>> SeriesAsync(string mandate, CancellationToken cancel)
    {
        var rows = await db.EventSeries().Where(s => db.Mandates().Any(m => m.Slug == mandate && m.Id == s.MandateId)).OrderBy(s => s.Id).Take(MostSeries).Select(s => new
        {
            s.Id,
            s.Title,
            s.TitleEn,
            s.PlannedCount,
            Counted = db.Events().Where(e => e.SeriesId == s.Id && e.State == EventState.Closed).OrderByDescending(e => e.ClosedAt).Select(e => e.Counted).FirstOrDefault(),
        }).ToListAsync(cancel);
        return [.. rows.Select(row => new SeriesFigures(row.Id, row.Title, row.TitleEn, row.PlannedCount, Counted.Read(row.Counted)?.Series))];
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
