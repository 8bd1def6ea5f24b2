using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Results;

namespace Talka.Work.Events.SigningUp;

/// <summary>Takes the place that the waiting list offered.</summary>
public sealed class AcceptOffer(TalkaDb db, SeatTransactions transactions, SeatClaims claims, RegistrationMail mail, TimeProvider clock)
{
    /// <returns>Fails with <c>offer-gone</c> when it was not taken in time, <c>event-cancelled</c>, <c>event-past</c>.</returns>
    public async Task<Result> RunAsync(Guid registration, CancellationToken cancel)
    {
        var e = await db.EventOfAsync(registration, cancel);
        if (e is null)
        {
            return RegistrationErrors.Unknown();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (SignUpGate.RefuseRegistered(e, now) is { } refused)
        {
            return refused;
        }

        await using var transaction = await transactions.BeginAsync(db, e.Id, cancel);
        await claims.LockAsync(e.Id, cancel);
        var party = await db.PartyOf(registration).ToListAsync(cancel);
        var offered = party.FindAll(r => r.State == RegistrationState.Offered);
        if (offered.Count == 0)
        {
            return party.Exists(r => r.State == RegistrationState.Confirmed) ? Result.Ok : RegistrationErrors.NoOffer();
        }

        foreach (var person in offered)
        {
            (person.State, person.ConfirmedAt, person.HeldUntil) = (RegistrationState.Confirmed, now, null);
            person.Version++;
        }

        if (offered.Find(r => r.Email is not null) is { } leader)
        {
            await mail.TellAsync(RegistrationNote.Ticket, e, leader, cancel);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Result.Ok;
    }
}
