using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Work.Events;
using Talka.Work.Events.After;
using Talka.Work.Events.After.Certificates;
using Talka.Work.Events.After.Closing;

namespace Talka.Bench;

/// <summary>Certificates for all of a large event by the background run: how many a minute, and the memory that it takes, to that at rest.</summary>
internal static class CertificateBench
{
    private const int Most = 5_000;

    public static async Task RunAsync(Options options, Report report)
    {
        await using var site = await BenchSite.CreateAsync(options);
        var count = (int)Math.Min(options.Entries, Most);
        var (e, _) = await EventSample.AddAsync(site, count);
        await site.InScopeAsync(services => CloseAsync(services, e));
        await RunAsync(site, e, 1); // loads what a first rendering loads
        await using var memory = PeakMemory.Watch();
        var seconds = await Benchmarks.SecondsAsync(() => RunAsync(site, e, count));
        var made = await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Certificates().CountAsync(c => c.Sha256 != null));
        if (made != count)
        {
            throw new InvalidOperationException($"{made} of {count} certificates were made.");
        }

        await memory.ReportAsync(report, $"{count} certificates", options.Database, string.Create(CultureInfo.InvariantCulture, $"; {60 * count / seconds:0} a minute, {seconds:0} s"));
    }

    private static async Task<int> CloseAsync(IServiceProvider services, Guid id)
    {
        var counted = new Counted(0, Most, 0, 0, [], 30, null, Most, 0, null).Write();
        return await services.GetRequiredService<TalkaDb>().Set<Event>().Where(e => e.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.State, EventState.Closed).SetProperty(e => e.Counted, counted));
    }

    private static async Task RunAsync(BenchSite site, Guid e, int most)
    {
        var made = 0;
        while (made < most)
        {
            var next = await site.InScopeAsync(async services =>
            {
                var issue = services.GetRequiredService<IssueCertificates>();
                var facts = (await issue.FactsAsync(e, CancellationToken.None)).Value;
                return (await issue.NextAsync(facts.Facts, facts.Threshold, Math.Min(50, most - made), CancellationToken.None)).Value;
            });
            if (next == 0)
            {
                return;
            }

            made += next;
        }
    }
}
