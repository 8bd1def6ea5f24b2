using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Tests.Mandates;
using Talka.Tests.Support;
using Talka.Work.Events;
using Talka.Work.Events.SigningUp;

namespace Talka.Tests.Work.Events.SigningUp;

/// <summary>People who came together and are not all in the same state: the counts stay true.</summary>
public sealed class MixedPartyTests
{
    private readonly MovableClock _clock = new();

    [Fact]
    public async Task Promote_OfOneOfAParty_GivesAllWhoWaitTheirPlaces()
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { SeatsOnSite = 2 });
        await using var _ = site;
        await site.SignUpAsync(e.Person("A") with { Others = ["B"] });
        await site.SignUpAsync(e.Person("C") with { Others = ["D", "E"] });
        var companion = (await site.RegistrationsAsync()).Single(r => r.Name == "D").Id;

        Assert.Equal("event-full", (await site.PromoteAsync(e, companion)).Errors.Single().Code);
        Assert.Empty((await site.PromoteAsync(e, companion, raise: true)).Errors);

        Assert.All((await site.RegistrationsAsync()).Where(r => r.Name is "C" or "D" or "E"), r => Assert.Equal(RegistrationState.Confirmed, r.State));
        Assert.Equal((5, 5, 0), ((await site.SeatsAsync()).Seats!.Value, (await site.SeatsAsync()).Taken, (await site.SeatsAsync()).Waiting));
        Assert.Equal("c@example.org", (await site.OutboxAsync())[^1].To);
    }

    [Fact]
    public async Task Switch_OfAPartyOfWhichSomeWait_CountsEachAsTheyStand()
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { SeatsOnSite = 2 });
        await using var _ = site;
        await site.SignUpAsync(e.Person("A"));
        var leader = (await site.SignUpAsync(e.Person("C") with { Others = ["D"] })).Value.Registration;
        var companion = (await site.RegistrationsAsync()).Single(r => r.Name == "D");
        await site.SwitchAsync(companion.Id, EventMode.Online); // has a place there while the other waits
        Assert.Equal(RegistrationState.Confirmed, (await site.RegistrationAsync(companion.Id)).State);
        Assert.Empty((await site.SwitchAsync(leader, EventMode.Online)).Errors);
        await site.AssertSeatsAddUpAsync(e.Id);
        Assert.Empty((await site.SwitchAsync(companion.Id, EventMode.OnSite)).Errors);
        Assert.Equal("mode-full", (await site.SwitchAsync(leader, EventMode.OnSite)).Errors.Single().Code);
        Assert.Empty((await site.CancelAsync(leader)).Errors);
        await site.AssertSeatsAddUpAsync(e.Id);
    }

    [Fact]
    public async Task Switch_OfAPartyInTwoStates_MovesBoth()
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { SeatsOnSite = 2 });
        await using var _ = site;
        var first = (await site.SignUpAsync(e.Person("A"))).Value.Registration;
        var leader = (await site.SignUpAsync(e.Person("C") with { Others = ["D"] })).Value.Registration;
        await site.InScopeAsync(async services =>
        {
            // As an earlier version left them behind: one of the two was promoted alone
            var db = services.GetRequiredService<TalkaDb>();
            var companion = await db.Set<Registration>().AsTracking().SingleAsync(r => r.Name == "D");
            companion.State = RegistrationState.Confirmed;
            var seats = await db.Set<EventSeats>().AsTracking().SingleAsync(s => s.Mode == EventMode.OnSite && s.Group == "");
            (seats.Taken, seats.Waiting) = (2, 1);
            await db.SaveChangesAsync();
        });
        await site.AssertSeatsAddUpAsync(e.Id, inOrder: false);

        Assert.Empty((await site.SwitchAsync(leader, EventMode.Online)).Errors);
        await site.AssertSeatsAddUpAsync(e.Id);
        Assert.Empty((await site.CancelAsync(leader)).Errors);
        Assert.Empty((await site.CancelAsync(first)).Errors);
        await site.AssertSeatsAddUpAsync(e.Id);
    }

    [Fact]
    public async Task Lapse_OfAnEventWhoseCountsAreWrong_DoesNotStopTheOthers()
    {
        var (site, bad) = await Signing.StartAsync(new SampleEvent { Confirmation = Confirmation.ByMail }, _clock);
        await using var _ = site;
        var good = await site.AddEventAsync(new SampleEvent { Slug = "labs", Confirmation = Confirmation.ByMail });
        await site.SignUpAsync(bad.Person("A"));
        var own = (await site.SignUpAsync(good.Person("B"))).Value.Registration;
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            (await db.Set<EventSeats>().AsTracking().SingleAsync(s => s.EventId == bad.Id && s.Mode == EventMode.OnSite)).Taken = 0;
            await db.SaveChangesAsync();
        });

        _clock.Ahead = TimeSpan.FromHours(25);
        await site.LapseAsync();

        Assert.Equal(RegistrationState.Lapsed, (await site.RegistrationAsync(own)).State);
    }
}
