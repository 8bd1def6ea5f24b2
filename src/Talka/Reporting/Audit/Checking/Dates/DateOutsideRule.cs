using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Reporting.Audit.Understanding;
using static Talka.Reporting.Audit.Checking.Dates.Texts;

namespace Talka.Reporting.Audit.Checking.Dates;

/// <summary>Dates of work outside the year in whose section they stand, or outside the whole period. Those that are off in the same way are one finding.</summary>
public sealed class DateOutsideRule : IAuditRule
{
    private const string OutsidePeriod = "date-outside-period";
    private const string OutsideYear = "date-outside-year";

    public IReadOnlyList<string> Codes => [OutsidePeriod, OutsideYear];

    public IEnumerable<Finding> Check(ReadSummary summary)
    {
        var whole = summary.Whole ?? Union(summary.Years);
        var outside = summary.FactsOf<DateFact>().Select(date => Judge(summary, date, whole)).OfType<Outside>();
        return outside.GroupBy(item => (item.Code, item.Date.Year, item.Shift)).Select(group => Say(summary, [.. group], whole));
    }

    private static Outside? Judge(ReadSummary summary, DateFact date, Period? whole)
    {
        if (!IsAccusable(date) || date.Days is not { } days)
        {
            return null;
        }

        var year = summary.YearOf(date.Year)?.Period;
        if (year is { } period ? days.Overlaps(period) || FitsRegularYear(summary, date, days) : date.Precision == DatePrecision.Month)
        {
            return null;
        }

        var isOutsidePeriod = whole is { } all && !days.Overlaps(all);
        var shift = YearShift.Find(days, year ?? whole ?? days);
        // Work of another year of the contract is that, whatever the calendar year.
        return (isOutsidePeriod || year is not null) && (IsSlip(shift) || (!isOutsidePeriod && shift is null)) ? new(isOutsidePeriod ? OutsidePeriod : OutsideYear, date, days, shift) : null;
    }

    // A date of long ago is history, unless only the decade's digit is off.
    private static bool IsSlip(int? shift) => shift is { } years && (Math.Abs(years) <= 4 || years % 10 == 0);

    private static bool IsAccusable(DateFact date) =>
        date is { Certain: true, Role: DateRole.Work, IsPossible: true, YearIsImplied: false, Precision: not DatePrecision.Year, Section: SummarySection.Description };

    // Where a year's own dates are mistaken, that is one finding already, and the work done in it is not to blame.
    private static bool FitsRegularYear(ReadSummary summary, DateFact date, Period days) =>
        summary.Whole is { } whole && date.Year is { } ordinal && ordinal <= 20 && days.Overlaps(whole) && days.Overlaps(YearPeriods.Regular(whole, ordinal))
        && YearPeriods.IsWholeYears(whole, summary.Years.Count);

    private static Period? Union(IReadOnlyList<YearSection> years) =>
        years.Count > 0 && years.All(year => year.Period is not null) ? new(years.Min(year => year.Period!.Value.From), years.Max(year => year.Period!.Value.To)) : null;

    private static Finding Say(ReadSummary summary, IReadOnlyList<Outside> group, Period? whole)
    {
        var first = group[0];
        var ordinal = first.Date.Year;
        var bounds = first.Code == OutsidePeriod ? whole!.Value : summary.YearOf(ordinal)!.Period!.Value;
        var expected = summary.YearOf(ordinal)?.Period ?? bounds;
        var stated = group.Count == 1 ? summary.Document.Quote(first.Date.Span) : $"{group.Count} {Dates(group.Count)}";
        var key = (first.Code == OutsidePeriod ? "OutsidePeriod" : "OutsideYear") + (ordinal is null ? "NoYear" : group.Count == 1 ? "One" : "Several");
        var message = T(key, group.Count == 1 || ordinal is null ? stated : group.Count, ordinal is { } number ? Ordinals.Roman(number) : "", Say(bounds), "", Dates(group.Count));
        var years = string.Join(", ", group.Select(item => item.Shifted?.From.Year).OfType<int>().Distinct().Order());
        var likely = years.Length == 0 ? null : group.Count == 1 ? Say(first.Shifted!.Value) : years;
        if (years.Length > 0)
        {
            message += " " + T("CheckYear", years);
        }

        if (first.Code == OutsideYear && summary.Years.FirstOrDefault(other => other.Period is { } period && group.All(item => period.Overlaps(item.Days))) is { } home)
        {
            message += " " + T("InOtherYear", Ordinals.Roman(home.Ordinal));
        }

        return new(first.Code, Severity.Error, ordinal, first.Date.Span, stated, Say(expected), "", likely, message,
            [.. group.Select(item => new FindingMember(item.Date.Span, summary.Document.Quote(item.Date.Span), item.Shifted is { } shifted ? Say(shifted) : Say(expected)))]);
    }

    private static string Dates(int count) => Languages.Current == Languages.English
        ? Plural.English(count, T("DatesOne"), T("DatesOther")) : Plural.Latvian(count, T("DatesZero"), T("DatesOne"), T("DatesOther"));

    private static string Say(Period days) => days.From == days.To ? Format.Date(days.From) : $"{Format.Date(days.From)}–{Format.Date(days.To)}";

    private sealed record Outside(string Code, DateFact Date, Period Days, int? Shift)
    {
        public Period? Shifted => Shift is { } years ? new(Days.From.AddYears(years), Days.To.AddYears(years)) : null;
    }
}
