using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using Talka.Foundation.Data;
using Talka.Journal;

namespace Talka.Work.Events.SigningUp;

/// <param name="HasPlaces">Otherwise the turn on the waiting list.</param>
/// <param name="FirstNumber">Of those who came together the number of the first; the others follow it.</param>
public readonly record struct SeatClaim(bool HasPlaces, long FirstNumber);

/// <summary>
/// Takes and gives back the places of an event, inside the caller's transaction. A claim is one conditional update of the row that counts them, so the
/// database decides, whoever else asks at the same moment, and gives the numbers in the order in which it accepted. Nobody passes those who wait.
/// Whoever changes more than one row of an event's seats, or registrations that exist already, locks the event first (<see cref="LockAsync"/>);
/// several events by their ids. So no two can wait for one another.
/// </summary>
public sealed class SeatClaims(TalkaDb db)
{
    private const string Key = "event_id = $1 AND mode = $2 AND \"group\" = ''";
    private const string Fits = "waiting = 0 AND (seats IS NULL OR taken + $3 <= seats)";

    // There is a waiting list after the claim exactly when the claim had to join it
    private const string ClaimSql =
        $"""
        UPDATE event_seats SET
            taken = taken + CASE WHEN {Fits} THEN $3 ELSE 0 END,
            waiting = waiting + CASE WHEN {Fits} THEN 0 ELSE $3 END,
            last_number = last_number + $3
        WHERE {Key}
        RETURNING waiting = 0, last_number
        """;

    /// <summary>
    /// Places for people who came together, all or none of them, or else their turn on the waiting list; where no target group has places of its own
    /// (<see cref="ClaimLockedAsync"/>). A question goes along in the same round trip, and sees what others had committed before the claim got its turn.
    /// </summary>
    /// <param name="mode">On site or online.</param>
    internal async Task<(SeatClaim Claim, T Answer)> ClaimAsync<T>(
        Guid eventId, EventMode mode, int count, Statement question, Func<DbDataReader, T> read, CancellationToken cancel) where T : struct
    {
        Statement[] statements = [new(ClaimSql, [new(NpgsqlDbType.Uuid, eventId), new(NpgsqlDbType.Text, mode.ToString()), new(NpgsqlDbType.Integer, count)]), question];
        while (true)
        {
            var (claim, answer) = ((SeatClaim?)null, default(T));
            await new Statements(db).FirstRowsAsync(
                statements,
                (number, row) => (claim, answer) = number == 0 ? (new SeatClaim(row.GetBoolean(0), row.GetInt64(1) - count + 1), answer) : (claim, read(row)),
                cancel);
            if (claim is not null)
            {
                return (claim.Value, answer);
            }

            await AddRowAsync(eventId, mode, cancel);
        }
    }

    /// <summary>The same without a question and with the event locked, for a target group with places of its own, and for whoever will not wait or may raise the number of seats.</summary>
    /// <returns>Null when there is no place and nobody was to wait.</returns>
    internal async Task<SeatClaim?> ClaimLockedAsync(Guid eventId, EventMode mode, string? group, int count, ClaimWhenFull whenFull, CancellationToken cancel)
    {
        var rows = await LockAsync(eventId, [mode], cancel);
        var seats = new SeatTable(rows, mode);
        var fits = seats.Fits(group, count);
        if (!fits && whenFull == ClaimWhenFull.Refuse)
        {
            return null;
        }

        var places = fits || whenFull == ClaimWhenFull.Raise;
        if (places)
        {
            await RaiseAsync(seats, eventId, mode, group, count, cancel);
        }

        await ChangeAsync(eventId, mode, group, places ? count : 0, places ? 0 : count, count, cancel);
        return new SeatClaim(places, seats.Everybody.LastNumber + 1);
    }

