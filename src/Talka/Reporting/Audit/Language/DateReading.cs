namespace Talka.Reporting.Audit.Language;

/// <summary>How a date is written, where that leaves a doubt.</summary>
public enum DateForm
{
    /// <summary>It can mean one thing.</summary>
    Clear,

    /// <summary>Day and month might be the other way round: <c>9/2/2022</c>.</summary>
    EitherWay,

    /// <summary>Certainly the day first, and slashes: <c>28/2/2022</c>.</summary>
    DayFirst,

    /// <summary>Certainly the month first: <c>2/28/2022</c>.</summary>
    MonthFirst,

    /// <summary>It may be no date at all: <c>09.02.</c></summary>
    Doubtful,
}

/// <summary>A date, or a range of dates, as it is written.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index of the token after its last.</param>
/// <param name="To">Same as <paramref name="From"/> when it is no range.</param>
public sealed record DateReading(int First, int End, PartialDate From, PartialDate To, DateForm Form)
{
    public bool IsRange => From != To;
}
