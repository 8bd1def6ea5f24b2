namespace Talka.Reporting.Audit.Understanding;

/// <summary>Works out the periods that the document leaves to the reader.</summary>
public static class YearPeriods
{
    /// <summary>The year's period where each lasts twelve months from the beginning of the whole.</summary>
    public static Period Regular(Period whole, int ordinal) => new(whole.From.AddYears(ordinal - 1), whole.From.AddYears(ordinal).AddDays(-1));

    /// <summary>Whether the whole is so many times twelve months.</summary>
    public static bool IsWholeYears(Period whole, int count) => whole.From.AddYears(count).AddDays(-1) == whole.To;

    /// <summary>The years with their periods where they follow from the whole and from one another.</summary>
    internal static IEnumerable<YearSection> Fill(IReadOnlyList<YearSection> years, Period? whole)
    {
        var count = years.Count == 0 ? 0 : years[^1].Ordinal;
        var regular = whole is { } period && Enumerable.Range(Math.Min(count, 20), Math.Max(0, 21 - count)).Any(number => number > 0 && IsWholeYears(period, number))
            && years.All(year => year.Period is null || year.Period == Regular(period, year.Ordinal));
        for (var i = 0; i < years.Count; i++)
        {
            var year = years[i];
            yield return year.Period is not null ? year : year with { Period = regular ? Regular(whole!.Value, year.Ordinal) : Between(years, i, whole) };
        }
    }

    // From the day after the year before to the day before the year after.
    private static Period? Between(IReadOnlyList<YearSection> years, int index, Period? whole)
    {
        var year = years[index];
        var from = year.Ordinal == 1 ? whole?.From : index > 0 && years[index - 1].Ordinal == year.Ordinal - 1 ? years[index - 1].Period?.To.AddDays(1) : null;
        var to = index == years.Count - 1 ? whole?.To : years[index + 1].Ordinal == year.Ordinal + 1 ? years[index + 1].Period?.From.AddDays(-1) : null;
        return from is { } first && to is { } last && first < last && last < first.AddMonths(18) ? new(first, last) : null;
    }
}
