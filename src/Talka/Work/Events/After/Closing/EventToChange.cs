using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;

namespace Talka.Work.Events.After.Closing;

internal static class EventToChange
{
    /// <summary>An event of a mandate, tracked. Asked in two steps: a query that goes over the mandates that are in sight tracks nothing.</summary>
    public static async Task<Event?> ToChangeAsync(this TalkaDb db, string mandate, Guid id, CancellationToken cancel) =>
        await db.EventsOf(mandate).AnyAsync(e => e.Id == id, cancel) ? await db.Set<Event>().AsTracking().FirstAsync(e => e.Id == id, cancel) : null;
}
