using Microsoft.Playwright;
using Talka.BrowserTests.Support;
using Talka.Tests.Support;
using Talka.Tests.Work.Events.Door;
using Talka.Work.Events;
using Talka.Work.Events.Door;
using Talka.Work.Events.SigningUp;

namespace Talka.BrowserTests;

/// <summary>The door on a phone that runs scripts: what whoever stands there presses, and what the page says.</summary>
public sealed class DoorTests(DoorTests.DoorSite site) : BrowserTest<DoorTests.DoorSite>(site)
{
    private const int Phone = 360;

    private const string IsKept =
        """
        async () => {
          const kept = await (await caches.open('talka-door')).keys();
          return [location.pathname, '/door.', '/qr/decode'].every((part) => kept.some((one) => one.url.includes(part)));
        }
        """;

    [Fact]
    public async Task CheckIn_WithAnEmptySearchBox_CanBeUndoneStill()
    {
        var (page, e) = await OpenAsync("atsaukt");
        var anna = await Site.Site.AddGuestAsync(e, "Anna Bērziņa", "anna@example.org");
        await page.ReloadAsync();
        await FindAsync(page, anna.ShortCode);
        await page.Locator("#q").FillAsync("");
        await FindAsync(page, "Anna");
        await page.GetByRole(AriaRole.Button, new() { Name = "Reģistrēt: Anna Bērziņa" }).ClickAsync();
        await page.Locator("#q").EvaluateAsync("box => box.value = ''");
        await page.RunAndWaitForResponseAsync(() => page.EvaluateAsync("dispatchEvent(new Event('online'))"), answer => answer.Url.EndsWith("/list", StringComparison.Ordinal));

        var undo = page.GetByRole(AriaRole.Button, new() { Name = "Atsaukt: Anna Bērziņa" });
        await undo.FocusAsync();
        await page.RunAndWaitForResponseAsync(() => page.EvaluateAsync("dispatchEvent(new Event('online'))"), answer => answer.Url.EndsWith("/list", StringComparison.Ordinal));
        Assert.Equal(anna.ShortCode, await page.EvaluateAsync<string?>("document.activeElement.dataset.person")); // the keyboard stays where it was
        await undo.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Reģistrēt: Anna Bērziņa" }).WaitForAsync();
    }

