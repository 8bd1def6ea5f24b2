using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;
using Talka.Administration.Notices;
using Talka.BrowserTests.Support;

namespace Talka.BrowserTests;

/// <summary>Every page that there is, on a desk and on a phone, with the sample mandate in it.</summary>
/// <remarks>Set <c>TALKA_SHOTS</c> to a folder to look at them.</remarks>
public sealed class EveryPageTests(FilledSite site) : BrowserTest<FilledSite>(site)
{
    private const string Work = "/work/mandates/{Slug}";
    private const string ReportPage = Work + "/reports/{Id:guid}";
    private const string EventPage = Work + "/events/{Id:guid}";
    private const string Public = "/mandates/{Slug}";

    // The public page of a draft, which only those who plan it may see
    private const string Preview = "?draft";

    private static readonly string? Shots = Environment.GetEnvironmentVariable("TALKA_SHOTS");

    // Each page by its route, as its readers open it: with what is asked for behind the question mark, where that decides what is shown.
    private static readonly (string Route, string Query)[] Visits =
    [
        ("/", ""), ("/sign-in", ""), ("/accounts/setup", ""), ("/accounts/setup", "?token"), ("/account", ""), ("/account/password", ""), ("/account/confirm", ""), ("/account/security", ""), ("/account/security/authenticator", ""), ("/sign-in/code", ""), ("/admin/people", ""), ("/admin/people/{Id:guid}", ""),
        ("/forgotten-password", ""), ("/account/email", ""), ("/accounts/email/confirm", ""), ("/accounts/email/confirm", "?token"),
        ("/accounts/email/stop", ""), ("/accounts/email/stop", "?token"), ("/admin/mail", ""), ("/admin/mail/{Id:guid}", ""),
        ("/audit", ""), ("/not-found", ""), ("/forbidden", ""), ("/error", ""), ("/error/{code:int}", ""),
        (Public, ""), (Public + "/activities", ""), (Public + "/figures", "?q=participants%20kind:seminar"), (Public + "/figures", "?q=spent"),
        (Public + "/summaries/{Number:int}", ""), (Public + "/proof", ""), (Public + "/entries/{Sequence:long}", ""), (Public + "/entries/{Sequence:long}", "?closing"),
        ("/work", ""), ("/work/mandates/new", ""), (Work, ""), (Work + "/amend", ""), (Work + "/years", ""),
        (Work + "/indicators", ""), (Work + "/indicators/{Code}", ""),
        (Work + "/budget", ""), (Work + "/budget/revise", ""), (Work + "/budget/import", ""),
        (Work + "/spending", ""), (Work + "/spending/expense", ""), (Work + "/spending/ineligible", ""), (Work + "/spending/recovery", ""),
        (Work + "/spending/return", ""), (Work + "/spending/carry-over", ""), (Work + "/spending/import", ""),
        (Work + "/record", ""), (Work + "/record", "?kind=seminar"), (Work + "/record", "?kind=post"), (Work + "/journal", ""), (Work + "/journal", "?show=all&text=semin%C4%81r"), (Work + "/import", ""),
        (Work + "/entries/{Sequence:long}/correct", ""), (Work + "/entries/{Sequence:long}/decision", ""), (Work + "/entries/{Sequence:long}/void", ""), (Work + "/entries/{Sequence:long}/erase", ""),
        (Work + "/summary", ""), (Work + "/summary", "?year=0&section=evaluation"), (Work + "/summary/draft", ""), (Work + "/summary/draft", "?template=public-report"),
        (Work + "/amendments", ""), (Work + "/amendments/new", ""), (Work + "/amendments/{Id:guid}", ""), (Work + "/late", ""), (Work + "/late/{Id:guid}", ""),
        (Work + "/reports", ""), (ReportPage, ""), (ReportPage, "?submitted"), (ReportPage, "?returned"), (ReportPage + "/submit", ""), (ReportPage + "/submit", "?returned"), (ReportPage + "/review", ""), (ReportPage + "/expenses", ""), (ReportPage + "/compare", ""),
        (ReportPage + "/samples", ""), (ReportPage + "/samples/{Sample:guid}", ""), (ReportPage + "/ask", "?entry=5"), (ReportPage + "/ineligible", "?expense"), (Work + "/reports/due/{Year:int}", ""),
        (Work + "/people", ""), (Work + "/role-history", ""), (Work + "/audit-access", ""), (Work + "/dashboard", ""), (Work + "/evidence", ""), (Work + "/evidence", "?what=attendance"), ("/work/portfolio", ""), ("/admin/mandates", ""), ("/admin/mandates", "?change={Slug}"), ("/admin/authorities", ""), ("/admin/authorities/{Id:guid}", ""),
        (Work + "/events", ""), (Work + "/events", "?show=All&text=semin%C4%81r"), (Work + "/events/new", ""), (EventPage, ""), (EventPage, "?draft"), (EventPage, "?moved=true"), (EventPage + "/edit", ""), (EventPage + "/form", ""), (EventPage + "/call-off", ""), (EventPage + "/repeat", ""),
        (EventPage + "/people", ""), (EventPage + "/people/add", ""), (EventPage + "/people/import", ""), (EventPage + "/people/{Registration:guid}", ""), (EventPage + "/messages", ""),
        ("/events/{Name}/sign-up", ""), ("/events/{Name}/signed-up", "?as=place"), ("/events/my/{Token}", ""), ("/events/my/{Token}", "?waiting"), ("/events/my/{Token}/data", ""),
        (Work + "/events/series/new", ""), (Work + "/events/series/{Id:guid}", ""),
        (EventPage + "/door", ""), (EventPage + "/after", ""), (EventPage + "/after", "?closed"), (EventPage + "/after/online", "?closed"), (EventPage + "/after/certificates", "?closed"), (EventPage + "/after/feedback", "?closed"), (EventPage + "/after/feedback", ""), (Work + "/events/statistics", ""),
        ("/door/{Token}", "?q=an"), ("/certificates/{Code}", ""), ("/events/feedback/{Token}", ""),
        ("/events", ""), ("/events", "?view=month"), ("/events", "?show=past"), ("/events/{Name}", ""), ("/events/{Name}", "?cancelled"), ("/events/{Name}", Preview), ("/events/series/{Name}", ""), ("/events/embed", ""),
        ("/organisations", ""), ("/organisations", "?minority=yes"), ("/organisations/{Name}", ""), ("/organisations/{Name}/claim", ""), ("/organisations/{Name}/correct", ""), ("/organisations/claim", ""), ("/organisations/claim", "?token"),
        ("/work/organisations", ""), ("/work/organisations", "?show=doubles"), ("/work/organisations/new", ""), ("/work/organisations/import", ""), ("/work/organisations/{Id:guid}", ""), ("/work/organisations/{Id:guid}/merge", ""),
        ("/work/onboarding", ""), ("/work/onboarding/{Id:guid}", ""), ("/work/onboarding/{Id:guid}", "?accepted"), ("/work/onboarding/{Id:guid}/entries/{Number:int}", ""),
        ("/admin/kinds", ""), ("/admin/kinds/new", ""), ("/admin/kinds/{Code}", ""),
        ("/admin", ""), ("/admin/settings", ""), ("/admin/trail", ""), ("/admin/trail", "?act=SignedIn"), ("/admin/retention", ""), ("/admin/feedback", ""),
        ("/admin/erasures", ""), ("/admin/erasures/{Id:guid}", ""), ("/account/data", ""),
        ("/privacy", ""), ("/accessibility", ""), ("/feedback", ""),
    ];

