using Talka.Foundation.Results;

namespace Talka.Work.Events.Planning;

/// <summary>
/// From the clock on the wall to an instant. In the night when clocks go forward an hour does not exist: a time in it is refused. In the night when they
/// go back an hour comes twice: its first coming is meant.
/// </summary>
public static class LocalTimes
{
    public static Result<DateTime> ToUtc(DateOnly day, TimeOnly time, TimeZoneInfo zone, string field)
    {
        var local = day.ToDateTime(time);
        if (zone.IsInvalidTime(local))
        {
            return EventErrors.TimeSkipped(day, time, field);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).UtcDateTime;
    }

    /// <summary>Whether the clock on the wall shows the time of this instant twice that night.</summary>
    public static bool ComesTwice(DateTime utc, string zone) => EventTimes.Zone(zone).IsAmbiguousTime(EventTimes.Local(utc, zone));
}
