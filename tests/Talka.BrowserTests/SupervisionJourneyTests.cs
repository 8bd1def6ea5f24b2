using Microsoft.Playwright;
using Talka.Accounts;
using Talka.BrowserTests.Support;

namespace Talka.BrowserTests;

/// <summary>A coordinator and a supervisor take the sample mandate from draft to published summary: an amendment, a returned question and a late entry on the way.</summary>
public sealed class SupervisionJourneyTests(SupervisionJourneyTests.SupervisedSite site) : BrowserTest<SupervisionJourneyTests.SupervisedSite>(site)
{
    private const string Question = "Kur ir semināru dalībnieku saraksti?";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Report_FromDraftToPublished_GoesBetweenTwoPeople(bool scripts)
    {
        // Each run takes a year of its own
        var (year, ordinal, day) = scripts ? ("Sākt (Pārskats par I īsteno", 1, "2023-05-12") : ("Sākt (Pārskats par II īsteno", 2, "2024-05-10");
        var coordinator = await SignedInAsync("koordinatore@example.org", scripts);
        var supervisor = await SignedInAsync("uzraudze@example.org", scripts);
        await AmendAsync(coordinator, supervisor, ordinal);

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

        await AcceptWholePeriodAsync(coordinator, supervisor);
        await coordinator.GotoAsync(report);
        await coordinator.GetByRole(AriaRole.Button, new() { Name = "Publicēt kopsavilkumu" }).ClickAsync();
        await coordinator.GetByText("Publicēts.").WaitForAsync();

        await RecordLateAsync(coordinator, supervisor, day);
        await coordinator.GotoAsync(report);
        await coordinator.GetByText("Publicētajā kopsavilkumā tā nav").WaitForAsync();
        await coordinator.GetByRole(AriaRole.Button, new() { Name = "Publicēt kopsavilkumu" }).ClickAsync();
        await coordinator.GetByText("Publicēts.").WaitForAsync();
        await coordinator.GetByText("novēloti ierakstīti").First.WaitForAsync();
    }

    // The summary speaks of the other years as well, and they are over: once the final report is accepted, by the first run, it may be published
    private static async Task AcceptWholePeriodAsync(IPage coordinator, IPage supervisor)
    {
        await coordinator.GotoAsync(DemoSite.Work + "/reports");
        var begin = coordinator.GetByRole(AriaRole.Button, new() { Name = "Sākt (Noslēguma pārskats" });
        if (await begin.CountAsync() == 0)
        {
            return;
        }

        await begin.ClickAsync();
        await coordinator.GetByRole(AriaRole.Heading, new() { Name = "Noslēguma pārskats", Level = 1 }).WaitForAsync();
        var report = new Uri(coordinator.Url).AbsolutePath;
        await SubmitAsync(coordinator, "Iesniegt pārskatu");
        await supervisor.GotoAsync(report);
        await supervisor.GetByRole(AriaRole.Button, new() { Name = "Pieņemt pārskatu" }).ClickAsync();
        await supervisor.GetByText("Saglabāts.").WaitForAsync();
    }

    // A sum is moved within the plan: one side proposes, the other agrees
    private static async Task AmendAsync(IPage coordinator, IPage supervisor, int ordinal)
    {
        await coordinator.GotoAsync(DemoSite.Work + "/budget/revise");
        var amount = coordinator.Input($"Amounts[{(ordinal - 1) * 2}].Amount");
        await amount.FillAsync("31 000,00");
        await coordinator.Input("DecidedOn").FillAsync("2025-09-01");
        await coordinator.Input("Reason").FillAsync("Pārdale starp gadiem.");
        await coordinator.SubmitAsync();
        await coordinator.GetByRole(AriaRole.Heading, new() { Name = "Grozījumi Nr." }).WaitForAsync();
        await supervisor.GotoAsync(new Uri(coordinator.Url).AbsolutePath);
        await supervisor.Locator("ins").GetByText("31").First.WaitForAsync();
        await supervisor.GetByRole(AriaRole.Button, new() { Name = "Piekrist" }).ClickAsync();
        await supervisor.GetByText("Saglabāts.").WaitForAsync();
        await coordinator.GotoAsync(DemoSite.Work + "/budget");
        await coordinator.GetByText("31\u00A0000,00").First.WaitForAsync();
    }

    // The year is closed: what was forgotten comes in with the supervisor's consent alone
    private static async Task RecordLateAsync(IPage coordinator, IPage supervisor, string day)
    {
        await coordinator.GotoAsync(DemoSite.Work + "/record?kind=seminar");
        await coordinator.Input("Title").FillAsync("Aizmirstais seminārs");
        await coordinator.Input("From").FillAsync(day);
        await coordinator.Input("Participants").FillAsync("12");
        await coordinator.SubmitAsync();
        await coordinator.Locator("[name='Form.LateWhy']").FillAsync("Saraksts atrasts tikai tagad.");
        await coordinator.GetByRole(AriaRole.Button, new() { Name = "Lūgt piekrišanu" }).ClickAsync();
        await coordinator.GetByText("Gaida atbildi").WaitForAsync();
        var request = new Uri(coordinator.Url).AbsolutePath;
        await supervisor.GotoAsync(request);
        await supervisor.GetByRole(AriaRole.Button, new() { Name = "Piekrist" }).ClickAsync();
        await supervisor.GetByText("Saglabāts.").WaitForAsync();
        await coordinator.GotoAsync(request);
        await coordinator.GetByRole(AriaRole.Button, new() { Name = "Ierakstīt" }).ClickAsync();
        await coordinator.GetByRole(AriaRole.Heading, new() { Name = "Aizmirstais seminārs" }).WaitForAsync();
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
        await page.UntilSignedInAsync();
        return page;
    }

    /// <summary>The sample mandate, where each person may do what their own role allows.</summary>
    public sealed class SupervisedSite : DemoSite
    {
        protected override bool EverybodyMay => false;
    }
}
