using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Results;

namespace Talka.Work.Events.SigningUp;

/// <summary>
/// Gives a place or a turn back, and the place to the next of the waiting list, in one transaction. Whoever registered others gives back for all of them;
/// one who was brought along goes alone.
/// </summary>
public sealed class CancelRegistration(
    TalkaDb db, SeatTransactions transactions, SeatClaims claims, WaitingList waiting, RegistrationMail mail, TimeProvider clock)
{
    /// <param name="reason">Why the organiser does it; null where the person does.</param>
    /// <param name="tell">Whether the person gets a mail.</param>
    public async Task<Result> RunAsync(Guid registration, string? reason, bool tell, CancellationToken cancel)
    {
        var e = await db.EventOfAsync(registration, cancel);
        if (e is null)
        {
            return RegistrationErrors.Unknown();
        }

        if (e.State == EventState.Closed || (reason is null && e.IsOver(clock.GetUtcNow().UtcDateTime)))
        {
            return RegistrationErrors.Past();
        }

        await using var transaction = await transactions.BeginAsync(db, e.Id, cancel);
        await claims.LockAsync(e.Id, cancel);
        var party = await db.PartyOf(registration).Standing().ToListAsync(cancel);
        if (party.Count == 0)
        {
            return Result.Ok; // a second click
        }

        await LeaveAsync(e, party, RegistrationState.Cancelled, reason, cancel);
        if (tell && party.Find(r => r.Email is not null) is { } leader)
        {
            await mail.TellAsync(RegistrationNote.Cancelled, e, leader, cancel);
        }

        await db.SaveChangesAsync(cancel);
        await waiting.PromoteAsync(e, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Result.Ok;
    }

    /// <summary>Takes people out, and their places or turns; the event is locked, the caller saves and then asks the waiting list.</summary>
    internal async Task LeaveAsync(EventFacts e, IReadOnlyList<Registration> people, RegistrationState state, string? reason, CancellationToken cancel)
    {
        foreach (var alike in people.GroupBy(r => (r.Mode, r.TargetGroup, Holds: r.HoldsPlace())))
        {
            var (mode, group, holds) = alike.Key;
            await (holds ? claims.ReleaseAsync(e.Id, mode, group, alike.Count(), cancel) : claims.LeaveWaitingAsync(e.Id, mode, group, alike.Count(), cancel));
        }

        foreach (var person in people)
        {
            person.State = state;
            person.HeldUntil = null;
            person.CancelledAt = clock.GetUtcNow().UtcDateTime;
            person.RequestKey = null; // the same form may register them anew
            person.Reason = reason ?? person.Reason;
            person.Sequence++;
            person.Version++;
        }
    }
}
