using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Talka.BrowserTests.Support;
using Talka.Foundation.Data;
using Talka.Foundation.Mail;
using Talka.Tests.Support;

namespace Talka.BrowserTests;

/// <summary>A hybrid series from the draft to the figure in the mandate's summary: planned, signed up for, attended at the door and online, closed.</summary>
public sealed class EventJourneyTests(EventJourneyTests.EventSite site) : BrowserTest<EventJourneyTests.EventSite>(site)
{
    private const string Home = $"/work/mandates/{SampleEvents.Mandate}";
    private const int Desk = 1280;
    private const int Phone = 360;

    [Theory]
    [InlineData(Desk, true)]
    [InlineData(Phone, false)]
    public async Task HybridSeries_FromDraftToTheFigure_CountsWhoCame(int width, bool scripts)
    {
        Site.Clock.Ahead = TimeSpan.Zero;
        var title = $"Kopienu vakars {width}";
        var organiser = await SignedInAsync(width, scripts);
        var address = await PlanAsync(organiser, title, scripts);

        var onSite = await SignUpAsync(title, "Šarlote Ķēniņa", "sarlote@example.org", "OnSite", scripts);
        await SignUpAsync(title, "Людмила Пример", "ludmila@example.org", "Online", scripts);
        await SignUpAsync(title, "Jānis Nenāk", "janis.nenak@example.org", "OnSite", scripts);
        await onSite.GotoAsync(await TicketOfAsync("sarlote@example.org", title));
        await onSite.GetByRole(AriaRole.Img).First.WaitForAsync();
        await PageChecks.AssertFitsPhoneAsync(onSite);

        Site.Clock.Ahead = TimeSpan.FromHours(25);
        organiser = await SignedInAsync(width, scripts);
        await LetInAsync(organiser, address, "Šarlote", scripts);
        Site.Clock.Ahead = TimeSpan.FromHours(40);
        organiser = await SignedInAsync(width, scripts);
        await ReadReportAsync(organiser, address);
        await CloseAsync(organiser, address, scripts);

        await AssertFigureAsync(organiser, title);
    }

    // The checker is a script itself
    private static Task CheckAsync(IPage page, bool scripts) => scripts ? PageChecks.AssertAccessibleAsync(page) : Task.CompletedTask;

    private async Task<IPage> SignedInAsync(int width, bool scripts)
    {
        var page = await Site.NewPageAsync(width, scripts);
        await BrowserSite.SignInAsync(page);
        return page;
    }

