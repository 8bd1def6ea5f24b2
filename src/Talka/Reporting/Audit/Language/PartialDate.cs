namespace Talka.Reporting.Audit.Language;

/// <summary>What a text says of a date; what it leaves to the context is null.</summary>
public readonly record struct PartialDate(int? Year, int? Month, int? Day)
{
    /// <summary>The first day that it may mean; null when it is not complete or does not exist.</summary>
    public DateOnly? First => Year is { } year && IsPossible ? new DateOnly(year, Month ?? 1, Day ?? 1) : null;

    /// <summary>The last day that it may mean.</summary>
    public DateOnly? Last => Year is { } year && IsPossible
        ? Month is { } month ? new DateOnly(year, month, Day ?? DateTime.DaysInMonth(year, month)) : new DateOnly(year, 12, 31) : null;

    /// <summary>Whether such a day can be in any year, or in this year when it is known.</summary>
    public bool IsPossible => Month is null or (>= 1 and <= 12) && (Day is not { } day || (day >= 1 && day <= DateTime.DaysInMonth(Year ?? 2000, Month ?? 1)));

    /// <summary>With what is missing taken from another.</summary>
    public PartialDate Or(PartialDate other) => new(Year ?? other.Year, Month ?? other.Month, Day);
}
