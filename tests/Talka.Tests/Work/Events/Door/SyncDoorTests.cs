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
        var lapsed = await site.AddGuestAsync(e, "Ilze Liepa", "ilze@example.org", state: RegistrationState.Lapsed);
        var (_, token) = await site.AddDoorAsync(e);

        using var sent = await site.Client.PostAsJsonAsync($"/door/{token}/sync", new { notes = new[] { new { id = Guid.CreateVersion7(), person = anna.ShortCode, at = DateTime.UtcNow } } });
        var list = await site.Client.GetStringAsync($"/door/{token}/list");

        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.Equal(0, JsonDocument.Parse(await sent.Content.ReadAsStringAsync()).RootElement.GetProperty("unknown").GetInt32());
        Assert.Contains(Tickets.Hash(anna.TicketCode), list, StringComparison.Ordinal);
        Assert.Contains("Anna", list, StringComparison.Ordinal);
        Assert.DoesNotContain(anna.TicketCode, list, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", list, StringComparison.Ordinal);
        Assert.Contains("Ozols", list, StringComparison.Ordinal); // whoever stands at the door may let them in all the same
        Assert.DoesNotContain("Liepa", list, StringComparison.Ordinal); // whose registration lapsed is known by the ticket alone
        Assert.Contains(Tickets.Hash(lapsed.TicketCode), list, StringComparison.Ordinal);
        Assert.Contains(Tickets.Hash(waiting.TicketCode), list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_ThatADeviceHasAlready_IsNotSentAgainUntilItChanges()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddMandateAsync();
        var e = await site.AddEventAsync();
        var anna = await site.AddGuestAsync(e, "Anna Bērziņa", "anna@example.org");
        var (door, token) = await site.AddDoorAsync(e);

        var first = await VersionAsync(null);
        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal((HttpStatusCode.NotModified, first.Version), await VersionAsync(first.Version));
        var note = new DoorNote(Guid.CreateVersion7(), anna.ShortCode, DateTime.UtcNow);
        await site.SyncAsync(door, note);
        var let = await VersionAsync(first.Version);
        await site.SyncAsync(door, new DoorNote(Guid.CreateVersion7(), anna.ShortCode, DateTime.UtcNow, [note.Id]));
        var back = await VersionAsync(let.Version);
        await site.AddGuestAsync(e, "Jānis Ozols");
        var more = await VersionAsync(back.Version);

        Assert.All([let, back, more], one => Assert.Equal(HttpStatusCode.OK, one.Status));
        Assert.Equal(4, new[] { first, let, back, more }.Select(one => one.Version).Distinct().Count());

        async Task<(HttpStatusCode Status, string? Version)> VersionAsync(string? known)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/door/{token}/list");
            if (known is not null)
            {
                request.Headers.TryAddWithoutValidation("If-None-Match", known);
            }

            using var answer = await site.Client.SendAsync(request);
            return (answer.StatusCode, answer.Headers.ETag?.ToString());
        }
    }

    [Fact]
    public async Task List_OfMoreThanIsWrittenAtOnce_IsWhole()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddMandateAsync();
        var e = await site.AddEventAsync();
        var (door, token) = await site.AddDoorAsync(e);
        var guests = new List<Registration>();
        for (var i = 0; i < 450; i++)
        {
            guests.Add(await site.AddGuestAsync(e, $"Dalībniece {i}"));
        }

        var ids = new[] { Guid.CreateVersion7(), Guid.CreateVersion7() };
        await site.SyncAsync(door, new DoorNote(ids[0], guests[7].ShortCode, DateTime.UtcNow), new DoorNote(ids[1], guests[7].ShortCode, DateTime.UtcNow));
        var people = JsonDocument.Parse(await site.Client.GetStringAsync($"/door/{token}/list")).RootElement.GetProperty("people").EnumerateArray().ToDictionary(p => p.GetProperty("code").GetString()!);

        Assert.Equal(guests.Select(g => g.ShortCode).Order(StringComparer.Ordinal), people.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(ids.Order(), people[guests[7].ShortCode].GetProperty("in").EnumerateArray().Select(id => id.GetGuid()).Order());
        Assert.Equal("Galvenā ieeja", people[guests[7].ShortCode].GetProperty("door").GetString());
    }

    [Fact]
    public async Task Links_ThatAreGuessed_AreLimited()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddMandateAsync();
        var (_, token) = await site.AddDoorAsync(await site.AddEventAsync());
        foreach (var path in new[] { "/door/{0}", "/door/{0}/list", "/certificates/{0}", "/events/feedback/{0}", "/events/certificate/{0}" })
        {
            var last = HttpStatusCode.OK;
            for (var i = 0; i < 25; i++)
            {
                using var guess = await site.Client.GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, DoorLinks.NewToken()[..40]));
                last = guess.StatusCode;
            }

            Assert.Equal((path, HttpStatusCode.TooManyRequests), (path, last));
        }

        using var good = await site.Client.GetAsync($"/door/{token}");
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"notes":[{"id":"x","person":"A","at":"2026-01-01"}]}""")]
    [InlineData("""{"notes":[null]}""")]
    [InlineData("""{"notes":[{"id":"0193a0f2-5a3c-7c1e-9d2b-1c2d3e4f5a6b","person":"A\u0000","at":"2026-01-01T00:00:00Z"}]}""")]
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
