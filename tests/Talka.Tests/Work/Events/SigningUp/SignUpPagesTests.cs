using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Forms;
using Talka.Foundation.Data;
using Talka.Tests.Support;
using Talka.Tests.Work.Events.Door;
using Talka.Work.Events;
using Talka.Work.Events.SigningUp;

namespace Talka.Tests.Work.Events.SigningUp;

/// <summary>Signing up as a browser without scripts does it, to the private page and all that it offers.</summary>
public sealed partial class SignUpPagesTests
{
    private const string Page = "/events/dienas-seminars/sign-up";

    private readonly MovableClock _clock = new();

    [Fact]
    public async Task SignUp_OnAPhone_LeadsByTheMailToTheTicketAndBackOut()
    {
        await using var server = await SmtpServer.StartAsync();
        var (site, e) = await Signing.StartAsync(new SampleEvent { Confirmation = Confirmation.ByMail }, settings: server.Settings);
        await using var _ = site;

        using var sent = await site.PostFormAsync(site.Client, Page, "sign-up", Fields("Anna Šķēle", "anna@example.org", others: "Jānis\nОлена"));
        Assert.Equal("/events/dienas-seminars/signed-up?as=confirm", Path(sent));
        Assert.Contains("Atlicis viens solis", await ReadAsync(site, Path(sent)), StringComparison.Ordinal);

        var link = LinkIn((await server.ReceiveAsync(1))[0].TextBody!);
        var page = await ReadAsync(site, link);
        Assert.Contains("Apstiprināt savu vietu", page, StringComparison.Ordinal);
        Assert.DoesNotContain("QR kods", page, StringComparison.Ordinal);
        using var confirmed = await site.PostFormAsync(site.Client, link, "confirm", []);
        Assert.Equal(link + "?done=Confirming", Path(confirmed));

        var ticket = await ReadAsync(site, link);
        Assert.Equal(3, Regex.Count(ticket, "data:image/svg\\+xml;base64,", RegexOptions.None, TimeSpan.FromSeconds(5)));
        Assert.Contains("Олена", ticket, StringComparison.Ordinal);
        Assert.DoesNotContain("video.example.org", ticket, StringComparison.Ordinal);
        var mail = (await server.ReceiveAsync(2))[1];
        Assert.Equal(["text/calendar", "image/png", "image/png", "image/png"], mail.Attachments.Select(attachment => attachment.ContentType.MimeType));
        var calendar = await ReadAsync(site, link + "/calendar.ics");
        Assert.Contains("BEGIN:VEVENT", calendar, StringComparison.Ordinal);

        using var switched = await site.PostFormAsync(site.Client, link, "switch", new() { ["mode"] = "Online" });
        using var switchedTwice = await site.PostFormAsync(site.Client, link, "switch", new() { ["mode"] = "Online" });
        Assert.Contains("video.example.org", await ReadAsync(site, link), StringComparison.Ordinal);
        using var cancelled = await site.PostFormAsync(site.Client, link, "cancel", []);
        using var cancelledTwice = await PostAgainAsync(site, link, "cancel");
        Assert.Contains("Pieteikums ir atcelts", await ReadAsync(site, link), StringComparison.Ordinal);
        await site.AssertSeatsAddUpAsync(e.Id);
    }

