using System.Diagnostics;
using System.Globalization;
using Talka.Tests.Reporting.Audit.Reading;

namespace Talka.Bench;

/// <summary><c>fuzz-audit [--minutes N] [--seed N] [--folder DIR]</c>: audits damaged documents, one after another, and keeps those that it fails on.</summary>
internal static class FuzzAudit
{
    public static int Run(string[] args)
    {
        var values = args.Skip(1).Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
        var time = TimeSpan.FromMinutes(double.Parse(values.GetValueOrDefault("--minutes", "10"), CultureInfo.InvariantCulture));
        var seed = int.Parse(values.GetValueOrDefault("--seed", "0"), CultureInfo.InvariantCulture);
        var folder = Directory.CreateDirectory(values.GetValueOrDefault("--folder", Path.Combine("artifacts", "fuzz")));
        var start = Stopwatch.GetTimestamp();
        var (count, failures, slowest) = (0, 0, TimeSpan.Zero);
        for (; Stopwatch.GetElapsedTime(start) < time; seed++, count++)
        {
            var one = Stopwatch.GetTimestamp();
            if (DocumentFuzz.Run(seed, out var name, out var bytes) is { } failure)
            {
                failures++;
                File.WriteAllBytes(Path.Combine(folder.FullName, $"{seed}{Path.GetExtension(name)}"), bytes);
                Console.WriteLine($"{seed} ({name}): {string.Join('\n', failure.Split('\n').Take(4))}");
            }

            var took = Stopwatch.GetElapsedTime(one);
            if (took > TimeSpan.FromSeconds(2))
            {
                Console.WriteLine($"{seed} ({name}) took {took.TotalSeconds:0.0} s.");
            }

            slowest = took > slowest ? took : slowest;
        }

        using var self = Process.GetCurrentProcess();
        Console.WriteLine($"{count} documents, up to number {seed - 1}; {failures} failures; slowest {slowest.TotalSeconds:0.0} s; at most {self.PeakWorkingSet64 / (1024 * 1024)} MB.");
        return failures == 0 ? 0 : 1;
    }
}
