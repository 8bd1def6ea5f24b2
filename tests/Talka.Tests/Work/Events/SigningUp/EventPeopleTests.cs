using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Forms;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Personal;
using Talka.Foundation.Results;
using Talka.Tests.Mandates;
using Talka.Tests.Support;
using Talka.Work.Events;
using Talka.Work.Events.SigningUp;

namespace Talka.Tests.Work.Events.SigningUp;

public sealed class EventPeopleTests
{
    [Fact]
    public async Task List_Filtered_ShowsCountsAndFindsInAnyAlphabet()
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { SeatsOnSite = 2 });
        await using var _ = site;
        using var client = await site.SignInAsync();
        foreach (var (name, i) in new[] { "Žanete Šķēle", "Олена Коваленко", "<b>Jānis</b>" }.Select((name, i) => (name, i)))
        {
            await site.SignUpAsync(e.Person($"p{i}") with { Name = name });
        }

        var all = await client.GetStringAsync(Page(e));
        Assert.Contains("&lt;b&gt;J", all, StringComparison.Ordinal);
        var found = WebUtility.HtmlDecode(await client.GetStringAsync(Page(e) + "?text=" + Uri.EscapeDataString("коваленко")));
        Assert.Contains("Олена", found, StringComparison.Ordinal);
        Assert.DoesNotContain("Žanete", found, StringComparison.Ordinal);
        var waiting = WebUtility.HtmlDecode(await client.GetStringAsync(Page(e) + "?state=Waiting"));
        Assert.Contains("<b>Jānis</b>", waiting, StringComparison.Ordinal);
        Assert.DoesNotContain("Žanete", waiting, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Promote_ByHand_NeedsAReasonAndNeverOversellsSilently()
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { SeatsOnSite = 1 });
        await using var _ = site;
        using var client = await site.SignInAsync();
        await site.SignUpAsync(e.Person("A"));
        await site.SignUpAsync(e.Person("B"));
        var third = (await site.SignUpAsync(e.Person("C"))).Value.Registration;
        var page = $"{Page(e)}/{third}";

        using var unreasoned = await site.PostFormAsync(client, page, "promote", new() { ["Promote.Raise"] = "true" });
        using var full = await site.PostFormAsync(client, page, "promote", new() { ["Promote.Reason"] = "Lektore" });
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Conflict), (unreasoned.StatusCode, full.StatusCode));
        Assert.Equal(1, (await site.SeatsAsync()).Seats);
        using var raised = await site.PostFormAsync(client, page, "promote", new() { ["Promote.Reason"] = "Lektore", ["Promote.Raise"] = "true" });

        Assert.Equal(HttpStatusCode.Redirect, raised.StatusCode);
        Assert.Equal((RegistrationState.Confirmed, "Lektore"), ((await site.RegistrationAsync(third)).State, (await site.RegistrationAsync(third)).Reason));
        Assert.Equal((2, 2, 1), ((await site.SeatsAsync()).Seats!.Value, (await site.SeatsAsync()).Taken, (await site.SeatsAsync()).Waiting));
        await site.AssertSeatsAddUpAsync(e.Id, inOrder: false);
    }

    [Fact]
    public async Task Organiser_AddsAndTakesOff_AndThePersonIsToldTheReason()
    {
        var (site, e) = await Signing.StartAsync();
        await using var _ = site;
        using var client = await site.SignInAsync();
        using var added = await site.PostFormAsync(client, Page(e) + "/add", "add", new() { ["Form.Name"] = "Bez pasta", ["Form.Mode"] = "OnSite", ["Form.Others"] = "Otrs\nTrešais\nCeturtais\nPiektais" });
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Equal(5, (await site.SeatsAsync()).Taken);
        Assert.Empty(await site.OutboxAsync());
        var own = (await site.SignUpAsync(e.Person("Anna"))).Value.Registration;

        using var off = await site.PostFormAsync(client, $"{Page(e)}/{own}", "cancel", new() { ["Leave.Reason"] = "Pasākums ir tikai biedriem.", ["Leave.Tell"] = "true" });

        Assert.Equal(HttpStatusCode.Redirect, off.StatusCode);
        Assert.Contains("tikai biedriem", (await site.OutboxAsync())[^1].Text, StringComparison.Ordinal);
        await site.AssertSeatsAddUpAsync(e.Id);
    }

    [Fact]
    public async Task Event_OfAnotherMandate_IsNotFoundNorItsPeople()
    {
        var (site, e) = await Signing.StartAsync();
        await using var _ = site;
        await site.AddMandateAsync("cits");
        var other = await site.AddEventAsync(new SampleEvent { Slug = "cits-pasakums" }, "cits");
        var person = (await site.SignUpAsync(other.Person("Anna"))).Value.Registration;
        using var client = await site.SignInAsync();
        foreach (var address in new[] { $"/work/mandates/{SampleEvents.Mandate}/events/{other.Id}/people", $"{Page(e)}/{person}", $"/work/mandates/{SampleEvents.Mandate}/events/{other.Id}/people.csv" })
        {
            using var answer = await client.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Import_OfASheet_IsDryFirstThenAddsOnceAndMailsOnlyWhenTold()
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { SeatsOnSite = 2 });
        await using var _ = site;
        await site.SignUpAsync(e.Person("Anna"));
        const string sheet = "Vārds un uzvārds;E-pasts;Organizācija;Dalība\nAnna;ANNA@example.org;;klātienē\nBerta;berta@example.org;=cmd|'/c calc';online\nBez pasta;;Biedrība;OnSite\nDaina;daina@example.org;;klātienē\n";

        var dry = await ImportAsync(site, e, sheet, write: false);
        Assert.Equal((4, 3, 1, 0, false), (dry.Value.Rows, dry.Value.New, dry.Value.Known, dry.Value.ProblemCount, dry.Value.Written));
        Assert.Equal(1, dry.Value.Waiting);
        Assert.Single(await site.RegistrationsAsync());
        var done = await ImportAsync(site, e, sheet, write: true);
        Assert.Equal((3, 1, 1, true), (done.Value.New, done.Value.Known, done.Value.Waiting, done.Value.Written));
        var again = await ImportAsync(site, e, sheet, write: true);
        Assert.Equal((0, 4), (again.Value.New, again.Value.Known));

        Assert.Equal(4, (await site.RegistrationsAsync()).Count);
        Assert.Single(await site.OutboxAsync());
        await site.AssertSeatsAddUpAsync(e.Id);
        Assert.Equal(1, (await ImportAsync(site, e, "Name,Email,Mode\nElza,elza@example.org,online\n", write: true, tell: true)).Value.New);
        Assert.Equal("elza@example.org", (await site.OutboxAsync())[^1].To);
    }

    [Fact]
    public async Task Import_OfAWrongOrHostileSheet_SaysRowAndColumnAndWritesNothing()
    {
        using var language = Talka.Foundation.Localisation.Languages.Use("lv");
        var (site, e) = await Signing.StartAsync();
        await using var _ = site;
        var report = (await ImportAsync(site, e, $"Name,Email,Mode\n,x@example.org,online\nA,nav,online\nB,b@example.org,zoom\nC,c@example.org,online\nD,C@example.org,online\n{new string('ā', 5000)},d@example.org,online\n", write: true)).Value;
        Assert.Equal([2, 3, 4, 6, 7], report.Problems.Select(p => p.Row).Distinct().Order());
        Assert.Contains("„klātienē”, „tiešsaistē”", Assert.Single(report.Problems, p => p.Code == "mode-unknown").Message, StringComparison.Ordinal);
        Assert.False(report.Written);
        Assert.Empty(await site.RegistrationsAsync());
        Assert.Equal("column-missing", (await ImportAsync(site, e, "E-pasts\nx@example.org\n", write: true)).Codes());
        Assert.False((await ImportAsync(site, e, "\0\0\0\0", write: true)).Succeeded);
    }

    [Fact]
    public async Task Import_ByItsPage_ChecksThenWrites()
    {
        var (site, e) = await Signing.StartAsync();
        await using var _ = site;
        using var client = await site.SignInAsync();
        var page = Page(e) + "/import";
        using var content = new MultipartFormDataContent { { new StringContent("check"), "_handler" }, { new StringContent(SignedIn.TokenIn(await client.GetStringAsync(page))), "__RequestVerificationToken" } };
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes("Name;Email;Mode\nAnna;anna@example.org;online\n"));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        content.Add(file, "Form.File", "cilveki.csv");
        using var checkedAnswer = await client.PostAsync(page, content);
        var shown = await checkedAnswer.Content.ReadAsStringAsync();
        var sha = System.Text.RegularExpressions.Regex.Match(shown, "name=\"Form.Sha256\" value=\"(?<sha>[0-9a-f]{64})\"", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)).Groups["sha"].Value;

        using var written = await site.PostFormAsync(client, page, "import", new() { ["Form.Sha256"] = sha });

        Assert.Equal($"{page}?added=1&waiting=0&known=0", written.Headers.Location!.PathAndQuery);
        Assert.Contains("Pievienoti: 1, no tiem gaidīšanas sarakstā: 0; jau bija sarakstā: 0.", WebUtility.HtmlDecode(await client.GetStringAsync(written.Headers.Location.PathAndQuery)), StringComparison.Ordinal);
        Assert.Contains("Vietu pietiek visiem", WebUtility.HtmlDecode(shown), StringComparison.Ordinal);
        Assert.Single(await site.RegistrationsAsync());
    }

    [Fact]
    public async Task Export_SaysWhoSignedACompanionUp()
    {
        var (site, e) = await Signing.StartAsync();
        await using var _ = site;
        await site.SignUpAsync(e.Person("Anna") with { Others = ["Jānis"] });
        using var client = await site.SignInAsync();

        var lines = (await client.GetStringAsync(Page(e) + ".csv")).Split("\r\n");

        Assert.Contains(";Anna;", Assert.Single(lines, line => line.Contains(";Jānis;", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_OfThePeople_HoldsAllAndNoFormula()
    {
        var (site, e) = await Signing.StartAsync();
        await using var _ = site;
        using var client = await site.SignInAsync();
        await site.SignUpAsync(e.Person("p1") with { Source = RegistrationSource.Organiser, Name = "=HYPERLINK(\"http://evil.example.org\")", Organisation = "@SUM(A1)" });
        await site.SignUpAsync(e.Person("p2") with { Name = "Олена; \"K\"" });

        var csv = await client.GetStringAsync(Page(e) + ".csv");
        Assert.Equal(3, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain(";=HYPERLINK", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(";@SUM", csv, StringComparison.Ordinal);
        Assert.Contains("\"Олена; \"\"K\"\"\"", csv, StringComparison.Ordinal);
        using var waiting = await client.GetAsync(Page(e) + ".xlsx?state=Waiting");
        Assert.Equal(HttpStatusCode.OK, waiting.StatusCode);
        using var xlsx = new MemoryStream(await client.GetByteArrayAsync(Page(e) + ".xlsx"));
        using var zip = new System.IO.Compression.ZipArchive(xlsx);
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.Matches("<c r=\"K2\" s=\"6\"><v>\\d{5}[.]?\\d*</v>", await sheet.ReadToEndAsync()); // when somebody signed up is a number that is shown as a time
    }

    [Fact]
    public async Task Erasure_OfAPerson_LeavesThatSomebodyHadAPlace()
    {
        var (site, e) = await Signing.StartAsync();
        await using var _ = site;
        await site.SignUpAsync(e.Person("anna") with { Phone = "20000000", Organisation = "Biedrība" });
        await site.InScopeAsync(async services =>
        {
            var data = services.GetServices<IPersonalData>().Single(one => one.Code == "event-registrations");
            var person = new PersonKey(Guid.CreateVersion7(), "Anna", "Anna@example.org");
            Assert.Single(await data.ReadAsync(person, 10).ToListAsync());
            await data.EraseAsync(person, CancellationToken.None);
        });

        var left = Assert.Single(await site.RegistrationsAsync());
        Assert.Equal(("", null, null, null), (left.Name, left.Email, left.Phone, left.OrganisationName));
        Assert.DoesNotContain("anna", left.PersonKey, StringComparison.Ordinal);
        Assert.Equal((RegistrationState.Cancelled, 0), (left.State, (await site.SeatsAsync()).Taken)); // the event is still to come
    }

    [Fact]
    public async Task Import_AfterSomebodyCancelled_RegistersThemAnew()
    {
        var (site, e) = await Signing.StartAsync();
        await using var _ = site;
        const string sheet = "Name,Email,Mode\nAnna,anna@example.org,online\nBez pasta,,online\n";
        await ImportAsync(site, e, sheet, write: true);
        foreach (var person in await site.RegistrationsAsync())
        {
            await site.CancelAsync(person.Id);
        }

        Assert.Equal(2, (await ImportAsync(site, e, sheet, write: true)).Value.New);
        Assert.Equal(0, (await ImportAsync(site, e, sheet, write: true)).Value.New);
        await site.AssertSeatsAddUpAsync(e.Id);
    }

    [Fact]
    public async Task Import_OfAGroupThatThereIsNot_IsRefusedWithItsRow()
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { Quotas = new Dictionary<string, int> { ["Jaunieši"] = 5 } });
        await using var _ = site;
        var report = (await ImportAsync(site, e, "Name,Email,Mode,Group\nA,a@example.org,on site,Jaunieši\nB,b@example.org,on site,Jauniesi\nC,c@example.org,on site,\n", write: true)).Value;
        var problem = Assert.Single(report.Problems);
        Assert.Equal((3, "group-unknown"), (problem.Row, problem.Code));
        Assert.Empty(await site.RegistrationsAsync());
    }

    [Fact]
    public async Task Organiser_CorrectsNameAndAddress_AndTheLinkIsMailedOnWish()
    {
        var (site, e) = await Signing.StartAsync();
        await using var _ = site;
        using var client = await site.SignInAsync();
        var own = (await site.SignUpAsync(e.Person("Ana") with { Others = ["Jānis"] })).Value.Registration;
        await site.SignUpAsync(e.Person("Berta"));
        var mails = (await site.OutboxAsync()).Count;

        using var quiet = await site.PostFormAsync(client, $"{Page(e)}/{own}", "correct", new() { ["Correct.Name"] = "Anna", ["Correct.Email"] = "ana@example.org" });
        Assert.Equal(mails, (await site.OutboxAsync()).Count);
        using var taken = await site.PostFormAsync(client, $"{Page(e)}/{own}", "correct", new() { ["Correct.Name"] = "Anna", ["Correct.Email"] = "berta@example.org" });
        using var wrong = await site.PostFormAsync(client, $"{Page(e)}/{own}", "correct", new() { ["Correct.Name"] = "Anna", ["Correct.Email"] = "nav" });
        using var told = await site.PostFormAsync(client, $"{Page(e)}/{own}", "correct", new() { ["Correct.Name"] = "Anna", ["Correct.Email"] = "ANNA@example.org", ["Correct.Tell"] = "true" });

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict, HttpStatusCode.BadRequest, HttpStatusCode.Redirect), (quiet.StatusCode, taken.StatusCode, wrong.StatusCode, told.StatusCode));
        var people = await site.RegistrationsAsync();
        Assert.Equal(("Anna", "anna@example.org", "anna@example.org"), (people[0].Name, people[0].Email!, people[0].PersonKey));
        Assert.Equal("anna@example.org|jānis", people[1].PersonKey);
        var mail = (await site.OutboxAsync())[^1];
        Assert.Equal("anna@example.org", mail.To);
        Assert.Contains(site.Services.GetRequiredService<PrivateLinks>().LinkOf(own), mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_OfThePeople_IsInTheOrderOfAcceptanceOverItsPages()
    {
        var (site, e) = await Signing.StartAsync(new SampleEvent { SeatsOnSite = null });
        await using var _ = site;
        using var client = await site.SignInAsync();
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            var ids = Enumerable.Range(0, 120).Select(_ => Guid.CreateVersion7()).Reverse().ToList(); // the latest id came first
            db.AddRange(ids.Select((id, i) => new Registration
            {
                Id = id,
                PartyId = id,
                EventId = e.Id,
                Number = i + 1,
                Name = $"P{i + 1:000}",
                PersonKey = $"#{i}",
                Mode = EventMode.OnSite,
                State = RegistrationState.Confirmed,
                Source = RegistrationSource.Import,
                Language = "lv",
                TicketCode = TicketCodes.NewTicket(),
                ShortCode = $"S{i}",
                CreatedAt = DateTime.UtcNow,
            }));
            await db.SaveChangesAsync();
        });

        var first = await client.GetStringAsync(Page(e));
        var next = WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(first, "href=\"(?<next>[^\"]*after=[^\"]*)\"", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)).Groups["next"].Value);
        Assert.Equal(Enumerable.Range(1, 100).Select(i => $"P{i:000}"), NamesIn(first));
        var second = await client.GetStringAsync(next);
        Assert.Equal(Enumerable.Range(101, 20).Select(i => $"P{i:000}"), NamesIn(second));
        var csv = await client.GetStringAsync(Page(e) + ".csv");
        Assert.Equal(Enumerable.Range(1, 120).Select(i => $"P{i:000}"), csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(';')[1]));

        static IEnumerable<string> NamesIn(string page) =>
            System.Text.RegularExpressions.Regex.Matches(page, ">(?<name>P\\d{3})</a>", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)).Select(match => match.Groups["name"].Value);
    }

    [Fact]
    public async Task File_ThatSomebodySent_IsDownloadedByTheOrganiserAndNamedInTheExport()
    {
        var (site, e) = await Signing.StartAsync();
        await using var _ = site;
        using var client = await site.SignInAsync();
        var own = (await site.SignUpAsync(e.Person("Anna"))).Value.Registration;
        await site.InScopeAsync(async services =>
        {
            var (db, forms) = (services.GetRequiredService<TalkaDb>(), services.GetRequiredService<FormStore>());
            var form = await forms.DefineAsync("event", e.Id, new FormDefinition([new Question("cv", QuestionType.File, "CV"), new Question("old", QuestionType.Text, "Vecais jautājums")]), CancellationToken.None);
            await db.SaveChangesAsync();
            var stored = (await services.GetRequiredService<FileStore>().SaveAsync(new MemoryStream("%PDF-1.7 <script>"u8.ToArray()), CancellationToken.None, 1_000)).Value;
            var filled = new FormFilled(
                new Dictionary<string, IReadOnlyList<string>> { ["cv"] = [stored.Sha256], ["old"] = ["Vecā atbilde"] }, new Dictionary<string, FormFile> { ["cv"] = new(stored.Sha256, "mans.pdf") });
            var response = await forms.SaveAsync(form, 1, null, filled, null, CancellationToken.None);
            (await db.Set<Registration>().AsTracking().SingleAsync()).ResponseId = response;
            (await db.Set<Event>().AsTracking().SingleAsync()).FormId = form;
            await db.SaveChangesAsync();
            await forms.DefineAsync("event", e.Id, new FormDefinition([new Question("cv", QuestionType.File, "CV")]), CancellationToken.None);
            await db.SaveChangesAsync();
        });
        var address = $"{Page(e)}/{own}/files/cv";

        var page = WebUtility.HtmlDecode(await client.GetStringAsync($"{Page(e)}/{own}"));
        Assert.Contains($"href=\"{address}\"", page, StringComparison.Ordinal);
        Assert.Contains("Vecā atbilde", page, StringComparison.Ordinal);
        using var file = await client.GetAsync(address);
        Assert.Equal("%PDF-1.7 <script>", await file.Content.ReadAsStringAsync());
        Assert.Equal(("attachment", "mans.pdf"), (file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentDisposition.FileName));
        Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
        var csv = await client.GetStringAsync(Page(e) + ".csv");
        Assert.Contains("mans.pdf", csv, StringComparison.Ordinal);
        Assert.Contains(address, csv, StringComparison.Ordinal);
        Assert.Contains("Vecā atbilde", csv, StringComparison.Ordinal); // to a question that is no longer asked
        using var unknown = await client.GetAsync($"{Page(e)}/{own}/files/old");
        using var stranger = await site.NewClient().GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, stranger.StatusCode);
    }

    private static string Page(Event e) => $"/work/mandates/{SampleEvents.Mandate}/events/{e.Id}/people";

    private static Task<Result<PeopleImport>> ImportAsync(TestSite site, Event e, string sheet, bool write, bool tell = false) => site.UseAsync<ImportPeople, Result<PeopleImport>>(
        import => import.RunAsync(SampleEvents.Mandate, e.Id, new MemoryStream(Encoding.UTF8.GetBytes(sheet)), "", write, tell, CancellationToken.None));
}
