namespace Talka.Work.Events.Planning;

/// <summary>How events come back. By weekday: on the second Tuesday; by the last: on the last Tuesday of each month.</summary>
public enum RecurrenceRule { Weekly, TwoWeeks, MonthlyByDay, MonthlyByWeekday, MonthlyByLastWeekday }

/// <summary>The days of a recurrence, as RFC 5545 counts them: a month that lacks the day (a 31st, a fifth Friday) is left out.</summary>
public static class Recurrence
{
    public const int Most = 60;

    private const int DaysInWeek = 7;
    private const int MonthsLookedAt = 12 * 20;

    /// <summary>The days after the first, in order; <see cref="Most"/> at most.</summary>
    /// <param name="count">How many events there are to be, the first one included; null for no such limit.</param>
    /// <param name="until">The last day that may be one; null for no such limit.</param>
    public static IReadOnlyList<DateOnly> DaysAfter(DateOnly first, RecurrenceRule rule, int? count, DateOnly? until) =>
        [.. Candidates(first, rule).Skip(1).TakeWhile(day => until is null || day <= until).Take(Math.Min(Most, (count ?? int.MaxValue) - 1))];

    private static IEnumerable<DateOnly> Candidates(DateOnly first, RecurrenceRule rule) => rule switch
    {
        RecurrenceRule.Weekly => Enumerable.Range(0, Most + 1).Select(i => first.AddDays(DaysInWeek * i)),
        RecurrenceRule.TwoWeeks => Enumerable.Range(0, Most + 1).Select(i => first.AddDays(2 * DaysInWeek * i)),
        _ => Enumerable.Range(0, MonthsLookedAt).Select(i => InMonth(first, new DateOnly(first.Year, first.Month, 1).AddMonths(i), rule)).OfType<DateOnly>().SkipWhile(day => day < first),
    };

    private static DateOnly? InMonth(DateOnly first, DateOnly month, RecurrenceRule rule)
    {
        var length = DateTime.DaysInMonth(month.Year, month.Month);
        var firstSuch = 1 + ((first.DayOfWeek - month.DayOfWeek + DaysInWeek) % DaysInWeek);
        var day = rule switch
        {
            RecurrenceRule.MonthlyByDay => first.Day,
            RecurrenceRule.MonthlyByWeekday => firstSuch + (DaysInWeek * ((first.Day - 1) / DaysInWeek)),
            _ => firstSuch + (DaysInWeek * ((length - firstSuch) / DaysInWeek)),
        };
        return day <= length ? month.AddDays(day - 1) : null;
    }
}
