using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Foundation.Hosting;
using Talka.Mandates;
using Talka.Work.Events;

namespace Talka.Bench;

/// <summary>
/// The public calendar, asked for by people who are not signed in: kept in the cache against an endpoint that does nothing, and made anew with
/// many events against few. The events lie over ten years, half of them still to come.
/// </summary>
internal static class CalendarBench
{
    private const int Clients = 8;
    private const int Few = 100;
    private const int Many = 10_000;
    private const int Rounds = 3;
    private const string Page = "/events";

    public static async Task RunAsync(Options options, Report report)
    {
        await using var site = await BenchSite.CreateAsync(options);
        await Sample.CreateMandateAsync(site);
        site.App.MapGet("/bench-empty", () => "").AllowAnonymous();
        await site.App.StartAsync();
        var address = site.App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        var cache = site.App.Services.GetRequiredService<PublicCache>();

        await AddAsync(site, 0, Few);
        await RateAsync(client, "/bench-empty", 2_000, null);
        await RateAsync(client, Page, 300, cache.Outdate);
        await using var memory = PeakMemory.Watch();
        var few = await MedianAsync(() => RateAsync(client, Page, 600, cache.Outdate));
        await AddAsync(site, Few, Many);
        await RateAsync(client, Page, 100, cache.Outdate);
        var many = await MedianAsync(() => RateAsync(client, Page, 600, cache.Outdate));
        var cached = await MedianAsync(() => RateAsync(client, Page, 10_000, null));
        await memory.ReportAsync(report, "calendar", options.Database);
        var empty = await MedianAsync(() => RateAsync(client, "/bench-empty", 10_000, null));
        await site.App.StopAsync();

        report.AtLeast("calendar, cached, to an empty endpoint", options.Database, 0.5, cached / empty, Say($"{cached:0}/s of {empty:0}/s"));
        report.AtMost("calendar, not cached, 10,000 events to 100", options.Database, 1.5, few / many, Say($"{1000 * Clients / many:0.0} ms to {1000 * Clients / few:0.0} ms"));
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static async Task<double> MedianAsync(Func<Task<double>> measure)
    {
        var values = new List<double>();
        for (var i = 0; i < Rounds; i++)
        {
            values.Add(await measure());
        }

        return Benchmarks.Median(values);
    }

    private static async Task AddAsync(BenchSite site, int from, int to)
    {
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            var mandate = await db.Mandates().Select(m => m.Id).FirstAsync();
            var now = TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddHours(10);
            foreach (var part in Enumerable.Range(from, to - from).Chunk(500))
            {
                foreach (var i in part)
                {
                    // Few or many, they are spread alike
                    var start = now.AddDays(1825 - (i * 3650L / (from == 0 ? Few : Many)));
                    var one = new Event
                    {
                        Id = Guid.CreateVersion7(),
                        MandateId = mandate,
                        Slug = string.Create(CultureInfo.InvariantCulture, $"pasakums-{i}"),
                        Title = $"Seminārs {i}",
                        Kind = "seminar",
                        Description = string.Concat(Enumerable.Repeat("Par kopienām un to darbu. ", 20)),
                        State = i % 20 == 0 ? EventState.Cancelled : start < now ? EventState.Closed : EventState.Published,
                        Mode = (EventMode)(i % 3),
                        StartsAt = start,
                        EndsAt = start.AddHours(2),
                        Venue = "Kopienu nams",
                        CreatedAt = now,
                        UpdatedAt = now,
                        PublishedAt = now,
                    };
                    db.Add(one);
                    db.Add(new EventSession { Id = Guid.CreateVersion7(), EventId = one.Id, StartsAt = start, EndsAt = start.AddHours(2) });
                }

                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }

            return true;
        });
        await site.SettleAsync();
    }

    private static async Task<double> RateAsync(HttpClient client, string path, int requests, Action? before)
    {
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            for (var i = 0; i < requests / Clients; i++)
            {
                before?.Invoke();
                using var response = await client.GetAsync(path);
                response.EnsureSuccessStatusCode();
                await response.Content.ReadAsByteArrayAsync();
            }
        }));
        return requests / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
