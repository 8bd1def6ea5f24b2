using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Talka.BrowserTests.Support;
using Talka.Foundation.Data;
using Talka.Journal;

namespace Talka.BrowserTests;

public sealed class MoneyAndImportJourneyTests(WorkSite site) : BrowserTest<WorkSite>(site)
{
    private const string OneBadRow = "Veids;Nosaukums;Datums;Dalībnieki\nSeminārs;Pirmais;15.02.2024.;12\nSeminārs;Otrais;31.02.2024.;9\n";

    [Fact]
    public async Task Money_SpentOverspentAndCarriedOver_IsRefusedOnlyWhereThereIsNone()
    {
        var page = await Site.NewSignedInPageAsync(390, scripts: false);
        await page.GotoAsync(WorkSite.Work + "/spending");
        await page.GetByRole(AriaRole.Link, new() { Name = "Reģistrēt izdevumu" }).ClickAsync();
        await SpendAsync(page, "Telpu noma", "600,00");
        await page.GetByText("Ierakstīts žurnālā.").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Telpu noma" }).WaitForAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Reģistrēt izdevumu" }).ClickAsync();
        var refused = page.WaitForResponseAsync(response => response.Request.Method == "POST");
        await SpendAsync(page, "Lektori", "500,00");
        Assert.Equal(400, (await refused).Status);
        Assert.Matches(@"I gads, virziens „Semināri”: pietrūktu 100,00\seuro .*plānots 1\s000,00\seuro, izlietots 1\s100,00\seuro", await page.Locator("#errors").InnerTextAsync());
        Assert.Equal("Lektori", await page.Input("Title").InputValueAsync());
        Assert.Equal("500,00", await page.Input("Amount").InputValueAsync());
        Assert.Equal("2024-05-20", await page.Input("Date").InputValueAsync());
        Assert.Equal("seminari", await page.Input("Stream").InputValueAsync());

        await page.GotoAsync(WorkSite.Work + "/spending/carry-over");
        await page.Input("Stream").SelectOptionAsync("seminari");
        await page.Input("Year").SelectOptionAsync("1");
        await page.Input("ToYear").SelectOptionAsync("2");
        await page.Input("Date").FillAsync("2024-12-31");
        await page.Input("Amount").FillAsync("400");
        await page.SubmitAsync();
        await page.GetByText("Ierakstīts žurnālā.").WaitForAsync();
        Assert.Matches(@"I īstenošanas gada atlikums novirzīts uz II īstenošanas gadu", await page.Locator("main").InnerTextAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Import_FirstWithABadRow_WritesOnlyTheGoodFileAndOnlyOnce(bool scripts)
    {
        var page = await Site.NewSignedInPageAsync(scripts: scripts);
        var before = await EntriesAsync();
        await page.GotoAsync(WorkSite.Work + "/import");
        await CheckAsync(page, OneBadRow);
        var problem = Assert.Single(await page.Locator("main table").First.Locator("tbody tr").AllInnerTextsAsync());
        Assert.Matches(@"3\s+Datums\s+„31.02.2024.” nav īsts datums", problem);
        Assert.Equal(before, await EntriesAsync());

        // The two runs of this test share a site: what each imports is its own
        var second = scripts ? "Otrais, ar skriptiem" : "Otrais";
        var good = OneBadRow.Replace("31.02.2024.", "28.02.2024.", StringComparison.Ordinal).Replace("Otrais", second, StringComparison.Ordinal)
            .Replace("12", scripts ? "13" : "12", StringComparison.Ordinal);
        await CheckAsync(page, good);
        await page.GetByRole(AriaRole.Button, new() { Name = "Pievienot žurnālam (2)" }).ClickAsync();
        await page.GetByText("Importēts.").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = second, Exact = true }).WaitForAsync();
        Assert.Equal(before + 2, await EntriesAsync());

        await page.GotoAsync(WorkSite.Work + "/import");
        await CheckAsync(page, good);
        await page.GetByText("Viss šajā failā jau ir žurnālā.").WaitForAsync();
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "Pievienot žurnālam" }).CountAsync());
        Assert.Equal(before + 2, await EntriesAsync());
    }

    private static async Task SpendAsync(IPage page, string title, string amount)
    {
        await page.Input("Title").FillAsync(title);
        await page.Input("Stream").SelectOptionAsync("seminari");
        await page.Input("Date").FillAsync("2024-05-20");
        await page.Input("Amount").FillAsync(amount);
        await page.SubmitAsync();
    }

    private static async Task CheckAsync(IPage page, string csv)
    {
        await page.Locator("#File").SetInputFilesAsync(new FilePayload { Name = "ieraksti.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Pārbaudīt failu" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Failā „ieraksti.csv”" }).WaitForAsync();
    }

    private Task<int> EntriesAsync() => Site.Site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().JournalEntries().CountAsync());
}
