using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Work.Events.SigningUp;

namespace Talka.Work.Events.Door;

/// <summary>
/// Lets one person in at a door, or takes that back. Of two doors at once the database lets one: whoever changes the registration from not seen to seen
/// has let the person in, the other is told when and where it was.
/// </summary>
public sealed class CheckPeopleIn(TalkaDb db, TimeProvider clock)
{
    /// <param name="id">Of the check-in, made by whoever asks: the same again changes nothing.</param>
    /// <param name="anyway">Also somebody who waits for a place or has given it back: whoever stands at the door decides.</param>
    public async Task<Admission> InAsync(OpenDoor door, Guid registration, Guid id, bool anyway, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        var seen = await db.Set<Registration>()
            .Where(r => r.Id == registration && r.EventId == door.EventId && r.CameAt == null)
            .Where(r => anyway || r.State == RegistrationState.Confirmed || r.State == RegistrationState.Offered || r.State == RegistrationState.Unconfirmed)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.CameAt, now), cancel);
        if (seen == 0)
        {
            return await WhyNotAsync(door, registration, id, cancel);
        }

        await db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO event_check_ins (id, event_id, registration_id, at, received_at, door_id)
             VALUES ({id}, {door.EventId}, {registration}, {now}, {now}, {door.Id})
             """, cancel);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancel);
        }

        return Admission.In;
    }

    /// <summary>Takes back every check-in of a person, at whatever door it was.</summary>
    public async Task<Admission> OutAsync(OpenDoor door, Guid registration, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var known = await db.Set<Registration>().Where(r => r.Id == registration && r.EventId == door.EventId)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.CameAt, (DateTime?)null), cancel);
        if (known == 0)
        {
            return Admission.NotATicket;
        }

        await db.Set<CheckIn>().Where(c => c.RegistrationId == registration && c.TakenBackAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.TakenBackAt, now), cancel);
        await transaction.CommitAsync(cancel);
        return Admission.TakenBack;
    }

    private async Task<Admission> WhyNotAsync(OpenDoor door, Guid registration, Guid id, CancellationToken cancel)
    {
        var found = await db.Registrations().Where(r => r.Id == registration && r.EventId == door.EventId)
            .Select(r => new { r.CameAt, r.State, Same = db.CheckIns().Any(c => c.Id == id && c.RegistrationId == registration && c.TakenBackAt == null) })
            .FirstOrDefaultAsync(cancel);
        return found switch
        {
            null => Admission.NotATicket,
            { Same: true } => Admission.In, // the same request once more
            { CameAt: not null } => Admission.AlreadyIn,
            { State: RegistrationState.Waiting } => Admission.Waiting,
            _ => Admission.Cancelled,
        };
    }
}
