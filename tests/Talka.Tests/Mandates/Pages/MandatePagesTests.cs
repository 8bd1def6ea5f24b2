using System.Net;
using AngleSharp.Html.Parser;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Mandates;
using Talka.Tests.Support;

namespace Talka.Tests.Mandates.Pages;

public sealed class MandatePagesTests
{
    private static Dictionary<string, string> Typed => new()
    {
        ["Form.Title"] = "Sabiedrības līdzdalība",
        ["Form.Task"] = "Līdzdalības veicināšana",
        ["Form.Kind"] = "Delegation",
        ["Form.ImplementerName"] = "Biedrība “Paraugs”",
        ["Form.ImplementerNumber"] = "4000 8087 708",
        ["Form.From"] = "2024-01-01",
        ["Form.To"] = "31.12.2025.",
        ["Form.Streams[0].Name"] = "Līdzdalība",
        ["Form.Streams[1].Name"] = "Izglītība",
    };

    [Fact]
    public async Task NewMandate_FilledIn_CreatesItAndAsksForThePlan()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await site.OpenAsync();
        using var answer = await client.SendFormAsync("/work/mandates/new", "mandate", Typed);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/work/mandates/sabiedribas-lidzdaliba/budget/revise?notice=created", answer.Headers.Location!.OriginalString.Replace(site.Address, "", StringComparison.Ordinal));
        var terms = await site.UseAsync<TalkaDb, MandateTerms?>(db => db.MandateTermsAsync("sabiedribas-lidzdaliba", CancellationToken.None));
        Assert.Equal((ContractKind.Delegation, "40008087708", 2), (terms!.Kind, terms.Implementer.RegistrationNumber, terms.Years.Count));
        Assert.Equal(["lidzdaliba", "izglitiba"], terms.Streams.Select(s => s.Code));
    }

    [Fact]
    public async Task NewMandate_WrongInput_KeepsWhatWasTypedAndNamesTheField()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await site.OpenAsync();
        var typed = Typed;
        typed["Form.ImplementerNumber"] = "40008087709";
        typed["Form.From"] = "2024-02-30";
        typed["Form.LegalBasis"] = "<script>alert(1)</script>";
        using var answer = await client.SendFormAsync("/work/mandates/new", "mandate", typed);
        var raw = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("href=\"#From\"", raw, StringComparison.Ordinal);
        Assert.Contains("href=\"#ImplementerNumber\"", raw, StringComparison.Ordinal); // all at once
        Assert.DoesNotContain("href=\"#Years\"", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", raw, StringComparison.Ordinal);
        Assert.Contains("2024-02-30", raw, StringComparison.Ordinal);

        typed["Form.From"] = "2024-01-01";
        using var second = await client.SendFormAsync("/work/mandates/new", "mandate", typed);
        var text = await second.TextAsync();
        Assert.Contains("href=\"#ImplementerNumber\"", text, StringComparison.Ordinal);
        Assert.Contains("value=\"40008087709\"", text, StringComparison.Ordinal);
        Assert.Contains("value=\"Izglītība\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_NotSignedIn_LeadToSignIn()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        foreach (var path in new[] { "/work", "/work/mandates/new", "/work/mandates/sample", "/work/mandates/sample/budget", "/work/mandates/sample/spending", "/work/mandates/sample/spending.csv" })
        {
            using var answer = await site.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Unauthorized, path);
        }
    }

    [Theory]
    [InlineData("lv", "Plānotais finansējums")]
    [InlineData("en", "Planned funding")]
    public async Task Contract_Opened_IsShownWhole(string language, string caption)
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        using var client = await site.OpenAsync();
        var page = WebUtility.HtmlDecode(await client.GetStringAsync($"/work/mandates/sample?lang={language}", TestContext.Current.CancellationToken));
        Assert.Contains(caption, page, StringComparison.Ordinal);
        Assert.Contains("40008087708", page, StringComparison.Ordinal);
        Assert.Contains("Avotā iespiests 23 900,00.", page, StringComparison.Ordinal);
        Assert.Contains(language == "lv" ? "161\u00A0982,00" : "161,982.00", page, StringComparison.Ordinal);
        Assert.Contains("quantity kind:seminar", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contract_AtAPastVersion_ShowsThatState()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        await site.UseAsync<AmendMandate, bool>(async amend => (await amend.RunAsync(
            "sample", null, terms => terms with { Title = "Jaunais nosaukums" }, new(2024, 1, 1), "Vienošanās Nr. 1", CancellationToken.None)).Succeeded);
        using var client = await site.OpenAsync();
        var now = WebUtility.HtmlDecode(await client.GetStringAsync("/work/mandates/sample", TestContext.Current.CancellationToken));
        var past = WebUtility.HtmlDecode(await client.GetStringAsync("/work/mandates/sample?at=0", TestContext.Current.CancellationToken));
        Assert.Contains("<h1>Jaunais nosaukums</h1>", now, StringComparison.Ordinal);
        Assert.Contains("Vienošanās Nr. 1", now, StringComparison.Ordinal);
        Assert.Contains("<h1>Pilsoniskās sabiedrības attīstība</h1>", past, StringComparison.Ordinal);
        Assert.Contains("Šis ir agrāks stāvoklis", past, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2024-02-30")]
    public async Task Amend_WithoutARealDay_SaysSoAndWhatElseIsWrong(string inForce)
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        using var client = await site.OpenAsync();
        var typed = Typed;
        typed["Form.InForce"] = inForce;
        typed["Form.Task"] = "";
        using var answer = await client.SendFormAsync("/work/mandates/sample/amend", "amendment", typed);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(["#InForce", "#Reason", "#Task"], page.QuerySelectorAll("#errors a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task NewMandate_SeveralFieldsMissing_AreNamedInTheirOrder()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await site.OpenAsync();
        var typed = Typed;
        typed["Form.ImplementerName"] = "";
        typed["Form.Task"] = "";
        typed["Form.ReportDays"] = "-5";
        using var answer = await client.SendFormAsync("/work/mandates/new", "mandate", typed);

        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(
            ["Valsts pārvaldes uzdevums: Šis lauks jāaizpilda.", "Īstenotājs, Nosaukums: Šis lauks jāaizpilda.", "Pārskati iesniedzami, dienas pēc gada beigām: Norādiet dienu skaitu no 1 līdz 366."],
            page.QuerySelectorAll("#errors a").Select(link => link.TextContent));
    }

    [Fact]
    public async Task Amend_FromAnOldPage_Conflicts()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        using var client = await site.OpenAsync();
        var typed = Typed;
        typed["Form.InForce"] = "2024-03-01";
        typed["Form.Reason"] = "Vienošanās";
        typed["Form.From"] = "2022-07-15";
        typed["Form.To"] = "2025-07-14";
        typed["Form.Streams[0].Code"] = Samples.Civic;
        typed["Form.Streams[1].Code"] = Samples.Minorities;
        for (var year = 0; year < 3; year++)
        {
            typed[$"Form.Years[{year}].From"] = $"{2022 + year}-07-15";
            typed[$"Form.Years[{year}].To"] = $"{2023 + year}-07-14";
        }

        using var amended = await client.SendFormAsync("/work/mandates/sample/amend", "amendment", typed);
        Assert.Equal(HttpStatusCode.Redirect, amended.StatusCode);
        typed["Form.Version"] = "0";
        using var stale = await client.SendFormAsync("/work/mandates/sample/amend", "amendment", typed);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains("Kāds cits", await stale.TextAsync(), StringComparison.Ordinal);
        var terms = await site.UseAsync<TalkaDb, MandateTerms?>(db => db.MandateTermsAsync("sample", CancellationToken.None));
        Assert.Equal(("Sabiedrības līdzdalība", "Izglītība", Samples.Minorities), (terms!.Title, terms.Streams[1].Name, terms.Streams[1].Code));
    }

    [Fact]
    public async Task Years_Moved_ShowInTheContract()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        using var client = await site.OpenAsync();
        using var answer = await client.SendFormAsync("/work/mandates/sample/years", "years", new()
        {
            ["Form.Years[0].From"] = "2022-07-15",
            ["Form.Years[0].To"] = "2022-12-31",
            ["Form.Years[1].From"] = "2023-01-01",
            ["Form.Years[1].To"] = "2024-12-31",
            ["Form.Years[2].From"] = "2025-01-01",
            ["Form.Years[2].To"] = "2025-07-14",
        });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var terms = await site.UseAsync<TalkaDb, MandateTerms?>(db => db.MandateTermsAsync("sample", CancellationToken.None));
        Assert.Equal(new DateOnly(2025, 1, 1), terms!.Years[2].From);
    }

    [Fact]
    public async Task ReviseBudget_NewAmount_IsListedWithTheOldOne()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        using var client = await site.OpenAsync();
        var typed = new Dictionary<string, string> { ["Form.DecidedOn"] = "2023-09-01", ["Form.Reason"] = "Grozījumi Nr. 2" };
        for (var row = 0; row < 6; row++)
        {
            typed[$"Form.Amounts[{row}].Amount"] = row == 2 ? "31 000,50" : row % 2 == 0 ? "30 000,00" : "23 994,00";
        }

        using var answer = await client.SendFormAsync("/work/mandates/sample/budget/revise", "plan", typed);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await client.GetStringAsync("/work/mandates/sample/budget", TestContext.Current.CancellationToken));
        Assert.Contains("31\u00A0000,50", page, StringComparison.Ordinal);
        Assert.Contains("Grozījumi Nr. 2", page, StringComparison.Ordinal);

        typed["Form.Amounts[2].Amount"] = "daudz";
        using var wrong = await client.SendFormAsync("/work/mandates/sample/budget/revise", "plan", typed);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("href=\"#Amounts-2-Amount\"", await wrong.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReviseBudget_SeveralThingsWrong_AreToldAtOnceEachWithItsYear()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        using var client = await site.OpenAsync();
        var typed = new Dictionary<string, string> { ["Form.DecidedOn"] = "2023-09-01", ["Form.Reason"] = "" };
        for (var row = 0; row < 6; row++)
        {
            typed[$"Form.Amounts[{row}].Amount"] = row switch { 0 => "daudz", 2 => "-5", _ => "20 000,00" };
        }

        using var answer = await client.SendFormAsync("/work/mandates/sample/budget/revise", "plan", typed);

        var text = await answer.TextAsync();
        var stream = Samples.Mandate.Streams[0].Name;
        Assert.Contains($"href=\"#Amounts-0-Amount\">I\u00A0gads, {stream}: ", text, StringComparison.Ordinal);
        Assert.Contains($"href=\"#Amounts-2-Amount\">II\u00A0gads, {stream}: ", text, StringComparison.Ordinal);
        Assert.Contains("href=\"#Reason\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Indicator_AddedAndRemoved_ThroughThePages()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        using var client = await site.OpenAsync();
        using var added = await client.SendFormAsync("/work/mandates/sample/indicators/new", "indicator", new()
        {
            ["Form.Name"] = "Konsultācijas",
            ["Form.Figure"] = "count kind:consultation",
            ["Form.Targets[0]"] = "50",
            ["Form.Targets[1]"] = "12,5",
        });
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var page = WebUtility.HtmlDecode(await client.GetStringAsync("/work/mandates/sample/indicators", TestContext.Current.CancellationToken));
        Assert.Contains("/indicators/konsultacijas", page, StringComparison.Ordinal);
        Assert.Contains("12,5", page, StringComparison.Ordinal);

        using var removed = await client.SendFormAsync("/work/mandates/sample/indicators/konsultacijas", "remove", []);
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        using var gone = await client.GetAsync(new Uri("/work/mandates/sample/indicators/konsultacijas", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Pages_InEnglish_NameTheContractInEnglish()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        using var client = await site.OpenAsync();
        foreach (var page in new[] { "", "/budget", "/indicators", "/spending", "/summary" })
        {
            var text = await client.GetStringAsync($"/work/mandates/sample{page}?lang=en", TestContext.Current.CancellationToken);
            Assert.Contains("Development of civil society", text, StringComparison.Ordinal);
        }

        await site.UseAsync<RemoveIndicator, Talka.Foundation.Results.Result<MandateTerms>>(use => use.RunAsync("sample", null, "seminars", CancellationToken.None));
        Assert.Contains("as it was concluded", await client.GetStringAsync("/work/mandates/sample?at=0&lang=en", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlanImport_ByItsPage_ChecksThenRevises()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        using var client = await site.OpenAsync();
        const string page = "/work/mandates/sample/budget/import";
        var (shown, sha) = await client.CheckSheetAsync(page, "Gads;Finansējuma virziens;Summa\nII;civic;31000,50\n");
        Assert.Contains("31\u00A0000,50", shown, StringComparison.Ordinal);

        using var refused = await client.SendFormAsync(page, "import", new() { ["Form.Sha256"] = sha, ["Form.DecidedOn"] = "2024-01-01", ["Form.Reason"] = "" });
        var text = await refused.TextAsync();
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("href=\"#Reason\"", text, StringComparison.Ordinal);
        Assert.Contains("31\u00A0000,50", text, StringComparison.Ordinal);

        using var written = await client.SendFormAsync(page, "import", new() { ["Form.Sha256"] = sha, ["Form.DecidedOn"] = "2024-01-01", ["Form.Reason"] = "Grozījumi" });
        Assert.Equal("/work/mandates/sample/budget", written.Leads());
        Assert.Contains("31\u00A0000,50", WebUtility.HtmlDecode(await client.GetStringAsync(written.Leads(), TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_WithoutMandates_SaysHowToBegin()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await site.OpenAsync();
        var empty = WebUtility.HtmlDecode(await client.GetStringAsync("/work", TestContext.Current.CancellationToken));
        Assert.Contains("Līgumu vēl nav. Sāciet šeit.", empty, StringComparison.Ordinal);
        await site.CreateAsync(Samples.Mandate);
        var one = WebUtility.HtmlDecode(await client.GetStringAsync("/work", TestContext.Current.CancellationToken));
        Assert.Contains("/work/mandates/sample/record", one, StringComparison.Ordinal);
    }
}
