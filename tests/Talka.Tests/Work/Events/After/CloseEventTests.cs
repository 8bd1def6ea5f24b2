using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Journal;
using Talka.Tests.Mandates;
using Talka.Tests.Support;
using Talka.Tests.Work.Events.Door;
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
        var now = DateTime.UtcNow;
        var newYear = new DateTime(now.Year, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var long_ago = await site.AddEventAsync(Closings.Yesterday with { Slug = "sen", StartsIn = TimeSpan.FromDays(-900) });
        var across = await site.AddEventAsync(Closings.Yesterday with { Slug = "pari", StartsIn = newYear.AddHours(-4) - now });
        await site.AddGuestAsync(long_ago, "Anna Bērziņa", minutes: 60);
        await site.AddGuestAsync(across, "Anna Bērziņa", minutes: 60);

        Assert.Equal("event-outside-mandate", (await site.CloseAsync(long_ago)).Codes());
        Assert.Equal("event-spans-years", (await site.CloseAsync(across)).Codes());
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
