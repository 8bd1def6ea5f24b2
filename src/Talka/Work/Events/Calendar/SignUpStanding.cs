namespace Talka.Work.Events.Calendar;

/// <summary>Whether people can sign up for an event, as its public page says it.</summary>
public enum SignUpStanding { NotYet, Open, WaitingList, Closed, Over, CalledOff }

public static class SignUpStandings
{
    /// <param name="seats">Those of the event.</param>
    public static SignUpStanding Of(Event one, IReadOnlyList<EventSeats> seats, DateTime now) =>
        one.State is EventState.Cancelled or EventState.Postponed ? SignUpStanding.CalledOff
        : one.State == EventState.Closed || one.EndsAt < now ? SignUpStanding.Over
        : one.OpensAt > now ? SignUpStanding.NotYet
        : (one.ClosesAt ?? one.StartsAt) <= now ? SignUpStanding.Closed
        : seats.Any(s => s.Group.Length == 0) && seats.Where(s => s.Group.Length == 0).All(s => Left(s) == 0) ? SignUpStanding.WaitingList
        : SignUpStanding.Open;

    /// <summary>Seats that somebody who comes now can have; null for no limit. While people wait there are none.</summary>
    public static int? Left(EventSeats seats) => seats.Waiting > 0 ? 0 : seats.Seats is { } limit ? Math.Max(0, limit - seats.Taken) : null;
}
