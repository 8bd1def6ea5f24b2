using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;

namespace Talka.Work.Events.SigningUp;

/// <summary>The events of a cycle for which one signs up with one registration.</summary>
internal static class CommonEvents
{
    private const int Most = 200;

    /// <summary>Those to come, and the one itself, in the order in which they are locked; whether each takes people now is for the gate to say.</summary>
    public static Task<List<EventFacts>> ReadAsync(TalkaDb db, EventFacts e, DateTime now, CancellationToken cancel) =>
        db.Events().Where(other => other.SeriesId == e.SeriesId && other.State == EventState.Published && (other.StartsAt > now || other.Id == e.Id))
            .OrderBy(other => other.Id).Take(Most).Select(EventFacts.From(db)).ToListAsync(cancel);
}
