using System.Globalization;

namespace Talka.Bench;

/// <summary>All entries appended in one transaction, against the bare bulk insert (prepared statement, or binary COPY) of the same rows.</summary>
internal static class ImportBench
{
    public static async Task RunAsync(Options options, Report report)
    {
        await using var product = await BenchSite.CreateAsync(options);
        var imported = await Benchmarks.SecondsAsync(() => Sample.FillAsync(product, options.Entries));
        await using var baseline = await BenchSite.CreateAsync(options);
        await using var connection = await baseline.OpenAsync();
        var rows = await RawRows.ReadAsync(product);
        var inserted = await Benchmarks.SecondsAsync(() => RawRows.InsertAllAsync(connection, rows));
        report.AtLeast($"import of {options.Entries:N0} entries", options.Database, 0.25, inserted / imported, string.Create(
            CultureInfo.InvariantCulture, $"{imported:0.0} s, bare insert {inserted:0.0} s"));
    }
}
