using Microsoft.Playwright;
using Talka.BrowserTests.Support;

namespace Talka.BrowserTests;

public sealed class PublicJourneyTests(DemoSite site) : BrowserTest<DemoSite>(site)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Public_FromHomeToAProof_IsReachedWithTheKeyboardAlone(bool scripts)
    {
        var page = await Site.NewPageAsync(390, scripts);
        await page.GotoAsync("/");
        await FollowAsync(page, page.Locator($"main a[href='{DemoSite.Public}']"));
        await page.GetByRole(AriaRole.Heading, new() { Name = "Izpildes gaita" }).WaitForAsync();
        await FollowAsync(page, page.Locator("main a[href*='figures?q=spent']").First);
        Assert.Matches(@"160\s804,67\seuro", await page.Locator(".figure-value").InnerTextAsync());
        await FollowAsync(page, page.Locator("tbody th a[href*='/entries/']").First);
        await page.GetByRole(AriaRole.Link, new() { Name = "Lejupielādēt pierādījumu" }).WaitForAsync();
        await FollowAsync(page, page.Locator("nav.ds-breadcrumbs a").Last);
        await FollowAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Kā to pārbaudīt" }).First);
        await page.GetByRole(AriaRole.Heading, new() { Name = "Kā pārbaudīt, ka ieraksti nav mainīti" }).WaitForAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Menu_OnAPhone_OpensOverThePageAndCloses(bool scripts)
    {
        var page = await Site.NewPageAsync(390, scripts);
        await page.GotoAsync("/");
        var events = page.GetByRole(AriaRole.Link, new() { Name = "Pasākumi", Exact = true }).First;
        Assert.False(await events.IsVisibleAsync());

        await page.TabToAsync(page.GetByRole(AriaRole.Button, new() { Name = "Izvēlne" }));
        await page.Keyboard.PressAsync("Enter");
        await events.WaitForAsync();
        await (scripts ? PageChecks.AssertAccessibleAsync(page) : Task.CompletedTask);
        await page.Keyboard.PressAsync("Escape");
        await events.WaitForAsync(new() { State = WaitForSelectorState.Hidden });

        await page.Keyboard.PressAsync("Enter");
        await events.ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Pasākumi", Level = 1 }).WaitForAsync();
        await PageChecks.AssertFitsPhoneAsync(page);
    }

    [Fact]
    public async Task Language_Switched_KeepsThePageAndStays()
    {
        var page = await Site.NewPageAsync();
        await page.GotoAsync(DemoSite.Public + "/figures?q=participants%20kind:seminar");
        var value = await page.Locator(".figure-value").InnerTextAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await PageChecks.AssertNamedAsync(page, "en");
        Assert.Equal(value, await page.Locator(".figure-value").InnerTextAsync());
        Assert.Equal(DemoSite.Public + "/figures", new Uri(page.Url).AbsolutePath);

        await page.GotoAsync(DemoSite.Public);
        await PageChecks.AssertNamedAsync(page, "en");
        await page.GetByRole(AriaRole.Link, new() { Name = "Latviski" }).ClickAsync();
        await PageChecks.AssertNamedAsync(page, "lv");
        Assert.Equal(DemoSite.Public, new Uri(page.Url).AbsolutePath);
    }

    [Fact]
    public async Task Work_OpenedSignedOut_AsksToSignInAndGoesOn()
    {
        var page = await Site.NewPageAsync(390, scripts: false);
        await page.GotoAsync(DemoSite.Work + "/journal");
        Assert.Equal("/sign-in", new Uri(page.Url).AbsolutePath);
        await page.GetByLabel("E-pasts").FillAsync(BrowserSite.Email);
        await page.GetByLabel("Parole").FillAsync(BrowserSite.Password);
        await page.SubmitAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Žurnāls", Level = 1 }).WaitForAsync();
    }

    private static async Task FollowAsync(IPage page, ILocator link)
    {
        var href = await link.GetAttributeAsync("href");
        await page.TabToAsync(link, most: 200);
        var there = page.WaitForURLAsync(url => new Uri(url).PathAndQuery == new Uri(new Uri(url), href).PathAndQuery);
        await page.Keyboard.PressAsync("Enter");
        await there;
    }
}
