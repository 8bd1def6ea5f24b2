using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Results;

namespace Talka.Work.Events.SigningUp;

/// <summary>
/// Gives somebody on the waiting list, with those who came along and wait too, a place before their turn, for a reason that is kept. Where no place is free, only with more seats, and only when that was said.
/// </summary>
public sealed class PromoteByHand(TalkaDb db, OrganiserDesk desk, SeatTransactions transactions, SeatClaims claims, WaitingList waiting, TimeProvider clock)
{
    /// <param name="raise">Whether the number of seats is raised as far as it takes.</param>
    /// <returns>Fails with <c>reason-missing</c>, <c>event-full</c>, <c>registration-not-waiting</c>, <c>event-past</c>.</returns>
    public async Task<Result> RunAsync(string mandate, Guid eventId, Guid registration, string? reason, bool raise, CancellationToken cancel)
    {
        if (await desk.RefuseAsync(mandate, eventId, registration, cancel) is { } refused)
        {
            return refused;
        }

        var why = OrganiserDesk.Reason(reason);
        if (!why.Succeeded)
        {
            return Result.Failed(why.Errors);
        }

        var e = (await db.EventOfAsync(registration, cancel))!;
        if (SignUpGate.RefuseOrganiser(e) is { } over)
        {
            return over;
        }

        await using var transaction = await transactions.BeginAsync(db, eventId, cancel);
        await claims.LockAsync(eventId, cancel);
        var party = await db.Set<Registration>().AsTracking()
            .Where(r => r.State == RegistrationState.Waiting && r.PartyId == db.Set<Registration>().First(own => own.Id == registration).PartyId)
            .OrderBy(r => r.Number).ToListAsync(cancel);
        if (!party.Exists(r => r.Id == registration))
        {
            return RegistrationErrors.NotWaiting();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var alike in party.GroupBy(r => (r.Mode, r.TargetGroup)))
        {
            var ((mode, group), count) = (alike.Key, alike.Count());
            var seats = new SeatTable(await claims.LockAsync(eventId, cancel), mode);
            if (!seats.HasRoom(group, count))
            {
                if (!raise)
                {
                    db.ChangeTracker.Clear();
                    return RegistrationErrors.Full();
                }

                await claims.RaiseAsync(seats, eventId, mode, group, count, cancel);
            }

            await claims.TakeFromWaitingAsync(eventId, mode, group, count, cancel);
        }

        await waiting.GiveAsync(e, party, null, now, cancel);
        foreach (var person in party)
        {
            person.Reason = why.Value;
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Result.Ok;
    }
}
