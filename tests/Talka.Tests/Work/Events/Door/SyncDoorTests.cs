using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Tests.Support;
using Talka.Work.Events;
using Talka.Work.Events.Door;
using Talka.Work.Events.SigningUp;

namespace Talka.Tests.Work.Events.Door;

/// <summary>Devices that were without a network tell what they noted: late, more than once, in any order.</summary>
public sealed class SyncDoorTests
{
    [Fact]
    public async Task Sync_NotesInAnyOrderAnyNumberOfTimes_EndsTheSame()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddMandateAsync();
        var (random, round) = (new Random(7), 0);
        await Gen.Select(Gen.Select(Gen.Int[0, 2], Gen.Bool).List[1, 12], Gen.Int[0, 100_000]).SampleAsync(async (acts, seed) =>
        {
            var e = await site.AddEventAsync(new SampleEvent { Slug = $"notikums-{Interlocked.Increment(ref round)}-{random.Next()}" });
            var guests = new[] { await site.AddGuestAsync(e, "A"), await site.AddGuestAsync(e, "B"), await site.AddGuestAsync(e, "C") };
            var doors = new[] { (await site.AddDoorAsync(e, "A")).Door, (await site.AddDoorAsync(e, "B")).Door };

            // What the devices did: check-ins, some of which were taken back
            var notes = new List<DoorNote>();
            foreach (var (who, takesBack) in acts)
            {
                var note = new DoorNote(Guid.CreateVersion7(), guests[who].ShortCode, DateTime.UtcNow);
                notes.Add(note);
                if (takesBack)
                {
                    notes.Add(new DoorNote(Guid.CreateVersion7(), guests[who].ShortCode, DateTime.UtcNow, [note.Id]));
                }
            }

            // As they arrive: every note at least once, in random order, in parts, at either door
            var order = new Random(seed);
            var arriving = notes.Concat(notes.Where(_ => order.Next(2) == 0)).OrderBy(_ => order.Next()).ToList();
            foreach (var part in arriving.Chunk(1 + order.Next(4)))
            {
                await site.SyncAsync(doors[order.Next(2)], part);
            }

            for (var i = 0; i < guests.Length; i++)
            {
                var isIn = acts.Exists(act => act.Item1 == i && !act.Item2);
                Assert.Equal(isIn, (await site.ReadAsync(guests[i])).CameAt is not null);
            }

            Assert.Equal(acts.Count, await site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().CheckIns().CountAsync(c => c.EventId == e.Id)));
        }, iter: 25, threads: 1);
    }

    [Fact]
    public async Task Sync_FromTwoDoorsAtOnce_CountsEachPersonOnceAndTheEarliestTime()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddMandateAsync();
        var e = await site.AddEventAsync();
        var guests = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => site.AddGuestAsync(e, $"Viesis {i}")));
        var doors = new[] { (await site.AddDoorAsync(e, "A")).Door, (await site.AddDoorAsync(e, "B")).Door };
        await Task.Delay(50);
        var (early, late) = (DateTime.UtcNow.AddMilliseconds(-30), DateTime.UtcNow.AddMilliseconds(-5));

        await Task.WhenAll(doors.SelectMany((door, i) => new[] { guests, guests.Reverse() }.Select(order =>
            site.SyncAsync(door, [.. order.Select(guest => new DoorNote(Guid.CreateVersion7(), guest.ShortCode, i == 0 ? early : late))]))));

        var numbers = await site.InScopeAsync(s => DoorNumbers.OfAsync(s.GetRequiredService<TalkaDb>(), e.Id, CancellationToken.None));
        Assert.Equal(new DoorNumbers(10, 10), numbers);
        Assert.All(guests, guest => Assert.Equal(early, site.ReadAsync(guest).GetAwaiter().GetResult().CameAt!.Value, TimeSpan.FromMilliseconds(1)));
    }

    [Fact]
    public async Task Sync_WithAWrongClock_IsNeverLaterThanReceivedNorBeforeTheDoor()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddMandateAsync();
        var e = await site.AddEventAsync();
        var (future, past) = (await site.AddGuestAsync(e, "A"), await site.AddGuestAsync(e, "B"));
        var door = (await site.AddDoorAsync(e)).Door;

        await site.SyncAsync(door, new DoorNote(Guid.CreateVersion7(), future.ShortCode, DateTime.UtcNow.AddYears(1)), new DoorNote(Guid.CreateVersion7(), past.ShortCode, DateTime.UnixEpoch));

        Assert.True((await site.ReadAsync(future)).CameAt <= DateTime.UtcNow);
        Assert.True((await site.ReadAsync(past)).CameAt >= door.CreatedAt.AddMilliseconds(-1));
    }

    [Fact]
    public async Task Endpoints_OfADoor_GiveTheListAndTakeNotes()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddMandateAsync();
        var e = await site.AddEventAsync();
        var anna = await site.AddGuestAsync(e, "Anna Bērziņa", "anna@example.org");
        var waiting = await site.AddGuestAsync(e, "Jānis Ozols", "janis@example.org", state: RegistrationState.Waiting);
        var (_, token) = await site.AddDoorAsync(e);

        using var sent = await site.Client.PostAsJsonAsync($"/door/{token}/sync", new { notes = new[] { new { id = Guid.CreateVersion7(), person = anna.ShortCode, at = DateTime.UtcNow } } });
        var list = await site.Client.GetStringAsync($"/door/{token}/list");

        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.Equal(1, JsonDocument.Parse(await sent.Content.ReadAsStringAsync()).RootElement.GetProperty("numbers").GetProperty("in").GetInt32());
        Assert.Contains(Tickets.Hash(anna.TicketCode), list, StringComparison.Ordinal);
        Assert.Contains("Anna", list, StringComparison.Ordinal);
        Assert.DoesNotContain(anna.TicketCode, list, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Ozols", list, StringComparison.Ordinal); // whoever may not come is known by the ticket alone
        Assert.Contains(Tickets.Hash(waiting.TicketCode), list, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"notes":[{"id":"x","person":"A","at":"2026-01-01"}]}""")]
    [InlineData("""{"notes":[null]}""")]
    [InlineData("""{"ticket":""}""")]
    public async Task Sync_OfSomethingElse_IsABadRequest(string body)
    {
        await using var site = await TestSite.StartAsync();
        await site.AddMandateAsync();
        var (_, token) = await site.AddDoorAsync(await site.AddEventAsync());

        using var answer = await site.Client.PostAsync($"/door/{token}/sync", new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Door_ThatWasClosed_OpensNothingAndTakesNothing()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddMandateAsync();
        var e = await site.AddEventAsync();
        var guest = await site.AddGuestAsync(e, "Anna Bērziņa");
        var (door, token) = await site.AddDoorAsync(e);
        await site.InScopeAsync(s => s.GetRequiredService<CloseDoor>().RunAsync(SampleEvents.Mandate, e.Id, door.Id, CancellationToken.None));

        using var page = await site.Client.GetAsync($"/door/{token}");
        using var list = await site.Client.GetAsync($"/door/{token}/list");
        using var sent = await site.Client.PostAsJsonAsync($"/door/{token}/sync", new { notes = new[] { new { id = Guid.CreateVersion7(), person = guest.ShortCode, at = DateTime.UtcNow } } });
        using var guessed = await site.Client.GetAsync($"/door/{DoorLinks.NewToken()}");

        Assert.Equal(HttpStatusCode.Gone, page.StatusCode);
        Assert.DoesNotContain("Anna", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, list.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, sent.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, guessed.StatusCode);
        Assert.Null((await site.ReadAsync(guest)).CameAt);
    }
}
