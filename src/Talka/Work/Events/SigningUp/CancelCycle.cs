using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Results;

namespace Talka.Work.Events.SigningUp;

/// <summary>Gives back all places and turns of somebody in the coming events of a cycle, all of them or none, and tells of it in one mail.</summary>
public sealed class CancelCycle(
    TalkaDb db, SeatTransactions transactions, SeatClaims claims, CancelRegistration cancelling, WaitingList waiting, RegistrationMail mail, TimeProvider clock)
{
    public async Task<Result> RunAsync(Guid registration, CancellationToken cancel)
    {
        if (await db.EventOfAsync(registration, cancel) is not { } e)
        {
            return RegistrationErrors.Unknown();
        }

        // In the order in which they are locked
        var events = await db.Events().Where(other => other.Id == e.Id || (e.IsCommon && other.SeriesId == e.SeriesId))
            .OrderBy(other => other.Id).Select(EventFacts.From(db)).ToListAsync(cancel);
        events.RemoveAll(other => !other.IsComing(clock.GetUtcNow().UtcDateTime));
        await using var transaction = await transactions.BeginAsync(db, e.Id, cancel);
        foreach (var one in events)
        {
            await claims.LockAsync(one.Id, cancel);
        }

        var parties = (await PeopleAsync(registration, events.ConvertAll(one => one.Id), cancel)).ToLookup(person => person.EventId);
        events.RemoveAll(one => !parties.Contains(one.Id));
        foreach (var one in events)
        {
            await cancelling.LeaveAsync(one, [.. parties[one.Id]], RegistrationState.Cancelled, reason: null, cancel);
        }

        var told = events.SelectMany(one => parties[one.Id].Where(person => person.Email is not null), (one, leader) => (one, leader)).ToList();
        await mail.TellOfPlacesAsync(told.Count > 1 ? RegistrationNote.CycleCancelled : RegistrationNote.Cancelled, told, cancel);
        await db.SaveChangesAsync(cancel);
        foreach (var one in events)
        {
            await waiting.PromoteAsync(one, cancel);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Result.Ok;
    }

    /// <summary>Everybody for whom the person speaks in these events, and themselves, as far as they have not left.</summary>
    private async Task<List<Registration>> PeopleAsync(Guid registration, IReadOnlyList<Guid> events, CancellationToken cancel)
    {
        var key = await db.Registrations().Where(r => r.Id == registration).Select(r => r.PersonKey).SingleAsync(cancel);
        var active = db.Set<Registration>().Standing().Where(r => events.Contains(r.EventId));
        return await active.AsTracking().Where(r => active.Any(own => own.PersonKey == key && (own.Id == r.Id || own.Id == r.PartyId)))
            .OrderBy(r => r.EventId).ThenBy(r => r.Number).ToListAsync(cancel);
    }
}
