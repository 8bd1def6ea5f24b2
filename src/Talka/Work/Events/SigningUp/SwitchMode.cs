using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Results;

namespace Talka.Work.Events.SigningUp;

/// <summary>
/// Takes part the other way, with everybody who was brought along. The other place is claimed first and the old one released then, so that nobody ends up with none:
/// where the other way is full, everything stays. Whoever waits goes to the end of the other waiting list.
/// </summary>
public sealed class SwitchMode(
    TalkaDb db, SeatTransactions transactions, SeatClaims claims, WaitingList waiting, RegistrationMail mail, TimeProvider clock)
{
    /// <returns>Fails with <c>mode-unknown</c>, <c>mode-full</c>, <c>event-past</c>, <c>registration-not-active</c>.</returns>
    public async Task<Result> RunAsync(Guid registration, EventMode mode, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var e = await db.EventOfAsync(registration, cancel);
        if (e is null || !e.Offers(mode))
        {
            return e is null ? RegistrationErrors.Unknown() : RegistrationErrors.ModeUnknown();
        }

        if (e.State is not (EventState.Published or EventState.Postponed) || e.EndsAt <= now)
        {
            return RegistrationErrors.Past();
        }

        await using var transaction = await transactions.BeginAsync(db, e.Id, cancel);
        await claims.LockAsync(e.Id, cancel);
        var party = await db.PartyOf(registration).Where(r => r.State != RegistrationState.Cancelled && r.State != RegistrationState.Lapsed && r.Mode != mode)
            .OrderBy(r => r.Number).ToListAsync(cancel);
        if (party.Count == 0)
        {
            return await db.Registrations().AnyAsync(r => r.Id == registration && r.Mode == mode && r.CancelledAt == null, cancel)
                ? Result.Ok : RegistrationErrors.NotActive();
        }

        var (group, held, old) = (party[0].TargetGroup, party[0].HoldsPlace(), party[0].Mode);
        if (await claims.ClaimLockedAsync(e.Id, mode, group, party.Count, held ? ClaimWhenFull.Refuse : ClaimWhenFull.Wait, cancel) is not { } claim)
        {
            return RegistrationErrors.ModeFull();
        }

        await (held ? claims.ReleaseAsync(e.Id, old, group, party.Count, cancel) : claims.LeaveWaitingAsync(e.Id, old, group, party.Count, cancel));
        foreach (var (i, person) in party.Index())
        {
            (person.Mode, person.Number) = (mode, claim.FirstNumber + i);
            person.Sequence++;
            person.Version++;
            if (!held && claim.HasPlaces)
            {
                (person.State, person.ConfirmedAt) = (RegistrationState.Confirmed, now);
            }
        }

        if (party.Find(r => r.Email is not null) is { State: RegistrationState.Confirmed or RegistrationState.Waiting } leader)
        {
            await mail.TellAsync(RegistrationNote.Switched, e, leader, cancel);
        }

        await db.SaveChangesAsync(cancel);
        await waiting.PromoteAsync(e, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Result.Ok;
    }
}
