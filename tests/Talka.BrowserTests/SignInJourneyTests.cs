using Microsoft.Playwright;
using Talka.BrowserTests.Support;

namespace Talka.BrowserTests;

public sealed class SignInJourneyTests(BrowserSite site) : BrowserTest<BrowserSite>(site)
{
    [Fact]
    public async Task SignIn_WithTheKeyboardAlone_ReachesTheAccountPage()
    {
        var page = await Site.NewPageAsync();
        await BrowserSite.SignInAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Iziet" }).PressAsync("Enter");
        await page.GetByText("Jūs izgājāt no sistēmas.").WaitForAsync();

        await page.GotoAsync("/account");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Pāriet uz saturu", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await page.FocusedIdAsync());
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(BrowserSite.Email);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(BrowserSite.Password);
        await page.Keyboard.PressAsync("Enter");

        await page.GetByRole(AriaRole.Heading, new() { Name = "Mans konts" }).WaitForAsync();
        Assert.Equal("/account", new Uri(page.Url).AbsolutePath);
    }

    [Fact]
    public async Task SignIn_WrongPassword_MovesToTheSummaryAndFromThereToTheField()
    {
        var page = await Site.NewPageAsync(width: 390);
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("E-pasts").FillAsync("anna@example.org");
        await page.GetByLabel("Parole").FillAsync("not the password");
        await page.SubmitAsync();

        await page.Locator("#errors:focus").WaitForAsync();
        await PageChecks.AssertAccessibleAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "E-pasts vai parole nav pareiza." }).ClickAsync();

        Assert.Equal("Email", await page.FocusedIdAsync());
        Assert.Equal("anna@example.org", await page.GetByLabel("E-pasts").InputValueAsync());
    }

    [Fact]
    public async Task People_AddedWithoutScripts_GetALink()
    {
        var page = await Site.NewSignedInPageAsync(width: 390, scripts: false);
        await page.GotoAsync("/admin/people");
        await page.GetByLabel("Vārds, uzvārds").FillAsync("Jānis Paraugs");
        await page.GetByLabel("E-pasts").FillAsync("janis@example.org");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pievienot personu" }).ClickAsync();

        await page.GetByRole(AriaRole.Heading, new() { Name = "Saite ir gatava" }).WaitForAsync();
        Assert.Contains("/accounts/setup?token=", await page.Locator("main code").TextContentAsync(), StringComparison.Ordinal);
    }
}
