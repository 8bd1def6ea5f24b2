using System.Globalization;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

public enum DatePrecision { Day, Range, Month, Year }

/// <summary>What a date is the date of.</summary>
public enum DateRole
{
    /// <summary>Of work that is reported as done.</summary>
    Work,

    /// <summary>Of a law, a contract, another year, something outside the task; or what it is the date of is not clear.</summary>
    Reference,

    /// <summary>Of what is still to come.</summary>
    Planned,

    /// <summary>A limit of the delegation period or of an implementation year.</summary>
    PeriodLimit,
}

/// <summary>A date or a range of dates.</summary>
/// <param name="From">First day; null when it does not exist or its year is not known.</param>
/// <param name="To">Last day.</param>
/// <param name="IsPossible">False of the 31st of February.</param>
/// <param name="YearIsImplied">The year is not written, and was taken from the implementation year.</param>
/// <param name="Weekday">The day of the week that is named beside it.</param>
/// <param name="WeekdaySpan">Where it is named.</param>
public sealed record DateFact(
    Span Span, Passage Passage, bool Certain, DateOnly? From, DateOnly? To, DatePrecision Precision, DateRole Role, bool IsPossible, bool YearIsImplied,
    DayOfWeek? Weekday, Span? WeekdaySpan) : Fact(Span, Passage, Certain)
{
    public override string Kind => "date";

    public override string Value => (From, To) switch
    {
        ({ } from, { } to) when from == to => Iso(from),
        ({ } from, { } to) => $"{Iso(from)}/{Iso(to)}",
        _ => "",
    };

    /// <summary>The days that it covers; null when they are not known.</summary>
    public Period? Days => From is { } from && To is { } to && from <= to ? new(from, to) : null;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
