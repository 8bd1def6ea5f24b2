using System.Globalization;
using Talka.Foundation.Localisation;

namespace Talka.Work.Events;

/// <summary>Instants of an event as its people read them: on the clocks of its own time zone.</summary>
public static class EventTimes
{
    private const string Home = "Europe/Riga";

    public static TimeZoneInfo Zone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : Riga.Zone;

    public static DateTime Local(DateTime utc, string zone) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone(zone));

    public static DateOnly Day(DateTime utc, string zone) => DateOnly.FromDateTime(Local(utc, zone));

    /// <summary>The first and the last day on which something takes place. What ends at midnight does not take place on the day that begins then.</summary>
    public static (DateOnly From, DateOnly To) Days(DateTime from, DateTime to, string zone) => (Day(from, zone), Day(to > from ? to.AddTicks(-1) : from, zone));

    /// <summary><c>14:00</c>.</summary>
    public static string Time(DateTime utc, string zone) => Local(utc, zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary><c>2026. gada 3. decembris, 14:00–16:00</c>; over several days both ends in full. A zone other than that of Riga is named.</summary>
    public static string Period(DateTime from, DateTime to, string zone)
    {
        var (first, last) = (Day(from, zone), Day(to, zone));
        var text = first == last
            ? $"{Format.LongDate(first)}, {Time(from, zone)}–{Time(to, zone)}"
            : $"{Format.LongDate(first)}, {Time(from, zone)} – {Format.LongDate(last)}, {Time(to, zone)}";
        return text + Named(zone);
    }

    /// <inheritdoc cref="Period(DateTime, DateTime, string)"/>
    /// <returns>Null while no time is set.</returns>
    public static string? Period(this Event one) => one is { StartsAt: { } from, EndsAt: { } to } ? Period(from, to, one.TimeZone) : null;

    /// <summary>When a session takes place; of an event whose day is still to be set, the time of day alone.</summary>
    public static string Period(EventSession session, Event one) => one.StartsAt is null
        ? $"{Time(session.StartsAt, one.TimeZone)}–{Time(session.EndsAt, one.TimeZone)}{Named(one.TimeZone)}"
        : Period(session.StartsAt, session.EndsAt, one.TimeZone);

    /// <summary><c>03.12.2026. 14:00</c>.</summary>
    public static string Instant(DateTime utc, string zone) => Format.Date(Day(utc, zone)) + " " + Time(utc, zone) + Named(zone);

    /// <summary>With the offset from UTC, as programs read it: <c>2026-12-03T14:00:00+02:00</c>.</summary>
    public static string Exact(DateTime utc, string zone) =>
        TimeZoneInfo.ConvertTime(new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)), Zone(zone)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string Named(string zone) => zone == Home ? "" : $" ({zone})";
}
