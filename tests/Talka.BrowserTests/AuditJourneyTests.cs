using Microsoft.Playwright;
using Talka.BrowserTests.Support;

namespace Talka.BrowserTests;

public sealed class AuditJourneyTests(DemoSite site) : BrowserTest<DemoSite>(site)
{
    private static readonly string Summary = Path.Combine(AppContext.BaseDirectory, "Documents", "kopsavilkums-2022-2025.txt");

    [Theory]
    [InlineData(false, 390)]
    [InlineData(true, 1280)]
    public async Task Audit_OfTheSourceSummary_ShowsFindingsBesideTheDocument(bool scripts, int width)
    {
        var page = await Site.NewPageAsync(width, scripts);
        await page.GotoAsync("/audit");
        await page.Input("File").SetInputFilesAsync(Summary);
        await page.TabToAsync(page.GetByRole(AriaRole.Button, new() { Name = "Pārbaudīt", Exact = true }));
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Kas nesaskan: kopsavilkums-2022-2025.txt" }).WaitForAsync();

        var dates = page.Locator(".finding", new() { HasText = "date-outside-period" });
        Assert.Equal(9, await dates.Locator("ul li").CountAsync());
        var plan = page.Locator(".finding", new() { HasText = "plan-inconsistent" });
        Assert.Contains("1\u00A0083,33", await plan.InnerTextAsync(), StringComparison.Ordinal);

        await dates.Locator("ul a").First.ClickAsync();
        var mark = page.Locator("mark:target");
        Assert.StartsWith("09.02.2022.", await mark.InnerTextAsync(), StringComparison.Ordinal);
        await mark.Locator("a").ClickAsync();
        Assert.Contains("date-outside-period", await page.Locator(".finding:target").InnerTextAsync(), StringComparison.Ordinal);

        if (scripts) // axe is one
        {
            await PageChecks.AssertAccessibleAsync(page);
            await PageChecks.AssertFitsPhoneAsync(page);
            await PageChecks.AssertAccessibleAsync(page);
        }
    }

    [Fact]
    public async Task Audit_ToAFile_GivesItWithoutLeavingThePage()
    {
        var page = await Site.NewPageAsync();
        await page.GotoAsync("/audit");
        await page.Input("Text").FillAsync(await File.ReadAllTextAsync(Summary));
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Lejupielādēt atrasto (JSON)" }).ClickAsync());
        Assert.Contains("\"code\": \"date-outside-period\"", await File.ReadAllTextAsync((await download.PathAsync())!), StringComparison.Ordinal);
        Assert.Equal("/audit", new Uri(page.Url).AbsolutePath);
    }
}
