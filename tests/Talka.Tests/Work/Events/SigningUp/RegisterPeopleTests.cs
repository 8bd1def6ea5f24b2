using Talka.Foundation.Results;
using Talka.Tests.Mandates;
using Talka.Tests.Support;
using Talka.Work.Events;
using Talka.Work.Events.SigningUp;

namespace Talka.Tests.Work.Events.SigningUp;

public sealed class RegisterPeopleTests
{
    private readonly MovableClock _clock = new();

    [Fact]
    public async Task SignUp_WhereThereIsRoom_IsConfirmedAtOnceAndMailed()
    {
        var (site, e) = await Signing.StartAsync();
        await using var _ = site;

        var signedUp = await site.SignUpAsync(e.Person("Anna") with { Others = ["Bērziņš Jānis", "Олена Коваленко"], Organisation = "Biedrība “Paraugs”" });

        Assert.Equal(RegistrationState.Confirmed, signedUp.Value.State);
        var people = await site.RegistrationsAsync();
        Assert.Equal(["Anna", "Bērziņš Jānis", "Олена Коваленко"], people.Select(r => r.Name));
        Assert.Equal([1L, 2, 3], people.Select(r => r.Number));
        Assert.Single(people.Select(r => r.PartyId).Distinct());
        Assert.Equal(3, people.Select(r => r.TicketCode).Distinct().Count());
        Assert.Equal((20, 3, 0), ((await site.SeatsAsync()).Seats, (await site.SeatsAsync()).Taken, (await site.SeatsAsync()).Waiting));
        var mail = Assert.Single(await site.OutboxAsync());
        Assert.Equal("anna@example.org", mail.To);
        Assert.Contains(site.Address + "/events/my/", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Jums ir vieta", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignUp_WhereFull_WaitsInOrderAndThePlaceOfAnyoneWhoLeavesIsTheNexts()
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { SeatsOnSite = 1 });
        await using var _ = site;
        var first = (await site.SignUpAsync(e.Person("A"))).Value;
        var second = (await site.SignUpAsync(e.Person("B"))).Value;
        var third = (await site.SignUpAsync(e.Person("C"))).Value;
        Assert.Equal((RegistrationState.Confirmed, RegistrationState.Waiting, RegistrationState.Waiting), (first.State, second.State, third.State));

        Assert.Empty((await site.CancelAsync(first.Registration)).Errors);
        Assert.Empty((await site.CancelAsync(first.Registration)).Errors);

        Assert.Equal(RegistrationState.Confirmed, (await site.RegistrationAsync(second.Registration)).State);
        Assert.Equal(RegistrationState.Waiting, (await site.RegistrationAsync(third.Registration)).State);
        await site.AssertSeatsAddUpAsync(e.Id);
        Assert.Equal(
            ["a@example.org:Jūsu vieta", "b@example.org:Gaidīšanas sarakstā", "c@example.org:Gaidīšanas sarakstā", "a@example.org:Pieteikums atcelts", "b@example.org:Jums ir vieta"],
            (await site.OutboxAsync()).Select(mail => $"{mail.To}:{mail.Subject.Split(':')[0]}"));
    }

