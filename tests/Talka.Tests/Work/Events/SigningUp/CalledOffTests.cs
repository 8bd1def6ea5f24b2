using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Talka.Tests.Mandates;
using Talka.Tests.Support;
using Talka.Work.Events;
using Talka.Work.Events.SigningUp;

namespace Talka.Tests.Work.Events.SigningUp;

/// <summary>What people can still do with a registration for an event that is off, or has no day at present.</summary>
public sealed class CalledOffTests
{
    private readonly MovableClock _clock = new();

    [Fact]
    public async Task CancelledEvent_FromAnOldTab_IsNeitherConfirmedNorAccepted()
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { SeatsOnSite = 1, Confirmation = Confirmation.ByMail, OfferHours = 5 }, _clock);
        await using var _ = site;
        var first = (await site.SignUpAsync(e.Person("A"))).Value.Registration;
        var second = (await site.SignUpAsync(e.Person("B"))).Value.Registration;
        await site.CancelAsync(first);
        var third = (await site.SignUpAsync(e.Person("C", EventMode.Online))).Value.Registration;
        await site.ChangeEventAsync(e.Id, one => one.State = EventState.Cancelled);
        var mails = (await site.OutboxAsync()).Count;

        Assert.Equal("event-cancelled", (await site.AcceptAsync(second)).Errors.Single().Code);
        Assert.Equal("event-cancelled", (await site.ConfirmAsync(third)).Errors.Single().Code);
        _clock.Ahead = TimeSpan.FromHours(25);
        await site.LapseAsync();

        Assert.Equal(mails, (await site.OutboxAsync()).Count); // and nobody is told that somebody else got the place
        Assert.Equal(0, await site.LapseAsync());
        Assert.Equal((RegistrationState.Offered, RegistrationState.Unconfirmed), ((await site.RegistrationAsync(second)).State, (await site.RegistrationAsync(third)).State));
        Assert.DoesNotContain("{0}", await site.Client.GetStringAsync(site.Services.GetRequiredService<PrivateLinks>().PathOf(second)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostponedEvent_WhoseOldDayHasPassed_CanBeChangedSwitchedAndCancelled()
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { SeatsOnSite = 1 }, _clock);
        await using var _ = site;
        var own = (await site.SignUpAsync(e.Person("A"))).Value.Registration;
        var waiting = (await site.SignUpAsync(e.Person("B"))).Value.Registration;
        await site.ChangeEventAsync(e.Id, one => one.State = EventState.Postponed);
        _clock.Ahead = TimeSpan.FromDays(9);
        var page = site.Services.GetRequiredService<PrivateLinks>().PathOf(own);

        using var changed = await site.PostFormAsync(site.Client, page, "change", new() { ["Form.Name"] = "Anna" });
        using var switched = await site.PostFormAsync(site.Client, page, "switch", new() { ["mode"] = "Online" });
        using var cancelled = await site.PostFormAsync(site.Client, page, "cancel", []);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.Redirect), (changed.StatusCode, switched.StatusCode, cancelled.StatusCode));
        Assert.Equal(("Anna", EventMode.Online, RegistrationState.Cancelled), ((await site.RegistrationAsync(own)).Name, (await site.RegistrationAsync(own)).Mode, (await site.RegistrationAsync(own)).State));
        Assert.Equal(RegistrationState.Confirmed, (await site.RegistrationAsync(waiting)).State);
        await site.AssertSeatsAddUpAsync(e.Id);
    }
}
