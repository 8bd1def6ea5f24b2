using System.Data.Common;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Work.Events;
using Talka.Work.Events.Door;
using Talka.Work.Events.SigningUp;

namespace Talka.Bench;

/// <summary>Check-ins at a door, one committed transaction each, against a bare durable update of as many rows of the same table.</summary>
internal static class DoorBench
{
    private const int Rounds = 7;
    private const int PerRound = 200;
    private const int WarmUp = 400; // until the just-in-time compiler has settled

    public static async Task RunAsync(Options options, Report report)
    {
        await using var site = await BenchSite.CreateAsync(options);
        var (e, people) = await EventSample.AddAsync(site, WarmUp + (2 * Rounds * PerRound));
        var door = new OpenDoor(Guid.CreateVersion7(), e, "Bench", TimeProvider.System.GetUtcNow().UtcDateTime, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(1));
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            db.Add(new EventDoor { Id = door.Id, EventId = e, Name = door.Name, TokenHash = DoorLinks.Hash("bench"), CreatedAt = door.CreatedAt, ExpiresAt = door.ExpiresAt });
            return await db.SaveChangesAsync();
        });
        await CheckInAsync(site, door, people[..WarmUp]);
        await using var connection = await site.OpenAsync();
        await using var memory = PeakMemory.Watch();
        List<(double Product, double Baseline)> rounds = [];
        for (var round = 0; round < Rounds; round++)
        {
            var from = WarmUp + (2 * round * PerRound);
            rounds.Add((
                await Benchmarks.SecondsAsync(() => CheckInAsync(site, door, people[from..(from + PerRound)])),
                await Benchmarks.SecondsAsync(() => UpdateAsync(connection, people[(from + PerRound)..(from + (2 * PerRound))]))));
        }

        await memory.ReportAsync(report, "check-ins", options.Database);
        var ratio = Benchmarks.Median(rounds.Select(round => round.Product / round.Baseline));
        report.AtMost("check-in, to a bare durable update", options.Database, 3, ratio, string.Create(
            CultureInfo.InvariantCulture,
            $"{PerRound / Benchmarks.Median(rounds.Select(r => r.Product)):0}/s of {PerRound / Benchmarks.Median(rounds.Select(r => r.Baseline)):0}/s"));
    }

    private static async Task CheckInAsync(BenchSite site, OpenDoor door, IEnumerable<Guid> people)
    {
        foreach (var person in people)
        {
            var said = await site.InScopeAsync(services => services.GetRequiredService<CheckPeopleIn>().InAsync(door, person, Guid.CreateVersion7(), anyway: false, CancellationToken.None));
            if (said != Admission.In)
            {
                throw new InvalidOperationException(said.ToString());
            }
        }
    }

    private static async Task UpdateAsync(DbConnection connection, IEnumerable<Guid> people)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE event_registrations SET came_at = @at WHERE id = @id";
        var (at, id) = (command.CreateParameter(), command.CreateParameter());
        (at.ParameterName, id.ParameterName, at.Value, id.Value) = ("at", "id", TimeProvider.System.GetUtcNow().UtcDateTime, Guid.Empty);
        command.Parameters.AddRange(new[] { at, id });
        await command.PrepareAsync();
        foreach (var person in people)
        {
            id.Value = person;
            if (await command.ExecuteNonQueryAsync() != 1)
            {
                throw new InvalidOperationException("The bare update found nobody.");
            }
        }
    }
}

/// <summary>An event of yesterday with many people, for what is measured at the door and after.</summary>
internal static class EventSample
{
    public static async Task<(Guid Event, Guid[] People)> AddAsync(BenchSite site, int count)
    {
        await Sample.CreateMandateAsync(site);
        return await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            var mandate = db.Set<Talka.Mandates.Mandate>().First();
            var e = new Event
            {
                Id = Guid.CreateVersion7(),
                MandateId = mandate.Id,
                Slug = "bench",
                Title = "Kopienu dienas seminārs",
                Kind = "seminar",
                Mode = EventMode.Hybrid,
                State = EventState.Published,
                PublishedAt = now,
                CreatedAt = now,
                UpdatedAt = now,
                StartsAt = now.AddHours(-30),
                EndsAt = now.AddHours(-26),
            };
            db.Add(e);
            await db.SaveChangesAsync();
            var people = Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7()).ToArray();
            foreach (var part in people.Index().Chunk(500))
            {
                db.AddRange(part.Select(one => new Registration
                {
                    Id = one.Item,
                    EventId = e.Id,
                    PartyId = one.Item,
                    Number = one.Index,
                    Name = $"Dalībniece {one.Index} Bērziņa-Ozoliņa",
                    Email = $"d{one.Index}@example.org",
                    PersonKey = $"d{one.Index}@example.org",
                    Mode = EventMode.OnSite,
                    State = RegistrationState.Confirmed,
                    Source = RegistrationSource.Public,
                    Language = one.Index % 5 == 0 ? "en" : "lv",
                    TicketCode = TicketCodes.NewTicket(),
                    ShortCode = one.Index.ToString("D6", CultureInfo.InvariantCulture),
                    CreatedAt = now,
                    OnlineMinutes = 60,
                }));
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }

            return (e.Id, people);
        });
    }
}
