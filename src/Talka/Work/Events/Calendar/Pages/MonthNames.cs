using Talka.Foundation.Localisation;

namespace Talka.Work.Events.Calendar.Pages;

internal static class MonthNames
{
    /// <summary><c>2026. gada decembris</c>, <c>December 2026</c>.</summary>
    public static string Of(DateOnly month) => Languages.Current == Languages.English
        ? month.ToString("MMMM yyyy", Languages.EnglishCulture)
        : $"{month.Year}. gada {Format.LatvianMonth(month.Month, Format.MonthCase.Nominative)}";
}

/// <summary>A session in the grid of a month.</summary>
public sealed record MonthPlace(DateOnly Day, string Time, CalendarLine Line);
