using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Mandates.Access;
using Talka.Tests.Support;
using Talka.Tests.Work.Events.SigningUp;
using Talka.Work.Events;

namespace Talka.Tests.Work.Events.Planning;

/// <summary>The pages of planning, as a browser without scripts sends their forms.</summary>
public sealed class PlanningPagesTests
{
    private const string List = "/work/mandates/" + SampleEvents.Mandate + "/events";

    [Fact]
    public async Task NewEvent_WithAnotherSession_KeepsAllThatWasTypedAndSavesNothing()
    {
        await using var site = await StartAsync();
        using var client = await site.SignInAsync();
        using var answer = await site.PostFormAsync(client, List + "/new", "event", Typed(action: "session"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await ParseAsync(answer);
        Assert.Equal("Pirmais seminārs", Value(page, "Form.Title"));
        Assert.Equal(("14:00", "16:00"), (Value(page, "Form.Sessions[0].From"), Value(page, "Form.Sessions[0].To")));
        Assert.Equal(Value(page, "Form.Sessions[0].Date"), Value(page, "Form.Sessions[1].Date"));
        Assert.Equal("", Value(page, "Form.Sessions[1].From"));
        Assert.NotNull(page.QuerySelector("input[name='Form.Languages'][value=ru][checked]"));
        Assert.NotNull(page.QuerySelector("input[name='Form.Mode'][value=Hybrid][checked]"));
        Assert.Equal("save", page.QuerySelector("form.form button[type=submit]")!.GetAttribute("value")); // what Enter presses
        Assert.False(await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Events().AnyAsync()));
    }

    [Fact]
    public async Task Event_FromTheFormToTheCalendar_TakesThreeSteps()
    {
        await using var site = await StartAsync();
        using var client = await site.SignInAsync();
        using var created = await site.PostFormAsync(client, List + "/new", "event", Typed());
        Assert.Equal(HttpStatusCode.Redirect, created.StatusCode);
        var home = Path(created);

        // The first try names what is missing, with links to the fields
        using var refused = await PublishAsync(site, client, home);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(home + "/edit#Accessibility", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var fields = Typed();
        (fields["Form.Version"], fields["Form.Accessibility"], fields["Form.Description"]) = ("0", "Lifts.", "Par kopienām.");
        (fields["Form.Venue"], fields["Form.Address"]) = ("Kopienu nams", "Parauga iela 1");
        using var edited = await site.PostFormAsync(client, home + "/edit", "event", fields);
        Assert.Equal(HttpStatusCode.Redirect, edited.StatusCode);
        using var published = await PublishAsync(site, client, home);
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);

        Assert.Contains("Pirmais seminārs", await site.Client.GetStringAsync("/events"), StringComparison.Ordinal);
        Assert.Contains("/events/pirmais-seminars/sign-up", await site.Client.GetStringAsync("/events/pirmais-seminars"), StringComparison.Ordinal);
        Assert.Contains("Pirmais seminārs", await client.GetStringAsync(List), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithAMistake_SaysItAtTheFieldAndKeepsTheRest()
    {
        await using var site = await StartAsync();
        using var client = await site.SignInAsync();
        var fields = Typed();
        fields["Form.Sessions[0].From"] = "03:30";
        fields["Form.Sessions[0].Date"] = $"{LastSundayOfMarch():yyyy-MM-dd}";
        using var answer = await site.PostFormAsync(client, List + "/new", "event", fields);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await ParseAsync(answer);
        Assert.Equal("true", page.QuerySelector("#Sessions-0-From")!.GetAttribute("aria-invalid"));
        Assert.Equal("#Sessions-0-From", page.QuerySelector("#errors a")!.GetAttribute("href"));
        Assert.Contains("pulksteni pagriež uz priekšu", page.QuerySelector("#Sessions-0-From-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Pirmais seminārs", Value(page, "Form.Title"));
    }

    [Fact]
    public async Task Form_FromAnOlderVersion_IsAConflict()
    {
        await using var site = await StartAsync();
        using var client = await site.SignInAsync();
        var one = await site.AddEventAsync();
        var fields = Typed();
        fields["Form.Version"] = "-1";
        using var answer = await site.PostFormAsync(client, EventAddress.Work(SampleEvents.Mandate, one.Id) + "/edit", "event", fields);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("Pirmais seminārs", Value(await ParseAsync(answer), "Form.Title"));
    }

    [Fact]
    public async Task Event_MovedToAnotherYear_OffersToConfirm()
    {
        await using var site = await StartAsync();
        using var client = await site.SignInAsync();
        var id = await site.PublishedAsync();
        var home = EventAddress.Work(SampleEvents.Mandate, id);
        var fields = Typed();
        fields["Form.Version"] = $"{(await site.WholeAsync(id)).Event.Version}";
        fields["Form.Sessions[0].Date"] = $"{Planned.Year + 1}-02-03";

        using var asked = await site.PostFormAsync(client, home + "/edit", "event", fields);
        Assert.Equal(HttpStatusCode.Conflict, asked.StatusCode);
        Assert.NotNull((await ParseAsync(asked)).QuerySelector("#AcceptYear"));

        fields["Form.AcceptYear"] = "true";
        using var saved = await site.PostFormAsync(client, home + "/edit", "event", fields);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("moved=true", saved.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Rakstīt visiem", await client.GetStringAsync(saved.Headers.Location), StringComparison.Ordinal); // there is nobody to write to
        Assert.True((await site.SignUpAsync((await site.WholeAsync(id)).Event.Person("Anna"))).Succeeded);
        Assert.Contains("Rakstīt visiem", await client.GetStringAsync(saved.Headers.Location), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repetition_PreviewedWithADayLeftOut_MakesTheOthers()
    {
        await using var site = await StartAsync();
        using var client = await site.SignInAsync();
        var id = await site.PublishedAsync(Planned.Form(f => f.Sessions[0].Date = $"{Planned.Year}-09-01"));
        var repeat = EventAddress.Work(SampleEvents.Mandate, id) + "/repeat";
        Dictionary<string, string?> fields = new() { ["Form.Rule"] = "TwoWeeks", ["Form.Count"] = "4", ["Form.Action"] = "preview" };

        using var preview = await site.PostFormAsync(client, repeat, "repeat", fields);
        var page = await ParseAsync(preview);
        var days = page.QuerySelectorAll("input[name='Form.Days']").Select(day => day.GetAttribute("value")!).ToList();
        Assert.Equal([$"{Planned.Year}-09-15", $"{Planned.Year}-09-29", $"{Planned.Year}-10-13"], days);
        Assert.All(page.QuerySelectorAll("input[name='Form.Days']"), day => Assert.True(day.HasAttribute("checked")));

        fields.Remove("Form.Action");
        fields["Form.Days"] = days[2];
        using var made = await site.PostFormAsync(client, repeat, "repeat", fields);
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var series = await client.GetStringAsync(made.Headers.Location);
        Assert.Contains("13. oktobris", WebUtility.HtmlDecode(series).Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal(2, await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Events().CountAsync(e => e.SeriesId != null)));
    }

    [Fact]
    public async Task Event_UnderAnotherMandate_IsNotFound()
    {
        await using var site = await StartAsync();
        await site.AddMandateAsync("cits");
        using var client = await site.SignInAsync();
        var one = await site.AddEventAsync(mandate: "cits");
        foreach (var page in new[] { "", "edit", "form", "call-off", "repeat" })
        {
            using var answer = await client.GetAsync(EventAddress.Work(SampleEvents.Mandate, one.Id, page));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task List_ForAViewer_HasNoDraftsAndNoLinksToWork()
    {
        await using var site = await StartAsync();
        await site.AddEventAsync();
        await site.AddEventAsync(new SampleEvent { Slug = "slepens", Title = "Slepens melnraksts", State = EventState.Draft });
        using var client = await site.SignInAsync("viesis@example.org", administrator: false);
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            await db.Set<RoleGrant>().Where(g => g.Role != MandateRole.Coordinator).ExecuteDeleteAsync();
            await db.Set<RoleGrant>().ExecuteUpdateAsync(set => set.SetProperty(g => g.Role, MandateRole.Viewer));
        });

        var html = await client.GetStringAsync(List + "?show=All");

        Assert.Contains("href=\"/events/dienas-seminars\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Slepens melnraksts", html, StringComparison.Ordinal);
        Assert.DoesNotContain(List + "/new", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Coming", "dienas-seminars")]
    [InlineData("Past", "bijis")]
    [InlineData("Drafts", "melnraksts")]
    public async Task List_OfEachKind_ShowsThose(string show, string slug)
    {
        await using var site = await StartAsync();
        using var client = await site.SignInAsync();
        var events = new Dictionary<Guid, string>();
        foreach (var sample in new[] { new SampleEvent(), new SampleEvent { Slug = "bijis", StartsIn = TimeSpan.FromDays(-3) }, new SampleEvent { Slug = "melnraksts", State = EventState.Draft } })
        {
            events[(await site.AddEventAsync(sample)).Id] = sample.Slug;
        }

        var page = new HtmlParser().ParseDocument(await client.GetStringAsync($"{List}?show={show}&text=seminars"));
        Assert.Equal([slug], page.QuerySelectorAll("tbody a").Select(link => events[Guid.Parse(link.GetAttribute("href")!.Split('/')[^1])]));
    }

    [Fact]
    public async Task Questions_OfAnEvent_AreKeptAtItAndGoAlongWithItsCopy()
    {
        await using var site = await StartAsync();
        var one = await site.AddEventAsync();
        var definition = new Talka.Forms.FormDefinition([new Talka.Forms.Question("edienreize", Talka.Forms.QuestionType.Text, "Ko ēdat?")]);
        var errors = await site.InScopeAsync(services => services.GetRequiredService<Talka.Work.Events.Planning.SaveEventForm>()
            .RunAsync(SampleEvents.Mandate, one.Id, Talka.Work.Events.Planning.EventFormKind.SigningUp, definition, 0, CancellationToken.None));
        Assert.Empty(errors);
        using var client = await site.SignInAsync();
        var home = EventAddress.Work(SampleEvents.Mandate, one.Id);
        Assert.Contains("Ko ēdat?", await client.GetStringAsync(home + "/form"), StringComparison.Ordinal);
        using var sheet = await client.GetAsync(home + "/form.xlsx");
        Assert.Equal(HttpStatusCode.OK, sheet.StatusCode);

        var copy = await site.InScopeAsync(services => services.GetRequiredService<Talka.Work.Events.Planning.CopyEvent>().RunAsync(SampleEvents.Mandate, one.Id, null, Guid.CreateVersion7(), CancellationToken.None));

        var (form, copied) = ((await site.WholeAsync(one.Id)).Event.FormId, (await site.WholeAsync(copy.Value)).Event.FormId);
        Assert.NotNull(form);
        Assert.NotNull(copied);
        Assert.NotEqual(form, copied);
        Assert.Contains("Ko ēdat?", await client.GetStringAsync(EventAddress.Work(SampleEvents.Mandate, copy.Value, "form")), StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Typed(string action = "save") => new()
    {
        ["Form.Action"] = action,
        ["Form.Title"] = "Pirmais seminārs",
        ["Form.Kind"] = "seminar",
        ["Form.TimeZone"] = "Europe/Riga",
        ["Form.Sessions[0].Date"] = $"{Planned.Year}-12-03",
        ["Form.Sessions[0].From"] = "14:00",
        ["Form.Sessions[0].To"] = "16:00",
        ["Form.Mode"] = "Hybrid",
        ["Form.Languages"] = "ru",
        ["Form.Confirmation"] = "AtOnce",
        ["Form.MostInParty"] = "1",
    };

    private static Task<HttpResponseMessage> PublishAsync(TestSite site, HttpClient client, string home) => site.InScopeAsync(async services =>
    {
        var id = Guid.Parse(home.Split('/')[^1]);
        var version = await services.GetRequiredService<TalkaDb>().Events().Where(e => e.Id == id).Select(e => e.Version).SingleAsync();
        return await site.PostFormAsync(client, home, "publish", new() { ["Form.Version"] = $"{version}" });
    });

    private static DateOnly LastSundayOfMarch()
    {
        var last = new DateOnly(Planned.Year, 3, 31);
        return last.AddDays(-(int)last.DayOfWeek);
    }

    private static string Path(HttpResponseMessage redirect) => redirect.Headers.Location!.ToString().Replace(redirect.RequestMessage!.RequestUri!.GetLeftPart(UriPartial.Authority), "", StringComparison.Ordinal).Split('?')[0];

    private static string? Value(IHtmlDocument page, string name) => (page.QuerySelector($"[name='{name}']") as IHtmlInputElement)?.Value;

    private static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage answer) => new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    private static async Task<TestSite> StartAsync()
    {
        var site = await TestSite.StartAsync();
        await site.AddMandateAsync();
        return site;
    }
}
