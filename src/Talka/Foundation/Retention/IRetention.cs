namespace Talka.Foundation.Retention;

/// <summary>
/// One kind of data that is kept for a time only. A feature that keeps such data registers one (<c>services.AddScoped&lt;IRetention, …&gt;()</c>);
/// an administrator sets the period, a run each night takes away what is older.
/// </summary>
public interface IRetention
{
    /// <summary>Stable, kebab-case.</summary>
    string Kind { get; }

    /// <summary>What it is, in the reader's language.</summary>
    string Title { get; }

    int DefaultDays { get; }

    /// <summary>No administrator may set less.</summary>
    int LeastDays => RetentionPeriod.LeastDays;

    /// <summary>Why not less, in the reader's language; null where nothing but a day's length is behind it.</summary>
    string? WhyNotLess => null;

    /// <summary>How many would go.</summary>
    Task<long> CountAsync(DateTime before, CancellationToken cancel);

    /// <summary>Takes away what is older, in parts that hold up nobody for long.</summary>
    /// <returns>How many went.</returns>
    Task<long> DeleteAsync(DateTime before, CancellationToken cancel);
}
