using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Work.Events.SigningUp;

namespace Talka.Work.Events.Planning;

/// <summary>
/// Brings the seats of an event to what was planned, inside the caller's transaction and while people sign up: the event is locked first, and what is taken
/// stays taken. Fewer seats than that are refused.
/// </summary>
public sealed class SaveSeats(TalkaDb db, SeatClaims claims)
{
    private static readonly RegistrationState[] Holding = [RegistrationState.Unconfirmed, RegistrationState.Confirmed, RegistrationState.Offered];

    internal async Task<List<Error>> PutAsync(Guid eventId, IReadOnlyList<PlannedSeats> planned, CancellationToken cancel)
    {
        var errors = new List<Error>();
        var rows = (await claims.LockAsync(eventId, cancel)).ToDictionary(row => (row.Mode, row.Group));
        foreach (var gone in rows.Values.Where(row => !planned.Any(seats => (seats.Mode, seats.Group) == (row.Mode, row.Group))).ToList())
        {
            if (gone.Group == EventSeats.Everybody && gone.Taken + gone.Waiting > 0)
            {
                errors.Add(EventErrors.ModeTaken(gone.Mode, gone.Taken + gone.Waiting));
                continue;
            }

            await RowOf(eventId, gone.Mode, gone.Group).ExecuteDeleteAsync(cancel);
        }

        foreach (var seats in planned)
        {
            if (!rows.TryGetValue((seats.Mode, seats.Group), out var row))
            {
                await AddAsync(eventId, seats, errors, cancel);
            }
            else if (seats.Seats < row.Taken)
            {
                errors.Add(EventErrors.SeatsBelowTaken(row.Taken, seats.Field));
            }
            else if (seats.Seats != row.Seats)
            {
                await RowOf(eventId, seats.Mode, seats.Group).ExecuteUpdateAsync(set => set.SetProperty(s => s.Seats, seats.Seats), cancel);
            }
        }

        return errors;
    }

    // A target group may get seats of its own when some of it are registered already
    private async Task AddAsync(Guid eventId, PlannedSeats seats, List<Error> errors, CancellationToken cancel)
    {
        var group = db.Registrations().Where(r => r.EventId == eventId && r.Mode == seats.Mode && r.TargetGroup == seats.Group);
        var isGroup = seats.Group.Length > 0;
        var taken = isGroup ? await group.CountAsync(r => Holding.Contains(r.State), cancel) : 0;
        if (seats.Seats < taken)
        {
            errors.Add(EventErrors.SeatsBelowTaken(taken, seats.Field));
            return;
        }

        db.Add(new EventSeats
        {
            EventId = eventId,
            Mode = seats.Mode,
            Group = seats.Group,
            Seats = seats.Seats,
            Taken = taken,
            Waiting = isGroup ? await group.CountAsync(r => r.State == RegistrationState.Waiting, cancel) : 0,
        });
        await db.SaveChangesAsync(cancel);
    }

    private IQueryable<EventSeats> RowOf(Guid eventId, EventMode mode, string group) =>
        db.Set<EventSeats>().Where(s => s.EventId == eventId && s.Mode == mode && s.Group == group);
}
