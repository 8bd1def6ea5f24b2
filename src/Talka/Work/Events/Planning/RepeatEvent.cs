using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates;
using Talka.Mandates.Access;

namespace Talka.Work.Events.Planning;

/// <summary>A day on which an event could come back.</summary>
/// <param name="Problem">Why it cannot; null where it can.</param>
public sealed record RepeatDay(DateOnly Day, string? Problem);

/// <summary>Makes drafts of an event on the days of a recurrence, all in its series: all of them or none.</summary>
public sealed class RepeatEvent(TalkaDb db, MandateAccess access, EventCopies copies, EventSlugs slugs, TimeProvider clock)
{
    /// <summary>The days of a recurrence, each tried out.</summary>
    public static IReadOnlyList<RepeatDay> Preview(WholeEvent pattern, MandateTerms terms, RecurrenceRule rule, int? count, DateOnly? until)
    {
        if (!pattern.HasDay)
        {
            return [];
        }

        var zone = pattern.Event.TimeZone;
        return [.. Recurrence.DaysAfter(EventTimes.Day(pattern.Sessions[0].StartsAt, zone), rule, count, until).Select(day => new RepeatDay(day, Problem(day)))];

        string? Problem(DateOnly day)
        {
            if (terms.YearOf(day) is null)
            {
                return EventErrors.OutsideMandate(day, terms, "Days").Message;
            }

            var moved = EventCopies.Moved(pattern, day);
            return moved.Succeeded ? null : moved.Errors[0].Message;
        }
    }

    /// <param name="days">Those that were chosen.</param>
    /// <param name="key">Of the form: sent again, nothing more is made.</param>
    /// <returns>The id of the series.</returns>
    public async Task<Result<Guid>> RunAsync(string mandate, Guid id, IReadOnlyCollection<DateOnly> days, Guid key, CancellationToken cancel)
    {
        if (await access.RefuseAsync(mandate, Policies.RunEvents, cancel) is { } refused)
        {
            return refused;
        }

        if (await db.MandateTermsAsync(mandate, cancel) is not { } terms || await db.EventsOf(mandate).FirstOrDefaultAsync(e => e.Id == id, cancel) is not { } source)
        {
            return EventErrors.NotFound();
        }

        if (days.Count is 0 or > Recurrence.Most)
        {
            return EventErrors.NoDates();
        }

        var pattern = await WholeEvent.LoadAsync(db, source, cancel);
        if (!pattern.HasDay)
        {
            return EventErrors.NoSessions();
        }

        var drafts = days.Distinct().Order().ToDictionary(day => SubmitKey.IdFor(key, $"repeat {source.Id:n} {day:yyyy-MM-dd}"));
        var made = await MadeAsync(drafts.Keys, cancel);
        if (made.Count == drafts.Count && source.SeriesId is { } known)
        {
            return known;
        }

        var series = source.SeriesId ?? await AddSeriesAsync(source, SubmitKey.IdFor(key, $"series {source.Id:n}"), days.Count + 1, cancel);
        foreach (var (draft, day) in drafts.Where(draft => !made.Contains(draft.Key)))
        {
            var copy = await copies.AddAsync(pattern, terms, day, series, draft, cancel);
            if (!copy.Succeeded)
            {
                return Result<Guid>.Failed(copy.Errors);
            }
        }

        try
        {
            await db.SaveChangesAsync(cancel);
            return series;
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            // Perhaps the same form, in the same moment
            db.ChangeTracker.Clear();
            return (await MadeAsync(drafts.Keys, cancel)).Count == drafts.Count ? series : EventErrors.SameMoment();
        }
    }

    private async Task<HashSet<Guid>> MadeAsync(IReadOnlyCollection<Guid> drafts, CancellationToken cancel) =>
        [.. await db.Events().Where(e => drafts.Contains(e.Id)).Select(e => e.Id).ToListAsync(cancel)];

    private async Task<Guid> AddSeriesAsync(Event source, Guid id, int planned, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var series = new EventSeries
        {
            Id = id,
            MandateId = source.MandateId,
            Slug = await slugs.NewForSeriesAsync(source.Title, cancel),
            Title = source.Title,
            TitleEn = source.TitleEn,
            Description = source.Description,
            DescriptionEn = source.DescriptionEn,
            PlannedCount = planned,
            CreatedAt = now.UtcDateTime,
        };
        db.Add(series);
        var tracked = await db.Set<Event>().SingleAsync(e => e.Id == source.Id, cancel);
        tracked.SeriesId = series.Id;
        return series.Id;
    }
}
