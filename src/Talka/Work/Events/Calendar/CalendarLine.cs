using System.Linq.Expressions;

namespace Talka.Work.Events.Calendar;

/// <summary>An event as a list shows it.</summary>
public sealed record CalendarLine(
    Guid Id, string Slug, string TitleLv, string? TitleEn, string Kind, EventState State, EventMode Mode, DateTime StartsAt, DateTime EndsAt, string TimeZone, string? Venue, string Languages)
{
    public static Expression<Func<Event, CalendarLine>> Of { get; } = e => new CalendarLine(
        e.Id, e.Slug, e.Title, e.TitleEn, e.Kind, e.State, e.Mode, e.StartsAt!.Value, e.EndsAt!.Value, e.TimeZone, e.Venue, e.Languages);

    public string Title => EventText.TitleOf(TitleLv, TitleEn);
    public string Period => EventTimes.Period(StartsAt, EndsAt, TimeZone);
    public DateOnly Day => EventTimes.Day(StartsAt, TimeZone);
}
