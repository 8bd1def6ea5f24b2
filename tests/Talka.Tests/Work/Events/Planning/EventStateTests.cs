using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Tests.Mandates;
using Talka.Tests.Support;
using Talka.Work.Events;
using Talka.Work.Events.Planning;
using Talka.Work.Events.SigningUp;

namespace Talka.Tests.Work.Events.Planning;

public sealed class EventStateTests
{
    private const string Mandate = SampleEvents.Mandate;

    [Fact]
    public async Task Draft_WithoutWhatVisitorsNeed_IsNotPublishedAndSaysAllOfIt()
    {
        await using var site = await StartAsync();
        var form = EventForm.Blank();
        form.Title = "Tikai nosaukums";
        var id = (await site.SaveEventAsync(form)).Value.Id;

        var published = await site.ActAsync<PublishEvent>(id, (publish, version) => publish.RunAsync(Mandate, id, version, CancellationToken.None));

        Assert.Equal(["Sessions[0].Date", "Description", "Venue", "Address", "Accessibility"], published.Errors.Select(error => error.Field));
        Assert.Equal(EventState.Draft, (await site.WholeAsync(id)).Event.State);
    }

    [Fact]
    public async Task Event_Cancelled_WritesToEverybodyAndRaisesSequence()
    {
        await using var site = await StartAsync();
        var id = await site.PublishedAsync();

        Assert.Equal("event-reason-missing", (await CallOffAsync(site, id, postpone: false, " ")).Errors.Single().Code);
        Assert.Empty((await CallOffAsync(site, id, postpone: false, "Lektore ir saslimusi.")).Errors);

        var one = (await site.WholeAsync(id)).Event;
        Assert.Equal((EventState.Cancelled, "Lektore ir saslimusi.", 1), (one.State, one.StateReason, one.Sequence));
        var message = Assert.Single(await MessagesAsync(site, id), m => m.Kind == MessageKind.Cancelled);
        Assert.Equal(MessageTo.Everybody, message.To);
        Assert.NotNull(message.DueAt);
        Assert.Equal("event-state", (await CallOffAsync(site, id, postpone: true, "Vēlreiz")).Errors.Single().Code);

        // Its time stays, its words may be made better
        Assert.Equal("event-closed", (await site.SaveEventAsync(await site.FormOfAsync(id, f => f.Sessions[0].From = "13:00"), id)).Codes());
        Assert.Empty((await site.SaveEventAsync(await site.FormOfAsync(id, f => f.Description = "Atcelts."), id)).Errors);
    }

    [Fact]
    public async Task Event_PostponedAndPublishedAgain_WritesTwice()
    {
        await using var site = await StartAsync();
        var id = await site.PublishedAsync();
        Assert.Empty((await CallOffAsync(site, id, postpone: true, "Nav telpas.")).Errors);
        Assert.False((await site.SaveEventAsync(await site.FormOfAsync(id, f => f.Sessions[0].Date = $"{Planned.Year + 1}-12-10"), id)).Value.MovedForPeople);

        Assert.Empty((await site.ActAsync<PublishEvent>(id, (publish, version) => publish.RunAsync(Mandate, id, version, CancellationToken.None))).Errors);

        var one = (await site.WholeAsync(id)).Event;
        Assert.Equal((EventState.Published, null, 3), (one.State, one.StateReason, one.Sequence));
        Assert.Equal([MessageKind.Postponed, MessageKind.Changed], (await MessagesAsync(site, id)).Where(m => m.Kind != MessageKind.Reminder).Select(m => m.Kind));
    }

    [Fact]
    public async Task Change_Announced_BecomesAMessageWithOwnWords()
    {
        await using var site = await StartAsync();
        var id = await site.PublishedAsync();
        Assert.Empty((await site.ActAsync<AnnounceChange>(id, (announce, version) => announce.RunAsync(Mandate, id, version, " Jauna telpa. ", CancellationToken.None))).Errors);
        Assert.Equal("Jauna telpa.", Assert.Single(await MessagesAsync(site, id), m => m.Kind == MessageKind.Changed).Text);
    }

