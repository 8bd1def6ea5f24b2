using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Tests.Support;
using Talka.Work.Events.Door;
using Talka.Work.Events.SigningUp;

namespace Talka.Tests.Work.Events.Door;

public sealed class CheckInTests
{
    [Fact]
    public async Task In_AtManyDoorsAtOnce_LetsTheGuestInOnceAndTellsTheOthers()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddMandateAsync();
        var e = await site.AddEventAsync();
        var guest = await site.AddGuestAsync(e, "Anna Bērziņa", "anna@example.org");
        var doors = new[] { (await site.AddDoorAsync(e, "A")).Door, (await site.AddDoorAsync(e, "B")).Door };

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => site.LetInAsync(doors[i % 2], guest)));

        Assert.Single(answers, Admission.In);
        Assert.Equal(7, answers.Count(answer => answer == Admission.AlreadyIn));
        Assert.Equal(1, await site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().CheckIns().CountAsync()));
        Assert.NotNull((await site.ReadAsync(guest)).CameAt);
    }

    [Fact]
    public async Task In_TheSameRequestTwice_SaysTheSameAndNotesOnce()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddMandateAsync();
        var e = await site.AddEventAsync();
        var (guest, door, id) = (await site.AddGuestAsync(e, "Anna Bērziņa"), (await site.AddDoorAsync(e)).Door, Guid.CreateVersion7());

        Assert.Equal(Admission.In, await site.LetInAsync(door, guest, id));
        Assert.Equal(Admission.In, await site.LetInAsync(door, guest, id));

        Assert.Equal(1, await site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().CheckIns().CountAsync()));
    }

    [Fact]
    public async Task Out_AfterCheckInAtAnotherDoor_TakesItBackAndKeepsTheTrace()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddMandateAsync();
        var e = await site.AddEventAsync();
        var guest = await site.AddGuestAsync(e, "Anna Bērziņa");
        var (a, b) = ((await site.AddDoorAsync(e, "A")).Door, (await site.AddDoorAsync(e, "B")).Door);
        await site.LetInAsync(a, guest);

        var answer = await site.InScopeAsync(s => s.GetRequiredService<CheckPeopleIn>().OutAsync(b, guest.Id, CancellationToken.None));

        Assert.Equal(Admission.TakenBack, answer);
        Assert.Null((await site.ReadAsync(guest)).CameAt);
        var kept = await site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().CheckIns().SingleAsync());
        Assert.NotNull(kept.TakenBackAt);
        Assert.Equal(Admission.In, await site.LetInAsync(b, guest));
    }

    [Theory]
    [InlineData(RegistrationState.Waiting, Admission.Waiting)]
    [InlineData(RegistrationState.Cancelled, Admission.Cancelled)]
    [InlineData(RegistrationState.Offered, Admission.In)]
    public async Task In_OfSomebodyWithoutAPlaceForCertain_GoesByTheirState(RegistrationState state, Admission expected)
    {
        await using var site = await TestSite.StartAsync();
        await site.AddMandateAsync();
        var e = await site.AddEventAsync();
        var guest = await site.AddGuestAsync(e, "Anna Bērziņa", state: state);

        Assert.Equal(expected, await site.LetInAsync((await site.AddDoorAsync(e)).Door, guest));
        Assert.Equal(expected == Admission.In, (await site.ReadAsync(guest)).CameAt is not null);
    }

    [Fact]
    public async Task In_OfAnotherEventsGuest_IsRefused()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddMandateAsync();
        var (e, other) = (await site.AddEventAsync(), await site.AddEventAsync(new SampleEvent { Slug = "cits" }));
        var guest = await site.AddGuestAsync(other, "Anna Bērziņa");

        Assert.Equal(Admission.NotATicket, await site.LetInAsync((await site.AddDoorAsync(e)).Door, guest));
        Assert.Null((await site.ReadAsync(guest)).CameAt);
    }

    [Fact]
    public async Task Tickets_OfEverySort_GetAnswersOfTheirOwn()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddMandateAsync();
        var (e, other) = (await site.AddEventAsync(), await site.AddEventAsync(new SampleEvent { Slug = "cits" }));
        var anna = await site.AddGuestAsync(e, "Anna Bērziņa");
        var waiting = await site.AddGuestAsync(e, "Jānis Ozols", state: RegistrationState.Waiting);
        var cancelled = await site.AddGuestAsync(e, "Pēteris Kalns", state: RegistrationState.Cancelled);
        var foreign = await site.AddGuestAsync(other, "Ilze Liepa");
        var door = (await site.AddDoorAsync(e, "B")).Door;
        async Task<(Guest? Guest, Admission Admission)> Read(string text) =>
            await site.InScopeAsync(s => s.GetRequiredService<Tickets>().ReadAsync(e.Id, text, CancellationToken.None));

        Assert.Equal(Admission.Expected, (await Read(TicketCodes.Prefix + anna.TicketCode)).Admission);
        Assert.Equal(Admission.Expected, (await Read("https://talka.example.org/t/" + anna.TicketCode)).Admission);
        Assert.Equal(Admission.Expected, (await Read(anna.ShortCode.ToLowerInvariant())).Admission);
        Assert.Equal(Admission.Waiting, (await Read(waiting.TicketCode)).Admission);
        Assert.Equal(Admission.Cancelled, (await Read(cancelled.TicketCode)).Admission);
        Assert.Equal((null, Admission.OtherEvent), await Read(foreign.TicketCode));
        Assert.Equal((null, Admission.NotATicket), await Read(anna.TicketCode[..^1] + (anna.TicketCode[^1] == 'A' ? 'B' : 'A')));
        Assert.Equal((null, Admission.NotATicket), await Read("WIFI:S:kafejnīca;;"));
        Assert.Equal((null, Admission.NotATicket), await Read(new string('x', 4_000)));

        await site.LetInAsync(door, anna);
        var (guest, again) = await Read(anna.TicketCode);
        Assert.Equal(Admission.AlreadyIn, again);
        Assert.Contains("“B”", AdmissionText.Of(again, guest), StringComparison.Ordinal);
    }
}
