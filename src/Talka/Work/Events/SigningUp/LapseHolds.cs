using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;

namespace Talka.Work.Events.SigningUp;

/// <summary>Places that were held for an answer which did not come go to the next; so do those that the organiser added.</summary>
public sealed class LapseHolds(
    TalkaDb db, SeatTransactions transactions, SeatClaims claims, CancelRegistration leaving, WaitingList waiting, RegistrationMail mail, TimeProvider clock,
    ILogger<LapseHolds> log)
{
    public const string Name = "Ending holds that have run out";

    private const int Part = 200;

    /// <returns>How many events there was something to do for.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var events = await db.Registrations().Where(r => r.HeldUntil < now).Select(r => r.EventId).Distinct().Take(Part).ToListAsync(cancel);
        var open = await db.Events().Where(e => e.State == EventState.Published && e.StartsAt > now && db.EventSeats().Any(
                s => s.EventId == e.Id && s.Group == EventSeats.Everybody && s.Waiting > 0 && (s.Seats == null || s.Taken < s.Seats)))
            .OrderBy(e => e.StartsAt).Select(e => e.Id).Take(Part).ToListAsync(cancel);
        var all = events.Union(open).ToList();
        foreach (var id in all)
        {
            try
            {
                await LapseAsync(id, now, cancel);
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested)
            {
                // The others are not to wait for the one that is wrong
                log.LogError(failure, "Holds of event {Event} could not be ended", id);
            }

            db.ChangeTracker.Clear();
        }

        return all.Count;
    }

    private async Task LapseAsync(Guid eventId, DateTime now, CancellationToken cancel)
    {
        var e = await db.Events().Where(e => e.Id == eventId).Select(EventFacts.From(db)).SingleAsync(cancel);
        await using var transaction = await transactions.BeginAsync(db, e.Id, cancel);
        await claims.LockAsync(eventId, cancel);
        var late = await db.Set<Registration>().AsTracking()
            .Where(r => r.EventId == eventId && r.HeldUntil < now && (r.State == RegistrationState.Unconfirmed || r.State == RegistrationState.Offered))
            .OrderBy(r => r.Number).Take(Part).ToListAsync(cancel);
        if (!e.IsComing(now))
        {
            // Nobody got the place: there is none any more. They hear of that from the notice of it, and of nothing else
            late.ForEach(r => (r.HeldUntil, r.Version) = (null, r.Version + 1));
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return;
        }

        foreach (var leader in late.Where(r => r.Email is not null))
        {
            await mail.TellAsync(leader.State == RegistrationState.Offered ? RegistrationNote.OfferLapsed : RegistrationNote.Lapsed, e, leader, cancel);
        }

        await leaving.LeaveAsync(e, late, RegistrationState.Lapsed, null, cancel);
        await db.SaveChangesAsync(cancel);
        await waiting.PromoteAsync(e, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
