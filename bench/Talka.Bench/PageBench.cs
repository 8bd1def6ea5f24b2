using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Hosting;

namespace Talka.Bench;

/// <summary>
/// The public page of a mandate, asked for by people who are not signed in, against an endpoint of the same process that does nothing.
/// All requests stay on this machine, and their number is bounded.
/// </summary>
internal static class PageBench
{
    private const int Clients = 8;
    private const int Entries = 2_000;

    public static async Task RunAsync(Options options, Report report)
    {
        await using var site = await BenchSite.CreateAsync(options);
        await Sample.CreateMandateAsync(site);
        await Sample.FillAsync(site, Entries);
        await site.SettleAsync();
        site.App.MapGet("/bench-empty", () => "").AllowAnonymous();
        await site.App.StartAsync();
        var address = site.App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        var cache = site.App.Services.GetRequiredService<PublicCache>();
        const string page = "/mandates/" + Sample.Mandate;
        await RateAsync(client, "/bench-empty", 2_000, null);
        await RateAsync(client, page, 300, cache.Outdate);
        List<(double Empty, double Cached, double Uncached)> rounds = [];
        for (var round = 0; round < 3; round++)
        {
            rounds.Add((
                await RateAsync(client, "/bench-empty", 10_000, null),
                await RateAsync(client, page, 10_000, null),
                await RateAsync(client, page, 500, cache.Outdate)));
        }

        await site.App.StopAsync();
        var empty = Benchmarks.Median(rounds.Select(r => r.Empty));
        Add("cached", 0.5, Benchmarks.Median(rounds.Select(r => r.Cached)));
        Add("not cached", 0.03, Benchmarks.Median(rounds.Select(r => r.Uncached)));

        void Add(string how, double bar, double rate) => report.AtLeast(
            $"public mandate page, {how}, to an empty endpoint", options.Database, bar, rate / empty,
            string.Create(CultureInfo.InvariantCulture, $"{rate:0}/s of {empty:0}/s"));
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
