using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Results;

namespace Talka.Work.Events.SigningUp;

/// <summary>Whoever opened the link in the mail says that it was they who signed up; in a series with common registration for all of its events.</summary>
public sealed class ConfirmRegistration(TalkaDb db, SeatTransactions transactions, SeatClaims claims, RegistrationMail mail, TimeProvider clock)
{
    /// <returns>Fails with <c>registration-lapsed</c> when it took too long, and the place is somebody else's, <c>event-cancelled</c>, <c>event-past</c>.</returns>
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

        var events = (await EventsAsync(e, registration, cancel)).Where(one => one.IsComing(now)).ToList();
        await using var transaction = await transactions.BeginAsync(db, e.Id, cancel);
        foreach (var one in events)
        {
            await claims.LockAsync(one.Id, cancel);
        }

        var ids = events.Select(one => one.Id).ToList();
        var own = await db.PartyOf(registration).SingleAsync(r => r.Id == registration, cancel);
        var people = await db.Set<Registration>().AsTracking()
            .Where(r => ids.Contains(r.EventId) && (r.State == RegistrationState.Unconfirmed || r.State == RegistrationState.Waiting)
                && db.Set<Registration>().Any(leader => leader.Id == r.PartyId && leader.PersonKey == own.PersonKey))
            .OrderBy(r => r.EventId).ThenBy(r => r.Number).ToListAsync(cancel);
        if (own.State is RegistrationState.Cancelled or RegistrationState.Lapsed)
        {
            return own.State == RegistrationState.Lapsed ? RegistrationErrors.Lapsed() : RegistrationErrors.NotActive();
        }

        var held = people.FindAll(r => r.State == RegistrationState.Unconfirmed);
        if (held.Count == 0)
        {
            return Result.Ok; // a second click
        }

        foreach (var person in people)
        {
            // Whoever waits in another event of the cycle has shown by this that the address is theirs
            person.ConfirmedAt ??= now;
            person.Version++;
        }

        foreach (var person in held)
        {
            (person.State, person.HeldUntil) = (RegistrationState.Confirmed, null);
        }

        await mail.TellOfPlacesAsync(
            RegistrationNote.Ticket, [.. held.Where(r => r.Email is not null).Select(r => (events.First(one => one.Id == r.EventId), r))], cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Result.Ok;
    }

    private async Task<IReadOnlyList<EventFacts>> EventsAsync(EventFacts e, Guid registration, CancellationToken cancel) => !e.IsCommon
        ? [e]
        : await db.Events().Where(other => other.SeriesId == e.SeriesId && db.Registrations().Any(
                r => r.EventId == other.Id && r.PersonKey == db.Registrations().First(own => own.Id == registration).PersonKey))
            .OrderBy(other => other.Id).Select(EventFacts.From(db)).ToListAsync(cancel);
}
