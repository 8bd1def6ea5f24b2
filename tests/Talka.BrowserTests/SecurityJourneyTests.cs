using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Talka.Accounts;
using Talka.Accounts.Security.Factors;
using Talka.BrowserTests.Support;
using Talka.Foundation.Data;
using Talka.Foundation.Secrets;

namespace Talka.BrowserTests;

/// <summary>Signing in with more than a password, with a device that the browser itself plays (WebAuthn's virtual authenticator).</summary>
public sealed class SecurityJourneyTests(BrowserSite site) : BrowserTest<BrowserSite>(site)
{
    // Passkeys belong to a name; an address in digits has none
    private string Root => Site.Site.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    [Fact]
    public async Task Passkey_AddedOnTheSecurityPage_SignsInWithoutAPassword()
    {
        var page = await NewPersonAsync("passkey@example.org");
        var device = await AddDeviceAsync(page);
        await page.GotoAsync(Root + "/account/security");
        await page.GetByLabel("Atslēgas nosaukums").FillAsync("mans tālrunis");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pievienot piekļuves atslēgu" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Jūsu atkopšanas kodi" }).WaitForAsync();
        Assert.Equal(10, await page.Locator("main li code").CountAsync());
        await PageChecks.AssertAccessibleAsync(page);
        await PageChecks.AssertFitsPhoneAsync(page);
        await PageChecks.AssertAccessibleAsync(page);
        await page.SignOutAsync();
        await page.GetByText("Jūs izgājāt no sistēmas.").WaitForAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Pieteikties ar piekļuves atslēgu" }).ClickAsync();

        await page.WaitForURLAsync(Root + "/work");
        await page.GotoAsync(Root + "/account/security");
        await page.GetByText("ar piekļuves atslēgu", new() { Exact = false }).First.WaitForAsync();
        await device.DetachAsync();
    }

    [Fact]
    public async Task Passkey_DeviceDoesNotKnowItsOwner_SaysSoAndLeavesThePasswordFormUsable()
    {
        var page = await Site.NewPageAsync();
        var device = await AddDeviceAsync(page, verified: false);
        await page.GotoAsync(Root + "/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pieteikties ar piekļuves atslēgu" }).ClickAsync();

        await page.GetByText("Ierīce neatbildēja vai jūs atteicāt.").WaitForAsync();

        await PageChecks.AssertAccessibleAsync(page);
        await page.GetByLabel("E-pasts").FillAsync(BrowserSite.Email);
        await page.GetByLabel("Parole").FillAsync(BrowserSite.Password);
        await page.SubmitAsync();
        await page.UntilSignedInAsync();
        await device.DetachAsync();
    }

    [Fact]
    public async Task SignInPage_WithoutScripts_OffersNoPasskey()
    {
        var page = await Site.NewPageAsync(scripts: false);
        await page.GotoAsync("/sign-in");
        Assert.False(await page.GetByRole(AriaRole.Button, new() { Name = "Pieteikties ar piekļuves atslēgu" }).IsVisibleAsync());
    }

    [Fact]
    public async Task Authenticator_SetUpAndUsedWithoutScripts_AsksForTheCodeAtTheNextSignIn()
    {
        const string Email = "app@example.org";
        var page = await NewPersonAsync(Email, scripts: false);
        await page.GotoAsync(Root + "/account/security");
        await page.GetByRole(AriaRole.Button, new() { Name = "Iestatīt autentifikācijas lietotni" }).ClickAsync();
        await page.GetByAltText("QR kods", new() { Exact = false }).WaitForAsync();
        await page.GetByLabel("Kods no lietotnes").FillAsync(await CodeAsync(Email, 0));
        await page.GetByRole(AriaRole.Button, new() { Name = "Ieslēgt" }).ClickAsync();
        await page.GetByText("Autentifikācijas lietotne ir ieslēgta.", new() { Exact = false }).WaitForAsync();
        Assert.Equal(10, await page.Locator("main li code").CountAsync());
        await page.SignOutAsync();

        await SignInAsync(page, Email);
        Assert.Equal("/sign-in/code", new Uri(page.Url).AbsolutePath);
        await page.GetByLabel("Kods no lietotnes").FillAsync(await CodeAsync(Email, 1));
        await page.SubmitAsync();

        await page.UntilSignedInAsync();
        Assert.Equal("/work", new Uri(page.Url).AbsolutePath);
    }

    private async Task<IPage> NewPersonAsync(string email, bool scripts = true)
    {
        await Site.Site.InScopeAsync(services => services.GetRequiredService<CreatePerson>().CreateAsync(
            new NewPerson(email, "Līga Parauga", BrowserSite.Password), CancellationToken.None));
        var page = await Site.NewPageAsync(scripts: scripts);
        await SignInAsync(page, email);
        return page;
    }

    private async Task SignInAsync(IPage page, string email)
    {
        await page.GotoAsync(Root + "/sign-in");
        await page.GetByLabel("E-pasts").FillAsync(email);
        await page.GetByLabel("Parole").FillAsync(BrowserSite.Password);
        await page.SubmitAsync();
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath != "/sign-in");
    }

    /// <summary>What the app shows, some steps of time from now.</summary>
    private Task<string> CodeAsync(string email, int ahead) => Site.Site.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<TalkaDb>();
        var person = await db.People().SingleAsync(person => person.UserName == email);
        var app = await db.Authenticators().SingleAsync(app => app.PersonId == person.Id);
        var secret = services.GetRequiredService<MasterKey>().Open(TotpProvider.Purpose(person.Id), app.Secret);
        return Totp.CodeAt(secret, Totp.StepAt(DateTimeOffset.UtcNow) + ahead);
    });

    private static async Task<ICDPSession> AddDeviceAsync(IPage page, bool verified = true)
    {
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = verified,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return browser;
    }
}
