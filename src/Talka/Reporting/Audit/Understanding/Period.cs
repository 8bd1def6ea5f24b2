namespace Talka.Reporting.Audit.Understanding;

/// <summary>Days from the first to the last, both included.</summary>
public readonly record struct Period(DateOnly From, DateOnly To)
{
    public bool Contains(DateOnly day) => From <= day && day <= To;

    public bool Contains(Period other) => From <= other.From && other.To <= To;

    public bool Overlaps(Period other) => From <= other.To && other.From <= To;
}