    /// <summary>Places for several who come in this order, each for all of theirs or else their turn on the waiting list. The event must be locked.</summary>
    /// <param name="rows">Its seats as they were locked.</param>
    internal async Task<IReadOnlyList<SeatClaim>> ClaimLockedAsync(
        Guid eventId, IReadOnlyList<EventSeats> rows, IReadOnlyList<(EventMode Mode, string? Group, int Count)> wanted, CancellationToken cancel)
    {
        var tables = wanted.Select(one => one.Mode).Distinct().ToDictionary(mode => mode, mode => new SeatTable(rows, mode));
        var claims = wanted.Select(one => (FirstNumber: tables[one.Mode].Everybody.LastNumber + 1, HasPlaces: tables[one.Mode].Join(one.Group, one.Count)))
            .Select(one => new SeatClaim(one.HasPlaces, one.FirstNumber)).ToList();
        foreach (var same in wanted.Zip(claims).GroupBy(one => (one.First.Mode, one.First.Group)))
        {
            var (taken, all) = (same.Where(one => one.Second.HasPlaces).Sum(one => one.First.Count), same.Sum(one => one.First.Count));
            await ChangeAsync(eventId, same.Key.Mode, same.Key.Group, taken, all - taken, all, cancel);
        }

        return claims;
    }

    /// <summary>Locks the seats of an event, among them those of ways to take part that nobody has asked for yet.</summary>
    internal async Task<IReadOnlyList<EventSeats>> LockAsync(Guid eventId, IEnumerable<EventMode> modes, CancellationToken cancel)
    {
        var rows = await LockAsync(eventId, cancel);
        var missing = modes.Distinct().Where(mode => !rows.Any(row => row.Mode == mode && row.Group == EventSeats.Everybody)).ToList();
        foreach (var mode in missing)
        {
            await AddRowAsync(eventId, mode, cancel);
        }

        return missing.Count == 0 ? rows : await LockAsync(eventId, cancel);
    }

    /// <summary>Locks the seats of an event until the transaction ends, in one order for everybody, and gives them.</summary>
    public async Task<IReadOnlyList<EventSeats>> LockAsync(Guid eventId, CancellationToken cancel)
    {
        var seats = db.Set<EventSeats>();
        var rows = db.Database.IsNpgsql()
            ? seats.FromSql($"SELECT * FROM event_seats WHERE event_id = {eventId} ORDER BY mode, \"group\" FOR UPDATE")
            : seats.FromSql($"SELECT * FROM event_seats WHERE event_id = {eventId} ORDER BY mode, \"group\"");
        return await rows.AsNoTracking().ToListAsync(cancel);
    }

    /// <summary>Gives places back. The event must be locked, and whoever waits is to be asked afterwards (<see cref="WaitingList"/>).</summary>
    public Task ReleaseAsync(Guid eventId, EventMode mode, string? group, int count, CancellationToken cancel) =>
        ChangeAsync(eventId, mode, group, -count, 0, 0, cancel);

    /// <summary>People leave the waiting list. The event must be locked.</summary>
    public Task LeaveWaitingAsync(Guid eventId, EventMode mode, string? group, int count, CancellationToken cancel) =>
        ChangeAsync(eventId, mode, group, 0, -count, 0, cancel);

    /// <summary>People on the waiting list get places. The event must be locked and the places counted.</summary>
    internal Task TakeFromWaitingAsync(Guid eventId, EventMode mode, string? group, int count, CancellationToken cancel) =>
        ChangeAsync(eventId, mode, group, count, -count, 0, cancel);

    /// <summary>Adds the seats that are missing for so many people, to all and, where they have their own, to their target group. The event must be locked.</summary>
    internal async Task RaiseAsync(SeatTable seats, Guid eventId, EventMode mode, string? group, int count, CancellationToken cancel)
    {
        if (seats.Room(group) is { } room && room < count)
        {
            var missing = count - room;
            await RowsOf(eventId, mode, group).Where(s => s.Seats != null).ExecuteUpdateAsync(set => set.SetProperty(s => s.Seats, s => s.Seats + missing), cancel);
        }
    }

    private async Task ChangeAsync(Guid eventId, EventMode mode, string? group, int taken, int waiting, int numbers, CancellationToken cancel)
    {
        var all = await RowsOf(eventId, mode, group).CountAsync(cancel);
        var changed = await RowsOf(eventId, mode, group)
            .Where(s => (s.Group != EventSeats.Everybody || (s.Taken + taken >= 0 && s.Waiting + waiting >= 0))
                && (taken <= 0 || s.Seats == null || s.Taken + taken <= s.Seats))
            .ExecuteUpdateAsync(
                set => set // a group that was given places of its own later does not know of those who were there before
                    .SetProperty(s => s.Taken, s => s.Taken + taken < 0 ? 0 : s.Taken + taken)
                    .SetProperty(s => s.Waiting, s => s.Waiting + waiting < 0 ? 0 : s.Waiting + waiting)
                    .SetProperty(s => s.LastNumber, s => s.LastNumber + numbers),
                cancel);
        if (changed != all)
        {
            throw new InvalidOperationException($"The seats of event {eventId} do not add up: {mode}, {taken} taken, {waiting} waiting.");
        }
    }