    [Fact]
    public async Task Form_WithMistakes_KeepsEverythingThatWasTyped()
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { Quotas = new Dictionary<string, int> { ["Jaunieši"] = 5 } });
        await using var _ = site;
        await GiveFormAsync(site, e, new FormDefinition([new Question("diet", QuestionType.Text, "Ko neēdat?") { Required = true }, new Question("why", QuestionType.LongText, "Kāpēc nākat?")]));

        using var answer = await site.PostFormAsync(site.Client, Page, "sign-up", new Dictionary<string, string?>(Fields("<script>alert(1)</script>", "nav adrese", others: "Jānis", organisation: "Biedrība “Ķīlis”"))
        {
            ["q-why"] = "Jo gribu",
        });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("value=\"nav adrese\"", page, StringComparison.Ordinal);
        Assert.Contains("Biedrība “Ķīlis”", page, StringComparison.Ordinal);
        Assert.Contains("Jo gribu", page, StringComparison.Ordinal);
        Assert.Contains(">Jānis</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("Šī nav e-pasta adrese", page, StringComparison.Ordinal);
        Assert.Contains("Izvēlieties grupu", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#q-diet\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await site.RegistrationsAsync());
    }

    [Fact]
    public async Task Answers_ToTheEventsQuestions_AreKeptAndChangedOnTheOwnPage()
    {
        var (site, e) = await Signing.StartAsync();
        await using var _ = site;
        await GiveFormAsync(site, e, new FormDefinition([new Question("diet", QuestionType.Text, "Ko neēdat?") { KeepDays = 30 }]));
        using var sent = await site.PostFormAsync(site.Client, Page, "sign-up", new Dictionary<string, string?>(Fields("Anna", "anna@example.org")) { ["q-diet"] = "riekstus" });
        Assert.Equal("/events/dienas-seminars/signed-up?as=place", Path(sent));
        var link = LinkIn(Assert.Single(await site.OutboxAsync()).Text);
        Assert.Contains("value=\"riekstus\"", await ReadAsync(site, link), StringComparison.Ordinal);

        using var changed = await site.PostFormAsync(site.Client, link, "change", new() { ["Form.Name"] = "Anna Ozola", ["Form.Phone"] = "+371 20000000", ["q-diet"] = "pienu" });

        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        var page = await ReadAsync(site, link);
        Assert.Contains("Anna Ozola", page, StringComparison.Ordinal);
        Assert.Contains("value=\"pienu\"", page, StringComparison.Ordinal);
        Assert.Single(await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().FormAnswers().ToListAsync()));
    }

    [Fact]
    public async Task FullEvent_SaysThePlaceOnTheWaitingListBeforeSendingAndLeavingIsOneClick()
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { SeatsOnSite = 1 });
        await using var _ = site;
        await site.SignUpAsync(e.Person("A"));
        await site.SignUpAsync(e.Person("B"));
        Assert.Contains("(klātienē). Piesakoties tagad, jūs būsiet 2.", await ReadAsync(site, Page), StringComparison.Ordinal);

        using var sent = await site.PostFormAsync(site.Client, Page, "sign-up", Fields("Anna", "anna@example.org"));
        Assert.Equal("/events/dienas-seminars/signed-up?as=waiting", Path(sent));
        var link = LinkIn((await site.OutboxAsync())[^1].Text);
        Assert.Contains("Jūsu vieta sarakstā: 2.", await ReadAsync(site, link), StringComparison.Ordinal);
        using var left = await site.PostFormAsync(site.Client, link, "leave", []);
        Assert.Equal(1, (await site.SeatsAsync()).Waiting);
    }

    [Fact]
    public async Task Offer_OnTheOwnPage_IsTakenOrLeftToTheNext()
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { SeatsOnSite = 1, OfferHours = 12 });
        await using var _ = site;
        var people = new[] { (await site.SignUpAsync(e.Person("A"))).Value, (await site.SignUpAsync(e.Person("B"))).Value, (await site.SignUpAsync(e.Person("C"))).Value };
        var links = people.Select(person => site.Services.GetRequiredService<PrivateLinks>().PathOf(person.Registration)).ToList();
        await site.CancelAsync(people[0].Registration);

        using var left = await site.PostFormAsync(site.Client, links[1], "leave", []);
        using var taken = await site.PostFormAsync(site.Client, links[2], "accept", []);

        Assert.Equal(RegistrationState.Cancelled, (await site.RegistrationAsync(people[1].Registration)).State);
        Assert.Equal(RegistrationState.Confirmed, (await site.RegistrationAsync(people[2].Registration)).State);
    }

    [Fact]
    public async Task Answer_ToSomebodyWhoIsRegistered_LooksLikeThatToAnybodyElse()
    {
        var (site, e) = await Signing.StartAsync();
        await using var _ = site;
        await site.SignUpAsync(e.Person("Anna"));

        using var again = await site.PostFormAsync(site.Client, Page, "sign-up", Fields("Anna", "anna@example.org"));
        using var fresh = await site.PostFormAsync(site.Client, Page, "sign-up", Fields("Berta", "berta@example.org"));

        Assert.Equal(Path(fresh), Path(again));
        Assert.Equal(2, (await site.RegistrationsAsync()).Count);
    }

    [Fact]
    public async Task DoubleClickAndRetry_OfOneForm_RegisterOnce()
    {
        var (site, _) = await Signing.StartAsync();
        await using var _1 = site;
        var page = await site.Client.GetStringAsync(Page);
        async Task<HttpStatusCode> SendAsync()
        {
            using var content = new FormUrlEncodedContent([
                new("_handler", "sign-up"), new("__RequestVerificationToken", SignedIn.TokenIn(page)), new("Form.Key", KeyIn(page)),
                .. Fields("Anna", "anna@example.org").Select(field => KeyValuePair.Create(field.Key, field.Value))]);
            using var answer = await site.Client.PostAsync(Page, content);
            return answer.StatusCode;
        }

        var statuses = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync()));
        Assert.All(statuses.Append(await SendAsync()), status => Assert.Equal(HttpStatusCode.Redirect, status));
        Assert.Single(await site.RegistrationsAsync());
        Assert.Single(await site.OutboxAsync());
    }

    [Fact]
    public async Task Links_ForgedForeignOrCut_AreNotFoundAndThenTooMany()
    {
        var (site, e) = await Signing.StartAsync();
        await using var _ = site;
        var own = (await site.SignUpAsync(e.Person("Anna"))).Value.Registration;
        var links = site.Services.GetRequiredService<PrivateLinks>();
        var unknown = links.TokenOf(Guid.CreateVersion7());
        var token = links.TokenOf(own);

        foreach (var wrong in new[] { token[..^1], token[..^2] + "xx", unknown, own.ToString(), "%00", "'; DROP TABLE event_registrations; --" })
        {
            using var answer = await site.Client.GetAsync("/events/my/" + Uri.EscapeDataString(wrong));
            Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{wrong}: {answer.StatusCode}");
        }

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 25; i++)
        {
            using var answer = await site.Client.GetAsync($"/events/my/{unknown}/calendar.ics");
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        using var right = await site.Client.GetAsync("/events/my/" + token);
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.True(right.Headers.CacheControl!.NoStore);
        Assert.Equal("no-referrer", right.Headers.GetValues("Referrer-Policy").Single());
        Assert.Contains("noindex", right.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Materials_ForTheRegistered_AreGivenToThoseWhoHaveAPlace()
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { SeatsOnSite = 1 }, _clock);
        await using var _ = site;
        var (own, waiting) = ((await site.SignUpAsync(e.Person("A"))).Value, (await site.SignUpAsync(e.Person("B"))).Value);
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            db.AddRange(
                new EventMaterial { Id = Guid.CreateVersion7(), EventId = e.Id, Ordinal = 1, Title = "Pirms", For = MaterialFor.Registered, Link = "https://example.org/pirms" },
                new EventMaterial { Id = Guid.CreateVersion7(), EventId = e.Id, Ordinal = 2, Title = "Pēc", For = MaterialFor.After, Link = "https://example.org/pec" });
            await db.SaveChangesAsync();
        });
        var links = site.Services.GetRequiredService<PrivateLinks>();

        Assert.Contains("Pirms", await ReadAsync(site, links.PathOf(own.Registration)), StringComparison.Ordinal);
        Assert.DoesNotContain("example.org/pec", await ReadAsync(site, links.PathOf(own.Registration)), StringComparison.Ordinal);
        Assert.DoesNotContain("example.org/pirms", await ReadAsync(site, links.PathOf(waiting.Registration)), StringComparison.Ordinal);
        _clock.Ahead = TimeSpan.FromDays(9);
        Assert.Contains("example.org/pec", await ReadAsync(site, links.PathOf(own.Registration)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_SentOnceTheEventWasCancelled_IsToldThatAndOfNoWaitingList()
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { SeatsOnSite = 1 });
        await using var _ = site;
        using var first = await site.PostFormAsync(site.Client, Page, "sign-up", Fields("Anna Šķēle", "anna@example.org"));
        var token = SignedIn.TokenIn(await site.Client.GetStringAsync(Page));
        await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Events().Where(one => one.Id == e.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.State, EventState.Cancelled)));

        var fields = Fields("Vēls Cilvēks", "vels@example.org").Select(field => KeyValuePair.Create(field.Key, field.Value));
        using var content = new FormUrlEncodedContent([new("_handler", "sign-up"), new("__RequestVerificationToken", token), .. fields]);
        using var late = await site.Client.PostAsync(Page, content);

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync());
        Assert.Contains("Pasākums ir atcelts", page, StringComparison.Ordinal);
        Assert.DoesNotContain("gaidīšanas sarakstā", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfAnEventThatTakesNobody_SaysWhy()
    {
        var (site, _) = await Signing.StartAsync(new SampleEvent { State = EventState.Cancelled });
        await using var _1 = site;
        Assert.Contains("Pasākums ir atcelts", await ReadAsync(site, Page), StringComparison.Ordinal);
        using var draft = await site.Client.GetAsync("/events/nav-tada/sign-up");
        Assert.Equal(HttpStatusCode.NotFound, draft.StatusCode);
    }

    [Fact]
    public async Task OneAddress_ThatHammers_IsToldToWaitAndTheSettingSaysFrom()
    {
        var (site, _) = await Signing.StartAsync(settings: new() { ["Talka:Events:SignUpsPerMinute"] = "5" });
        await using var _1 = site;
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 7; i++)
        {
            using var answer = await site.PostFormAsync(site.Client, Page, "sign-up", Fields($"P{i}", $"p{i}@example.org"));
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.TooManyRequests), (statuses[4], statuses[^1]));
    }

    [Fact]
    public async Task TicketMail_ForAParty_HasEachCodeAndAnswersGoToTheOrganiser()
    {
        await using var server = await SmtpServer.StartAsync();
        var (site, e) = await Signing.StartAsync(settings: server.Settings);
        await using var _ = site;
        await site.ChangeEventAsync(e.Id, one => one.ContactEmail = "rikotaja@example.org");

        await site.SignUpAsync(e.Person("Anna") with { Others = ["Jānis Ozols"] });

        var mail = (await server.ReceiveAsync(1))[0];
        var people = await site.RegistrationsAsync();
        Assert.Equal("rikotaja@example.org", mail.ReplyTo.Mailboxes.Single().Address);
        Assert.All(people, person => Assert.Contains(person.ShortCode, mail.TextBody, StringComparison.Ordinal));
        Assert.Contains("Jānis Ozols: vieta apstiprināta, biļetes kods " + people[1].ShortCode, mail.TextBody, StringComparison.Ordinal);
        Assert.Equal(people.Select(person => person.ShortCode + ".png").Prepend("kopienu-dienas-seminars.ics"), mail.Attachments.Select(attachment => attachment.ContentDisposition!.FileName));
    }

    [Fact]
    public async Task Companion_IsTakenOffOnlyAfterAQuestion()
    {
        var (site, e) = await Signing.StartAsync();
        await using var _ = site;
        var own = (await site.SignUpAsync(e.Person("Anna") with { Others = ["Jānis"] })).Value.Registration;
        var companion = (await site.RegistrationsAsync()).Single(r => r.Name == "Jānis").Id;

        var page = await ReadAsync(site, site.Services.GetRequiredService<PrivateLinks>().PathOf(own));

        Assert.Matches("<details>\\s*<summary>Jānis nepiedalīsies</summary>\\s*<p[^>]*>[^<]+nevar atsaukt[^<]*</p>\\s*<form", page);
        using var off = await site.PostFormAsync(site.Client, site.Services.GetRequiredService<PrivateLinks>().PathOf(own), $"without-{companion:n}", []);
        Assert.Contains("Šī vieta ir atteikta", await ReadAsync(site, off.Headers.Location!.ToString()), StringComparison.Ordinal);
        Assert.Equal(RegistrationState.Cancelled, (await site.RegistrationAsync(companion)).State);
    }

    [Theory]
    [InlineData(-3, EventState.Published, "Pasākums ir beidzies")]
    [InlineData(3, EventState.Cancelled, "Pasākums nenotiks")]
    public async Task OwnPage_OfWhatIsOverOrOff_OffersNeitherTicketNorCancelling(int days, EventState state, string says)
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { StartsIn = TimeSpan.FromDays(days), State = state });
        await using var _ = site;
        var anna = await site.AddGuestAsync(e, "Anna");

        var page = await ReadAsync(site, site.Services.GetRequiredService<PrivateLinks>().PathOf(anna.Id));

        Assert.Contains(says, page, StringComparison.Ordinal);
        Assert.DoesNotContain(anna.ShortCode, page, StringComparison.Ordinal);
        Assert.DoesNotContain("atsakieties", page, StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Fields(string name, string email, string? others = null, string? organisation = null) => new()
    {
        ["Form.Name"] = name,
        ["Form.Email"] = email,
        ["Form.Mode"] = "OnSite",
        ["Form.Others"] = others,
        ["Form.Organisation"] = organisation,
    };

    private static Task GiveFormAsync(TestSite site, Event e, FormDefinition definition) => site.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<TalkaDb>();
        var form = await services.GetRequiredService<FormStore>().DefineAsync("event", e.Id, definition, CancellationToken.None);
        (await db.Set<Event>().AsTracking().SingleAsync(one => one.Id == e.Id)).FormId = form;
        await db.SaveChangesAsync();
    });

    private static async Task<string> ReadAsync(TestSite site, string path) => WebUtility.HtmlDecode(await site.Client.GetStringAsync(path));

    private static string Path(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.IsAbsoluteUri ? answer.Headers.Location.PathAndQuery : answer.Headers.Location.ToString();
    }

    // From a page that is old by now; any other page's token will do
    private static async Task<HttpResponseMessage> PostAgainAsync(TestSite site, string link, string form)
    {
        using var content = new FormUrlEncodedContent([new("_handler", form), new("__RequestVerificationToken", SignedIn.TokenIn(await site.Client.GetStringAsync(Page)))]);
        var answer = await site.Client.PostAsync(link, content);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer;
    }

    private static string LinkIn(string text) => Link().Match(text).Value;

    private static string KeyIn(string page) => Key().Match(page).Groups["key"].Value;

    [GeneratedRegex("/events/my/[A-Za-z0-9_-]{43}", RegexOptions.None, 5000)]
    private static partial Regex Link();

    [GeneratedRegex("name=\"Form.Key\" value=\"(?<key>[^\"]+)\"", RegexOptions.None, 5000)]
    private static partial Regex Key();
}
