namespace Talka.Reporting.Summaries;

/// <summary>Where a figure shows its definition and its entries.</summary>
public static class FigureAddress
{
    /// <summary>A path of this site.</summary>
    /// <param name="query">Canonical text of the figure query.</param>
    /// <param name="year">Ordinal that it was counted for, when the query itself does not say.</param>
    public static string Of(string slug, string query, int? year)
    {
        var whole = year is { } ordinal && !query.Contains(" year:", StringComparison.Ordinal) ? $"{query} year:{ordinal}" : query;
        return $"/mandates/{slug}/figures/{Uri.EscapeDataString(whole)}";
    }
}
