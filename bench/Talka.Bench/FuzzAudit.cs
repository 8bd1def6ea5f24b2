using System.Diagnostics;
using System.Globalization;
using Talka.Tests.Reporting.Audit.Corpus.Generated;
using Talka.Tests.Reporting.Audit.Reading;

namespace Talka.Bench;

/// <summary><c>fuzz-audit [--minutes N] [--seed N] [--folder DIR]</c>: audits damaged documents of the corpora, one after another, and keeps those that it fails on.</summary>
internal static class FuzzAudit
{
    private const long MostBytes = 500L * 1024 * 1024;

    // The highest that the process ever held: once it is high, only a leap tells of a document.
    private const long Rise = 100L * 1024 * 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    public static int Run(string[] args)
    {
        var values = args.Skip(1).Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
        var time = TimeSpan.FromMinutes(double.Parse(values.GetValueOrDefault("--minutes", "10"), CultureInfo.InvariantCulture));
        var seed = int.Parse(values.GetValueOrDefault("--seed", "0"), CultureInfo.InvariantCulture);
        var folder = Directory.CreateDirectory(values.GetValueOrDefault("--folder", Path.Combine("artifacts", "fuzz")));
        List<(string Name, byte[] Bytes)> samples = [.. DocumentFuzz.Samples, .. Corpora()];
        Console.WriteLine($"From number {seed}, of {samples.Count} documents: {string.Join(", ", samples.CountBy(sample => Path.GetExtension(sample.Name)).Select(format => $"{format.Value} {format.Key}"))}.");
        using var self = Process.GetCurrentProcess();
        var start = Stopwatch.GetTimestamp();
        var (count, failures, slowest, peak) = (0, 0, TimeSpan.Zero, 0L);
        for (; Stopwatch.GetElapsedTime(start) < time; seed++, count++)
        {
            var one = Stopwatch.GetTimestamp();
            var failure = DocumentFuzz.Run(seed, samples, out var name, out var bytes);
            var took = Stopwatch.GetElapsedTime(one);
            self.Refresh();
            failure ??= took > Longest ? $"Took {took.TotalSeconds:0.0} s." : self.PeakWorkingSet64 > Math.Max(peak + Rise, MostBytes) ? $"Took {self.PeakWorkingSet64 / (1024 * 1024)} MB." : null;
            (slowest, peak) = (took > slowest ? took : slowest, self.PeakWorkingSet64);
            if (failure is not null)
            {
                failures++;
                File.WriteAllBytes(Path.Combine(folder.FullName, $"{seed}{Path.GetExtension(name)}"), bytes);
                Console.WriteLine($"{seed} ({name}): {string.Join('\n', failure.Split('\n').Take(4))}");
            }
        }

        Console.WriteLine($"{count} documents, up to number {seed - 1}; {failures} failures; slowest {slowest.TotalSeconds:0.0} s; at most {peak / (1024 * 1024)} MB.");
        return failures == 0 ? 0 : 1;
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Corpora()
    {
        var written = Directory.EnumerateFiles(Path.Combine("tests", "Talka.Tests", "Reporting", "Audit", "Corpus"), "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is not (".json" or ".cs")).Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), File.ReadAllBytes(file)));
        return written.Concat(GeneratedCorpus.Documents(pdf: null).Select(document => (document.Name, document.Bytes)));
    }
}
