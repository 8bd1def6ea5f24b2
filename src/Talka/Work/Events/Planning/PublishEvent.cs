using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Work.Events.SigningUp;

namespace Talka.Work.Events.Planning;

/// <summary>Shows an event to the public: a draft for the first time, a postponed one once it has its new time. What it lacks is said all at once.</summary>
public sealed class PublishEvent(TalkaDb db, EventChange change)
{
    public Task<Result> RunAsync(string mandate, Guid id, int version, CancellationToken cancel) => change.RunAsync(mandate, id, version, async one =>
    {
        if (one.State is not (EventState.Draft or EventState.Postponed))
        {
            return EventErrors.StateWrong();
        }

        var missing = EventReadiness.Missing(await WholeEvent.LoadAsync(db, one, cancel));
        if (missing.Count > 0)
        {
            return Result.Failed(missing);
        }

        if (one.State == EventState.Postponed)
        {
            one.Sequence++;
            db.Add(new EventMessage { Id = change.NewId(), EventId = one.Id, Kind = MessageKind.Changed, To = MessageTo.Everybody, DueAt = change.Now });
        }

        one.State = EventState.Published;
        one.StateReason = null;
        one.PublishedAt ??= change.Now;
        return Result.Ok;
    }, cancel);
}
