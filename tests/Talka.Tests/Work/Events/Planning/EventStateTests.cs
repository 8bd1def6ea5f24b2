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
        Assert.False((await site.SaveEventAsync(await site.FormOfAsync(id, f => f.Sessions[0].Date = $"{Planned.Year}-12-10"), id)).Value.MovedForPeople);

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
        var day = new DateOnly(Planned.Year, 6, 10);

        var copy = await site.UseAsync<CopyEvent, Talka.Foundation.Results.Result<Guid>>(use => use.RunAsync(Mandate, id, day, Guid.CreateVersion7(), CancellationToken.None));

        var whole = await site.WholeAsync(copy.Value);
        Assert.Equal((EventState.Draft, null, null), (whole.Event.State, whole.Event.PublishedAt, whole.Event.OnlineLink));
        Assert.Equal((day, "14:00"), (EventTimes.Day(whole.Event.StartsAt!.Value, "Europe/Riga"), EventTimes.Time(whole.Event.StartsAt.Value, "Europe/Riga")));
        Assert.Null(Assert.Single(whole.Speakers).ConsentAt);
        Assert.All(whole.Seats, seats => Assert.Equal((0, 0L), (seats.Taken, seats.LastNumber)));
    }

    [Fact]
    public async Task Copy_WithoutADay_KeepsSessionsAndProgrammeUntilTheDayIsSet()
    {
        await using var site = await StartAsync();
        var id = await site.PublishedAsync(Planned.Form(f => f.Sessions =
        [
            new SessionRow { Date = $"{Planned.Year}-12-03", From = "14:00", To = "16:00", Title = "Ievads", Programme = "- Sveiciens" },
            new SessionRow { Date = $"{Planned.Year}-12-04", From = "10:00", To = "12:00", Title = "Darbnīca", TitleEn = "Workshop" },
        ]));
        Task<Talka.Foundation.Results.Result<Guid>> CopyAsync(Guid of, DateOnly? day) =>
            site.UseAsync<CopyEvent, Talka.Foundation.Results.Result<Guid>>(use => use.RunAsync(Mandate, of, day, Guid.CreateVersion7(), CancellationToken.None));
        static IEnumerable<(string?, string?, string?, string)> Told(WholeEvent whole) =>
            whole.Sessions.Select(s => (s.Title, s.TitleEn, s.Programme, EventTimes.Time(s.StartsAt, whole.Event.TimeZone)));

        var copy = (await CopyAsync(id, null)).Value;

        var undated = await site.WholeAsync(copy);
        Assert.Equal((null, null), (undated.Event.StartsAt, undated.Event.EndsAt));
        Assert.Equal([("Ievads", null, "- Sveiciens", "14:00"), ("Darbnīca", "Workshop", null, "10:00")], Told(undated));
        Assert.Contains(EventReadiness.Missing(undated), error => error.Field == "Sessions[0].Date");
        using var client = await site.SignInAsync();
        var plan = System.Net.WebUtility.HtmlDecode(await client.GetStringAsync(EventAddress.Work(Mandate, copy)));
        Assert.Contains("14:00–16:00 – Ievads", plan, StringComparison.Ordinal);
        Assert.DoesNotContain($"{Planned.Year}. gada 3. decembris", plan, StringComparison.Ordinal);

        var form = await site.FormOfAsync(copy, f => (f.Title, f.Sessions[0].From) = ("Vēl bez dienas", "13:00"));
        Assert.All(form.Sessions, row => Assert.Null(row.Date));
        Assert.Empty((await site.SaveEventAsync(form, copy)).Errors);
        Assert.Null((await site.WholeAsync(copy)).Event.StartsAt);
        Assert.Empty((await site.SaveEventAsync(await site.FormOfAsync(copy, f => f.Sessions.Add(new SessionRow { From = "15:00", To = "16:00", Title = "Noslēgums" })), copy)).Errors);
        var added = await site.WholeAsync(copy);
        Assert.Null(added.Event.StartsAt);
        Assert.Contains(added.Sessions, session => session.Title == "Noslēgums");
        Assert.Empty((await site.SaveEventAsync(await site.FormOfAsync(copy, f => f.Sessions.RemoveAll(row => row.Title == "Noslēgums")), copy)).Errors);

        var half = await site.SaveEventAsync(await site.FormOfAsync(copy, f => f.Sessions[0].Date = $"{Planned.Year}-06-10"), copy);
        Assert.Equal(["Sessions[1].Date"], half.Errors.Select(error => error.Field));

        var day = new DateOnly(Planned.Year, 6, 10);
        var dated = await site.WholeAsync((await CopyAsync(copy, day)).Value);
        Assert.Equal([day, day.AddDays(1)], dated.Sessions.Select(s => EventTimes.Day(s.StartsAt, dated.Event.TimeZone)));
        Assert.Equal([("Ievads", null, "- Sveiciens", "13:00"), ("Darbnīca", "Workshop", null, "10:00")], Told(dated));
        Assert.Empty(EventReadiness.Missing(dated));
    }

    [Fact]
    public async Task Event_Repeated_MakesASeriesOfDraftsOnTheChosenDays()
    {
        await using var site = await StartAsync();
        var id = await site.PublishedAsync(Planned.Form(f => f.Sessions[0].Date = $"{Planned.Year}-03-24"));
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

    [Fact]
    public async Task Form_SentTwice_MakesNothingTwice()
    {
        await using var site = await StartAsync();
        var id = await site.PublishedAsync(Planned.Form(f => f.Sessions[0].Date = $"{Planned.Year}-03-24"));
        DateOnly[] days = [new DateOnly(Planned.Year, 3, 31), new DateOnly(Planned.Year, 4, 7)];
        var key = Guid.CreateVersion7();

        var repeated = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.UseAsync<RepeatEvent, Talka.Foundation.Results.Result<Guid>>(use => use.RunAsync(Mandate, id, days, key, CancellationToken.None))));
        var copied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.UseAsync<CopyEvent, Talka.Foundation.Results.Result<Guid>>(use => use.RunAsync(Mandate, id, null, key, CancellationToken.None))));
        var again = await site.UseAsync<RepeatEvent, Talka.Foundation.Results.Result<Guid>>(use => use.RunAsync(Mandate, id, days, key, CancellationToken.None));
        var more = await site.UseAsync<RepeatEvent, Talka.Foundation.Results.Result<Guid>>(use => use.RunAsync(Mandate, id, [days[0].AddDays(60)], Guid.CreateVersion7(), CancellationToken.None));

        Assert.All([.. repeated, .. copied, again, more], one => Assert.Empty(one.Errors));
        Assert.Single(repeated.Append(again).Append(more).Select(one => one.Value).Distinct());
        Assert.Single(copied.Select(one => one.Value).Distinct());
        Assert.Equal(1, await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().EventSeries().CountAsync()));
        Assert.Equal(5, await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Events().CountAsync())); // itself, two, a copy, one more
    }

    [Fact]
    public async Task Series_AnEventIsPutIntoItAndTakenOut_AndItGoesWhenItIsEmpty()
    {
        await using var site = await StartAsync();
        var series = await site.InScopeAsync(services => SampleEvents.AddSeriesAsync(services));
        var id = await site.PublishedAsync();
        Task<Talka.Foundation.Results.Result> DeleteAsync() => site.UseAsync<DeleteSeries, Talka.Foundation.Results.Result>(use => use.RunAsync(Mandate, series.Id, CancellationToken.None));

        Assert.Equal("series-not-found", (await site.SaveEventAsync(await site.FormOfAsync(id, f => f.Series = Guid.CreateVersion7().ToString()), id)).Codes());
        Assert.Empty((await site.SaveEventAsync(await site.FormOfAsync(id, f => f.Series = series.Id.ToString()), id)).Errors);
        Assert.Equal(series.Id, (await site.WholeAsync(id)).Event.SeriesId);
        Assert.Equal("series-not-empty", (await DeleteAsync()).Errors.Single().Code);
        Assert.Empty((await site.SaveEventAsync(await site.FormOfAsync(id, f => f.Series = ""), id)).Errors);
        Assert.Null((await site.WholeAsync(id)).Event.SeriesId);
        Assert.Empty((await DeleteAsync()).Errors);
        Assert.Equal("series-not-found", (await DeleteAsync()).Errors.Single().Code);
    }

    [Fact]
    public async Task Series_OfAClosedEvent_Stays()
    {
        await using var site = await StartAsync();
        var series = await site.InScopeAsync(services => SampleEvents.AddSeriesAsync(services));
        var id = await site.PublishedAsync();
        await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Set<Event>().ExecuteUpdateAsync(set => set.SetProperty(e => e.State, EventState.Closed)));

        Assert.Equal("event-closed", (await site.SaveEventAsync(await site.FormOfAsync(id, f => f.Series = series.Id.ToString()), id)).Codes());
    }

    [Theory]
    [InlineData("10:00", "10:00")]
    [InlineData("10:00", "09:00")]
    [InlineData("00:00", "18:30")]
    public async Task Session_OfMoreThanEighteenHours_IsAskedAbout(string from, string to)
    {
        await using var site = await StartAsync();

        var saved = await site.SaveEventAsync(Planned.Form(f => (f.Sessions[0].From, f.Sessions[0].To) = (from, to)));

        Assert.Equal(("event-session-too-long", "Sessions[0].To"), saved.Errors.Select(error => (error.Code, error.Field)).Single());
        Assert.Empty((await site.SaveEventAsync(Planned.Form(f => (f.Sessions[0].From, f.Sessions[0].To) = ("20:00", "02:00")))).Errors); // a night
    }

    [Fact]
    public async Task Contact_InAnyLetters_IsTheSamePerson()
    {
        await using var site = await StartAsync();
        var id = await site.PublishedAsync(Planned.Form(f => (f.ContactName, f.ContactEmail) = ("Anna Piemēra", "Anna.Piemera@Example.org")));
        Assert.Equal("anna.piemera@example.org", (await site.WholeAsync(id)).Event.ContactEmail);
        await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Set<Event>().ExecuteUpdateAsync(set => set.SetProperty(e => e.ContactEmail, "Anna.Piemera@Example.org"))); // as kept before

        await site.InScopeAsync(services => services.GetServices<Talka.Foundation.Personal.IPersonalData>().Single(data => data.Code == "event-contacts")
            .EraseAsync(new Talka.Foundation.Personal.PersonKey(Guid.CreateVersion7(), "Anna", "anna.piemera@example.org"), CancellationToken.None));

        var one = (await site.WholeAsync(id)).Event;
        Assert.Equal((null, null), (one.ContactName, one.ContactEmail));
    }

    [Fact]
    public async Task Material_ThatIsAPicture_LosesWhereItWasTaken()
    {
        await using var site = await StartAsync();
        byte[] told = [.. Planned.Png[..33], 0, 0, 0, 7, .. "tEXtGPS\01,2"u8, 0, 0, 0, 0, .. Planned.Png[33..]];
        var form = Planned.Form(f => f.Materials = [new MaterialRow { Title = "Karte", For = nameof(MaterialFor.Everybody) }]);

        Assert.Empty(await site.UploadAsync(form, "Materials[0].Upload", told, "karte.png"));

        var kept = site.Services.GetRequiredService<PlanFiles>().Open(form.Materials[0].File)!;
        await using var content = site.Services.GetRequiredService<Talka.Foundation.Files.FileStore>().Open(kept.Sha256)!;
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes);
        Assert.Equal(Planned.Png, bytes.ToArray());
        Assert.Equal("event-picture-broken", Assert.Single(await site.UploadAsync(form, "Materials[0].Upload", told[..40], "karte.png")).Code);
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
