using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Dates.Texts;

namespace Talka.Reporting.Audit.Checking.Dates;

/// <summary>A day of the week beside a date that falls on another.</summary>
public sealed class WeekdayRule : IAuditRule
{
    public IReadOnlyList<string> Codes => ["weekday-mismatch"];

    public IEnumerable<Finding> Check(ReadSummary summary)
    {
        foreach (var date in summary.FactsOf<DateFact>())
        {
            if (date is not { Weekday: { } named, From: { } day, Precision: DatePrecision.Day } || day.DayOfWeek == named || IsOfAnotherYear(summary, date, named))
            {
                continue;
            }

            var where = Span.Between(Math.Min(date.Span.Start, date.WeekdaySpan!.Value.Start), Math.Max(date.Span.End, date.WeekdaySpan.Value.End));
            var (stated, expected) = (Name(named), Name(day.DayOfWeek));
            yield return new(Codes[0], date.YearIsImplied ? Severity.Warning : Severity.Error, date.Year, where, stated, expected, "", null, T("Weekday", Format.Date(day), expected, stated), []);
        }
    }

    // The year is mistaken, which is another finding; the day of the week bears that out.
    private static bool IsOfAnotherYear(ReadSummary summary, DateFact date, DayOfWeek named) =>
        date is { Days: { } days, Role: DateRole.Work } && summary.YearOf(date.Year)?.Period is { } period && !days.Overlaps(period)
        && YearShift.Find(days, period) is { } shift && days.From.AddYears(shift).DayOfWeek == named;

    // In Latvian a day of the week begins with a small letter, though the culture's table has a capital one.
    private static string Name(DayOfWeek day)
    {
        var culture = Languages.Culture(Languages.Current);
        var name = culture.DateTimeFormat.GetDayName(day);
        return Languages.Current == Languages.Latvian ? name.ToLower(culture) : name;
    }
}
