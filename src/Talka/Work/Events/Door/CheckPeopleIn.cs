using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using Talka.Foundation.Data;
using Talka.Journal;
using Talka.Work.Events.SigningUp;

namespace Talka.Work.Events.Door;

/// <summary>
/// Lets one person in at a door, or takes that back. Of two doors at once the database lets one: whoever changes the registration from not seen to seen
/// has let the person in, the other is told when and where it was.
/// </summary>
public sealed class CheckPeopleIn(TalkaDb db, WriteTurns turns, TimeProvider clock)
{
    // IS TRUE leaves no index but that of the id: PostgreSQL keeps the plan that it made while the table was empty, and then read all people of the event
    private const string See =
        """
        UPDATE event_registrations SET came_at = $1
        WHERE id = $2 AND (event_id = $3) IS TRUE AND came_at IS NULL AND ($4 OR state IN ('Confirmed', 'Offered', 'Unconfirmed')) RETURNING TRUE
        """;

    private const string Note = "INSERT INTO event_check_ins (id, event_id, registration_id, at, received_at, door_id) SELECT $5, $3, $2, $1, $1, $6";

    /// <param name="id">Of the check-in, made by whoever asks: the same again changes nothing.</param>
    /// <param name="anyway">Also somebody who waits for a place or has given it back: whoever stands at the door decides.</param>
    public async Task<Admission> InAsync(OpenDoor door, Guid registration, Guid id, bool anyway, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        SqlValue[] values =
        [
            new(NpgsqlDbType.TimestampTz, now), new(NpgsqlDbType.Uuid, registration), new(NpgsqlDbType.Uuid, door.EventId), new(NpgsqlDbType.Boolean, anyway),
            new(NpgsqlDbType.Uuid, id), new(NpgsqlDbType.Uuid, door.Id),
        ];
        var letIn = db.Database.IsNpgsql() ? await LetInByOneAsync(values, cancel) : await LetInByTwoAsync(values, cancel);
        return letIn ? Admission.In : await WhyNotAsync(door, registration, id, cancel);
    }

    // A queue at the door waits for each of these: one round trip, without a transaction that must be opened and closed
    private async Task<bool> LetInByOneAsync(SqlValue[] values, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            return await new Statements(db).SingleAsync(new Statement($"WITH seen AS ({See}) {Note} FROM seen RETURNING TRUE", values), row => row.GetBoolean(0), cancel) is not null;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<bool> LetInByTwoAsync(SqlValue[] values, CancellationToken cancel)
    {
        using var turn = await turns.TakeWriterAsync(db, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var statements = new Statements(db);
        if (await statements.SingleAsync(new Statement(See, values), row => row.GetBoolean(0), cancel) is null)
        {
            return false;
        }

        await statements.ExecuteAsync([new Statement(Note, values)], cancel);
        await transaction.CommitAsync(cancel);
        return true;
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
