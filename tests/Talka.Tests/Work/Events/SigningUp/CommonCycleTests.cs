using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Results;
using Talka.Tests.Mandates;
using Talka.Tests.Support;
using Talka.Work.Events;
using Talka.Work.Events.SigningUp;

namespace Talka.Tests.Work.Events.SigningUp;

/// <summary>One registration for all events of a cycle, which do not all have room, nor all take people.</summary>
public sealed class CommonCycleTests
{
    private readonly MovableClock _clock = new();

    [Theory]
    [InlineData(Confirmation.ByMail, "Apstipriniet savu vietu: Otrais", RegistrationState.Unconfirmed)]
    [InlineData(Confirmation.AtOnce, "Jūsu vieta: Otrais", RegistrationState.Confirmed)]
    public async Task SignUp_WhereOnlyTheLaterEventHasRoom_SpeaksOfThatOne(Confirmation confirmation, string subject, RegistrationState state)
    {
        var (site, first, second) = await StartAsync(new SampleEvent { Confirmation = confirmation }, seatsOfFirst: 0);
        await using var _ = site;

        var signedUp = await site.SignUpAsync(first.Person("Anna"));

        Assert.Empty(signedUp.Errors);
        Assert.Equal(RegistrationState.Waiting, signedUp.Value.State);
        var later = (await site.RegistrationsAsync()).Single(r => r.EventId == second.Id);
        Assert.Equal(state, later.State);
        var mail = Assert.Single(await site.OutboxAsync());
        Assert.Equal(subject, mail.Subject);
        Assert.Contains("pasākum", mail.Text, StringComparison.Ordinal);
        Assert.Contains(site.Services.GetRequiredService<PrivateLinks>().LinkOf(later.Id), mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("„Pirmais”", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirming_OneEvent_ShowsTheAddressForThoseWhereThePersonWaits()
    {
        var (site, first, second) = await StartAsync(new SampleEvent { Confirmation = Confirmation.ByMail }, seatsOfFirst: 1);
        await using var _ = site;
        var other = (await site.SignUpAsync(first.Person("Berta"))).Value.Registration;
        await site.ConfirmAsync(other);
        await site.SignUpAsync(first.Person("Anna"));
        var people = await site.RegistrationsAsync();
        await site.ConfirmAsync(people.Single(r => r.EventId == second.Id && r.Name == "Anna").Id);

        await site.CancelAsync(other);

        Assert.Equal(RegistrationState.Confirmed, (await site.RegistrationAsync(people.Single(r => r.EventId == first.Id && r.Name == "Anna").Id)).State);
    }

    [Fact]
    public async Task SignUp_LeavesOutEventsThatTakeNobody_AndThePageSaysSo()
    {
        var (site, first, second) = await StartAsync(new SampleEvent(), closesSecondIn: TimeSpan.FromHours(-1));
        await using var _ = site;
        var page = WebUtility.HtmlDecode(await site.Client.GetStringAsync("/events/pirmais/sign-up"));
        Assert.Contains("Otrais", page, StringComparison.Ordinal);
        Assert.Contains("Pieteikšanās ir beigusies", page, StringComparison.Ordinal);

        await site.SignUpAsync(first.Person("Anna"));

        Assert.Equal(first.Id, Assert.Single(await site.RegistrationsAsync()).EventId);
        Assert.DoesNotContain("Otrais", Assert.Single(await site.OutboxAsync()).Text, StringComparison.Ordinal);
        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task Mail_OfSeveralPlaces_HasAllOfThemInItsCalendar()
    {
        await using var server = await SmtpServer.StartAsync();
        var (site, first, _) = await StartAsync(new SampleEvent(), settings: server.Settings);
        await using var _1 = site;
        await site.SignUpAsync(first.Person("Anna"));

        var mail = (await server.ReceiveAsync(1))[0];
        var calendar = mail.Attachments.OfType<MimeKit.MimePart>().Single(part => part.ContentType.MimeType == "text/calendar");
        using var content = new MemoryStream();
        await calendar.Content!.DecodeToAsync(content);
        var text = System.Text.Encoding.UTF8.GetString(content.ToArray());
        Assert.Contains("Pirmais", text, StringComparison.Ordinal);
        Assert.Contains("Otrais", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cycle_CancelledOnThePrivatePage_GivesAllPlacesBack()
    {
        var (site, first, second) = await StartAsync(new SampleEvent());
        await using var _ = site;
        var own = (await site.SignUpAsync(first.Person("Anna") with { Others = ["Jānis"] })).Value.Registration;
        var page = site.Services.GetRequiredService<PrivateLinks>().PathOf(own);

        using var done = await site.PostFormAsync(site.Client, page, "cancel-cycle", []);

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.All(await site.RegistrationsAsync(), r => Assert.Equal(RegistrationState.Cancelled, r.State));
        await site.AssertSeatsAddUpAsync(first.Id);
        await site.AssertSeatsAddUpAsync(second.Id);
        var mail = Assert.Single((await site.OutboxAsync()).Skip(1)); // after the ticket
        Assert.Equal("Pieteikumi atcelti: Pirmais un citi cikla pasākumi", mail.Subject);
        Assert.Contains("Otrais", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cycle_Cancelled_GivesEachPlaceToWhoeverWaitsForIt()
    {
        var (site, first, second) = await StartAsync(new SampleEvent(), seatsOfFirst: 1);
        await using var _ = site;
        var own = (await site.SignUpAsync(first.Person("Anna"))).Value.Registration;
        await site.SignUpAsync(first.Person("Berta"));
        var done = await site.UseAsync<CancelCycle, Result>(cycle => cycle.RunAsync(own, CancellationToken.None));
        var again = await site.UseAsync<CancelCycle, Result>(cycle => cycle.RunAsync(own, CancellationToken.None)); // a second click

        Assert.Empty(done.Errors.Concat(again.Errors));
        var people = await site.RegistrationsAsync();
        Assert.All(people, r => Assert.Equal(r.Name == "Anna" ? RegistrationState.Cancelled : RegistrationState.Confirmed, r.State));
        Assert.Equal(["Pieteikumi atcelti", "Jums ir vieta"], (await site.OutboxAsync()).Skip(2).Select(mail => mail.Subject.Split(':')[0]));
        await site.AssertSeatsAddUpAsync(first.Id);
        await site.AssertSeatsAddUpAsync(second.Id);
    }

    [Fact]
    public async Task Correction_OfSomebodyInACycle_IsMadeInAllItsEvents()
    {
        var (site, first, _) = await StartAsync(new SampleEvent());
        await using var _1 = site;
        var own = (await site.SignUpAsync(first.Person("Ana") with { Others = ["Jānis"] })).Value.Registration;

        Assert.Empty((await site.UseAsync<CorrectPerson, Result>(correct => correct.RunAsync(SampleEvents.Mandate, first.Id, own, "Anna", "anna@example.org", tell: false, CancellationToken.None))).Errors);

        var people = await site.RegistrationsAsync();
        Assert.Equal(2, people.Count(r => r is { Name: "Anna", Email: "anna@example.org", PersonKey: "anna@example.org" }));
        Assert.Equal(2, people.Count(r => r.PersonKey == "anna@example.org|jānis"));
    }

    private async Task<(TestSite Site, Event First, Event Second)> StartAsync(
        SampleEvent like, int seatsOfFirst = 20, TimeSpan? closesSecondIn = null, Dictionary<string, string?>? settings = null)
    {
        var (site, _) = await Signing.StartAsync(clock: _clock, settings: settings);
        var series = await site.InScopeAsync(services => SampleEvents.AddSeriesAsync(services, commonRegistration: true));
        var first = await site.AddEventAsync(like with { Slug = "pirmais", Title = "Pirmais", SeriesId = series.Id, SeatsOnSite = seatsOfFirst });
        var second = await site.AddEventAsync(like with { Slug = "otrais", Title = "Otrais", SeriesId = series.Id, StartsIn = TimeSpan.FromDays(14), ClosesIn = closesSecondIn });
        return (site, first, second);
    }
}
