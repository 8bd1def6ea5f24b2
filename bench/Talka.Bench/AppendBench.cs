using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Talka.Journal;

namespace Talka.Bench;

/// <summary>Appends, one committed transaction each, against bare inserts of the same rows with the same durability, indexes and triggers.</summary>
internal static class AppendBench
{
    private const int Rounds = 7;
    private const int PerRound = 500;
    private const int WarmUp = 2000; // until the just-in-time compiler has settled

    public static async Task RunAsync(Options options, Report report)
    {
        await using var product = await BenchSite.CreateAsync(options);
        await using var baseline = await BenchSite.CreateAsync(options);
        await AppendAsync(product, 0, WarmUp);
        await using var connection = await baseline.OpenAsync();
        await RawRows.InsertEachAsync(connection, await RawRows.ReadAsync(product));
        List<(Cost Product, Cost Baseline)> rounds = [];
        for (var round = 0; round < Rounds; round++)
        {
            var start = WarmUp + (round * PerRound);
            var appended = await CostAsync(() => AppendAsync(product, start, PerRound));
            var rows = (await RawRows.ReadAsync(product))[start..];
            var inserted = await CostAsync(() => RawRows.InsertEachAsync(connection, rows));
            rounds.Add((appended, inserted));
        }

        var ratio = Benchmarks.Median(rounds.Select(round => round.Baseline.Seconds / round.Product.Seconds));
        report.AtLeast("append, one transaction each", options.Database, 0.6, ratio, string.Create(
            CultureInfo.InvariantCulture,
            $"{PerRound / Benchmarks.Median(rounds.Select(r => r.Product.Seconds)):0}/s of {PerRound / Benchmarks.Median(rounds.Select(r => r.Baseline.Seconds)):0}/s; processor time {Microseconds(rounds.Select(r => r.Product)):0} µs, {Microseconds(rounds.Select(r => r.Baseline)):0} µs; fsync {FsyncMilliseconds(options.Folder):0.00} ms"));
    }

    /// <param name="Processor">Seconds of this process, which other processes of a busy machine change little.</param>
    private sealed record Cost(double Seconds, double Processor);

    private static async Task<Cost> CostAsync(Func<Task> work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var seconds = await Benchmarks.SecondsAsync(work);
        process.Refresh();
        return new Cost(seconds, (process.TotalProcessorTime - before).TotalSeconds);
    }

    private static double Microseconds(IEnumerable<Cost> costs) => Benchmarks.Median(costs.Select(cost => cost.Processor)) / PerRound * 1e6;

    private static async Task AppendAsync(BenchSite site, int start, int count)
    {
        for (var number = start; number < start + count; number++)
        {
            var content = Sample.Entry(number);
            await site.InScopeAsync(async services =>
            {
                var written = await services.GetRequiredService<JournalWriter>().AppendAsync(content);
                return written.Succeeded ? written.Value : throw new InvalidOperationException(written.Errors[0].Message);
            });
        }
    }

    /// <summary>What the disk itself takes for one small durable write.</summary>
    private static double FsyncMilliseconds(string folder)
    {
        var path = Path.Combine(folder, "fsync");
        using var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            BufferSize = 0,
            Options = FileOptions.DeleteOnClose,
        });
        var page = new byte[4096];
        return Benchmarks.Median(Enumerable.Range(0, 101).Select(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            file.Write(page);
            file.Flush(flushToDisk: true);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }));
    }
}
