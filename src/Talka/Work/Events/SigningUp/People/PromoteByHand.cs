using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Results;

namespace Talka.Work.Events.SigningUp;

/// <summary>
/// Gives somebody on the waiting list a place before their turn, for a reason that is kept. Where no place is free, only with more seats, and only when that was said.
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
        var rows = await claims.LockAsync(eventId, cancel);
        var party = await db.PartyOf(registration).Where(r => r.State == RegistrationState.Waiting).OrderBy(r => r.Number).ToListAsync(cancel);
        if (party.Count == 0)
        {
            return RegistrationErrors.NotWaiting();
        }

        var (mode, group) = (party[0].Mode, party[0].TargetGroup);
        var seats = new SeatTable(rows, mode);
        if (!seats.HasRoom(group, party.Count))
        {
            if (!raise)
            {
                return RegistrationErrors.Full();
            }

            await claims.RaiseAsync(seats, eventId, mode, group, party.Count, cancel);
        }

        await claims.TakeFromWaitingAsync(eventId, mode, group, party.Count, cancel);
        await waiting.GiveAsync(e, party, null, clock.GetUtcNow().UtcDateTime, cancel);
        foreach (var person in party)
        {
            person.Reason = why.Value;
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Result.Ok;
    }
}