    private static readonly int[] Widths = [320, 1280];

    private static readonly string? Results = Environment.GetEnvironmentVariable("TALKA_ACCESSIBILITY");

    private static readonly string[] InEnglish =
    [
        "/", "/sign-in", "/audit", "/privacy", "/accessibility", "/feedback", "/events", "/events/{Name}", "/events/{Name}/sign-up", "/events/my/{Token}", "/organisations", "/organisations/{Name}", "/work/organisations/new", EventPage + "/edit", Public, Public + "/figures", Public + "/proof", Public + "/entries/{Sequence:long}", "/work", Work + "/journal", Work + "/record", Work + "/spending", Work + "/summary",
    ];

    private static readonly Dictionary<string, Type> Pages = typeof(TalkaApp).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<RouteAttribute>().Select(route => (route.Template, Type: type)))
        .ToDictionary(page => page.Template, page => page.Type);

    // Opened only just after a sign-in, or in the midst of one
    private static readonly Dictionary<string, string> NeedsSigningIn = new()
    {
        ["/account/security/authenticator"] = BrowserSite.Email,
        ["/sign-in/code"] = FilledSite.InTwoSteps,
    };

    public static TheoryData<string, string, string> Rows =>
    [
        .. Visits.Select(visit => (visit.Route, visit.Query, "lv")),
        .. Visits.DistinctBy(visit => visit.Route).Where(visit => InEnglish.Contains(visit.Route)).Select(visit => (visit.Route, visit.Query, "en")),
    ];

    // What was checked so far in this run
    private static readonly ConcurrentDictionary<string, bool> Checked = [];

    [Fact]
    public void Pages_All_AreVisited() => Assert.Equal(Pages.Keys.Order(), Visits.Select(visit => visit.Route).Distinct().Order());

    /// <remarks>Set <c>TALKA_ACCESSIBILITY</c> to the path of <c>docs/accessibility-results.json</c> to write it anew.</remarks>
    [Fact]
    public void Results_KeptForTheStatement_AreOfThesePages()
    {
        Assert.SkipWhen(Results is not null, "They are being written.");
        var kept = AccessibilityResults.Current;
        Assert.Equal(Names.Order(StringComparer.Ordinal), kept.Pages.Order(StringComparer.Ordinal));
        Assert.Equal(Widths, kept.Widths);
        Assert.Equal(0, kept.Violations); // each of the pages below has none, or fails
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Page_OnADeskAndAPhone_IsAccessibleNamedAndFits(string route, string query, string language)
    {
        var type = Pages[route];
        var page = NeedsSigningIn.ContainsKey(route) ? await Site.NewPageAsync() : await Site.NewTabAsync(language, signedIn: query == Preview || !type.IsDefined(typeof(AllowAnonymousAttribute)));
        if (NeedsSigningIn.TryGetValue(route, out var email))
        {
            await page.GotoAsync("/sign-in");
            await page.GetByLabel("E-pasts").FillAsync(email);
            await page.GetByLabel("Parole").FillAsync(BrowserSite.Password);
            await page.SubmitAsync();
            await page.WaitForURLAsync(url => new Uri(url).AbsolutePath != "/sign-in");
        }

        var address = Site.Fill(route + query);
        var answer = await page.GotoAsync(language == "lv" ? address : address + (query.Length == 0 ? "?" : "&") + "lang=" + language);

        Assert.Equal((route, query) switch { ("/not-found", _) => 404, ("/forbidden", _) => 403, ("/accounts/setup" or "/accounts/email/confirm" or "/accounts/email/stop" or "/organisations/claim" or "/organisations/{Name}/correct", "") => 410, _ => 200 }, answer!.Status);
        Assert.Equal(address.Split('?')[0], new Uri(page.Url).AbsolutePath);
        await PageChecks.AssertNamedAsync(page, language);
        await ShootAsync(page, 1280, address, language);
        await ShootAsync(page, 390, address, language);
        await PageChecks.AssertFitsPhoneAsync(page);
        await PageChecks.AssertAccessibleAsync(page);
        await page.SetViewportSizeAsync(1280, 900);
        await PageChecks.AssertAccessibleAsync(page);
        Checked[Name(route, query, language)] = true;
        if (Results is not null && Checked.Count == Names.Count())
        {
            WriteResults(Results, await PageChecks.AxeVersionAsync(page));
        }
    }

    // By the last page to be checked: where one fails, nothing is written
    private static void WriteResults(string file, string axe) => File.WriteAllText(file, JsonSerializer.Serialize(
        new AccessibilityResults(
            DateOnly.FromDateTime(DateTime.UtcNow), $"axe-core {axe}", "WCAG 2.2 AA", Widths, 0,
            [.. Names.Order(StringComparer.Ordinal)]),
        AccessibilityResults.Json) + "\n");

    private static IEnumerable<string> Names => Rows.Select(row => Name(row.Data.Item1, row.Data.Item2, row.Data.Item3));

    private static string Name(string route, string query, string language) => $"{route}{query} {language}";

    private static async Task ShootAsync(IPage page, int width, string address, string language)
    {
        if (Shots is not null)
        {
            await page.SetViewportSizeAsync(width, 900);
            var name = string.Concat(address.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
            await page.ScreenshotAsync(new() { FullPage = true, Path = Path.Combine(Shots, $"{(name.Length > 90 ? name[..90] : name)}.{language}.{width}.png") });
        }
    }
}