    [Fact]
    public async Task WhoWaitsOrGaveBackThePlace_IsFoundAndLetInAfterAsking()
    {
        var (page, e) = await OpenAsync("gaida");
        var waiting = await Site.Site.AddGuestAsync(e, "Ilze Liepa", "ilze@example.org", state: RegistrationState.Waiting);
        await Site.Site.AddGuestAsync(e, "Jānis Ozols", "janis@example.org", state: RegistrationState.Cancelled);
        await page.ReloadAsync();
        await FindAsync(page, "Ozols");
        await page.GetByText("Šis pieteikums ir atcelts.").First.WaitForAsync();
        await FindAsync(page, "Liepa");
        var asked = new List<string>();
        page.Dialog += async (_, dialog) =>
        {
            asked.Add(dialog.Message);
            await (asked.Count == 1 ? dialog.DismissAsync() : dialog.AcceptAsync());
        };

        var anyway = page.GetByRole(AriaRole.Button, new() { Name = "Tomēr ielaist: Ilze Liepa" });
        await anyway.ClickAsync();
        await anyway.ClickAsync();
        await page.Locator("#door-in", new() { HasText = "1" }).WaitForAsync();

        Assert.Equal(2, asked.Count);
        Assert.Contains("Ilze Liepa", asked[0], StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Atsaukt: Ilze Liepa" }).WaitForAsync();
        while ((await Site.Site.ReadAsync(waiting)).CameAt is null)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task NameThatNobodyHas_IsNotCalledATicket()
    {
        var (page, e) = await OpenAsync("neviens");
        await Site.Site.AddGuestAsync(e, "Anna Bērziņa", "anna@example.org");
        await page.ReloadAsync();
        await FindAsync(page, "Kāds Svešs");
        await page.Locator("#door-answer").GetByText("Neviens nav atrasts.").WaitForAsync();
    }

    /// <summary>As when the phone throws the tab away while the network is down.</summary>
    [Fact]
    public async Task PageThatWasOpenedOnce_OpensAgainWithoutANetworkAndCountsByWhatItKnows()
    {
        Site.Causes("ERR_INTERNET_DISCONNECTED");
        var e = await Site.Site.AddEventAsync(new SampleEvent { Slug = "vienreiz" });
        await Site.Site.AddGuestAsync(e, "Anna Bērziņa", "anna@example.org");
        var (_, token) = await Site.Site.AddDoorAsync(e);
        var page = await Site.NewPageAsync(Phone, scripts: true);
        await page.GotoAsync("/door/" + token);
        await WaitUntilKeptAsync(page);
        await page.Context.SetOfflineAsync(true);
        await LetInAsync(page, "Anna Bērziņa");

        await page.ReloadAsync();

        await page.Locator("#door-in", new() { HasText = "1" }).WaitForAsync();
        await FindAsync(page, "Anna");
        await page.GetByRole(AriaRole.Button, new() { Name = "Atsaukt: Anna Bērziņa" }).WaitForAsync();
        await page.Context.SetOfflineAsync(false);
        await page.Locator("#door-state[data-offline=false]", new() { HasText = "Viss" }).WaitForAsync();
    }

    [Fact]
    public async Task WalkIn_WithoutANetwork_StaysInTheFormUntilThereIsOne()
    {
        Site.Causes("ERR_INTERNET_DISCONNECTED");
        var (page, _) = await OpenAsync("nepieteicies");
        await page.Locator("#door-walk-in summary").ClickAsync();
        await page.Input("Name").FillAsync("Pēteris Garāmgājējs");
        await WaitUntilKeptAsync(page);
        await page.Context.SetOfflineAsync(true);
        await page.Locator("#door-walk-in button").ClickAsync();
        await page.Locator("#door-answer").GetByText("Bez tīkla pieteikt nevar.").WaitForAsync();
        Assert.Equal("Pēteris Garāmgājējs", await page.Input("Name").InputValueAsync());

        await page.Context.SetOfflineAsync(false);
        await page.Locator("#door-walk-in button").ClickAsync();
        await page.Locator("#door-in", new() { HasText = "1" }).WaitForAsync();
    }

    [Fact]
    public async Task Door_ShowsWhoCameAtTheOtherAndSaysNothingOfTheOneBefore()
    {
        var (page, e) = await OpenAsync("divas");
        var (anna, other) = (await Site.Site.AddGuestAsync(e, "Anna Bērziņa", "anna@example.org"), (await Site.Site.AddDoorAsync(e, "Otra ieeja")).Door);
        await Site.Site.AddGuestAsync(e, "Ilze Liepa", "ilze@example.org", EventMode.Online);
        await FindAsync(page, "Kāds Svešs");
        await page.Locator("#door-answer").GetByText("Neviens nav atrasts.").WaitForAsync();

        Assert.Equal(Admission.In, await Site.Site.LetInAsync(other, anna));
        await page.EvaluateAsync("dispatchEvent(new Event('online'))");

        await page.Locator("#door-in", new() { HasText = "1" }).WaitForAsync();
        Assert.Equal("1", await page.Locator("#door-expected").TextContentAsync());
        await FindAsync(page, "Liepa");
        await page.GetByText("Pieteicies tiešsaistē").WaitForAsync();
        Assert.Equal("", await page.Locator("#door-answer").InnerTextAsync());
    }

    /// <summary>The one that the server refuses stands between two good ones.</summary>
    [Fact]
    public async Task NoteThatIsRefused_AmongThoseOfAnHourWithoutANetwork_HoldsUpNoOthersAndIsNotLost()
    {
        const string Refused = "NAVTADAKODA";
        Site.Causes("ERR_INTERNET_DISCONNECTED", "/sync answered 400");
        var (page, e) = await OpenAsync("bez-tikla");
        var guests = new[] { await Site.Site.AddGuestAsync(e, "Anna Bērziņa", "anna@example.org"), await Site.Site.AddGuestAsync(e, "Jānis Ozols", "janis@example.org") };
        await page.ReloadAsync();
        await page.Locator("#door-state[data-offline=false]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.Context.SetOfflineAsync(true);

        await LetInAsync(page, "Anna Bērziņa");
        await page.EvaluateAsync(
            """
            person => new Promise((resolve, reject) => {
              const asked = indexedDB.open('talka-door', 1);
              asked.onerror = () => reject(asked.error);
              asked.onsuccess = () => {
                const transaction = asked.result.transaction('notes', 'readwrite');
                transaction.objectStore('notes').add({ id: crypto.randomUUID(), person, at: new Date().toISOString(), door: location.pathname });
                transaction.oncomplete = () => { asked.result.close(); resolve(); };
              };
            })
            """, Refused);
        await LetInAsync(page, "Jānis Ozols");
        await page.Context.SetOfflineAsync(false);

        await page.Locator("#door-state[data-offline=false]", new() { HasText = Refused }).WaitForAsync();
        Assert.All(guests, guest => Assert.NotNull(Site.Site.ReadAsync(guest).GetAwaiter().GetResult().CameAt));
        await page.ReloadAsync();
        await page.Locator("#door-state", new() { HasText = Refused }).WaitForAsync();
        Assert.Equal("2", await page.Locator("#door-in").TextContentAsync());
    }

    // Without a network a page that is still being kept complains of what it could not keep
    private static async Task WaitUntilKeptAsync(IPage page)
    {
        while (!await page.EvaluateAsync<bool>(IsKept))
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private static async Task LetInAsync(IPage page, string name)
    {
        await FindAsync(page, name);
        await page.GetByRole(AriaRole.Button, new() { Name = $"Reģistrēt: {name}" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"Atsaukt: {name}" }).WaitForAsync();
    }

    private static async Task FindAsync(IPage page, string typed)
    {
        await page.Locator("#door-state[data-offline]").WaitForAsync(new() { State = WaitForSelectorState.Attached }); // until the list is there the server answers, by another page
        await page.Locator("#q").FillAsync(typed);
        await page.GetByRole(AriaRole.Button, new() { Name = "Meklēt" }).ClickAsync();
    }

    private async Task<(IPage Page, Event Event)> OpenAsync(string slug)
    {
        var e = await Site.Site.AddEventAsync(new SampleEvent { Slug = slug });
        var (_, token) = await Site.Site.AddDoorAsync(e);
        var page = await Site.NewPageAsync(Phone, scripts: true);
        await page.GotoAsync("/door/" + token);
        return (page, e);
    }

    public sealed class DoorSite : BrowserSite
    {
        protected override Task PrepareAsync() => Site.AddMandateAsync();
    }
}
