using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Talka.Reporting.Summaries;
using Talka.Reporting.Summaries.Rendering;

namespace Talka.Bench;

/// <summary>
/// The draft summary of a mandate with 10,000 entries, from the database to HTML: against one plain query that reads the same entries,
/// and in a journal that holds little else against one that holds all the entries asked for.
/// </summary>
internal static class SummaryBench
{
    private const int Entries = 10_000;
    private const int Rounds = 7;

    public static async Task RunAsync(Options options, Report report)
    {
        await using var site = await BenchSite.CreateAsync(options);
        await Sample.CreateMandateAsync(site);
        await Sample.FillAsync(site, Entries);
        await site.SettleAsync();
        var (small, read) = await MeasureAsync(site);
        report.AtMost($"draft summary, {Entries:N0} entries, to one plain query", options.Database, 4, small / read, string.Create(
            CultureInfo.InvariantCulture, $"{small * 1000:0} ms, query {read * 1000:0} ms"));

        await Sample.FillAsync(site, Math.Max(0, options.Entries - Entries), "cits");
        await site.SettleAsync();
        var (large, _) = await MeasureAsync(site);
        report.AtMost($"draft summary, journal of {options.Entries:N0} to {Entries:N0}", options.Database, 1.5, large / small, string.Create(
            CultureInfo.InvariantCulture, $"{large * 1000:0} ms, {small * 1000:0} ms"));
    }

    private static async Task<(double Summary, double Read)> MeasureAsync(BenchSite site)
    {
        List<(double Summary, double Read)> rounds = [];
        for (var round = 0; round < Rounds + 2; round++)
        {
            rounds.Add((await Benchmarks.SecondsAsync(() => DraftAsync(site)), await Benchmarks.SecondsAsync(() => RawRows.CountReadAsync(site, Sample.Mandate))));
        }

        // The first two warm up what is compiled and cached once.
        return (Benchmarks.Median(rounds.Skip(2).Select(r => r.Summary)), Benchmarks.Median(rounds.Skip(2).Select(r => r.Read)));
    }

    private static Task<int> DraftAsync(BenchSite site) => site.InScopeAsync(async services =>
    {
        var document = await services.GetRequiredService<SummaryBuilder>().BuildAsync(Sample.Mandate, "official", null, CancellationToken.None);
        var html = await services.GetRequiredService<SummaryRenderer>().RenderAsync(document.Value, SummaryFormat.Html, CancellationToken.None);
        return html.Value.Length;
    });
}
