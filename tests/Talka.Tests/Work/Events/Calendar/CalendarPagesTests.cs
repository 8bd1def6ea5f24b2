using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Tests.Support;
using Talka.Tests.Work.Events.Planning;
using Talka.Work.Events;
using Talka.Work.Events.Planning;

namespace Talka.Tests.Work.Events.Calendar;

/// <summary>The public pages as visitors get them.</summary>
public sealed class CalendarPagesTests
{
    private const string Mandate = SampleEvents.Mandate;

    [Fact]
    public async Task Draft_IsNowhereToBeSeen()
    {
        await using var site = await StartAsync();
        var form = Planned.Form(f => (f.Title, f.ImageAlt) = ("Slepenais melnraksts", "Plakāts"));
        Assert.Empty(await site.UploadAsync(form, "ImageFile", Planned.Png, "plakats.png"));
        var series = await site.InScopeAsync(services => SampleEvents.AddSeriesAsync(services));
        form.Series = series.Id.ToString();
        var id = (await site.SaveEventAsync(form)).Value.Id;
        var one = (await site.WholeAsync(id)).Event;
        var (year, month) = (one.StartsAt!.Value.Year, one.StartsAt.Value.Month);

        foreach (var address in new[] { "/events", "/events?text=slepenais", "/events?show=past", $"/events?view=month&month={year}-{month:00}", "/events/calendar.ics", "/events/feed.atom", "/events/embed" })
        {
            Assert.DoesNotContain("Slepenais", await site.Client.GetStringAsync(address), StringComparison.Ordinal);
        }

        foreach (var address in new[]
        {
            $"/events/{one.Slug}", $"/events/{one.Slug}.ics", $"/events/{one.Slug}/pictures/{one.ImageSha256}", $"/events/series/{series.Slug}", $"/events/series/{series.Slug}.ics",
        })
        {
            using var answer = await site.Client.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Draft_IsPreviewedByWhoeverRunsEventsAndByNobodyElse()
    {
        await using var site = await StartAsync();
        var form = Planned.Form(f => (f.Title, f.ImageAlt) = ("Slepenais melnraksts", "Plakāts"));
        Assert.Empty(await site.UploadAsync(form, "ImageFile", Planned.Png, "plakats.png"));
        var one = (await site.WholeAsync((await site.SaveEventAsync(form)).Value.Id)).Event;
        var (address, picture) = (EventAddress.Public(one.Slug), EventPictures.Address(one.Slug, one.ImageSha256!));
        using var organiser = await site.SignInAsync();
        await site.AddPersonAsync("cits@example.org");
        using var other = site.NewClient();
        using var signedIn = await site.TrySignInAsync(other, "cits@example.org", SignedIn.Password);

        using var preview = await organiser.GetAsync(address);
        var page = WebUtility.HtmlDecode(await preview.Content.ReadAsStringAsync());
        using var shown = await organiser.GetAsync(picture);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (preview.StatusCode, shown.StatusCode));
        Assert.True(preview.Headers.CacheControl!.NoStore);
        Assert.Contains("<meta name=\"robots\" content=\"noindex, nofollow\"", page, StringComparison.Ordinal);
        Assert.Contains("Nav publicēts", page, StringComparison.Ordinal);
        Assert.All(["og:title", "ld+json", ".ics", "/sign-up"], absent => Assert.DoesNotContain(absent, page, StringComparison.Ordinal));
        Assert.Contains($"href=\"{address}\"", await organiser.GetStringAsync(EventAddress.Work(Mandate, one.Id)), StringComparison.Ordinal);
        foreach (var reader in new[] { other, site.Client })
        {
            using var refused = await reader.GetAsync(address); // also right after an organiser has seen it
            using var hidden = await reader.GetAsync(picture);
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (refused.StatusCode, hidden.StatusCode));
        }

        await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Set<Event>().ExecuteUpdateAsync(set => set.SetProperty(e => e.State, EventState.Published)));
        Assert.DoesNotContain("noindex", await organiser.GetStringAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_OfAHiddenMandate_IsNotShown()
    {
        await using var site = await StartAsync();
        await site.AddEventAsync();
        await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Set<Talka.Mandates.Mandate>().ExecuteUpdateAsync(set => set.SetProperty(m => m.Hidden, true)));
        using var page = await site.Client.GetAsync("/events/dienas-seminars");
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.DoesNotContain("Kopienu dienas", await site.Client.GetStringAsync("/events"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "a b c")]
    [InlineData("text=SEMINARS", "a b")]
    [InlineData("text=Rezekne", "b")]
    [InlineData("kind=discussion", "c")]
    [InlineData("region=riga", "a c")]
    [InlineData("language=ru", "b")]
    [InlineData("mode=Online", "a c")]
    [InlineData("mode=OnSite", "a b")]
    [InlineData("mode=Hybrid", "a")]
    [InlineData("group=JAUNIESI", "")]
    [InlineData("group=jaunieši", "b")]
    [InlineData("mandate=cits", "c")]
    [InlineData("mandate=cits&kind=seminar", "")]
    [InlineData("show=past", "d")]
    [InlineData("kind=%27%3B--&region=x&mode=9&page=-1", "")]
    public async Task Filters_EachAndTogether_ShowWhatTheySay(string query, string slugs)
    {
        await using var site = await StartAsync();
        await site.AddMandateAsync("cits");
        await site.AddEventAsync(new SampleEvent { Slug = "a", Title = "Pirmais seminārs" });
        var b = await site.AddEventAsync(new SampleEvent { Slug = "b", Title = "Otrs seminārs", Mode = EventMode.OnSite, TargetGroup = "Jaunieši" });
        await site.AddEventAsync(new SampleEvent { Slug = "c", Title = "Diskusija", Kind = "discussion", Mode = EventMode.Online }, "cits");
        await site.AddEventAsync(new SampleEvent { Slug = "d", Title = "Bijusī diena", StartsIn = TimeSpan.FromDays(-10) });
        await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Set<Event>().Where(e => e.Id == b.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.Region, "latgale").SetProperty(e => e.Languages, "|lv|ru|").SetProperty(e => e.Venue, "Rēzeknes nams")));

