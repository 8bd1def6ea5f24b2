using Talka.Work.Events.SigningUp;

namespace Talka.Work.Events.Calendar;

/// <summary>Whether people can sign up for an event, as its public page says it.</summary>
public enum SignUpStanding { NotYet, Open, WaitingList, Closed, Over, CalledOff }

/// <summary>Places that somebody who comes now can have.</summary>
/// <param name="Group">The target group that they are kept for; empty for everybody else.</param>
/// <param name="Free">Null for no limit. While people wait for them there are none.</param>
/// <param name="Seats">How many there are; null for no limit.</param>
public sealed record FreePlaces(EventMode Mode, string Group, int? Free, int? Seats);

public static class SignUpStandings
{
    /// <param name="seats">Those of the event.</param>
    public static SignUpStanding Of(Event one, IReadOnlyList<EventSeats> seats, DateTime now) =>
        one.State is EventState.Cancelled or EventState.Postponed ? SignUpStanding.CalledOff
        : one.State == EventState.Closed || one.EndsAt < now ? SignUpStanding.Over
        : one.OpensAt > now ? SignUpStanding.NotYet
        : (one.ClosesAt ?? one.StartsAt) <= now ? SignUpStanding.Closed
        : Places(seats) is { Count: > 0 } places && places.All(place => place.Free == 0) ? SignUpStanding.WaitingList
        : SignUpStanding.Open;

    /// <summary>By way of taking part, first what is for everybody, then what is kept for target groups.</summary>
    public static IReadOnlyList<FreePlaces> Places(IReadOnlyList<EventSeats> seats) =>
    [
        .. seats.GroupBy(row => row.Mode).Where(mode => mode.Any(row => row.Group == EventSeats.Everybody)).OrderBy(mode => mode.Key).SelectMany(mode =>
        {
            var table = new SeatTable(mode, mode.Key);
            var kept = mode.Where(row => row is { Group.Length: > 0, Seats: not null }).Sum(row => row.Seats);
            return mode.Where(row => row.Group == EventSeats.Everybody || row.Seats is not null).OrderBy(row => row.Group, StringComparer.Ordinal).Select(row => new FreePlaces(
                row.Mode, row.Group, table.Waiting(row.Group) > 0 ? 0 : table.Room(row.Group) is { } room ? Math.Max(0, room) : null,
                row.Group == EventSeats.Everybody ? row.Seats - kept : row.Seats));
        }),
    ];
}
