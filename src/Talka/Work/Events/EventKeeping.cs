using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Retention;

namespace Talka.Work.Events;

/// <summary>How long the people of events are kept after the end.</summary>
public static class EventKeeping
{
    /// <summary>See <see cref="IRetention.Kind"/>.</summary>
    public const string Kind = "event-people";
    public const int DefaultDays = 730;

    /// <summary>So much longer for an event that is not closed: without its people it never can be, and its attendance would be lost.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(180);

    public static async Task<TimeSpan> PeopleKeptAsync(this TalkaDb db, CancellationToken cancel) => TimeSpan.FromDays(
        await db.RetentionPeriods().AsNoTracking().Where(period => period.Kind == Kind).Select(period => (int?)period.Days).FirstOrDefaultAsync(cancel) ?? DefaultDays);

    /// <summary>Events that took place as far as anybody knows, and are not closed although their people would be erased by now.</summary>
    public static IQueryable<Event> Overdue(this IQueryable<Event> events, DateTime now, TimeSpan kept)
    {
        var before = now - kept;
        return events.Where(e => e.State == EventState.Published && e.ErasedAt == null && e.EndsAt < before);
    }

    /// <summary>The instant after which the people of an event that is not closed are erased.</summary>
    public static DateTime ErasedAfter(DateTime ends, TimeSpan kept) => ends + kept + Grace;
}
