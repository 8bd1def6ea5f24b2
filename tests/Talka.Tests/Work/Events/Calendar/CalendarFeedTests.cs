using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Tests.Support;
using Talka.Tests.Work.Events.Door;
using Talka.Tests.Work.Events.Planning;
using Talka.Work.Events;
using Talka.Work.Events.Calendar;
using Talka.Work.Events.Planning;
using Talka.Work.Events.SigningUp;

namespace Talka.Tests.Work.Events.Calendar;

/// <summary>The feeds, read by the programs of others: ical.js and an XML reader.</summary>
public sealed class CalendarFeedTests
{
    [Fact]
    public async Task Feed_OfAll_IsUnderstoodByIcalJs()
    {
        await using var site = await StartAsync();
        var one = await site.AddEventAsync();
        await site.AddEventAsync(new SampleEvent { Slug = "melnraksts", State = EventState.Draft });
        await site.AddEventAsync(new SampleEvent { Slug = "atcelts", State = EventState.Cancelled, Sessions = 1, StartsIn = TimeSpan.FromDays(3) });
        await site.AddEventAsync(new SampleEvent { Slug = "parcelts", State = EventState.Postponed, Sessions = 1, StartsIn = TimeSpan.FromDays(4) });

        var feed = await ReadAsync(site, "/events/calendar.ics");

        Assert.Equal(("PUBLISH", 1, 4), (feed.Method, feed.Zones, feed.Events.Count));
        var sessions = (await site.WholeAsync(one.Id)).Sessions;
        var first = feed.Events.Single(e => e.Uid == $"{sessions[0].Id}@talka");
        Assert.Equal((0, "CONFIRMED", "Kopienu dienas seminārs: 1. daļa", "Europe/Riga"), (first.Sequence, first.Status, first.Summary, first.Zone));
        Assert.Equal((sessions[0].StartsAt, sessions[0].EndsAt), (first.Start, first.End));
        Assert.Equal(one.UpdatedAt, first.Stamp, TimeSpan.FromSeconds(1));
        Assert.Equal(new[] { "CANCELLED", "CONFIRMED", "CONFIRMED", "TENTATIVE" }, feed.Events.Select(e => e.Status).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("video.example.org", await site.Client.GetStringAsync("/events/calendar.ics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_MovedAndCancelled_KeepsItsUidAndCountsUp()
    {
        await using var site = await StartAsync();
        var id = await site.PublishedAsync();
        var slug = (await site.WholeAsync(id)).Event.Slug;
        var before = (await ReadAsync(site, $"/events/{slug}.ics")).Events.Single();

        Assert.Empty((await site.SaveEventAsync(await site.FormOfAsync(id, f => (f.Sessions[0].From, f.Sessions[0].To) = ("10:00", "12:00")), id)).Errors);
        var moved = (await ReadAsync(site, $"/events/{slug}.ics")).Events.Single();
        Assert.Empty((await site.ActAsync<CallOffEvent>(id, (callOff, version) => callOff.RunAsync(SampleEvents.Mandate, id, version, false, "Slimība.", CancellationToken.None))).Errors);
        var cancelled = (await ReadAsync(site, $"/events/{slug}.ics")).Events.Single();

        Assert.Equal([before.Uid, before.Uid], new[] { moved.Uid, cancelled.Uid });
        Assert.Equal([(0, "CONFIRMED"), (1, "CONFIRMED"), (2, "CANCELLED")], new[] { before, moved, cancelled }.Select(e => (e.Sequence, e.Status)));
        Assert.Equal(TimeSpan.FromHours(-4), moved.Start - before.Start);
    }

    [Fact]
    public async Task Session_RemovedFromAPublishedEvent_IsCancelledInCalendarsAndGoneElsewhere()
    {
        await using var site = await StartAsync();
        var id = await site.PublishedAsync(TwoDays());
        var before = await site.WholeAsync(id);
        var guest = await site.AddGuestAsync(before.Event, "Anna Bērziņa", "anna@example.org");
        var (stays, gone) = (before.Sessions[0], before.Sessions[1]);

        Assert.Empty((await site.SaveEventAsync(await site.FormOfAsync(id, f => f.Sessions.RemoveAt(1)), id)).Errors);
        Assert.Empty((await site.SaveEventAsync(await site.FormOfAsync(id), id)).Errors); // and hears of it once

        var feed = await ReadAsync(site, $"/events/{before.Event.Slug}.ics");
        var own = await ReadTextAsync(await site.InScopeAsync(async services =>
            System.Text.Encoding.UTF8.GetString((await services.GetRequiredService<TicketAttachments>().CalendarAsync([guest.Id], CancellationToken.None))!.Content)));
        (string, int, string)[] expected = [($"{stays.Id}@talka", 1, "CONFIRMED"), ($"{gone.Id}@talka", 1, "CANCELLED")];
        Assert.Equal(expected, feed.Events.OrderBy(e => e.Start).Select(e => (e.Uid, e.Sequence, e.Status)));
        Assert.Equal(expected.Select(e => e.Item3), own.Events.OrderBy(e => e.Start).Select(e => e.Status));
        Assert.Equal((gone.StartsAt, gone.EndsAt, "ATCELTS: Kopienu seminārs: Otrā diena"), (feed.Events[1].Start, feed.Events[1].End, feed.Events[1].Summary));
        Assert.Equal(1, feed.Zones);
        var after = await site.WholeAsync(id);
        Assert.Equal((stays.Id, stays.EndsAt), (Assert.Single(after.Sessions).Id, after.Event.EndsAt!.Value));
        Assert.DoesNotContain("Otrā diena", WebUtility.HtmlDecode(await site.Client.GetStringAsync($"/events/{before.Event.Slug}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_ReplacedByOneAtTheSameTime_IsCancelledAndTheOtherIsNew()
    {
        await using var site = await StartAsync();
        var id = await site.PublishedAsync();
        var before = await site.WholeAsync(id);

        Assert.Empty((await site.SaveEventAsync(await site.FormOfAsync(id, f => f.Sessions[0].Id = null), id)).Errors);

        var feed = await ReadAsync(site, $"/events/{before.Event.Slug}.ics");
        var replaced = feed.Events.Single(e => e.Uid == $"{before.Sessions[0].Id}@talka");
        Assert.Equal((1, "CANCELLED"), (replaced.Sequence, replaced.Status));
        Assert.Equal((1, "CONFIRMED", replaced.Start), feed.Events.Where(e => e != replaced).Select(e => (e.Sequence, e.Status, e.Start)).Single());
    }

    [Fact]
    public async Task Session_RemovedFromADraft_LeavesNothing()
    {
        await using var site = await StartAsync();
        var id = (await site.SaveEventAsync(TwoDays())).Value.Id;

        Assert.Empty((await site.SaveEventAsync(await site.FormOfAsync(id, f => f.Sessions.RemoveAt(1)), id)).Errors);

        Assert.Equal(1, await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().SessionsEverShown().CountAsync(s => s.EventId == id)));
    }

    private static EventForm TwoDays() =>
        Planned.Form(f => f.Sessions.Add(new SessionRow { Date = $"{Planned.Year}-12-04", From = "14:00", To = "16:00", Title = "Otrā diena", Programme = "- Noslēgums" }));

    /// <summary>Before, in and after the nights in which clocks change, here and elsewhere.</summary>
    [Theory]
    [InlineData("Europe/Riga")]
    [InlineData("Europe/London")]
    [InlineData("UTC")]
    public async Task Times_AroundChangesOfTheClocks_AreTheSameInstants(string zone)
    {
        await using var site = await StartAsync();
        var year = Planned.Year;
        var (march, october) = (LastSunday(year, 3), LastSunday(year, 10));
        var form = Planned.Form(f =>
        {
            f.TimeZone = zone;
            f.Sessions = [.. new[] { march.AddDays(-1), march, march.AddDays(1), october.AddDays(-1), october, october.AddDays(1) }.Select(day => new SessionRow { Date = $"{day:yyyy-MM-dd}", From = "04:30", To = "05:30" })];
        });
        var id = await site.PublishedAsync(form);
        var whole = await site.WholeAsync(id);

        var feed = await ReadAsync(site, $"/events/{whole.Event.Slug}.ics");

        Assert.Equal(whole.Sessions.Select(s => (s.StartsAt, s.EndsAt)), feed.Events.OrderBy(e => e.Start).Select(e => (e.Start, e.End)));
        Assert.All(whole.Sessions, session => Assert.Equal("04:30", EventTimes.Time(session.StartsAt, zone)));
    }

    [Fact]
    public async Task Event_MoreThanAYearAhead_HasItsTimesInItsFileAndTheFeed()
    {
        await using var site = await StartAsync();
        var id = await site.PublishedAsync(Planned.Form(f => f.Sessions[0].Date = $"{Planned.Year + 1}-07-10"));
        var whole = await site.WholeAsync(id);

        foreach (var address in new[] { $"/events/{whole.Event.Slug}.ics", "/events/calendar.ics" })
        {
            var feed = await ReadAsync(site, address);
            Assert.Equal((1, whole.Sessions[0].StartsAt, whole.Sessions[0].EndsAt), (feed.Zones, feed.Events.Single().Start, feed.Events.Single().End));
        }
    }

    [Fact]
    public async Task Texts_OfEveryKind_ComeThroughWhole()
    {
        await using var site = await StartAsync();
        foreach (var (text, i) in NaughtyStrings.All.Select((text, i) => (text, i)))
        {
            await site.SaveEventAsync(Planned.Form(f => (f.Title, f.Venue, f.Description) = ($"{text}", text, text)));
        }

        // Published as they are, so that each stands in the feed
        await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Set<Event>().ExecuteUpdateAsync(set => set.SetProperty(e => e.State, EventState.Published)));
        await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().SaveChangesAsync());
        var titles = await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Events().Select(e => e.Title).ToListAsync());
        Assert.True(titles.Count > 60);

        var feed = await ReadAsync(site, "/events/calendar.ics?x=1");
        var atom = XDocument.Parse(await site.Client.GetStringAsync("/events/feed.atom?x=1"));

        Assert.Equal(titles.Order(StringComparer.Ordinal), feed.Events.Select(e => e.Summary).Order(StringComparer.Ordinal));
        Assert.All(Elements(atom, "entry").Select(entry => entry.Element(Atom + "title")!.Value), title => Assert.Contains(title, titles));
    }

    [Fact]
    public async Task Series_AsAFeed_HasItsEventsAlone()
    {
        await using var site = await StartAsync();
        var series = await site.InScopeAsync(services => SampleEvents.AddSeriesAsync(services));
        await site.AddEventAsync(new SampleEvent { Slug = "cikla", SeriesId = series.Id, Sessions = 1 });
        await site.AddEventAsync(new SampleEvent { Slug = "cits", Sessions = 1 });

        var feed = await ReadAsync(site, $"/events/series/{series.Slug}.ics");
        Assert.Single(feed.Events);
        using var none = await site.Client.GetAsync("/events/series/nav.ics");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task Registration_AsAFile_HasTheLinkForItsOwnerAlone()
    {
        await using var site = await StartAsync();
        var one = await site.AddEventAsync();
        var sessions = (await site.WholeAsync(one.Id)).Sessions;
        var file = site.Services.GetRequiredService<CalendarFile>();
        string Of(EventMode mode, RegistrationState state) => file.OfRegistration(one, sessions, Registration(one, mode, state), "https://talka.example.org/events/my/x");

        Assert.Contains("video.example.org", (await ReadTextAsync(Of(EventMode.Online, RegistrationState.Confirmed))).Events[0].Location!, StringComparison.Ordinal);
        Assert.DoesNotContain("video.example.org", Of(EventMode.Online, RegistrationState.Waiting), StringComparison.Ordinal);
        Assert.DoesNotContain("video.example.org", Of(EventMode.OnSite, RegistrationState.Confirmed), StringComparison.Ordinal);
        var cancelled = (await ReadTextAsync(Of(EventMode.Online, RegistrationState.Cancelled))).Events;
        Assert.All(cancelled, e => Assert.Equal(("CANCELLED", 2), (e.Status, e.Sequence)));
        Assert.Equal(sessions.Count, cancelled.Select(e => e.Uid).Distinct().Count());
    }

    [Fact]
    public async Task Atom_OfComingEvents_IsWellFormedAndMarksWhatIsCancelled()
    {
        await using var site = await StartAsync();
        await site.AddEventAsync();
        await site.AddEventAsync(new SampleEvent { Slug = "atcelts", State = EventState.Cancelled, StartsIn = TimeSpan.FromDays(3) });
        await site.AddEventAsync(new SampleEvent { Slug = "melnraksts", State = EventState.Draft });
        await site.AddEventAsync(new SampleEvent { Slug = "bijis", StartsIn = TimeSpan.FromDays(-3) });

        using var answer = await site.Client.GetAsync("/events/feed.atom");
        var atom = XDocument.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["ATCELTS: Kopienu dienas seminārs", "Kopienu dienas seminārs"], Elements(atom, "entry").Select(entry => entry.Element(Atom + "title")!.Value));
        Assert.All(Elements(atom, "entry"), entry => Assert.StartsWith(site.Address + "/events/", entry.Element(Atom + "link")!.Attribute("href")!.Value, StringComparison.Ordinal));
    }

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static IEnumerable<XElement> Elements(XDocument atom, string name) => atom.Root!.Elements(Atom + name);

    private sealed record Feed(string? Method, int Zones, List<Entry> Events);

    private sealed record Entry(string Uid, int Sequence, string Status, string Summary, string? Description, string? Location, string Zone, DateTime Start, DateTime End, DateTime Stamp);

    private static async Task<Feed> ReadAsync(TestSite site, string address)
    {
        using var answer = await site.Client.GetAsync(address);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        return await ReadTextAsync(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<Feed> ReadTextAsync(string text)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "Support", "read-ics.mjs")])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        await node.StandardInput.BaseStream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text));
        node.StandardInput.Close();
        var (output, problems) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await problems);
        return JsonSerializer.Deserialize<Feed>(await output, JsonSerializerOptions.Web)!;
    }

    private static Registration Registration(Event one, EventMode mode, RegistrationState state) => new()
    {
        Id = Guid.CreateVersion7(),
        EventId = one.Id,
        PartyId = Guid.Empty,
        Number = 1,
        Name = "Anna",
        PersonKey = "anna",
        Mode = mode,
        State = state,
        Sequence = 2,
        Source = RegistrationSource.Public,
        Language = "lv",
        TicketCode = "t",
        ShortCode = "s",
        CreatedAt = DateTime.UtcNow,
    };

    private static DateOnly LastSunday(int year, int month)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(int)last.DayOfWeek);
    }

    private static async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartAsync();
        await site.AddMandateAsync();
        return site;
    }
}
