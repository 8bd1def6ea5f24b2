using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Talka.Journal;

namespace Talka.Bench;

/// <summary>
/// Verifying the whole journal, against reading every column of every row and hashing the same bytes: salt and payload, the leaf, and one node
/// of the tree for each leaf.
/// </summary>
internal static class VerifyBench
{
    private const int Rounds = 3;

    public static async Task RunAsync(Options options, Report report)
    {
        await using var site = await BenchSite.CreateAsync(options);
        await Sample.FillAsync(site, options.Entries);
        await site.SettleAsync();
        List<(double Verified, double Baseline)> rounds = [];
        for (var round = 0; round < Rounds + 1; round++)
        {
            rounds.Add((
                await Benchmarks.SecondsAsync(() => VerifyAsync(site, options.Entries)),
                await Benchmarks.SecondsAsync(() => ReadAndHashAsync(site))));
        }

        var measured = rounds.Skip(1).ToList(); // the first compiles, and reads the file into memory
        var (verified, baseline) = (Benchmarks.Median(measured.Select(r => r.Verified)), Benchmarks.Median(measured.Select(r => r.Baseline)));
        report.AtMost($"verify {options.Entries:N0} entries", options.Database, 3, Benchmarks.Median(measured.Select(r => r.Verified / r.Baseline)), string.Create(
            CultureInfo.InvariantCulture, $"{verified:0.0} s, reading and hashing {baseline:0.0} s"));
    }

    private static Task<bool> VerifyAsync(BenchSite site, int entries) => site.InScopeAsync(async services =>
    {
        var verification = await services.GetRequiredService<JournalVerifier>().VerifyAsync([]);
        return verification.Finding is null && verification.Size == entries
            ? true
            : throw new InvalidOperationException(verification.Finding?.Message ?? "Entries are missing.");
    });

    private static async Task ReadAndHashAsync(BenchSite site)
    {
        await using var connection = await site.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {JournalColumns.Names} FROM journal_entries ORDER BY sequence";
        var salt = JournalColumns.All.Select(column => column.Name).ToList().IndexOf("salt");
        await using var reader = await command.ExecuteReaderAsync();
        var row = new object[reader.FieldCount];
        var node = new byte[65];
        while (await reader.ReadAsync())
        {
            reader.GetValues(row);
            SHA256.HashData([.. (byte[])row[salt], .. Encoding.UTF8.GetBytes((string)row[salt + 1])]);
            SHA256.HashData(Encoding.UTF8.GetBytes($"{row[1]} {row[2]} {row[3]} {Convert.ToBase64String((byte[])row[4])}"));
            SHA256.HashData(node);
        }
    }
}