        Assert.Equal(slugs, string.Join(' ', (await LinksAsync(site, "/events?" + query)).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task List_OverPages_ShowsEachEventOnceInOrder()
    {
        await using var site = await StartAsync();
        for (var i = 0; i < 45; i++)
        {
            await site.AddEventAsync(new SampleEvent { Slug = $"e{i:00}", Sessions = 1, StartsIn = TimeSpan.FromHours(30 + (i / 2)), State = i % 7 == 0 ? EventState.Cancelled : EventState.Published });
        }

        var shown = new List<string>();
        foreach (var page in new[] { 1, 2, 3, 4 })
        {
            shown.AddRange(await LinksAsync(site, $"/events?page={page}"));
        }

        // Two begin at each hour, in whatever order
        Assert.Equal(45, shown.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Enumerable.Range(0, 45).Select(i => i / 2), shown.Select(slug => int.Parse(slug[1..], CultureInfo.InvariantCulture) / 2));
    }

    [Fact]
    public async Task Month_ShowsEachSessionOnItsDay()
    {
        await using var site = await StartAsync();
        var id = await site.PublishedAsync(Planned.Form(f =>
        {
            f.Sessions[0].Date = $"{Planned.Year}-06-03";
            f.Sessions.Add(new SessionRow { Date = $"{Planned.Year}-06-17", From = "10:00", To = "12:00" });
            f.Sessions.Add(new SessionRow { Date = $"{Planned.Year}-07-01", From = "10:00", To = "12:00" });
        }));
        var page = await OpenAsync(site, $"/events?view=month&month={Planned.Year}-06");

        var days = page.QuerySelectorAll("td.month-day").Where(cell => cell.QuerySelector("a") is not null).Select(cell => cell.QuerySelector("span")!.TextContent);
        Assert.Equal(["3", "17"], days);
        Assert.Single((await OpenAsync(site, $"/events?view=month&month={Planned.Year}-07")).QuerySelectorAll("td.month-day a"));
        Assert.Equal(7, page.QuerySelectorAll("thead th[scope=col]").Length);
        Assert.NotEqual(Guid.Empty, id);
    }

    [Fact]
    public async Task Month_ShowsASessionOnEachOfItsDays()
    {
        await using var site = await StartAsync();
        await site.PublishedAsync(Planned.Form(f => f.Sessions = [new SessionRow { Date = $"{Planned.Year}-06-30", From = "20:00", To = "06:00" }]));
        await site.PublishedAsync(Planned.Form(f => f.Sessions = [new SessionRow { Date = $"{Planned.Year}-06-03", From = "20:00", To = "00:00" }]));

        var (june, july) = (await OpenAsync(site, $"/events?view=month&month={Planned.Year}-06"), await OpenAsync(site, $"/events?view=month&month={Planned.Year}-07"));

        Assert.Equal(["3", "30"], Days(june));
        Assert.Equal(["1"], Days(july));
        Assert.Contains("turpinās", july.QuerySelector("td.month-day a")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1. jūlijs", july.QuerySelector("td.month-day .month-day__name")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);

        static IEnumerable<string> Days(AngleSharp.Dom.IDocument page) =>
            page.QuerySelectorAll("td.month-day").Where(cell => cell.QuerySelector("a") is not null).Select(cell => cell.QuerySelector("span")!.TextContent);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("?text=seminars", false)]
    [InlineData("?kind=seminar", true)]
    [InlineData("?group=jaunieši", true)]
    public async Task Filters_AreFoldedAwayUntilOneIsSet(string query, bool open)
    {
        await using var site = await StartAsync();

        var more = (await OpenAsync(site, "/events" + query)).QuerySelector(".filters details")!;

        Assert.Equal(open, more.HasAttribute("open"));
        Assert.Equal(5, more.QuerySelectorAll("select").Length);
    }

    [Fact]
    public async Task EventPage_WithPlacesKeptForAGroup_SaysWhichAreFree()
    {
        await using var site = await StartAsync();
        var e = await site.AddEventAsync(new SampleEvent { Mode = EventMode.OnSite, SeatsOnSite = 5, Quotas = new Dictionary<string, int> { ["Jaunieši"] = 2 } });
        await site.InScopeAsync(async services =>
        {
            var seats = services.GetRequiredService<TalkaDb>().Set<EventSeats>();
            await seats.Where(s => s.Group == "").ExecuteUpdateAsync(set => set.SetProperty(s => s.Taken, 4));
            await seats.Where(s => s.Group != "").ExecuteUpdateAsync(set => set.SetProperty(s => s.Taken, 1));
        });

        var page = await OpenAsync(site, "/events/dienas-seminars");
        var places = page.QuerySelectorAll("dd li").Select(line => line.TextContent.Trim()).Where(line => line.StartsWith("Klātienē", StringComparison.Ordinal));

        Assert.Equal(["Klātienē: visas aizņemtas", "Klātienē, mērķgrupai „Jaunieši”: 1 no 2"], places);
        Assert.Contains("Pieteikties pasākumam", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Visas vietas ir aizņemtas", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("Kopienu attīstība", page.QuerySelector("dl a[href='/mandates/kopienas']")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(Guid.Empty, e.Id);
    }

    [Fact]
    public async Task EventPage_ForAVisitor_HasTheFactsAndNoSecrets()
    {
        await using var site = await StartAsync();
        var id = await site.PublishedAsync(Planned.Form(f =>
        {
            f.Speakers = [new SpeakerRow { Name = "Piekritusī Runātāja", Consent = true }, new SpeakerRow { Name = "Nepiekritušais Runātājs" }];
            f.Materials =
            [
                new MaterialRow { Title = "Visiem", Link = "https://example.org/visiem", For = nameof(MaterialFor.Everybody) },
                new MaterialRow { Title = "Dalībniekiem", Link = "https://example.org/dalibniekiem", For = nameof(MaterialFor.Registered) },
            ];
        }));
        var slug = (await site.WholeAsync(id)).Event.Slug;

        var html = await site.Client.GetStringAsync($"/events/{slug}");

        foreach (var text in new[] { "Kopienu seminārs", "14:00–16:00", "Kopienu nams", "Lifts.", "latviešu, krievu", "20 no 20", "Piekritusī", "visiem", $"/events/{slug}/sign-up", $"/events/{slug}.ics" })
        {
            Assert.Contains(text, html, StringComparison.Ordinal);
        }

        foreach (var secret in new[] { "video.example.org", "Nepiekritušais", "dalibniekiem" })
        {
            Assert.DoesNotContain(secret, html, StringComparison.Ordinal);
        }

        Assert.Contains("Community seminar", await site.Client.GetStringAsync($"/events/{slug}?lang=en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EventPage_AsData_IsReadAsAnEvent()
    {
        await using var site = await StartAsync();
        var id = await site.PublishedAsync(Planned.Form(f => (f.Title, f.Description) = ("</script><script>alert(1)</script>", "A & B <!-- ]]>")));
        var one = (await site.WholeAsync(id)).Event;
        var page = await OpenAsync(site, $"/events/{one.Slug}");

        var script = Assert.Single(page.QuerySelectorAll("script[type='application/ld+json']"));
        using var json = JsonDocument.Parse(script.TextContent);

        var root = json.RootElement;
        Assert.Equal(("Event", "</script><script>alert(1)</script>"), (root.GetProperty("@type").GetString(), root.GetProperty("name").GetString()));
        Assert.Equal(one.StartsAt, root.GetProperty("startDate").GetDateTimeOffset().UtcDateTime);
        Assert.Equal("https://schema.org/MixedEventAttendanceMode", root.GetProperty("eventAttendanceMode").GetString());
        Assert.Equal(["Place", "VirtualLocation"], root.GetProperty("location").EnumerateArray().Select(place => place.GetProperty("@type").GetString()));
        Assert.Equal(site.Address + $"/events/{one.Slug}", root.GetProperty("location")[1].GetProperty("url").GetString());
        Assert.Equal("A & B <!-- ]]>", root.GetProperty("description").GetString());
        Assert.Equal("</script><script>alert(1)</script>", page.QuerySelector("meta[property='og:title']")!.GetAttribute("content"));
    }

    [Fact]
    public async Task Texts_WithScriptsInThem_RunNowhere()
    {
        await using var site = await StartAsync();
        const string script = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";
        var series = await site.InScopeAsync(services => services.GetRequiredService<SaveSeries>().RunAsync(Mandate, null, new SeriesForm { Title = script, Description = script }, CancellationToken.None));
        var id = await site.PublishedAsync(Planned.Form(f =>
        {
            f.Series = series.Value.ToString();
            f.Title = f.TitleEn = f.Description = f.DescriptionEn = f.Venue = f.Address = f.Accessibility = f.Interpretation = f.TargetGroup = f.ContactName = script;
            f.Sessions[0].Title = f.Sessions[0].Programme = script;
            f.Speakers = [new SpeakerRow { Name = script, About = script, Consent = true }];
            f.Materials = [new MaterialRow { Title = script, Link = "https://example.org/?a=\"><script>", For = nameof(MaterialFor.Everybody) }];
            f.Quotas = [new QuotaRow { Group = script, OnSite = "1" }];
        }));
        Assert.Empty((await site.ActAsync<CallOffEvent>(id, (callOff, version) => callOff.RunAsync(Mandate, id, version, true, script, CancellationToken.None))).Errors);
        using var client = await site.SignInAsync();
        var one = (await site.WholeAsync(id)).Event;
        var work = EventAddress.Work(Mandate, id);

        foreach (var address in new[]
        {
            "/events", "/events/embed", $"/events/{one.Slug}", $"/events?view=month&month={one.StartsAt:yyyy-MM}", $"/events?text={Uri.EscapeDataString(script)}&group={Uri.EscapeDataString(script)}",
            $"/events/series/{await SeriesSlugAsync(site)}", work, work + "/edit", work + "/repeat", work + "/call-off", $"/work/mandates/{Mandate}/events", $"/work/mandates/{Mandate}/events/series/{series.Value}",
        })
        {
            using var parsed = new HtmlParser().ParseDocument(await client.GetStringAsync(address));
            Assert.DoesNotContain(parsed.Scripts, found => found.TextContent.Contains("alert", StringComparison.Ordinal) && found.Type != "application/ld+json");
            Assert.Empty(parsed.QuerySelectorAll("[onerror]"));
        }
    }

    [Fact]
    public async Task Page_KeptInTheCache_IsNewAfterACommit()
    {
        await using var site = await StartAsync();
        var id = await site.PublishedAsync();
        var slug = (await site.WholeAsync(id)).Event.Slug;
        Assert.DoesNotContain("Pasākums ir atcelts", await site.Client.GetStringAsync($"/events/{slug}"), StringComparison.Ordinal);

        await site.ActAsync<CallOffEvent>(id, (callOff, version) => callOff.RunAsync(Mandate, id, version, false, "Slimība.", CancellationToken.None));

        var html = await site.Client.GetStringAsync($"/events/{slug}");
        Assert.Contains("Pasākums ir atcelts", html, StringComparison.Ordinal);
        Assert.Contains("Slimība.", html, StringComparison.Ordinal);
        Assert.DoesNotContain($"/events/{slug}/sign-up", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Embed_AndNothingElse_MayBeFramed()
    {
        await using var site = await StartAsync();
        await site.AddEventAsync();
        for (var time = 0; time < 2; time++)
        {
            using var embed = await site.Client.GetAsync("/events/embed");
            Assert.Contains("frame-ancestors *", embed.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            using var page = await site.Client.GetAsync("/events");
            Assert.Contains("frame-ancestors 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }

        var list = await OpenAsync(site, "/events/embed?lang=en&mandate=" + Mandate);
        Assert.Equal("Community day seminar", list.QuerySelector(".event-list a")!.TextContent);
        Assert.Null(list.QuerySelector("header"));
        Assert.Empty((await OpenAsync(site, "/events/embed?mandate=cits")).QuerySelectorAll(".event-list a"));
    }

    [Fact]
    public async Task Pictures_OfAnEvent_AreServedAsPicturesAndOnlyTheirs()
    {
        await using var site = await StartAsync();
        var form = Planned.Form(f => (f.ImageAlt, f.Speakers) = ("Plakāts", [new SpeakerRow { Name = "Anna" }]));
        Assert.Empty(await site.UploadAsync(form, "ImageFile", Planned.Png, "plakats.png"));
        Assert.Empty(await site.UploadAsync(form, "Speakers[0].PhotoFile", Planned.OtherPng, "anna.png"));
        var whole = await site.WholeAsync(await site.PublishedAsync(form));
        var pictures = $"/events/{whole.Event.Slug}/pictures/";

        using var image = await site.Client.GetAsync(pictures + whole.Event.ImageSha256);
        Assert.Equal(("image/png", "nosniff"), (image.Content.Headers.ContentType!.MediaType, image.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.StartsWith("sandbox", image.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        foreach (var other in new[] { whole.Speakers[0].PhotoSha256!, new string('0', 64), "../../talka.db" })
        {
            using var answer = await site.Client.GetAsync(pictures + other);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData(SignUpCase.Full, "Join", "Visas vietas ir aizņemtas")]
    [InlineData(SignUpCase.NotYet, null, "Pieteikšanās sāksies")]
    [InlineData(SignUpCase.Closed, null, "Pieteikšanās ir beigusies")]
    [InlineData(SignUpCase.Over, null, "Pasākums ir noticis")]
    [InlineData(SignUpCase.Open, "SignUp", "Brīvās vietas")]
    public async Task SignUp_AsItStands_IsSaid(SignUpCase standing, string? button, string text)
    {
        await using var site = await StartAsync();
        await site.AddEventAsync(standing switch
        {
            SignUpCase.Full => new SampleEvent { SeatsOnSite = 0, SeatsOnline = 0 },
            SignUpCase.NotYet => new SampleEvent { OpensIn = TimeSpan.FromDays(1) },
            SignUpCase.Closed => new SampleEvent { ClosesIn = TimeSpan.FromHours(-1) },
            SignUpCase.Over => new SampleEvent { StartsIn = TimeSpan.FromDays(-2) },
            _ => new SampleEvent(),
        });

        var html = await site.Client.GetStringAsync("/events/dienas-seminars");

        Assert.Contains(text, html, StringComparison.Ordinal);
        Assert.Equal(button is not null, html.Contains("/events/dienas-seminars/sign-up", StringComparison.Ordinal));
    }

    public enum SignUpCase { Open, Full, NotYet, Closed, Over }

    private static Task<string> SeriesSlugAsync(TestSite site) => site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().EventSeries().Select(s => s.Slug).FirstAsync());

    private static async Task<IHtmlDocument> OpenAsync(TestSite site, string address) => new HtmlParser().ParseDocument(await site.Client.GetStringAsync(address));

    private static async Task<IReadOnlyList<string>> LinksAsync(TestSite site, string address) =>
        [.. (await OpenAsync(site, address)).QuerySelectorAll(".event-list a").Select(link => Regex.Match(link.GetAttribute("href")!, "[^/]+$", RegexOptions.None, TimeSpan.FromSeconds(1)).Value)];

    private static async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartAsync();
        await site.AddMandateAsync();
        return site;
    }
}
