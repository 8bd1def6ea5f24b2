using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Localisation;
using Talka.Journal;
using Talka.Mandates.Access;
using Talka.Organisations;
using Talka.Tests.Mandates;
using Talka.Tests.Organisations;
using Talka.Tests.Support;
using Talka.Tests.Work.Events.Door;
using Talka.Tests.Work.Events.Planning;
using Talka.Tests.Work.Events.SigningUp;
using Talka.Work.Events;
using Talka.Work.Events.After.Closing;
using Talka.Work.Events.SigningUp;

namespace Talka.Tests.Work.Events.After;

public sealed class CloseEventTests
{
    [Fact]
    public async Task Close_OfAHybridEvent_PostsOneEntryWithWhatWasCounted()
    {
        await using var site = await Closings.SiteAsync();
        var e = await site.AddEventAsync(Closings.Yesterday with { Stream = "kopienas", TargetGroup = "Biedrības" });
        await site.CameAsync(e, "Anna Bērziņa", "anna@example.org", "Biedrības", "Biedrība “Ābele”", minutes: 90);
        await site.CameAsync(e, "Jānis Ozols", group: "Biedrības", organisation: "biedrība “abele”");
        await site.AddGuestAsync(e, "Ilze Liepa", "ilze@example.org", EventMode.Online, minutes: 45, organisation: "Biedrība “Ozols”");
        await site.AddGuestAsync(e, "Īsi Bijis", "isi@example.org", EventMode.Online, minutes: 10);
        await site.AddGuestAsync(e, "Nav Nācis", "nav@example.org");

        var entry = await site.CloseAsync(e, new ClosingForm { Viewers = 120, RecordingLink = "https://video.example.org/ieraksts", WithList = true });

        Assert.Empty(entry.Errors);
        var content = EntryPayload.Read(entry.Value.Payload!);
        Assert.Equal(("seminar", 3L, 120L, "Kopienu nams", EntryMode.Hybrid, "kopienas"), (content.Kind, content.Participants, content.Reach, content.Place, content.Mode, content.Stream));
        Assert.Equal(new EntrySource("events", e.Id.ToString(), $"/work/mandates/kopienas/events/{e.Id}/after"), content.Source);
        Assert.Contains("Piedalījās 3: klātienē 2, tiešsaistē 1", content.Note, StringComparison.Ordinal);
        Assert.Contains("Gan klātienē, gan tiešsaistē bija 1", content.Note, StringComparison.Ordinal);
        Assert.Contains("Pārstāvētās organizācijas: 2.", content.Note, StringComparison.Ordinal);
        var attendance = content.Attendance!;
        Assert.Equal((2L, 1L, 2L), (attendance.OnSite, attendance.Online, attendance.Organisations));
        Assert.Equal([new GroupAttendance("Biedrības", 2, 0), new GroupAttendance(null, 0, 1)], attendance.Groups);
        Assert.Null(attendance.Cycle);
        Assert.Equal(["https://video.example.org/ieraksts"], content.Links);
        var closed = await site.ReadAsync(e);
        var counted = Counted.Read(closed.Counted)!;
        Assert.Equal((EventState.Closed, entry.Value.Sequence), (closed.State, closed.EntrySequence));
        Assert.Equal((2, 1, 1, 2, 5, 2), (counted.OnSite, counted.Online, counted.Both, counted.Organisations, counted.Expected, counted.NoShows));
        using var list = new StreamReader(site.Services.GetRequiredService<FileStore>().Open(content.Files.Single().Sha256)!);
        var text = await list.ReadToEndAsync();
        Assert.Equal(4, text.Trim().Split('\n').Length);
        Assert.DoesNotContain("Anna", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entry_OfAnEventInACycle_HasItsMeasuresShownAndVerified()
    {
        await using var site = await Closings.SiteAsync();
        var series = await site.InScopeAsync(services => SampleEvents.AddSeriesAsync(services));
        var first = await site.AddEventAsync(Closings.Yesterday with { Slug = "pirmais", SeriesId = series.Id, StartsIn = TimeSpan.FromDays(-3) });
        var second = await site.AddEventAsync(Closings.Yesterday with { Slug = "otrais", SeriesId = series.Id });
        await site.CameAsync(first, "Anna Bērziņa", "anna@example.org");
        await site.CameAsync(second, "Anna Bērziņa", "anna@example.org", organisation: "Biedrība “Ābele”");
        await site.CameAsync(second, "Ilze Liepa", "ilze@example.org", "Jaunieši");
        await site.CloseAsync(first);

        var entry = (await site.CloseAsync(second)).Value;

        Assert.Equal(new CycleAttendance(2, 3, 2), EntryPayload.Read(entry.Payload!).Attendance!.Cycle);
        var page = WebUtility.HtmlDecode(await site.Client.GetStringAsync($"/mandates/kopienas/entries/{entry.Sequence}"));
        foreach (var shown in new[] { "klātienē 2, tiešsaistē 0", "Jaunieši – klātienē 1, tiešsaistē 0; bez mērķgrupas – klātienē 1, tiešsaistē 0", "notikuši pasākumi 2, apmeklējumi kopā 3, dažādi cilvēki 2" })
        {
            Assert.Contains(shown, page, StringComparison.Ordinal);
        }

        using var client = await site.SignInAsync();
        var csv = await client.GetStringAsync("/work/mandates/kopienas/journal/export?format=csv");
        Assert.Contains(";Dalībnieki klātienē;Dalībnieki tiešsaistē;Pārstāvētās organizācijas;", csv, StringComparison.Ordinal);
        Assert.Contains(";2;\"\";2;0;1;", csv, StringComparison.Ordinal);

        Assert.Null((await site.InScopeAsync(services => services.GetRequiredService<JournalVerifier>().VerifyAsync([]))).Finding);
        await site.AddGuestAsync(second, "Zane Kalna", "zane@example.org", EventMode.Online, minutes: 60);
        var corrected = (await site.CorrectAsync(second)).Value;
        Assert.Equal((2L, 1L), (EntryPayload.Read(corrected.Payload!).Attendance!.OnSite, EntryPayload.Read(corrected.Payload!).Attendance!.Online));
    }

    [Fact]
    public async Task Close_ManyTimesAtOnce_PostsOneEntry()
    {
        await using var site = await Closings.SiteAsync();
        var e = await site.AddEventAsync(Closings.Yesterday);
        await site.CameAsync(e, "Anna Bērziņa");

        var closings = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => site.CloseAsync(e)));

        Assert.Single(closings, closing => closing.Succeeded);
        Assert.All(closings.Where(closing => !closing.Succeeded), closing => Assert.Equal("event-closed-already", closing.Codes()));
        Assert.Equal(1, await site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().JournalEntries().CountAsync(entry => entry.SourceArea == "events")));
    }

    [Theory]
    [InlineData(EventState.Draft, "event-never-published")]
    [InlineData(EventState.Cancelled, "event-cancelled")]
    [InlineData(EventState.Postponed, "event-postponed")]
    public async Task Close_OfAnEventThatDidNotTakePlace_IsRefused(EventState state, string code)
    {
        await using var site = await Closings.SiteAsync();
        var e = await site.AddEventAsync(Closings.Yesterday with { State = state });
        await site.AddGuestAsync(e, "Anna Bērziņa", minutes: 60);

        Assert.Equal(code, (await site.CloseAsync(e)).Codes());
        Assert.Equal(state, (await site.ReadAsync(e)).State);
    }

    [Fact]
    public async Task Close_BeforeItsEndOrWithNobody_IsRefused()
    {
        await using var site = await Closings.SiteAsync();
        var (coming, empty) = (await site.AddEventAsync(), await site.AddEventAsync(Closings.Yesterday with { Slug = "tukss" }));
        await site.AddGuestAsync(coming, "Anna Bērziņa", minutes: 60);
        await site.AddGuestAsync(empty, "Anna Bērziņa", minutes: 5);

        Assert.Equal("event-not-over", (await site.CloseAsync(coming)).Codes());
        Assert.Equal("event-nobody-came", (await site.CloseAsync(empty)).Codes());
    }

    [Fact]
    public async Task Close_OutsideTheContractOrAcrossItsYears_IsRefused()
    {
        await using var site = await Closings.SiteAsync();
        var newYear = Riga.StartOf(new DateOnly(TimeProvider.System.Today().Year, 1, 1));
        var long_ago = await site.AddEventAsync(Closings.Yesterday with { Slug = "sen", StartsIn = TimeSpan.FromDays(-900) });
        var across = await site.AddEventAsync(Closings.Yesterday with { Slug = "pari" });
        await site.ChangeEventAsync(across.Id, one => (one.StartsAt, one.EndsAt) = (newYear.AddHours(-1), newYear.AddHours(1)));
        await site.AddGuestAsync(long_ago, "Anna Bērziņa", minutes: 60);
        await site.AddGuestAsync(across, "Anna Bērziņa", minutes: 60);

        Assert.Equal("event-outside-mandate", (await site.CloseAsync(long_ago)).Codes());
        Assert.Equal("event-spans-years", (await site.CloseAsync(across)).Codes());
    }

    [Fact]
    public async Task Close_OfAnEventThatEndsAtMidnight_IsOfItsLastDayAlone()
    {
        await using var site = await Closings.SiteAsync();
        var newYear = Riga.StartOf(new DateOnly(TimeProvider.System.Today().Year, 1, 1));
        var e = await site.AddEventAsync(Closings.Yesterday);
        await site.ChangeEventAsync(e.Id, one => (one.StartsAt, one.EndsAt) = (newYear.AddHours(-4), newYear));
        await site.CameAsync(e, "Anna Bērziņa");

        var closed = await site.CloseAsync(e);

        var last = new DateOnly(TimeProvider.System.Today().Year - 1, 12, 31);
        Assert.Empty(closed.Errors);
        Assert.Equal((last, last, 1), (closed.Value.DateFrom!.Value, closed.Value.DateTo!.Value, closed.Value.Year!.Value));
    }

    [Fact]
    public async Task ForgottenPeople_AfterTheClosing_AreAddedAndCounted()
    {
        await using var site = await Closings.SiteAsync();
        var e = await site.AddEventAsync(Closings.Yesterday);
        await site.CameAsync(e, "Anna Bērziņa");
        Assert.Empty((await site.CloseAsync(e, new ClosingForm { WithList = true })).Errors);
        var (_, token) = await site.AddDoorAsync(e);

        using var entered = await site.Client.SendFormAsync($"/door/{token}", "walk-in", new() { ["Form.Name"] = "Ilze Liepa" });
        var online = await site.SignUpAsync(e.Person("Janis", EventMode.Online) with { Source = RegistrationSource.OnlineReport, TellByMail = false, AboveSeats = true });
        await site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().Set<Registration>().Where(r => r.Id == online.Value.Registration).ExecuteUpdateAsync(set => set.SetProperty(r => r.OnlineMinutes, 60)));
        var corrected = await site.CorrectAsync(e);

        Assert.Equal(HttpStatusCode.OK, entered.StatusCode);
        Assert.Equal(3, corrected.Value.Participants);
        Assert.Equal("event-past", (await site.SignUpAsync(e.Person("Zane") with { Source = RegistrationSource.Organiser })).Codes());
        var list = EntryPayload.Read(corrected.Value.Payload!).Files.Single();
        using var text = new StreamReader(site.Services.GetRequiredService<FileStore>().Open(list.Sha256)!);
        Assert.Equal(4, (await text.ReadToEndAsync()).Trim().Split('\n').Length);
        await site.ChangeEventAsync(e.Id, one => one.ErasedAt = DateTime.UtcNow);
        Assert.Equal("event-past", (await site.SignUpAsync(e.Person("Velga") with { Source = RegistrationSource.WalkIn })).Codes());
    }

    [Fact]
    public async Task List_AndCount_AreOfTheSamePeople()
    {
        await using var site = await Closings.SiteAsync();
        var (gone, kept) = (await site.AddOrganisationAsync("Vecais nosaukums"), await site.AddOrganisationAsync("Jaunais nosaukums"));
        var e = await site.AddEventAsync(Closings.Yesterday);
        var twice = await site.AddGuestAsync(e, "Anna Bērziņa", "anna@example.org", EventMode.Online, RegistrationState.Cancelled, minutes: 20);
        await site.AddGuestAsync(e, "Anna Bērziņa", "anna@example.org", EventMode.Online, minutes: 20);
        await site.CameAsync(e, "Jānis Ozols");
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            await db.Set<Registration>().Where(r => r.Id == twice.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.OrganisationId, gone.Id));
            await db.Set<Organisation>().Where(o => o.Id == gone.Id).ExecuteUpdateAsync(set => set.SetProperty(o => o.MergedIntoId, kept.Id));
        });

        var entry = await site.CloseAsync(e, new ClosingForm { WithList = true });

        Assert.Equal(2, entry.Value.Participants);
        using var list = new StreamReader(site.Services.GetRequiredService<FileStore>().Open(EntryPayload.Read(entry.Value.Payload!).Files.Single().Sha256)!);
        var lines = (await list.ReadToEndAsync()).Trim().Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.Contains("Jaunais nosaukums", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correct_WithNothingChangedButTheCycle_SaysSo()
    {
        await using var site = await Closings.SiteAsync();
        var series = await site.InScopeAsync(services => SampleEvents.AddSeriesAsync(services));
        var first = await site.AddEventAsync(Closings.Yesterday with { Slug = "pirmais", SeriesId = series.Id, StartsIn = TimeSpan.FromDays(-3) });
        var second = await site.AddEventAsync(Closings.Yesterday with { Slug = "otrais", SeriesId = series.Id });
        await site.CameAsync(first, "Anna Bērziņa", "anna@example.org");
        await site.CameAsync(second, "Ilze Liepa", "ilze@example.org");
        await site.CloseAsync(first);
        await site.CloseAsync(second);

        Assert.Equal("nothing-changed", (await site.CorrectAsync(first)).Codes());
    }

    [Fact]
    public async Task Photos_AtTheClosing_LoseWhereTheyWereTaken()
    {
        await using var site = await Closings.SiteAsync();
        byte[] told = [.. Planned.Png[..33], 0, 0, 0, 7, .. "tEXtGPS\01,2"u8, 0, 0, 0, 0, .. Planned.Png[33..]];
        await using var content = new MemoryStream(told);
        var form = new FormCollection([], new FormFileCollection { new FormFile(content, 0, told.Length, "Photos", "foto.png") });

        var (files, errors) = await site.InScopeAsync(services => services.GetRequiredService<ClosingFiles>().TakeAsync(form, CancellationToken.None));

        Assert.Empty(errors);
        await using var kept = site.Services.GetRequiredService<FileStore>().Open(files.Single().Sha256)!;
        using var bytes = new MemoryStream();
        await kept.CopyToAsync(bytes);
        Assert.Equal(Planned.Png, bytes.ToArray());
    }

    [Theory]
    [InlineData(MandateRole.Supervisor)]
    [InlineData(MandateRole.Accountant)]
    [InlineData(MandateRole.Viewer)]
    public async Task Page_ForWhoMaySeeTheMandate_ShowsWhatWasCountedAndCannotChangeIt(MandateRole role)
    {
        await using var site = await Closings.SiteAsync();
        var e = await site.AddEventAsync(Closings.Yesterday);
        var open = await site.AddEventAsync(Closings.Yesterday with { Slug = "neslegts" });
        await site.CameAsync(e, "Anna Bērziņa", group: "Jaunieši");
        await site.CloseAsync(e, new ClosingForm { WithList = true });
        await site.CameAsync(e, "Jānis Ozols");
        await site.CorrectAsync(e, reason: "Aizmirsts dalībnieks");
        using var client = await site.OpenAsync();
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            await db.Set<RoleGrant>().Where(g => g.Role != MandateRole.Coordinator).ExecuteDeleteAsync();
            await db.Set<RoleGrant>().ExecuteUpdateAsync(set => set.SetProperty(g => g.Role, role));
            await db.Set<Person>().ExecuteUpdateAsync(set => set.SetProperty(p => p.IsAdministrator, false));
        });

        var page = WebUtility.HtmlDecode(await client.GetStringAsync(EventAddress.Work(SampleEvents.Mandate, e.Id, "after")));
        var notClosed = WebUtility.HtmlDecode(await client.GetStringAsync(EventAddress.Work(SampleEvents.Mandate, open.Id, "after")));

        Assert.Contains("Jaunieši", page, StringComparison.Ordinal);
        Assert.Contains("Aizmirsts dalībnieks", page, StringComparison.Ordinal);
        Assert.Contains("apmeklejuma-saraksts.csv", page, StringComparison.Ordinal);
        Assert.Contains("Pasākums vēl nav slēgts", notClosed, StringComparison.Ordinal);
        Assert.All([page, notClosed], text => Assert.DoesNotContain("_handler\" value=\"c", text, StringComparison.Ordinal));
        Assert.All([page, notClosed], text => Assert.DoesNotContain("/people\"", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Close_OfAnEventThatIsForEverybody_NamesTheGroupsThatCame()
    {
        await using var site = await Closings.SiteAsync();
        var e = await site.AddEventAsync(Closings.Yesterday);
        await site.CameAsync(e, "Anna Bērziņa", group: "Jaunieši");
        await site.CameAsync(e, "Jānis Ozols");

        var closed = await site.CloseAsync(e);
        await site.CameAsync(e, "Velga Liepa", group: "Seniori");
        var corrected = await site.CorrectAsync(e);

        Assert.Equal(("Jaunieši", "Jaunieši; Seniori"), (closed.Value.TargetGroup, corrected.Value.TargetGroup));
    }

    [Fact]
    public async Task Close_WithAStreamThatTheContractHasNot_IsRefused()
    {
        await using var site = await Closings.SiteAsync();
        var e = await site.AddEventAsync(Closings.Yesterday with { Stream = "cita" });
        await site.CameAsync(e, "Anna Bērziņa");

        Assert.Equal("event-stream-unknown", (await site.CloseAsync(e)).Codes());
    }

    [Fact]
    public async Task Close_AfterSomebodyCameSinceThePreview_ShowsItFirst()
    {
        await using var site = await Closings.SiteAsync();
        var e = await site.AddEventAsync(Closings.Yesterday);
        await site.CameAsync(e, "Anna Bērziņa");
        var print = await PrintAsync(site, e);
        await site.CameAsync(e, "Jānis Ozols");

        Assert.Equal("changed-since-preview", (await site.CloseAsync(e, print: print)).Codes());
        Assert.True((await site.CloseAsync(e, print: await PrintAsync(site, e))).Succeeded);
    }

    [Fact]
    public async Task Correct_AfterTheClosing_ReplacesTheEntryAndSaysWhy()
    {
        await using var site = await Closings.SiteAsync();
        var e = await site.AddEventAsync(Closings.Yesterday);
        await site.CameAsync(e, "Anna Bērziņa");
        var first = (await site.CloseAsync(e)).Value;
        await site.CameAsync(e, "Jānis Ozols");

        var corrected = await site.CorrectAsync(e, reason: "Otrās ieejas saraksts");

        var content = EntryPayload.Read(corrected.Value.Payload!);
        Assert.Equal((2L, first.Sequence, CorrectionKind.Replaces, "Otrās ieejas saraksts"), (content.Participants, content.Corrects, content.Correction, content.Reason));
        var closed = await site.ReadAsync(e);
        Assert.Equal((corrected.Value.Sequence, 2), (closed.EntrySequence, Counted.Read(closed.Counted)!.People));
        Assert.Equal("nothing-changed", (await site.CorrectAsync(e)).Codes());
        Assert.Equal("reason-missing", (await site.CorrectAsync(e, reason: " ")).Codes());
        var counts = await site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().EffectiveEntries().Where(entry => entry.SourceArea == "events").Select(entry => entry.Participants).ToListAsync());
        Assert.Equal([2L], counts);
    }

    [Fact]
    public async Task Correct_OfAnEventThatIsNotClosed_IsRefused()
    {
        await using var site = await Closings.SiteAsync();
        var e = await site.AddEventAsync(Closings.Yesterday);

        Assert.Equal("event-not-closed", (await site.CorrectAsync(e)).Codes());
    }

    [Fact]
    public async Task Close_InACycle_CountsDifferentPeopleBesideAttendances()
    {
        await using var site = await Closings.SiteAsync();
        var series = await site.InScopeAsync(services => SampleEvents.AddSeriesAsync(services));
        var first = await site.AddEventAsync(Closings.Yesterday with { Slug = "pirmais", SeriesId = series.Id, StartsIn = TimeSpan.FromDays(-3) });
        var second = await site.AddEventAsync(Closings.Yesterday with { Slug = "otrais", SeriesId = series.Id });
        await site.CameAsync(first, "Anna Bērziņa", "anna@example.org");
        await site.CameAsync(first, "Jānis Ozols", "janis@example.org");
        await site.AddGuestAsync(second, "Anna Bērziņa", "anna@example.org", EventMode.Online, minutes: 50);
        await site.CameAsync(second, "Ilze Liepa", "ilze@example.org");

        await site.CloseAsync(first);
        var entry = await site.CloseAsync(second);

        Assert.Equal(new SeriesCount(1, 7, 2, 2), Counted.Read((await site.ReadAsync(first)).Counted)!.Series);
        Assert.Equal(new SeriesCount(2, 7, 4, 3), Counted.Read((await site.ReadAsync(second)).Counted)!.Series);
        Assert.Equal("Kopienu semināru cikls", entry.Value.Series);
        Assert.Contains("apmeklējumi kopā: 4, dažādi cilvēki: 3", entry.Value.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ShowsWhatWillBePostedAndThenLeadsToIt()
    {
        await using var site = await Closings.SiteAsync();
        var e = await site.AddEventAsync(Closings.Yesterday);
        await site.CameAsync(e, "Anna Bērziņa");
        using var client = await site.OpenAsync();
        var address = $"/work/mandates/{SampleEvents.Mandate}/events/{e.Id}/after";
        Dictionary<string, string> fields = new() { ["Form.Threshold"] = "20", ["Form.Viewers"] = "7" };

        using var preview = await client.SendFormAsync(address, "close", new(fields) { ["Do"] = "preview" });
        var shown = await preview.TextAsync();
        var print = System.Text.RegularExpressions.Regex.Match(shown, "name=\"Print\" value=\"(?<print>[0-9a-f]{64})\"", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)).Groups["print"].Value;
        using var posted = await client.SendFormAsync(address, "close", new(fields) { ["Do"] = "post", ["Print"] = print });
        var page = WebUtility.HtmlDecode(await client.GetStringAsync(address));

        Assert.Equal(HttpStatusCode.OK, preview.StatusCode);
        Assert.Contains("Tā tas būs žurnālā", shown, StringComparison.Ordinal);
        Assert.Contains("Kopienu dienas seminārs", shown, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, posted.StatusCode);
        var sequence = (await site.ReadAsync(e)).EntrySequence;
        Assert.Contains($"/mandates/{SampleEvents.Mandate}/entries/{sequence}", page, StringComparison.Ordinal);
        Assert.Contains($"/events/{e.Id}/after", await client.GetStringAsync($"/mandates/{SampleEvents.Mandate}/entries/{sequence}"), StringComparison.Ordinal);
    }

    private static Task<string> PrintAsync(TestSite site, Event e) => site.InScopeAsync(async services =>
    {
        var terms = await Talka.Mandates.MandateQueries.MandateTermsAsync(services.GetRequiredService<TalkaDb>(), SampleEvents.Mandate, CancellationToken.None);
        return (await services.GetRequiredService<ClosingDrafts>().RunAsync(terms!, e, new ClosingForm(), CancellationToken.None)).Value.Print;
    });
}
