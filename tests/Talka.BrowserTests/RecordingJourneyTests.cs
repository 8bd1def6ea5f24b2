using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Talka.BrowserTests.Support;

namespace Talka.BrowserTests;

public sealed class RecordingJourneyTests(BrowserSite site) : BrowserTest<BrowserSite>(site)
{
    private const int Phone = 390;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Work_FromTheContractToACorrectedEntry_IsDoneByFormsOnAPhone(bool scripts)
    {
        var page = await Site.NewPageAsync(Phone, scripts);
        await BrowserSite.SignInAsync(page);
        var work = await EnterContractAsync(page, scripts ? "Līdzdalība ar skriptiem" : "Līdzdalība bez skriptiem");
        await PlanAsync(page);

        await page.GotoAsync("/work");
        await page.Locator(".card", new() { HasText = scripts ? "Līdzdalība ar skriptiem" : "Līdzdalība bez skriptiem" }).GetByRole(AriaRole.Link, new() { Name = "Reģistrēt darbu" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Seminārs", Exact = true }).ClickAsync();
        await page.Input("Title").FillAsync("Kā rakstīt pārskatus");
        await page.Input("From").FillAsync("2024-03-15");
        await page.Input("Participants").FillAsync("24");
        await page.GetByLabel("tiešsaistē", new() { Exact = true }).CheckAsync();
        await page.Locator("#Files").SetInputFilesAsync(new FilePayload { Name = "dalibnieki.csv", MimeType = "text/csv", Buffer = "Vārds\nAnna Piemēra\n"u8.ToArray() });
        await page.SubmitAsync();
        await page.GetByText("Ierakstīts žurnālā.").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "dalibnieki.csv" }).WaitForAsync();

        await page.GotoAsync(work + "/journal");
        await ExpectRowAsync(page, "Kā rakstīt pārskatus", "15.03.2024.", "24");

        await page.GetByRole(AriaRole.Link, new() { Name = "Kā rakstīt pārskatus" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Labot", Exact = true }).ClickAsync();
        await page.Input("Reason").FillAsync("Viens dalībnieks nebija pierakstīts");
        await page.Input("Participants").FillAsync("25");
        await page.SubmitAsync();
        await page.GetByText("Labojums ierakstīts žurnālā.").WaitForAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Vēl viens tāds pats" }).ClickAsync();
        Assert.Equal("Kā rakstīt pārskatus", await page.Input("Title").InputValueAsync());
        await page.Input("Title").FillAsync("Ierakstīts par daudz");
        await page.SubmitAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Anulēt ierakstu" }).ClickAsync();
        await page.Input("Reason").FillAsync("Tāda semināra nebija");
        await page.SubmitAsync();
        await page.GetByText("Ieraksts ir anulēts").WaitForAsync();

        await page.GotoAsync(work + "/journal");
        Assert.Equal(1, await page.Locator("tbody tr").CountAsync());
        await ExpectRowAsync(page, "Kā rakstīt pārskatus", "15.03.2024.", "25");
        await page.GetByLabel("Arī labotos un anulētos").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Atlasīt" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Notīrīt" }).WaitForAsync();
        Assert.Equal(4, await page.Locator("tbody tr").CountAsync());
    }

    [Fact]
    public async Task Record_WithTheKeyboardAlone_IsRecorded()
    {
        var page = await Site.NewSignedInPageAsync(Phone);
        var work = await EnterContractAsync(page, "Līdzdalība ar tastatūru");
        await page.GotoAsync(work + "/record");
        await page.TabToAsync(page.GetByRole(AriaRole.Link, new() { Name = "Diskusija", Exact = true }));
        await page.Keyboard.PressAsync("Enter");
        await page.TabToAsync(page.Input("Title"));
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#errors:focus").WaitForAsync();
        await page.TabToAsync(page.Locator("#errors a").First);
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("Title", await page.FocusedIdAsync());

        await page.Keyboard.TypeAsync("Par ko strīdamies");
        await page.TabToAsync(page.Input("Participants"));
        await page.Keyboard.TypeAsync("12");
        await page.TabToAsync(page.GetByRole(AriaRole.Button, new() { Name = "Reģistrēt", Exact = true }));
        await page.Keyboard.PressAsync("Enter");

        await page.GetByRole(AriaRole.Heading, new() { Name = "Par ko strīdamies" }).WaitForAsync();
        await page.GetByText("Ierakstīts žurnālā.").WaitForAsync();
    }

    private static async Task<string> EnterContractAsync(IPage page, string title)
    {
        await page.GotoAsync("/work");
        await page.GetByRole(AriaRole.Link, new() { Name = "Jauns līgums" }).ClickAsync();
        await page.Input("Title").FillAsync(title);
        await page.Input("Task").FillAsync("Veicināt pilsonisko līdzdalību");
        await page.Input("ImplementerName").FillAsync("Biedrība „Paraugs”");
        await page.Input("ImplementerNumber").FillAsync("40008087708");
        await page.Input("From").FillAsync("2024-01-01");
        await page.Input("To").FillAsync("2025-12-31");
        await page.Input("Streams[0].Name").FillAsync("Semināri");
        await page.SubmitAsync();
        await page.GetByText("Izveidots.").WaitForAsync();
        return new Uri(page.Url).AbsolutePath.Replace("/budget/revise", "", StringComparison.Ordinal);
    }

    private static async Task PlanAsync(IPage page)
    {
        await page.Input("Amounts[0].Amount").FillAsync("1 000,00");
        await page.Input("Amounts[1].Amount").FillAsync("2 000,00");
        await page.SubmitAsync();
        await page.GetByText("Saglabāts.").WaitForAsync();
        Assert.Matches(@"3\s000,00", await page.Locator("main").InnerTextAsync());
    }

    private static async Task ExpectRowAsync(IPage page, params string[] texts)
    {
        var row = Assert.Single(await page.Locator("tbody tr").AllInnerTextsAsync());
        Assert.All(texts, text => Assert.Matches($@"(^|\W){Regex.Escape(text)}(\W|$)", row));
    }
}
