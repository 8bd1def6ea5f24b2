using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Tests.Mandates;
using Talka.Tests.Support;
using Talka.Work.Events;
using Talka.Work.Events.Planning;
using Talka.Work.Events.SigningUp;

namespace Talka.Tests.Work.Events.Planning;

public sealed class SaveEventTests
{
    [Fact]
    public async Task Event_WithAllItsParts_ReadsBackAsTyped()
    {
        await using var site = await StartAsync();
        var form = Planned.Form(f =>
        {
            f.Sessions.Add(new SessionRow { Date = $"{Planned.Year}-12-04", From = "23:00", To = "01:00", Title = "Nakts daļa" });
            f.Speakers = [new SpeakerRow { Name = "Līga Parauga", About = "Pētniece", Consent = true }, new SpeakerRow()];
            f.Materials = [new MaterialRow { Title = "Lapa", Link = "https://example.org/lapa", For = nameof(MaterialFor.Everybody) }];
            f.Quotas = [new QuotaRow { Group = "jaunieši", OnSite = "5" }];
            (f.OpensDate, f.OpensTime, f.ClosesDate, f.OfferHours) = ($"{Planned.Year}-11-01", "09:00", $"{Planned.Year}-12-02", "24");
        });

        var saved = await site.SaveEventAsync(form);

        Assert.Empty(saved.Errors);
        var whole = await site.WholeAsync(saved.Value.Id);
        Assert.Equal((EventState.Draft, "kopienu-seminars", "|lv|ru|"), (whole.Event.State, whole.Event.Slug, whole.Event.Languages));
        Assert.Equal(new DateTime(Planned.Year, 12, 3, 12, 0, 0, DateTimeKind.Utc), whole.Event.StartsAt);
        Assert.Equal(new DateTime(Planned.Year, 12, 4, 23, 0, 0, DateTimeKind.Utc), whole.Event.EndsAt);
        Assert.Equal([(EventMode.OnSite, "", 20), (EventMode.OnSite, "jaunieši", 5), (EventMode.Online, "", 100)],
            whole.Seats.OrderBy(s => s.Mode).ThenBy(s => s.Group).Select(s => (s.Mode, s.Group, s.Seats!.Value)));
        Assert.NotNull(Assert.Single(whole.Speakers).ConsentAt);

        // What the page of editing shows says the same, and saving it again changes nothing but the version
        var again = await site.FormOfAsync(saved.Value.Id);
        Assert.Empty((await site.SaveEventAsync(again, saved.Value.Id)).Errors);
        var after = await site.FormOfAsync(saved.Value.Id, f => f.Version = again.Version);
        Assert.Equal(JsonSerializer.Serialize(again), JsonSerializer.Serialize(after));
        Assert.Equal(whole.Sessions.Select(s => s.Id), (await site.WholeAsync(saved.Value.Id)).Sessions.Select(s => s.Id));
    }

    [Fact]
    public async Task Event_InTwoTabs_SecondIsRefusedAndNothingLost()
    {
        await using var site = await StartAsync();
        var id = (await site.SaveEventAsync(Planned.Form())).Value.Id;
        var first = await site.FormOfAsync(id, f => f.Title = "Pirmais");
        var second = await site.FormOfAsync(id, f => f.Title = "Otrais");

        Assert.Empty((await site.SaveEventAsync(first, id)).Errors);
        Assert.Equal("event-changed", (await site.SaveEventAsync(second, id)).Codes());

        Assert.Equal("Pirmais", (await site.WholeAsync(id)).Event.Title);
    }

