using System.Diagnostics;

namespace Talka.Bench;

internal static class Benchmarks
{
    public static IReadOnlyDictionary<string, Func<Options, Report, Task>> All { get; } = new Dictionary<string, Func<Options, Report, Task>>
    {
        ["append"] = AppendBench.RunAsync,
        ["import"] = ImportBench.RunAsync,
        ["verify"] = VerifyBench.RunAsync,
        ["summary"] = SummaryBench.RunAsync,
        ["page"] = PageBench.RunAsync,
        ["rush"] = RushBench.RunAsync,
        ["calendar"] = CalendarBench.RunAsync,
        ["door"] = DoorBench.RunAsync,
        ["certificates"] = CertificateBench.RunAsync,
        ["start"] = StartBench.RunAsync,
        ["audit"] = AuditBench.RunAsync,
        ["scale"] = ScaleBench.RunAsync,
    };

    public static async Task<double> SecondsAsync(Func<Task> work)
    {
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>The middle of an odd number of measurements: one disturbed round does not count.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
