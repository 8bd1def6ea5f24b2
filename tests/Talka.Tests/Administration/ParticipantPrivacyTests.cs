using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Administration.Privacy;
using Talka.Forms;
using Talka.Foundation.Data;
using Talka.Tests.Mandates;
using Talka.Tests.Support;
using Talka.Tests.Work.Events.SigningUp;
using Talka.Work.Events;
using Talka.Work.Events.After;
using Talka.Work.Events.SigningUp;

namespace Talka.Tests.Administration;

/// <summary>People without an account have the same rights: to see what is kept under their address, and to be erased.</summary>
public sealed class ParticipantPrivacyTests
{
    private readonly MovableClock _clock = new();

    [Fact]
    public async Task Erasure_ByAddress_ThroughTheAdministrator_LeavesNothingOfThem()
    {
        var (site, e) = await Signing.StartAsync(clock: _clock);
        await using var _ = site;
        using var admin = await site.SignInAsync();
        var own = (await site.SignUpAsync(e.Person("Anna") with { Phone = "20000000", Others = ["Jānis"], RequestKey = "k" })).Value.Registration;
        await site.SignUpAsync(e.Person("Berta"));
        await AddTracesAsync(site, e, own);

        using var unknown = await site.PostFormAsync(admin, "/admin/erasures", "erasure", new() { ["Form.Email"] = "nav@example.org" });
        using var written = await site.PostFormAsync(admin, "/admin/erasures", "erasure", new() { ["Form.Email"] = "Anna@example.org" });
        var request = written.Headers.Location!.AbsolutePath;
        var page = WebUtility.HtmlDecode(await admin.GetStringAsync(request));
        using var erased = await site.PostFormAsync(admin, request, "erase", new() { ["Sure.Sure"] = "true" });

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Redirect, HttpStatusCode.Redirect), (unknown.StatusCode, written.StatusCode, erased.StatusCode));
        Assert.Contains("20000000", page, StringComparison.Ordinal);
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            var left = await db.Registrations().OrderBy(r => r.Number).ToListAsync();
            Assert.Equal(("", null, null, null, null), (left[0].Name, left[0].Email, left[0].Phone, left[0].RequestKey, left[0].Reason));
            Assert.Equal("Jānis", left[1].Name);
            Assert.DoesNotContain(left.Take(2), r => r.PersonKey.Contains("anna", StringComparison.OrdinalIgnoreCase));
            Assert.Equal("berta@example.org", left[2].Email);
            Assert.Equal("", (await db.Certificates().SingleAsync()).Name);
            Assert.All(await db.OnlineAttendance().ToListAsync(), a => Assert.Equal("", a.Name));
            Assert.DoesNotContain(await db.Set<Talka.Foundation.Mail.OutboxMail>().ToListAsync(), mail => mail.To == "anna@example.org" && mail.Key?.StartsWith("erased:", StringComparison.Ordinal) != true);
        });
    }

    [Fact]
    public async Task Report_OnTheirOwnPage_HoldsAnswersGroupArrivalAndMinutes()
    {
        var (site, e) = await Signing.StartAsync(clock: _clock);
        await using var _ = site;
        var own = (await site.SignUpAsync(e.Person("Anna") with { TargetGroup = "Jaunieši" })).Value.Registration;
        await site.SignUpAsync(e.Person("Berta"));
        await AddTracesAsync(site, e, own);
        var page = site.Services.GetRequiredService<PrivateLinks>().PathOf(own);
        Assert.Contains($"href=\"{page}/data\"", await site.Client.GetStringAsync(page), StringComparison.Ordinal);

        var shown = WebUtility.HtmlDecode(await site.Client.GetStringAsync(page + "/data"));
        using var answer = await site.Client.GetAsync(page + "/data.json");

        Assert.Contains("Ko neēdat?: riekstus", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("berta", shown, StringComparison.OrdinalIgnoreCase);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var kept = json.RootElement.GetProperty("event-registrations")[0];
        Assert.Equal(("Jaunieši", "57", "Ko neēdat?: riekstus"), (kept.GetProperty("group").GetString(), kept.GetProperty("minutes").GetString(), kept.GetProperty("answers").GetString()));
        Assert.NotNull(kept.GetProperty("came").GetString());
        Assert.Equal(1, json.RootElement.GetProperty("certificates").GetArrayLength());
        using var forged = await site.Client.GetAsync("/events/my/" + new string('a', 43) + "/data");
        using var forgedFile = await site.Client.GetAsync("/events/my/" + new string('a', 43) + "/data.json");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (forged.StatusCode, forgedFile.StatusCode));
    }

    [Fact]
    public async Task Erasure_ByThemselves_IsAskedBeforeTheEventAndDoneAfterIt()
    {
        var (site, e) = await Signing.StartAsync(clock: _clock);
        await using var _ = site;
        await site.AddPersonAsync("admin@example.org", administrator: true);
        var own = (await site.SignUpAsync(e.Person("Anna"))).Value.Registration;
        var page = site.Services.GetRequiredService<PrivateLinks>().PathOf(own);

        using var unsure = await site.PostFormAsync(site.Client, page + "/data", "erasure", new());
        using var asked = await site.PostFormAsync(site.Client, page + "/data", "erasure", new() { ["Form.Sure"] = "true" });
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Redirect), (unsure.StatusCode, asked.StatusCode));
        Assert.Equal("anna@example.org", (await site.RegistrationAsync(own)).Email);
        Assert.Equal("admin@example.org", (await site.OutboxAsync())[^1].To);
        Assert.Equal("erasure-too-early", await site.InScopeAsync(async services => (await services.GetRequiredService<EraseOneself>().RunAsync(
            (await services.GetRequiredService<KnownPeople>().FindAsync("anna@example.org", CancellationToken.None))!, CancellationToken.None)).Errors.Single().Code));

        _clock.Ahead = TimeSpan.FromDays(9);
        using var erased = await site.PostFormAsync(site.Client, page + "/data", "erase", new() { ["Form.Sure"] = "true" });

        Assert.Equal(HttpStatusCode.Redirect, erased.StatusCode);
        Assert.Equal(("", null), ((await site.RegistrationAsync(own)).Name, (await site.RegistrationAsync(own)).Email));
        Assert.Equal(ErasureState.Done, await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().ErasureRequests().Select(r => r.State).SingleAsync()));
        Assert.StartsWith("Jūsu personas dati ir dzēsti", (await site.OutboxAsync())[^1].Subject, StringComparison.Ordinal);
        using var gone = await site.Client.GetAsync(page + "/data");
        using var still = await site.Client.GetAsync(page);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (gone.StatusCode, still.StatusCode));
    }

    [Fact]
    public async Task Erasure_OfSomebodyInACycle_LeavesOnePersonInAllItsEvents()
    {
        var (site, _) = await Signing.StartAsync(clock: _clock);
        await using var _1 = site;
        var series = await site.InScopeAsync(services => SampleEvents.AddSeriesAsync(services, commonRegistration: true));
        var first = await site.AddEventAsync(new SampleEvent { Slug = "pirmais", SeriesId = series.Id });
        await site.AddEventAsync(new SampleEvent { Slug = "otrais", SeriesId = series.Id, StartsIn = TimeSpan.FromDays(14) });
        await site.SignUpAsync(first.Person("Anna") with { Others = ["Jānis"] });

        await EraseAsync(site, "anna@example.org");

        var people = await site.RegistrationsAsync();
        Assert.Equal(4, people.Count);
        Assert.Single(people.Where(r => r.Name.Length == 0).Select(r => r.PersonKey).Distinct());
        Assert.Single(people.Where(r => r.Name == "Jānis").Select(r => r.PersonKey).Distinct());
        Assert.DoesNotContain(people, r => r.PersonKey.Contains('@', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Erasure_OfSomebodyRegisteredForAComingEvent_GivesThePlaceToWhoeverWaits()
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { SeatsOnSite = 2 }, _clock);
        await using var _ = site;
        var own = (await site.SignUpAsync(e.Person("Anna") with { Others = ["Jānis"] })).Value.Registration;
        var waits = (await site.SignUpAsync(e.Person("Berta"))).Value.Registration;
        var turn = (await site.SignUpAsync(e.Person("Cecilija"))).Value.Registration;

        await EraseAsync(site, "anna@example.org");
        await EraseAsync(site, "cecilija@example.org");

        Assert.Equal((RegistrationState.Cancelled, ""), ((await site.RegistrationAsync(own)).State, (await site.RegistrationAsync(own)).Name));
        Assert.Equal((RegistrationState.Confirmed, RegistrationState.Cancelled), ((await site.RegistrationAsync(waits)).State, (await site.RegistrationAsync(turn)).State));
        Assert.Equal(RegistrationState.Confirmed, (await site.RegistrationsAsync()).Single(r => r.Name == "Jānis").State);
        Assert.Contains(await site.OutboxAsync(), mail => mail.To == "berta@example.org" && mail.Subject.StartsWith("Jums ir vieta", StringComparison.Ordinal));
        Assert.Equal((2, 0), ((await site.SeatsAsync()).Taken, (await site.SeatsAsync()).Waiting));
        await site.AssertSeatsAddUpAsync(e.Id);
    }

    [Fact]
    public async Task Erasure_OfSomebodyWhoCameAlready_LeavesTheirPlaceTaken()
    {
        var (site, e) = await Signing.StartAsync(clock: _clock);
        await using var _ = site;
        var own = (await site.SignUpAsync(e.Person("Anna"))).Value.Registration;
        await AddTracesAsync(site, e, own);

        await EraseAsync(site, "anna@example.org");

        Assert.Equal((RegistrationState.Confirmed, 1), ((await site.RegistrationAsync(own)).State, (await site.SeatsAsync()).Taken));
    }

    [Fact]
    public async Task Erasure_OfAnAddressThatOnlyAnOnlineReportTells_IsMadeByTheAdministrator()
    {
        var (site, e) = await Signing.StartAsync(clock: _clock);
        await using var _ = site;
        using var admin = await site.SignInAsync();
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            db.AddRange(
                new OnlineAttendance { Id = Guid.CreateVersion7(), EventId = e.Id, Report = "r", Name = "Zane Kalna", Email = "zane@example.org", Minutes = 57, Match = AttendanceMatch.Unknown },
                new OnlineAttendance { Id = Guid.CreateVersion7(), EventId = e.Id, Report = "q", Name = "Zane (telefons)", Email = "zane@example.org", Minutes = 3, Match = AttendanceMatch.Left });
            await db.SaveChangesAsync();
        });

        using var written = await site.PostFormAsync(admin, "/admin/erasures", "erasure", new() { ["Form.Email"] = "Zane@example.org" });
        var request = written.Headers.Location!.AbsolutePath;
        var page = WebUtility.HtmlDecode(await admin.GetStringAsync(request));
        using var erased = await site.PostFormAsync(admin, request, "erase", new() { ["Sure.Sure"] = "true" });

        Assert.Contains("Zane (telefons)", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, erased.StatusCode);
        var left = await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().OnlineAttendance().OrderByDescending(a => a.Minutes).ToListAsync());
        Assert.Equal([("", null, 57), ("", null, 3)], left.Select(a => (a.Name, a.Email, a.Minutes)));
        Assert.StartsWith("Jūsu personas dati ir dzēsti", (await site.OutboxAsync())[^1].Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lv", "Pasākumu dalībnieki")]
    [InlineData("en", "Participants of events")]
    public async Task Notice_TellsOfParticipants(string language, string words)
    {
        await using var site = await TestSite.StartAsync();
        Assert.Contains(words, WebUtility.HtmlDecode(await site.Client.GetStringAsync($"/privacy?lang={language}")), StringComparison.Ordinal);
    }

    private static Task EraseAsync(TestSite site, string email) => site.InScopeAsync(async services =>
    {
        var known = (await services.GetRequiredService<KnownPeople>().FindAsync(email, CancellationToken.None))!;
        var request = (await services.GetRequiredService<AskErasure>().RunAsync(known.Person.Id, null, CancellationToken.None)).Value;
        Assert.Empty((await services.GetRequiredService<ErasePerson>().RunAsync(request.Id, CancellationToken.None)).Errors);
    });

    // What an event leaves behind besides the registration
    private static Task AddTracesAsync(TestSite site, Event e, Guid registration) => site.InScopeAsync(async services =>
    {
        var (db, forms) = (services.GetRequiredService<TalkaDb>(), services.GetRequiredService<FormStore>());
        var form = await forms.DefineAsync("event", e.Id, new FormDefinition([new Question("diet", QuestionType.Text, "Ko neēdat?")]), CancellationToken.None);
        await db.SaveChangesAsync();
        var response = await forms.SaveAsync(form, 1, null, new FormFilled(new Dictionary<string, IReadOnlyList<string>> { ["diet"] = ["riekstus"] }, new Dictionary<string, FormFile>()), null, CancellationToken.None);
        (await db.Set<Event>().AsTracking().SingleAsync(one => one.Id == e.Id)).FormId = form;
        var own = await db.Set<Registration>().AsTracking().SingleAsync(r => r.Id == registration);
        (own.ResponseId, own.CameAt, own.OnlineMinutes, own.Reason) = (response, DateTime.UtcNow, 57, "Anna lūdza");
        db.Add(new Certificate { Id = Guid.CreateVersion7(), EventId = e.Id, RegistrationId = registration, Code = "kods", Name = "Anna", IssuedAt = DateTime.UtcNow });
        db.AddRange(
            new OnlineAttendance { Id = Guid.CreateVersion7(), EventId = e.Id, Report = "r", Name = "Anna", Email = "anna@example.org", Minutes = 57, Match = AttendanceMatch.ByEmail, RegistrationId = registration },
            new OnlineAttendance { Id = Guid.CreateVersion7(), EventId = e.Id, Report = "r", Name = "Anna (telefons)", Minutes = 3, Match = AttendanceMatch.Decided, RegistrationId = registration });
        await db.SaveChangesAsync();
    });
}