    // A series, and in it an event for tomorrow that people may attend in two ways
    private async Task<string> PlanAsync(IPage page, string title, bool scripts)
    {
        await page.GotoAsync(Home + "/events/series/new");
        await page.Input("Title").FillAsync($"Cikls: {title}");
        await page.Input("PlannedCount").FillAsync("1");
        await page.SubmitAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = $"Cikls: {title}", Level = 1 }).WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "pasākum" }).And(page.Locator("a[href*='new?series=']")).ClickAsync();

        var tomorrow = Site.Clock.GetUtcNow().AddDays(1);
        await page.Input("Title").FillAsync(title);
        await page.Input("Description").FillAsync("Par **kopienām** un to darbu.");
        await page.Input("Kind").SelectOptionAsync("seminar");
        await page.Input("Sessions[0].Date").FillAsync($"{tomorrow:yyyy-MM-dd}");
        await page.Input("Sessions[0].From").FillAsync("12:00");
        await page.Input("Sessions[0].To").FillAsync("14:00");
        await page.Locator("[name='Form.Mode'][value='Hybrid']").CheckAsync();
        await page.Input("Venue").FillAsync("Kopienu nams");
        await page.Input("Address").FillAsync("Parauga iela 1, Rīga");
        await page.Input("Accessibility").FillAsync("Pandusi un lifts.");
        await page.Input("OnlineLink").FillAsync(SampleEvents.OnlineLink);
        await page.Input("SeatsOnSite").FillAsync("10");
        await page.Input("SeatsOnline").FillAsync("10");
        await page.Locator("[name='Form.Confirmation'][value='AtOnce']").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "melnrakst" }).Last.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Publicēt", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Publiskā lapa" }).WaitForAsync();
        await CheckAsync(page, scripts);
        return new Uri(page.Url).AbsolutePath;
    }

    // As a visitor does, on a phone
    private async Task<IPage> SignUpAsync(string title, string name, string email, string mode, bool scripts)
    {
        var page = await Site.NewPageAsync(Phone, scripts);
        await page.GotoAsync("/events");
        await page.GetByRole(AriaRole.Link, new() { Name = title }).First.ClickAsync();
        Assert.DoesNotContain(SampleEvents.OnlineLink, await page.ContentAsync(), StringComparison.Ordinal);
        await page.Locator("main a[href$='/sign-up']").First.ClickAsync();
        await page.Input("Name").FillAsync(name);
        await page.Input("Email").FillAsync(email);
        await page.Locator($"[name='Form.Mode'][value='{mode}']").CheckAsync();
        await page.SubmitAsync();
        await page.WaitForURLAsync(url => url.Contains("/signed-up", StringComparison.Ordinal) || url.Contains("/events/my/", StringComparison.Ordinal));
        await CheckAsync(page, scripts);
        return page;
    }

    // The private link is in the mail alone
    private Task<string> TicketOfAsync(string email, string title) => Site.Site.InScopeAsync(async services =>
    {
        var seal = services.GetRequiredService<MailSeal>();
        var mails = await services.GetRequiredService<TalkaDb>().OutboxMails().Where(mail => mail.To == email && mail.SealedText != null).ToListAsync();
        var text = mails.Select(mail => seal.Open(mail.SealedText)!).Last(text => text.Contains(title, StringComparison.Ordinal));
        var link = text.Split([' ', '\n']).First(word => word.Contains("/events/my/", StringComparison.Ordinal));
        return new Uri(link).PathAndQuery;
    });

    // A volunteer at the door, who has no account
    private async Task LetInAsync(IPage organiser, string address, string name, bool scripts)
    {
        await organiser.GotoAsync(address + "/door");
        await organiser.Input("Name").FillAsync("Galvenā ieeja");
        await organiser.GetByRole(AriaRole.Button, new() { Name = "Izveidot ieeju" }).ClickAsync();
        var link = await organiser.Locator("main a.hash").First.GetAttributeAsync("href");
        await CheckAsync(organiser, scripts);

        var volunteer = await Site.NewPageAsync(Phone, scripts);
        await volunteer.GotoAsync(new Uri(new Uri(Site.Site.Address), link).PathAndQuery);
        await volunteer.Locator("#q").FillAsync(name);
        await volunteer.GetByRole(AriaRole.Button, new() { Name = "Meklēt" }).ClickAsync();
        await volunteer.Locator("#door-people button").First.ClickAsync();
        await volunteer.Locator("#door-in", new() { HasText = "1" }).WaitForAsync();
        await CheckAsync(volunteer, scripts);
        await volunteer.CloseAsync(); // or it would go on asking after the door has expired
    }

    private static async Task ReadReportAsync(IPage page, string address)
    {
        const string Report = "Name (Original Name),User Email,Total Duration (Minutes),Guest\nLudmila,ludmila@example.org,95,Yes\n";
        await page.GotoAsync(address + "/after/online");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "participants.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Report) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Pārbaudīt" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ielasīt pārskatu" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Izņemt" }).WaitForAsync();
    }

    private static async Task CloseAsync(IPage page, string address, bool scripts)
    {
        await page.GotoAsync(address + "/after");
        await page.Input("Threshold").FillAsync("20");
        await page.GetByRole(AriaRole.Button, new() { Name = "Priekšskatīt" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Slēgt un ierakstīt žurnālā" }).ClickAsync();
        await page.Locator($"main a[href*='/mandates/{SampleEvents.Mandate}/entries/']").First.WaitForAsync();
        await CheckAsync(page, scripts);
    }

    // One came, one was online, one stayed away: two, in the figure and in the summary's draft
    private async Task AssertFigureAsync(IPage page, string title)
    {
        await page.GotoAsync($"/mandates/{SampleEvents.Mandate}/figures?q=" + Uri.EscapeDataString($"participants kind:seminar series:\"Cikls: {title}\""));
        Assert.Equal("2", await page.Locator(".figure-value").InnerTextAsync());
        await page.GotoAsync(Home + "/summary?year=2&section=activities");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sagatavot melnrakstu no ierakstiem" }).ClickAsync();
        var preview = page.Locator(".summary-preview");
        await preview.GetByText(title).First.WaitForAsync();
        Assert.Matches("2 dalībniek", await preview.InnerTextAsync());
    }

    /// <summary>A contract that is in force today, and a clock that can be put forward to the event and past it.</summary>
    public sealed class EventSite : BrowserSite
    {
        internal MovableClock Clock { get; } = new();

        protected override void Configure(IServiceCollection services) => services.AddSingleton<TimeProvider>(Clock);

        protected override Task PrepareAsync() => Site.AddMandateAsync();
    }
}
