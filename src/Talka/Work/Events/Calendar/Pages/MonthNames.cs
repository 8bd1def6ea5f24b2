using Talka.Foundation.Localisation;

namespace Talka.Work.Events.Calendar.Pages;

internal static class MonthNames
{
    /// <summary><c>2026. gada decembris</c>, <c>December 2026</c>.</summary>
    public static string Of(DateOnly month) => Languages.Current == Languages.English
        ? month.ToString("MMMM yyyy", Languages.EnglishCulture)
        : $"{month.Year}. gada {Format.LatvianMonth(month.Month, Format.MonthCase.Nominative)}";
}

/// <summary>A day of a session in a month.</summary>
/// <param name="Time">When it begins; null on the days on which it goes on.</param>
public sealed record MonthPlace(DateOnly Day, string? Time, CalendarLine Line)
{
    /// <summary>A session on each of its days in a month.</summary>
    public static IEnumerable<MonthPlace> Of(DateTime startsAt, DateTime endsAt, CalendarLine line, DateOnly month)
    {
        var (from, to) = EventTimes.Days(startsAt, endsAt, line.TimeZone);
        for (var day = from < month ? month : from; day <= to && day < month.AddMonths(1); day = day.AddDays(1))
        {
            yield return new MonthPlace(day, day == from ? EventTimes.Time(startsAt, line.TimeZone) : null, line);
        }
    }
}