    [Fact]
    public async Task Request_SentAgain_GivesTheSameRegistrationAlsoAfterTheClosing()
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { ClosesIn = TimeSpan.FromHours(1) }, _clock);
        await using var _ = site;
        var signUp = e.Person("Anna") with { RequestKey = "k1" };

        var together = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => site.SignUpAsync(signUp))));
        _clock.Ahead = TimeSpan.FromHours(2);
        var later = await site.SignUpAsync(signUp);

        Assert.Single(together.Append(later).Select(one => one.Value.Registration).Distinct());
        Assert.Single(await site.RegistrationsAsync());
        Assert.Equal(1, (await site.SeatsAsync()).Taken);
        Assert.Single(await site.OutboxAsync());
        Assert.Equal("registration-closed", (await site.SignUpAsync(e.Person("Cita"))).Codes());
    }

    [Fact]
    public async Task SamePerson_InTwoTabs_HasOnePlaceAndGetsTheLinkAgainAtMostOnceAnHour()
    {
        var almost = TimeSpan.FromMinutes(59 - DateTime.UtcNow.Minute); // another hour of the clock begins soon
        _clock.Ahead = almost;
        var (site, e) = await Signing.StartAsync(clock: _clock);
        await using var _ = site;

        var together = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => site.SignUpAsync(e.Person("Anna") with { RequestKey = $"tab{i}", Email = i % 2 == 0 ? "ANNA@Example.org" : " anna@example.org" }))));

        Assert.Single(together.Select(one => one.Value.Registration).Distinct());
        Assert.Equal(5, together.Count(one => one.Value.WasThere));
        Assert.Equal(1, (await site.SeatsAsync()).Taken);
        Assert.Equal(2, (await site.OutboxAsync()).Count);
        _clock.Ahead = almost + TimeSpan.FromMinutes(5);
        await site.SignUpAsync(e.Person("Anna"));
        Assert.Equal(2, (await site.OutboxAsync()).Count);
        _clock.Ahead = almost + TimeSpan.FromMinutes(66);
        await site.SignUpAsync(e.Person("Anna"));
        var mails = await site.OutboxAsync();
        Assert.Equal(3, mails.Count);
        Assert.StartsWith("Jūsu pieteikums jau ir saņemts", mails[^1].Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SamePerson_AfterCancelling_SignsUpAnew()
    {
        var (site, e) = await Signing.StartAsync();
        await using var _ = site;
        var first = (await site.SignUpAsync(e.Person("Anna"))).Value;
        await site.CancelAsync(first.Registration);

        var second = (await site.SignUpAsync(e.Person("Anna"))).Value;

        Assert.NotEqual(first.Registration, second.Registration);
        await site.AssertSeatsAddUpAsync(e.Id);
    }

    [Fact]
    public async Task Organiser_AddingSomebodyWhoIsThere_IsToldSo()
    {
        var (site, e) = await Signing.StartAsync();
        await using var _ = site;
        await site.SignUpAsync(e.Person("Anna"));
        var again = await site.SignUpAsync(e.Person("Anna") with { Source = RegistrationSource.Organiser });
        Assert.Equal("already-registered", again.Codes());
    }

    [Theory]
    [InlineData(EventState.Draft, "event-unknown")]
    [InlineData(EventState.Cancelled, "event-cancelled")]
    [InlineData(EventState.Postponed, "event-postponed")]
    [InlineData(EventState.Closed, "event-past")]
    public async Task SignUp_ForAnEventThatTakesNobody_IsRefused(EventState state, string code)
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { State = state });
        await using var _ = site;
        Assert.Equal(code, (await site.SignUpAsync(e.Person("Anna"))).Codes());
        Assert.Equal((0, 0), ((await site.SeatsAsync()).Taken, (await site.SeatsAsync()).Waiting));
    }

    [Fact]
    public async Task SignUp_BeforeTheOpeningAndAfterTheBeginning_IsRefused()
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { OpensIn = TimeSpan.FromHours(2), StartsIn = TimeSpan.FromDays(2) }, _clock);
        await using var _ = site;
        var early = await site.SignUpAsync(e.Person("A"));
        _clock.Ahead = TimeSpan.FromHours(3);
        var right = await site.SignUpAsync(e.Person("B"));
        _clock.Ahead = TimeSpan.FromDays(2) + TimeSpan.FromMinutes(30);
        var late = await site.SignUpAsync(e.Person("C"));
        _clock.Ahead = TimeSpan.FromDays(3);
        var past = await site.SignUpAsync(e.Person("D"));
        Assert.Equal(("registration-not-open", "", "registration-closed", "event-past"), (early.Codes(), right.Codes(), late.Codes(), past.Codes()));
    }

    [Fact]
    public async Task Event_CancelledWhilePeopleSignUp_TakesNobodyAfterwards()
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { SeatsOnSite = 500 });
        await using var _ = site;
        var signing = Enumerable.Range(0, 60).Select(i => Task.Run(() => site.SignUpAsync(e.Person($"P{i}")))).ToList();
        await Task.WhenAny(signing);
        await site.ChangeEventAsync(e.Id, one => one.State = EventState.Cancelled);
        var outcomes = await Task.WhenAll(signing);
        var after = await site.SignUpAsync(e.Person("Late"));

        Assert.Equal("event-cancelled", after.Codes());
        Assert.Equal(outcomes.Count(outcome => outcome.Succeeded), (await site.RegistrationsAsync()).Count);
        Assert.All(outcomes.Where(outcome => !outcome.Succeeded), outcome => Assert.Equal("event-cancelled", outcome.Codes()));
        await site.AssertSeatsAddUpAsync(e.Id);
    }

    [Fact]
    public async Task Data_ThatIsWrong_IsToldAtItsFieldAndTakesNoPlace()
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { Quotas = new Dictionary<string, int> { ["Jaunieši"] = 5 } });
        await using var _ = site;
        async Task<string> WrongAsync(Func<SignUp, SignUp> change) =>
            string.Join(' ', (await site.SignUpAsync(change(e.Person("Anna") with { TargetGroup = SignUp.NoGroup }))).Errors.Select(error => $"{error.Field}:{error.Code}").Distinct());

        Assert.Equal("Name:name-missing", await WrongAsync(s => s with { Name = " " }));
        Assert.Equal("Name:text-too-long", await WrongAsync(s => s with { Name = new string('ā', 201) }));
        Assert.Equal("Name:text-not-storable", await WrongAsync(s => s with { Name = "An\0na" }));
        Assert.Equal("Email:email-missing", await WrongAsync(s => s with { Email = null }));
        Assert.Equal("Email:email-invalid", await WrongAsync(s => s with { Email = "Anna <anna@example.org>" }));
        Assert.Equal("Mode:mode-missing", await WrongAsync(s => s with { Mode = null }));
        Assert.Equal("Mode:mode-unknown", await WrongAsync(s => s with { Mode = EventMode.Hybrid }));
        Assert.Equal("TargetGroup:group-missing", await WrongAsync(s => s with { TargetGroup = "" }));
        Assert.Equal("TargetGroup:group-unknown", await WrongAsync(s => s with { TargetGroup = "Nav tādas" }));
        Assert.Equal("Others:party-too-large", await WrongAsync(s => s with { Others = ["B", "C", "D"] }));
        Assert.Equal("Others:named-twice", await WrongAsync(s => s with { Others = ["anna"] }));
        Assert.Empty(await site.RegistrationsAsync());
        Assert.Equal(0, (await site.SeatsAsync()).Taken);
    }

    [Fact]
    public async Task Quota_OfATargetGroup_IsKeptForItAndFillsApart()
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { SeatsOnSite = 3, Quotas = new Dictionary<string, int> { ["Jaunieši"] = 1 } });
        await using var _ = site;
        async Task<RegistrationState> AddAsync(string name, string group) => (await site.SignUpAsync(e.Person(name) with { TargetGroup = group })).Value.State;

        Assert.Equal(RegistrationState.Confirmed, await AddAsync("A", SignUp.NoGroup));
        Assert.Equal(RegistrationState.Confirmed, await AddAsync("B", SignUp.NoGroup));
        Assert.Equal(RegistrationState.Waiting, await AddAsync("C", SignUp.NoGroup));
        Assert.Equal(RegistrationState.Confirmed, await AddAsync("D", "Jaunieši"));
        Assert.Equal(RegistrationState.Waiting, await AddAsync("E", "Jaunieši"));
        var people = await site.RegistrationsAsync();
        await site.CancelAsync(people.Single(r => r.Name == "D").Id);

        Assert.Equal(RegistrationState.Confirmed, (await site.RegistrationAsync(people.Single(r => r.Name == "E").Id)).State);
        Assert.Equal(RegistrationState.Waiting, (await site.RegistrationAsync(people.Single(r => r.Name == "C").Id)).State);
        await site.AssertSeatsAddUpAsync(e.Id);
    }

    [Fact]
    public async Task Confirmation_ByMail_HoldsThePlaceUntilTheTimeIsUp()
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { SeatsOnSite = 1, Confirmation = Confirmation.ByMail }, _clock);
        await using var _ = site;
        var first = (await site.SignUpAsync(e.Person("A"))).Value;
        var second = (await site.SignUpAsync(e.Person("B"))).Value;
        Assert.Equal((RegistrationState.Unconfirmed, RegistrationState.Waiting), (first.State, second.State));
        Assert.Equal(0, await site.LapseAsync());

        _clock.Ahead = TimeSpan.FromHours(25);
        await site.LapseAsync();

        Assert.Equal(RegistrationState.Lapsed, (await site.RegistrationAsync(first.Registration)).State);
        Assert.Equal("registration-lapsed", (await site.ConfirmAsync(first.Registration)).Errors.Single().Code);
        Assert.Equal(RegistrationState.Offered, (await site.RegistrationAsync(second.Registration)).State); // nobody has opened a link yet
        Assert.Empty((await site.AcceptAsync(second.Registration)).Errors);
        Assert.Equal(RegistrationState.Confirmed, (await site.RegistrationAsync(second.Registration)).State);
        await site.AssertSeatsAddUpAsync(e.Id);
    }

    [Fact]
    public async Task Offer_NotTakenInTime_GoesToTheNext()
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { SeatsOnSite = 1, OfferHours = 5 }, _clock);
        await using var _ = site;
        var (a, b, c) = ((await site.SignUpAsync(e.Person("A"))).Value, (await site.SignUpAsync(e.Person("B"))).Value, (await site.SignUpAsync(e.Person("C"))).Value);
        await site.CancelAsync(a.Registration);
        Assert.Equal(RegistrationState.Offered, (await site.RegistrationAsync(b.Registration)).State);

        _clock.Ahead = TimeSpan.FromHours(6);
        await site.LapseAsync();

        Assert.Equal("offer-gone", (await site.AcceptAsync(b.Registration)).Errors.Single().Code);
        Assert.Empty((await site.AcceptAsync(c.Registration)).Errors);
        Assert.Equal((RegistrationState.Lapsed, RegistrationState.Confirmed), ((await site.RegistrationAsync(b.Registration)).State, (await site.RegistrationAsync(c.Registration)).State));
        await site.AssertSeatsAddUpAsync(e.Id);
    }

    [Fact]
    public async Task Switch_ToAFullWay_KeepsThePlaceAndToAFreeOneGivesTheOldToTheNext()
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { SeatsOnSite = 1, SeatsOnline = 1 });
        await using var _ = site;
        var onSite = (await site.SignUpAsync(e.Person("A"))).Value;
        var online = (await site.SignUpAsync(e.Person("B", EventMode.Online))).Value;
        var waiting = (await site.SignUpAsync(e.Person("C"))).Value;

        Assert.Equal("mode-full", (await site.SwitchAsync(onSite.Registration, EventMode.Online)).Errors.Single().Code);
        Assert.Equal(EventMode.OnSite, (await site.RegistrationAsync(onSite.Registration)).Mode);
        await site.CancelAsync(online.Registration);
        Assert.Empty((await site.SwitchAsync(onSite.Registration, EventMode.Online)).Errors);

        Assert.Equal(RegistrationState.Confirmed, (await site.RegistrationAsync(waiting.Registration)).State);
        await site.AssertSeatsAddUpAsync(e.Id);
    }

    [Fact]
    public async Task Series_WithCommonRegistration_GivesPlacesInAllComingEventsAndOneMail()
    {
        var (site, _) = await Signing.StartAsync();
        await using var _1 = site;
        var series = await site.InScopeAsync(services => SampleEvents.AddSeriesAsync(services, commonRegistration: true));
        var first = await site.AddEventAsync(new SampleEvent { Slug = "pirmais", Title = "Pirmais", SeriesId = series.Id, Confirmation = Confirmation.ByMail });
        var second = await site.AddEventAsync(new SampleEvent { Slug = "otrais", Title = "Otrais", SeriesId = series.Id, StartsIn = TimeSpan.FromDays(14), SeatsOnSite = 0, Confirmation = Confirmation.ByMail });
        await site.AddEventAsync(new SampleEvent { Slug = "bijis", Title = "Bijis", SeriesId = series.Id, StartsIn = TimeSpan.FromDays(-7) });

        var signedUp = await site.SignUpAsync(first.Person("Anna") with { RequestKey = "k" });
        var again = await site.SignUpAsync(first.Person("Anna") with { RequestKey = "k2" });

        var people = await site.RegistrationsAsync();
        Assert.Equal(2, people.Count);
        Assert.Equal(RegistrationState.Unconfirmed, people.Single(r => r.EventId == first.Id).State);
        Assert.Equal(RegistrationState.Waiting, people.Single(r => r.EventId == second.Id).State);
        Assert.True(again.Value.WasThere);
        var mail = (await site.OutboxAsync())[0];
        Assert.Contains("Pirmais", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Otrais", mail.Text, StringComparison.Ordinal);
        Assert.Empty((await site.ConfirmAsync(signedUp.Value.Registration)).Errors);
        Assert.Equal(RegistrationState.Confirmed, (await site.RegistrationAsync(signedUp.Value.Registration)).State);
    }

    [Fact]
    public async Task WalkIn_AboveTheSeats_RaisesThemWhenSaidSo()
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { SeatsOnSite = 1 });
        await using var _ = site;
        await site.SignUpAsync(e.Person("A"));
        var walkIn = await site.SignUpAsync(new SignUp { EventId = e.Id, Source = RegistrationSource.WalkIn, Name = "B", Mode = EventMode.OnSite, AboveSeats = true, TellByMail = false });
        Assert.Equal(RegistrationState.Confirmed, walkIn.Value.State);
        Assert.Equal((2, 2), ((await site.SeatsAsync()).Seats!.Value, (await site.SeatsAsync()).Taken));
    }

    [Fact]
    public async Task Request_OfTheSameFormForSomebodyElse_RegistersThemToo()
    {
        var (site, e) = await Signing.StartAsync();
        await using var _ = site;
        var anna = await site.SignUpAsync(e.Person("Anna") with { RequestKey = "k" });
        var berta = await site.SignUpAsync(e.Person("Berta") with { RequestKey = "k" });
        var (first, second) = (await site.SignUpAsync(Desk(e, "Bez pasta")), await site.SignUpAsync(Desk(e, "Cits bez pasta")));
        var again = await site.SignUpAsync(Desk(e, "Bez pasta"));

        Assert.Equal((false, false, false, false, true), (anna.Value.WasThere, berta.Value.WasThere, first.Value.WasThere, second.Value.WasThere, again.Value.WasThere));
        Assert.Equal(first.Value.Registration, again.Value.Registration);
        Assert.Equal(4, (await site.RegistrationsAsync()).Count);
    }

    [Fact]
    public async Task Request_SentAgainAfterCancelling_IsAFreshRegistration()
    {
        var (site, e) = await Signing.StartAsync();
        await using var _ = site;
        foreach (var signUp in new[] { e.Person("Anna") with { RequestKey = "k" }, Desk(e, "Bez pasta") })
        {
            var first = (await site.SignUpAsync(signUp)).Value;
            await site.CancelAsync(first.Registration);
            var second = (await site.SignUpAsync(signUp)).Value;
            Assert.Equal((false, RegistrationState.Confirmed), (second.WasThere, second.State));
            Assert.NotEqual(first.Registration, second.Registration);
        }

        await site.AssertSeatsAddUpAsync(e.Id);
    }

    [Fact]
    public async Task Name_ThatIsAnAddress_IsRefusedToThePublicOnly()
    {
        var (site, e) = await Signing.StartAsync();
        await using var _ = site;
        Assert.Equal("name-is-address", (await site.SignUpAsync(e.Person("Anna") with { Name = "Laimējiet https://evil.example.org" })).Codes());
        Assert.Equal("name-is-address", (await site.SignUpAsync(e.Person("Anna") with { Others = ["WWW.evil.example.org"] })).Codes());
        Assert.Empty((await site.SignUpAsync(Desk(e, "www.example.org pārstāve"))).Errors);
    }

    private static SignUp Desk(Event e, string name) =>
        e.Person(name) with { Email = null, Source = RegistrationSource.Organiser, RequestKey = "k" };
}
