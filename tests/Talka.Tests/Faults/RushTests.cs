using System.Collections.Concurrent;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Tests.Support;
using Talka.Work.Events;
using Talka.Work.Events.SigningUp;

namespace Talka.Tests.Faults;

/// <summary>A node is killed while people rush for the places of an event; whoever was told that they have one, has it.</summary>
public sealed class RushTests : IDisposable
{
    private const int Seats = 60;
    private const int People = 150;
    private const int Clients = 12;

    private readonly string _folder = Directory.CreateTempSubdirectory("talka-rush-").FullName;

    [Fact]
    public async Task TwoNodes_OneKilledInTheRush_NobodyWhoWasAcceptedIsMissing()
    {
        Assert.SkipUnless(TestSite.OnPostgres, "SQLite has one serving process");
        var (connection, slug) = await PrepareAsync();
        await using var first = await ServeAsync(connection);
        await using var second = await ServeAsync(connection);

        var accepted = await RushAsync([first.Address, second.Address], slug, first.KillAsync, null);

        await AssertAllThereAsync(connection, accepted);
    }

    [Fact]
    public async Task OneNode_KilledInTheRushAndStartedAgain_NobodyWhoWasAcceptedIsMissing()
    {
        var (connection, slug) = await PrepareAsync();
        var node = await ServeAsync(connection);
        var next = new TaskCompletionSource<string>();

        var accepted = await RushAsync([node.Address], slug, async () =>
        {
            await node.KillAsync();
            node = await ServeAsync(connection);
            next.SetResult(node.Address);
        }, next.Task);

        await node.DisposeAsync();
        await AssertAllThereAsync(connection, accepted);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Everybody signs up, and again with the same form where no answer came; in the middle a node dies.</summary>
    /// <returns>Who was told what.</returns>
    private static async Task<IReadOnlyDictionary<string, string>> RushAsync(string[] addresses, string slug, Func<Task> kill, Task<string>? next)
    {
        var (accepted, waiting) = (new ConcurrentDictionary<string, string>(), new ConcurrentQueue<int>(Enumerable.Range(0, People)));
        Task? killing = null;
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async client =>
        {
            using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromMinutes(3) };
            var page = await http.GetStringAsync($"{addresses[0]}/events/{slug}/sign-up");
            while (waiting.TryDequeue(out var person))
            {
                for (var attempt = 0; !accepted.ContainsKey(Email(person)); attempt++)
                {
                    Assert.True(attempt < 200, $"No answer for person {person}.");
                    var address = next is { IsCompletedSuccessfully: true } ? await next : addresses[(client + attempt) % addresses.Length];
                    if (await SendAsync(http, address, slug, page, person) is { } outcome)
                    {
                        accepted[Email(person)] = outcome;
                    }
                    else
                    {
                        await Task.Delay(100); // it died with the request, or is not up yet
                    }
                }

                if (accepted.Count >= People / 4 && Interlocked.CompareExchange(ref killing, Task.CompletedTask, null) is null)
                {
                    killing = kill();
                }
            }
        }));
        await killing!;
        return accepted;
    }

    private static async Task<string?> SendAsync(HttpClient http, string address, string slug, string page, int person)
    {
        using var content = new FormUrlEncodedContent(
        [
            new("_handler", "sign-up"), new("__RequestVerificationToken", SignedIn.TokenIn(page)), new("Form.Key", $"person-{person}"),
            new("Form.Name", $"Persona {person}"), new("Form.Email", Email(person)), new("Form.Mode", "OnSite"),
        ]);
        try
        {
            using var answer = await http.PostAsync($"{address}/events/{slug}/sign-up", content);
            Assert.True(answer.StatusCode is HttpStatusCode.Redirect, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            return answer.Headers.Location!.ToString().Split("as=")[1];
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private async Task AssertAllThereAsync(string connection, IReadOnlyDictionary<string, string> accepted)
    {
        Assert.Equal(People, accepted.Count);
        await WithAsync(connection, async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            var people = await db.Registrations().OrderBy(r => r.Number).ToListAsync();
            var seats = await db.EventSeats().SingleAsync(s => s.Mode == EventMode.OnSite);
            Assert.Equal(People, people.Count);
            Assert.Equal(People, people.Select(r => r.Email).Distinct().Count());
            Assert.Equal((Seats, People - Seats), (seats.Taken, seats.Waiting));
            Assert.All(people.Take(Seats), r => Assert.Equal(RegistrationState.Confirmed, r.State));
            Assert.All(people.Skip(Seats), r => Assert.Equal(RegistrationState.Waiting, r.State));
            Assert.All(accepted.Where(one => one.Value == "place"), one => Assert.Equal(RegistrationState.Confirmed, people.Single(r => r.Email == one.Key).State));
            Assert.Equal(People, await db.Set<Talka.Foundation.Mail.OutboxMail>().CountAsync());
        });
    }

    private static string Email(int person) => $"persona{person}@example.org";

    private Task<TalkaProcess> ServeAsync(string connection) =>
        TalkaProcess.ServeAsync(Path.Combine(_folder, "data"), ["env", "Talka__Events__SignUpsPerMinute=100000"], TestSite.OnPostgres ? connection : null, "--no-demo");

    private async Task<(string Connection, string Slug)> PrepareAsync()
    {
        var data = Directory.CreateDirectory(Path.Combine(_folder, "data")).FullName;
        var connection = await TestSite.NewDatabaseAsync(data);
        var slug = "";
        await WithAsync(connection, async services =>
        {
            await SampleEvents.AddMandateAsync(services);
            slug = (await SampleEvents.AddAsync(services, new SampleEvent { SeatsOnSite = Seats })).Slug;
        });
        return (connection, slug);
    }

    private async Task WithAsync(string connection, Func<IServiceProvider, Task> work)
    {
        await using var app = TalkaApp.Build(new Dictionary<string, string?>
        {
            ["Talka:Data"] = Path.Combine(_folder, "data"),
            ["ConnectionStrings:Talka"] = connection,
            ["Logging:LogLevel:Default"] = "Warning",
        });
        await using var scope = app.Services.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }
}