    [Fact]
    public async Task Event_InTwoTabsAtTheSameMoment_OneIsSaved()
    {
        await using var site = await StartAsync();
        var id = (await site.SaveEventAsync(Planned.Form())).Value.Id;
        var forms = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => site.FormOfAsync(id, f => f.Title = $"Cilne {i}")));

        var saved = await Task.WhenAll(forms.Select(form => site.SaveEventAsync(form, id)));

        Assert.Equal(1, saved.Count(one => one.Succeeded));
        Assert.All(saved.Where(one => !one.Succeeded), one => Assert.Equal("event-changed", one.Codes()));
    }

    [Fact]
    public async Task Form_WithManyMistakes_NamesEachAtItsField()
    {
        await using var site = await StartAsync();

        var saved = await site.SaveEventAsync(Planned.Form(f =>
        {
            f.Title = " ";
            f.Kind = "expense";
            f.Sessions = [new SessionRow { Date = "31.02.2026.", From = "25:00", To = "16:00" }];
            f.OnlineLink = "javascript:alert(1)";
            f.SeatsOnSite = "0";
            f.ContactEmail = "nav";
            f.Languages = ["lv", "tlh"];
            f.TimeZone = "Mars/Olympus";
            f.Organisations = [new OrganisationRow { Name = "Neesošā biedrība", Role = nameof(OrganisationRole.Partner) }];
            f.Materials = [new MaterialRow { Title = "Tukšs", For = nameof(MaterialFor.Everybody) }];
        }));

        Assert.Equal(
            [
                "ContactEmail", "Kind", "Languages", "Materials[0].Link", "OnlineLink", "Organisations[0].Name", "SeatsOnSite", "Sessions[0].Date", "Sessions[0].From", "TimeZone", "Title",
            ],
            saved.Errors.Select(error => error.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Picture_WithoutWords_IsRefused()
    {
        await using var site = await StartAsync();
        var form = Planned.Form();
        Assert.Empty(await site.UploadAsync(form, "ImageFile", Planned.Png, "plakats.png"));

        Assert.Equal(("event-alt-missing", "ImageAlt"), (await site.SaveEventAsync(form)).Errors.Select(error => (error.Code, error.Field)).Single());

        form.ImageAlt = "Cilvēki pie galda";
        Assert.Empty((await site.SaveEventAsync(form)).Errors);
    }

    [Fact]
    public async Task Picture_ThatIsAPage_IsRefused()
    {
        await using var site = await StartAsync();
        var errors = await site.UploadAsync(Planned.Form(), "ImageFile", "<html><script>alert(1)</script></html>"u8.ToArray(), "plakats.png");
        Assert.Equal("ImageFile", Assert.Single(errors).Field);
        Assert.Equal("event-no-picture", Assert.Single(await site.UploadAsync(Planned.Form(), "ImageFile", "%PDF-1.7 x"u8.ToArray(), "plakats.pdf")).Code);
    }

    [Fact]
    public async Task File_NamedByAForgedToken_IsNotTaken()
    {
        await using var site = await StartAsync();
        var saved = await site.SaveEventAsync(Planned.Form(f => f.Image = "CfDJ8" + new string('a', 200)));
        Assert.Empty(saved.Errors);
        Assert.Null((await site.WholeAsync(saved.Value.Id)).Event.ImageSha256);
    }

    [Fact]
    public async Task Seats_FewerThanTaken_AreRefusedWithTheNumber()
    {
        await using var site = await StartAsync();
        var one = await site.AddEventAsync();
        await TakeAsync(site, one.Id, EventMode.OnSite, 12);

        var saved = await site.SaveEventAsync(await site.FormOfAsync(one.Id, f => f.SeatsOnSite = "11"), one.Id);

        var error = Assert.Single(saved.Errors);
        Assert.Equal(("event-seats-taken", "SeatsOnSite"), (error.Code, error.Field));
        Assert.Contains("12", error.Message, StringComparison.Ordinal);
        Assert.Equal(20, (await site.WholeAsync(one.Id)).Seats.Single(s => s.Mode == EventMode.OnSite).Seats);
        Assert.Empty((await site.SaveEventAsync(await site.FormOfAsync(one.Id, f => f.SeatsOnSite = "12"), one.Id)).Errors);
        Assert.Equal((12, 12), (await site.WholeAsync(one.Id)).Seats.Where(s => s.Mode == EventMode.OnSite).Select(s => (s.Seats!.Value, s.Taken)).Single());
    }

    [Fact]
    public async Task Mode_ThatPeopleHaveChosen_CannotGo()
    {
        await using var site = await StartAsync();
        var one = await site.AddEventAsync();
        await TakeAsync(site, one.Id, EventMode.Online, 3);

        var saved = await site.SaveEventAsync(await site.FormOfAsync(one.Id, f => (f.Mode, f.SeatsOnline) = (nameof(EventMode.OnSite), null)), one.Id);

        Assert.Equal("event-mode-taken", saved.Codes());
        Assert.Equal(EventMode.Hybrid, (await site.WholeAsync(one.Id)).Event.Mode);
    }

    [Fact]
    public async Task Quota_OfMoreThanAllSeats_IsRefused()
    {
        await using var site = await StartAsync();
        var saved = await site.SaveEventAsync(Planned.Form(f => f.Quotas = [new QuotaRow { Group = "jaunieši", OnSite = "15" }, new QuotaRow { Group = "seniori", OnSite = "6" }]));
        Assert.Equal("event-quotas-above-seats", saved.Codes());
    }

    [Fact]
    public async Task Day_OutsideTheMandate_IsRefusedWithItsDays()
    {
        await using var site = await StartAsync();
        var saved = await site.SaveEventAsync(Planned.Form(f => f.Sessions[0].Date = $"{Planned.Year - 3}-12-31"));
        Assert.Equal(("event-outside-mandate", "Sessions[0].Date"), saved.Errors.Select(error => (error.Code, error.Field)).Single());
    }

    [Fact]
    public async Task Sessions_InTwoYearsOfTheMandate_AreRefused()
    {
        await using var site = await StartAsync();
        var saved = await site.SaveEventAsync(Planned.Form(f => f.Sessions = [Session($"{Planned.Year}-12-31", "20:00", "22:00"), Session($"{Planned.Year + 1}-01-02", "20:00", "22:00")]));
        Assert.Equal(("event-spans-years", "Sessions[1].Date"), saved.Errors.Select(error => (error.Code, error.Field)).Single());
        Assert.Equal("event-spans-years", (await site.SaveEventAsync(Planned.Form(f => f.Sessions = [Session($"{Planned.Year}-12-31", "22:00", "01:00")]))).Codes());
        Assert.Empty((await site.SaveEventAsync(Planned.Form(f => f.Sessions = [Session($"{Planned.Year}-12-31", "22:00", "00:00")]))).Errors);
    }

    [Fact]
    public async Task PublishedEvent_MovedToAnotherYear_AsksFirst()
    {
        await using var site = await StartAsync();
        var id = await site.PublishedAsync();
        var form = await site.FormOfAsync(id, f => f.Sessions[0].Date = $"{Planned.Year + 1}-01-08");

        Assert.Equal(("event-year-changes", "AcceptYear"), (await site.SaveEventAsync(form, id)).Errors.Select(error => (error.Code, error.Field)).Single());

        form.AcceptYear = true;
        var saved = await site.SaveEventAsync(form, id);
        Assert.Empty(saved.Errors);
        Assert.True(saved.Value.MovedForPeople);
    }

    [Fact]
    public async Task PublishedEvent_MovedInTime_RaisesSequenceAndMovesReminders()
    {
        await using var site = await StartAsync();
        var id = await site.PublishedAsync();
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            db.Add(new EventMessage { Id = Guid.CreateVersion7(), EventId = id, Kind = MessageKind.Reminder, To = MessageTo.WithPlace, MinutesBefore = 60, DueAt = DateTime.UnixEpoch });
            await db.SaveChangesAsync();
        });

        Assert.False((await site.SaveEventAsync(await site.FormOfAsync(id, f => f.Title = "Cits nosaukums"), id)).Value.MovedForPeople);
        Assert.Equal(0, (await site.WholeAsync(id)).Event.Sequence);

        Assert.True((await site.SaveEventAsync(await site.FormOfAsync(id, f => (f.Sessions[0].From, f.Sessions[0].To) = ("15:00", "17:00")), id)).Value.MovedForPeople);
        Assert.True((await site.SaveEventAsync(await site.FormOfAsync(id, f => f.OnlineLink = "https://video.example.org/j/2"), id)).Value.MovedForPeople);
        var whole = await site.WholeAsync(id);
        Assert.Equal(2, whole.Event.Sequence);
        var due = await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().EventMessages().Where(m => m.EventId == id && m.MinutesBefore == 60).Select(m => m.DueAt).FirstAsync());
        Assert.Equal(whole.Event.StartsAt!.Value.AddHours(-1), due);
    }

    [Fact]
    public async Task Event_OfAnotherMandate_IsNotFound()
    {
        await using var site = await StartAsync();
        await site.AddMandateAsync("cits");
        var one = await site.AddEventAsync(mandate: "cits");
        Assert.Equal("event-not-found", (await site.SaveEventAsync(Planned.Form(), one.Id)).Codes());
    }

    [Fact]
    public async Task Address_OfADraft_FollowsItsTitleUntilItIsPublished()
    {
        await using var site = await StartAsync();
        var id = (await site.SaveEventAsync(Planned.Form(f => f.Title = "Kopienu diena"))).Value.Id;

        Assert.Empty((await site.SaveEventAsync(await site.FormOfAsync(id, f => f.Title = "Kopienu diena!"), id)).Errors);
        Assert.Equal("kopienu-diena", (await site.WholeAsync(id)).Event.Slug);
        Assert.Empty((await site.SaveEventAsync(await site.FormOfAsync(id, f => f.Title = "Rīta seminārs"), id)).Errors);
        Assert.Equal("rita-seminars", (await site.WholeAsync(id)).Event.Slug);

        Assert.Empty((await site.ActAsync<PublishEvent>(id, (publish, version) => publish.RunAsync(SampleEvents.Mandate, id, version, CancellationToken.None))).Errors);
        Assert.Empty((await site.SaveEventAsync(await site.FormOfAsync(id, f => f.Title = "Vakara seminārs"), id)).Errors);
        Assert.Equal("rita-seminars", (await site.WholeAsync(id)).Event.Slug);
    }

    [Fact]
    public async Task Titles_InAnyAlphabetAndTwice_GetAddressesOfTheirOwn()
    {
        await using var site = await StartAsync();
        var slugs = new List<string>();
        foreach (var title in new[] { "Kopienu diena", "Kopienu diena", "Kopienu diena", "Семинар", "日本語テスト", "Calendar", "My", new string('ā', 300) })
        {
            var saved = await site.SaveEventAsync(Planned.Form(f => f.Title = title));
            Assert.Empty(saved.Errors);
            slugs.Add((await site.WholeAsync(saved.Value.Id)).Event.Slug);
        }

        Assert.Equal(slugs.Count, slugs.Distinct().Count());
        Assert.All(slugs, slug => Assert.True(Talka.Foundation.Slug.IsValid(slug), slug));
        Assert.DoesNotContain("calendar", slugs);
        Assert.DoesNotContain("my", slugs);
    }

    private static SessionRow Session(string date, string from, string to) => new() { Date = date, From = from, To = to };

    private static Task TakeAsync(TestSite site, Guid id, EventMode mode, int people) => site.InScopeAsync(services =>
        services.GetRequiredService<TalkaDb>().Set<EventSeats>().Where(s => s.EventId == id && s.Mode == mode && s.Group == "")
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Taken, people)));

    private static async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartAsync();
        await site.AddMandateAsync();
        return site;
    }
}
