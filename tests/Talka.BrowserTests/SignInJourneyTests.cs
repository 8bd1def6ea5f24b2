using Microsoft.Playwright;
using Talka.BrowserTests.Support;

namespace Talka.BrowserTests;

public sealed class SignInJourneyTests
{
    [Fact]
    public async Task SignIn_WithTheKeyboardAlone_ReachesTheAccountPage()
    {
        await using var browser = await BrowserSite.StartAsync();
        var page = await browser.NewPageAsync();
        await browser.SignInAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Iziet" }).PressAsync("Enter");
        await page.GetByText("Jūs izgājāt no sistēmas.").WaitForAsync();

        await page.GotoAsync("/account");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Pāriet uz saturu", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("admin@example.org");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("correct horse battery");
        await page.Keyboard.PressAsync("Enter");

        await page.GetByRole(AriaRole.Heading, new() { Name = "Mans konts" }).WaitForAsync();
        Assert.Equal("/account", new Uri(page.Url).AbsolutePath);
    }

    [Fact]
    public async Task SignIn_WrongPassword_MovesToTheSummaryAndFromThereToTheField()
    {
        await using var browser = await BrowserSite.StartAsync();
        var page = await browser.NewPageAsync(width: 390);
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("E-pasts").FillAsync("anna@example.org");
        await page.GetByLabel("Parole").FillAsync("not the password");
        await page.Locator("main button[type=submit]").ClickAsync();

        await page.WaitForFunctionAsync("document.activeElement.id === 'errors'");
        await BrowserSite.AssertAccessibleAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "E-pasts vai parole nav pareiza." }).ClickAsync();

        Assert.Equal("Email", await page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Equal("anna@example.org", await page.GetByLabel("E-pasts").InputValueAsync());
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-in?lang=en")]
    [InlineData("/")]
    [InlineData("/no-such-page")]
    [InlineData("/forbidden")]
    public async Task PublicPages_OnAPhone_AreAccessibleAndFit(string path)
    {
        await using var browser = await BrowserSite.StartAsync();
        var page = await browser.NewPageAsync();
        await page.GotoAsync(path);
        await BrowserSite.AssertAccessibleAsync(page);
        await BrowserSite.AssertNoHorizontalScrollAt320Async(page);
    }

    [Theory]
    [InlineData("/account")]
    [InlineData("/admin/people")]
    public async Task AccountPages_OnAPhone_AreAccessibleAndFit(string path)
    {
        await using var browser = await BrowserSite.StartAsync();
        var page = await browser.NewPageAsync();
        await browser.SignInAsync(page);
        await page.GotoAsync(path);
        await BrowserSite.AssertAccessibleAsync(page);
        await BrowserSite.AssertNoHorizontalScrollAt320Async(page);
    }

    [Fact]
    public async Task People_AddedWithoutScripts_GetALink()
    {
        await using var browser = await BrowserSite.StartAsync();
        var page = await browser.NewPageAsync(width: 390, scripts: false);
        await browser.SignInAsync(page);
        await page.GotoAsync("/admin/people");
        await page.GetByLabel("Vārds, uzvārds").FillAsync("Jānis Paraugs");
        await page.GetByLabel("E-pasts").FillAsync("janis@example.org");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pievienot personu" }).ClickAsync();

        await page.GetByRole(AriaRole.Heading, new() { Name = "Saite ir gatava" }).WaitForAsync();
        Assert.Contains("/accounts/setup?token=", await page.Locator("main code").TextContentAsync(), StringComparison.Ordinal);
    }
}