    [Fact]
    public async Task Draft_Deleted_IsGoneAndAPublishedEventStays()
    {
        await using var site = await StartAsync();
        var draft = (await site.SaveEventAsync(Planned.Form())).Value.Id;
        var published = await site.PublishedAsync(Planned.Form(f => f.Title = "Publicēts"));

        Assert.Empty((await site.ActAsync<DeleteDraft>(draft, (delete, version) => delete.RunAsync(Mandate, draft, version, CancellationToken.None))).Errors);
        Assert.Equal("event-state", (await site.ActAsync<DeleteDraft>(published, (delete, version) => delete.RunAsync(Mandate, published, version, CancellationToken.None))).Errors.Single().Code);

        Assert.Equal([published], await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Events().Select(e => e.Id).ToListAsync()));
    }

    [Fact]
    public async Task Copy_OnAnotherDay_KeepsTheTimeAndNoConsent()
    {
        await using var site = await StartAsync();
        var id = await site.PublishedAsync(Planned.Form(f => f.Speakers = [new SpeakerRow { Name = "Līga Parauga", Consent = true }]));
        var day = new DateOnly(Planned.Year + 1, 6, 10);

        var copy = await site.UseAsync<CopyEvent, Talka.Foundation.Results.Result<Guid>>(use => use.RunAsync(Mandate, id, day, Guid.CreateVersion7(), CancellationToken.None));

        var whole = await site.WholeAsync(copy.Value);
        Assert.Equal((EventState.Draft, null, null), (whole.Event.State, whole.Event.PublishedAt, whole.Event.OnlineLink));
        Assert.Equal((day, "14:00"), (EventTimes.Day(whole.Event.StartsAt!.Value, "Europe/Riga"), EventTimes.Time(whole.Event.StartsAt.Value, "Europe/Riga")));
        Assert.Null(Assert.Single(whole.Speakers).ConsentAt);
        Assert.All(whole.Seats, seats => Assert.Equal((0, 0L), (seats.Taken, seats.LastNumber)));
    }

    [Fact]
    public async Task Event_Repeated_MakesASeriesOfDraftsOnTheChosenDays()
    {
        await using var site = await StartAsync();
        var id = await site.PublishedAsync(Planned.Form(f => f.Sessions[0].Date = $"{Planned.Year + 1}-03-24"));
        var (whole, terms) = (await site.WholeAsync(id), (await site.InScopeAsync(s => Talka.Mandates.MandateQueries.MandateTermsAsync(s.GetRequiredService<TalkaDb>(), Mandate, CancellationToken.None)))!);
        var days = RepeatEvent.Preview(whole, terms, RecurrenceRule.Weekly, 5, null);
        Assert.All(days, day => Assert.Null(day.Problem));

        var series = await site.UseAsync<RepeatEvent, Talka.Foundation.Results.Result<Guid>>(use => use.RunAsync(Mandate, id, [.. days.Select(day => day.Day).Where((_, i) => i != 1)], Guid.CreateVersion7(), CancellationToken.None));

        var events = await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Events().Where(e => e.SeriesId == series.Value).OrderBy(e => e.StartsAt).ToListAsync());
        Assert.Equal(4, events.Count);
        Assert.All(events, one => Assert.Equal("14:00", EventTimes.Time(one.StartsAt!.Value, one.TimeZone)));
        Assert.Equal(2, events.Select(one => one.StartsAt!.Value.Hour).Distinct().Count()); // clocks go forward in between
        Assert.Equal(events.Count, events.Select(one => one.Slug).Distinct().Count());
        Assert.Contains(RepeatEvent.Preview(whole, terms, RecurrenceRule.MonthlyByDay, 61, null), day => day.Problem is not null); // beyond the mandate
    }

    private static Task<Talka.Foundation.Results.Result> CallOffAsync(TestSite site, Guid id, bool postpone, string reason) =>
        site.ActAsync<CallOffEvent>(id, (callOff, version) => callOff.RunAsync(Mandate, id, version, postpone, reason, CancellationToken.None));

    private static Task<List<EventMessage>> MessagesAsync(TestSite site, Guid id) =>
        site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().EventMessages().Where(m => m.EventId == id).OrderBy(m => m.Id).ToListAsync());

    private static async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartAsync();
        await site.AddMandateAsync();
        return site;
    }
}
