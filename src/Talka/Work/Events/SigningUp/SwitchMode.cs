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
    /// <returns>Fails with <c>mode-unknown</c>, <c>mode-full</c>, <c>event-cancelled</c>, <c>event-past</c>, <c>registration-not-active</c>.</returns>
    public async Task<Result> RunAsync(Guid registration, EventMode mode, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var e = await db.EventOfAsync(registration, cancel);
        if (e is null || !e.Offers(mode))
        {
            return e is null ? RegistrationErrors.Unknown() : RegistrationErrors.ModeUnknown(e.Mode);
        }

        if (SignUpGate.RefuseRegistered(e, now) is { } refused)
        {
            return refused;
        }

        await using var transaction = await transactions.BeginAsync(db, e.Id, cancel);
        await claims.LockAsync(e.Id, cancel);
        var party = await db.PartyOf(registration).Standing().Where(r => r.Mode != mode)
            .OrderBy(r => r.Number).ToListAsync(cancel);
        if (party.Count == 0)
        {
            return await db.Registrations().AnyAsync(r => r.Id == registration && r.Mode == mode && r.CancelledAt == null, cancel)
                ? Result.Ok : RegistrationErrors.NotActive();
        }

        // Those who hold a place first: if there is none for them the other way, nothing has happened yet. A party may be in several states
        foreach (var alike in party.GroupBy(r => (r.Mode, r.TargetGroup, Holds: r.HoldsPlace())).OrderByDescending(alike => alike.Key.Holds))
        {
            if (!await MoveAsync(e, [.. alike], mode, now, cancel))
            {
                db.ChangeTracker.Clear();
                return RegistrationErrors.ModeFull();
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
    /// <summary>Moves people of one way, group and standing; false when they hold places and there are none the other way.</summary>
    private async Task<bool> MoveAsync(EventFacts e, List<Registration> people, EventMode mode, DateTime now, CancellationToken cancel)
    {
        var (group, held, old) = (people[0].TargetGroup, people[0].HoldsPlace(), people[0].Mode);
        if (await claims.ClaimLockedAsync(e.Id, mode, group, people.Count, held ? ClaimWhenFull.Refuse : ClaimWhenFull.Wait, cancel) is not { } claim)
        {
            return false;
        }

        await (held ? claims.ReleaseAsync(e.Id, old, group, people.Count, cancel) : claims.LeaveWaitingAsync(e.Id, old, group, people.Count, cancel));
        foreach (var (i, person) in people.Index())
        {
            (person.Mode, person.Number) = (mode, claim.FirstNumber + i);
            person.Sequence++;
            person.Version++;
            if (!held && claim.HasPlaces)
            {
                (person.State, person.ConfirmedAt) = (RegistrationState.Confirmed, now);
            }
        }

        return true;
    }
}
