using Microsoft.Playwright;
using Talka.Accounts;
using Talka.BrowserTests.Support;

namespace Talka.BrowserTests;

/// <summary>A coordinator and a supervisor take the sample mandate from draft to published summary, with a returned question on the way.</summary>
public sealed class SupervisionJourneyTests(DemoSite site) : BrowserTest<DemoSite>(site)
{
    private const string Question = "Kur ir semināru dalībnieku saraksti?";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Report_FromDraftToPublished_GoesBetweenTwoPeople(bool scripts)
    {
        // Each run takes a year of its own
        var year = scripts ? "Sākt (Pārskats par I. īsteno" : "Sākt (Pārskats par II. īsteno";
        var coordinator = await SignedInAsync("koordinatore@example.org", scripts);
        var supervisor = await SignedInAsync("uzraudze@example.org", scripts);

        await coordinator.GotoAsync(DemoSite.Work + "/reports");
        await coordinator.GetByRole(AriaRole.Button, new() { Name = year }).ClickAsync();
        await coordinator.GetByRole(AriaRole.Heading, new() { Name = "Pārskats par", Level = 1 }).WaitForAsync();
        var report = new Uri(coordinator.Url).AbsolutePath;
        await SubmitAsync(coordinator, "Iesniegt pārskatu");

        await supervisor.GotoAsync(report + "/review");
        var section = supervisor.Locator("#sections + ul > li").First;
        await section.Locator("summary").ClickAsync();
        await section.Locator("textarea").FillAsync(Question);
        await section.GetByRole(AriaRole.Button, new() { Name = "Saglabāt jautājumu" }).ClickAsync();
        await supervisor.GetByText(Question).WaitForAsync();
        await supervisor.GetByRole(AriaRole.Button, new() { Name = "Pieņemt pārskatu" }).ClickAsync();
        Assert.Contains("Atvērti jautājumi: 1", await supervisor.Locator("#errors").InnerTextAsync(), StringComparison.Ordinal);
        await supervisor.GetByRole(AriaRole.Button, new() { Name = "Atgriezt", Exact = true }).ClickAsync();
        await supervisor.GetByText("Saglabāts.").WaitForAsync();

        await coordinator.GotoAsync(report);
        await coordinator.Locator("article summary").First.ClickAsync();
        await coordinator.Locator("article textarea").First.FillAsync("Tie ir pievienoti ierakstiem.");
        await coordinator.GetByRole(AriaRole.Button, new() { Name = "Saglabāt atbildi" }).First.ClickAsync();
        await coordinator.GetByText("Saglabāts.").WaitForAsync();
        await SubmitAsync(coordinator, "Nosūtīt atbildi");

        await supervisor.GotoAsync(report);
        await supervisor.GetByRole(AriaRole.Button, new() { Name = "Atzīmēt kā atrisinātu" }).ClickAsync();
        await supervisor.GetByText("Saglabāts.").WaitForAsync();
        await supervisor.GotoAsync(report + "/compare");
        await supervisor.GetByRole(AriaRole.Heading, new() { Name = "Divi iesniegumi blakus" }).WaitForAsync();
        await supervisor.GotoAsync(report);
        await supervisor.GetByRole(AriaRole.Button, new() { Name = "Pieņemt pārskatu" }).ClickAsync();
        await supervisor.GetByText("Saglabāts.").WaitForAsync();

        await coordinator.GotoAsync(report);
        await coordinator.GetByRole(AriaRole.Button, new() { Name = "Publicēt kopsavilkumu" }).ClickAsync();
        await coordinator.GetByText("Publicēts.").WaitForAsync();
    }

    private static async Task SubmitAsync(IPage page, string button)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = button }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = button }).WaitForAsync();
        foreach (var answer in await page.Locator(".card textarea").AllAsync())
        {
            await answer.FillAsync("Tā ir avotā.");
        }

        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await page.GetByText("Saglabāts.").WaitForAsync();
    }

    private async Task<IPage> SignedInAsync(string email, bool scripts)
    {
        var page = await Site.NewPageAsync(scripts: scripts);
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("E-pasts").FillAsync(email);
        await page.GetByLabel("Parole").FillAsync(DemoAccounts.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Pieteikties", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Iziet" }).WaitForAsync();
        return page;
    }
}