    private IQueryable<EventSeats> RowsOf(Guid eventId, EventMode mode, string? group) =>
        db.Set<EventSeats>().Where(s => s.EventId == eventId && s.Mode == mode && (s.Group == EventSeats.Everybody || s.Group == group));

    private Task AddRowAsync(Guid eventId, EventMode mode, CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO event_seats (event_id, mode, "group", taken, waiting, last_number) VALUES ({eventId}, {mode.ToString()}, '', 0, 0, 0)
        ON CONFLICT DO NOTHING
        """, cancel);
}

internal enum ClaimWhenFull { Wait, Refuse, Raise }

/// <summary>
/// The rules of places, over the seats of one way of taking part as they are locked. A target group with places of its own draws on those and on no others;
/// everybody else shares what is left, so that the places of the group are kept for it. Each waits for their own.
/// </summary>
internal sealed class SeatTable(IEnumerable<EventSeats> rows, EventMode mode)
{
    private readonly Dictionary<string, EventSeats> _rows = rows.Where(row => row.Mode == mode).ToDictionary(row => row.Group);

    public EventSeats Everybody => _rows[EventSeats.Everybody];

    /// <summary>How many people wait for the same places as a target group; what they are called by is <see cref="PoolOf"/>.</summary>
    public int Waiting(string? group) => Own(group)?.Waiting ?? Everybody.Waiting - Quotas.Sum(row => row.Waiting);

    /// <summary>How many of them are free; null for no limit, and below zero where there are more people than seats.</summary>
    public int? Room(string? group)
    {
        var inGroup = Own(group) is { } own ? own.Seats - own.Taken : Everybody.Seats - Everybody.Taken - Quotas.Sum(row => row.Seats - row.Taken);
        return (inGroup, Everybody.Seats - Everybody.Taken) switch
        {
            (null, var inAll) => inAll,
            (var some, null) => some,
            (var some, var inAll) => Math.Min(some.Value, inAll.Value),
        };
    }

    public bool HasRoom(string? group, int count) => Room(group) is not { } room || count <= room;

    /// <summary>Whether there is a place for anybody but those who wait for the places of these pools (<see cref="PoolOf"/>).</summary>
    public bool HasRoomBesides(IReadOnlySet<string> pools) =>
        Quotas.Select(row => row.Group).Prepend(EventSeats.Everybody).Any(pool => !pools.Contains(pool) && HasRoom(pool, 1));

    /// <summary>Whether people who come now have places: there is room, and nobody waits for it.</summary>
    public bool Fits(string? group, int count) => HasRoom(group, count) && Waiting(group) <= 0;

    /// <summary>The target group, if it has places of its own, or <see cref="EventSeats.Everybody"/>: those who wait for the same places.</summary>
    public string PoolOf(string? group) => Own(group)?.Group ?? EventSeats.Everybody;

    /// <summary>Notes that people on the waiting list get places.</summary>
    public void Take(string? group, int count)
    {
        foreach (var row in new[] { Everybody, Own(group) }.OfType<EventSeats>())
        {
            row.Taken += count;
            row.Waiting -= count;
        }
    }

    /// <summary>Reckons with more who sign up together; false when they join the waiting list.</summary>
    public bool Join(string? group, int count = 1)
    {
        var fits = Fits(group, count);
        foreach (var row in new[] { Everybody, Own(group) }.OfType<EventSeats>())
        {
            row.Taken += fits ? count : 0;
            row.Waiting += fits ? 0 : count;
            row.LastNumber += count;
        }

        return fits;
    }

    private IEnumerable<EventSeats> Quotas => _rows.Values.Where(row => row is { Group.Length: > 0, Seats: not null });

    private EventSeats? Own(string? group) => group is { Length: > 0 } && _rows.GetValueOrDefault(group) is { Seats: not null } own ? own : null;
}
