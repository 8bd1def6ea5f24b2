using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Runtime;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Mandates;
using Talka.Work.Events;
using Talka.Work.Events.SigningUp;

namespace Talka.Bench;

/// <summary>
/// The opening of an event with half as many seats as people who want one, through HTTP on 64 connections; some send twice, some give their place back.
/// Afterwards everybody is counted. The rate is held against the same statements as bare SQL from as many connections.
/// </summary>
internal static partial class RushBench
{
    private const int Clients = 64;
    private const int MostPeople = 10_000;
    private const int SendsTwice = 10;
    private const int Cancels = 25;
    private const int MostToCompile = 20;

    public static async Task RunAsync(Options options, Report report)
    {
        var people = Math.Min(options.Entries, MostPeople);
        await RunAsync(options, report, people, nodes: 1);
        if (options.Database == Options.PostgreSql)
        {
            await RunAsync(options, report, people, nodes: 2);
        }
    }

    private static async Task RunAsync(Options options, Report report, int people, int nodes)
    {
        await using var site = await BenchSite.CreateAsync(options);
        var e = await AddEventAsync(site, people / 2);
        await site.App.StartAsync();
        await using var second = nodes > 1 ? site.AnotherNode() : null;
        await (second?.StartAsync() ?? Task.CompletedTask);
        string[] addresses = [.. new[] { site.App, second }.OfType<Microsoft.AspNetCore.Builder.WebApplication>().Select(app => AddressOf(app.Services))];
        await WarmUpAsync(site, addresses);

        await using var memory = PeakMemory.Watch();
        var (start, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var sent = await RushAsync(site, addresses, e, people);
        var rate = sent / Stopwatch.GetElapsedTime(start).TotalSeconds;
        var each = (Environment.CpuUsage.TotalTime - processor) / sent;
        await memory.ReportAsync(report, nodes == 1 ? "opening rush" : "opening rush on two nodes", options.Database);
        await CheckAsync(site, e, people);
        await (second?.StopAsync() ?? Task.CompletedTask);
        await site.App.StopAsync();

        var bare = await RushBaseline.RateAsync(options, site, e.Id, people, Clients);
        report.AtLeast(
            nodes == 1 ? "opening rush, to bare SQL" : "opening rush on two nodes, to bare SQL", options.Database, 0.5, rate / bare,
            string.Create(CultureInfo.InvariantCulture, $"{rate:0} registrations/s of {bare:0}/s; processor time {each.TotalMilliseconds:0.0} ms each with their sender; {people} people, {people / 2} seats"));
    }

    /// <returns>How many registrations were made.</returns>
    private static async Task<int> RushAsync(BenchSite site, string[] addresses, Event e, int people)
    {
        var links = site.App.Services.GetRequiredService<PrivateLinks>();
        var (queue, made) = (new ConcurrentQueue<int>(Enumerable.Range(0, people)), 0);
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async client =>
        {
            using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(addresses[client % addresses.Length]) };
            var token = TokenIn(await http.GetStringAsync($"/events/{e.Slug}/sign-up"));
            while (queue.TryDequeue(out var person))
            {
                await Task.WhenAll(Enumerable.Range(0, person % SendsTwice == 0 ? 2 : 1).Select(_ => SendAsync(http, $"/events/{e.Slug}/sign-up", token, person)));
                Interlocked.Increment(ref made);
                if (person % Cancels == 1)
                {
                    await CancelAsync(site, e, http, links, person);
                }
            }
        }));
        return made;
    }

    private static async Task SendAsync(HttpClient http, string path, string token, int person)
    {
        using var content = new FormUrlEncodedContent(
        [
            new("_handler", "sign-up"), new("__RequestVerificationToken", token), new("Form.Key", $"person-{person}"),
            new("Form.Name", $"Persona {person}"), new("Form.Email", Email(person)), new("Form.Mode", "OnSite"),
        ]);
        using var answer = await http.PostAsync(path, content);
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"Person {person}: {answer.StatusCode}");
        }
    }

    private static async Task CancelAsync(BenchSite site, Event e, HttpClient http, PrivateLinks links, int person)
    {
        var email = Email(person);
        var id = await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Registrations().Where(r => r.EventId == e.Id && r.PersonKey == email).Select(r => r.Id).FirstAsync());
        var path = links.PathOf(id);
        var page = await http.GetStringAsync(path);
        using var content = new FormUrlEncodedContent([new("_handler", page.Contains("leave", StringComparison.Ordinal) ? "leave" : "cancel"), new("__RequestVerificationToken", TokenIn(page))]);
        using var answer = await http.PostAsync(path, content);
    }

    private static async Task CheckAsync(BenchSite site, Event e, int people) => await site.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<TalkaDb>();
        var all = await db.Registrations().Where(r => r.EventId == e.Id).OrderBy(r => r.Number).ToListAsync();
        var seats = await db.EventSeats().SingleAsync(s => s.EventId == e.Id && s.Mode == EventMode.OnSite);
        var (confirmed, waiting) = (all.FindAll(r => r.State == RegistrationState.Confirmed), all.FindAll(r => r.State == RegistrationState.Waiting));
        Require(all.Count == people && all.Select(r => r.Email).Distinct().Count() == people, $"{all.Count} registrations of {people} people");
        Require(confirmed.Count == people / 2 && seats.Taken == people / 2, $"{confirmed.Count} confirmed, {seats.Taken} taken of {people / 2}");
        Require(seats.Waiting == waiting.Count, $"{seats.Waiting} counted as waiting, {waiting.Count} wait");
        Require(confirmed[^1].Number < waiting[0].Number, "somebody was passed");
        return true;
    });

    private static void Require(bool held, string otherwise)
    {
        if (!held)
        {
            throw new InvalidOperationException("The rush went wrong: " + otherwise);
        }
    }

    // The first requests compile, and compile again what is hot; they go to an event of their own
    private static async Task WarmUpAsync(BenchSite site, string[] addresses)
    {
        var e = await AddEventAsync(site, 10, "iesilde");
        await RushAsync(site, addresses, e, 4000);
        await UntilCompiledAsync();
        await site.SettleAsync(); // as the baseline begins
    }

    // Code that has become hot is compiled beside the work that made it so, for some seconds more.
    private static async Task UntilCompiledAsync()
    {
        var (before, now) = (0L, JitInfo.GetCompiledMethodCount());
        for (var second = 0; before < now && second < MostToCompile; second++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            (before, now) = (now, JitInfo.GetCompiledMethodCount());
        }
    }

    private static Task<Event> AddEventAsync(BenchSite site, int seats, string slug = "atklasana") => site.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<TalkaDb>();
        if (!await db.Mandates().AnyAsync())
        {
            await Sample.CreateMandateAsync(site);
        }

        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var e = new Event
        {
            Id = Guid.CreateVersion7(),
            MandateId = await db.Mandates().Select(m => m.Id).FirstAsync(),
            Slug = slug,
            Title = "Atklāšana",
            Kind = "seminar",
            Mode = EventMode.OnSite,
            State = EventState.Published,
            StartsAt = now.AddDays(30),
            EndsAt = now.AddDays(30).AddHours(2),
            Venue = "Kopienu nams",
            Address = "Parauga iela 1, Rīga",
            Confirmation = Confirmation.AtOnce,
            CreatedAt = now,
            UpdatedAt = now,
            PublishedAt = now,
        };
        db.Add(e);
        db.Add(new EventSession { Id = Guid.CreateVersion7(), EventId = e.Id, StartsAt = e.StartsAt.Value, EndsAt = e.EndsAt.Value });
        db.Add(new EventSeats { EventId = e.Id, Mode = EventMode.OnSite, Group = EventSeats.Everybody, Seats = seats });
        await db.SaveChangesAsync();
        return e;
    });

    private static string Email(int person) => $"persona{person}@example.org";

    private static string AddressOf(IServiceProvider services) => services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    private static string TokenIn(string page) => WebUtility.HtmlDecode(Token().Match(page).Groups["token"].Value);

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.None, 5000)]
    private static partial Regex Token();
}
