using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Results;

namespace Talka.Work.Events.SigningUp;

/// <summary>Gives back all places and turns of somebody in the coming events of a cycle, event by event.</summary>
public sealed class CancelCycle(TalkaDb db, CancelRegistration cancelling, TimeProvider clock)
{
    public async Task<Result> RunAsync(Guid registration, CancellationToken cancel)
    {
        if (await db.EventOfAsync(registration, cancel) is not { } e)
        {
            return RegistrationErrors.Unknown();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var key = await db.Registrations().Where(r => r.Id == registration).Select(r => r.PersonKey).SingleAsync(cancel);
        var events = await db.Events().Where(other => other.Id == e.Id || (e.IsCommon && other.SeriesId == e.SeriesId)).Select(EventFacts.From(db)).ToListAsync(cancel);
        var ids = events.FindAll(other => other.IsComing(now)).ConvertAll(other => other.Id);
        var places = await db.Registrations()
            .Where(r => ids.Contains(r.EventId) && r.PersonKey == key && r.State != RegistrationState.Cancelled && r.State != RegistrationState.Lapsed)
            .OrderBy(r => r.EventId).Select(r => r.Id).ToListAsync(cancel);
        foreach (var place in places)
        {
            var done = await cancelling.RunAsync(place, null, tell: true, cancel);
            db.ChangeTracker.Clear();
            if (!done.Succeeded)
            {
                return done;
            }
        }

        return Result.Ok;
    }
}
