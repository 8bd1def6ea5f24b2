using System.Security.Cryptography;
using Microsoft.Playwright;
using Talka.BrowserTests.Support;

namespace Talka.BrowserTests;

public sealed class SummaryJourneyTests(DemoSite site) : BrowserTest<DemoSite>(site)
{
    private const string Broken = "{{participants kind:semnar}}";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Summary_FromABrokenDraftToAFrozenVersion_IsWrittenByForms(bool scripts)
    {
        var page = await Site.NewSignedInPageAsync(scripts: scripts);
        await page.GotoAsync(DemoSite.Work + "/summary");
        await page.Input("Text").FillAsync($"Semināros piedalījās {Broken} cilvēki.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Saglabāt" }).ClickAsync();
        await page.GetByText("Saglabāts.").WaitForAsync();
        var preview = page.Locator(".summary-preview");
        Assert.Contains(Broken, await preview.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Veida „semnar” nav.", await preview.InnerTextAsync(), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Link, new() { Name = "Viss melnraksts un publicēšana" }).ClickAsync();
        await PublishAsync(page);
        Assert.Contains(Broken, await page.Locator("#errors").InnerTextAsync(), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Link, new() { Name = "I īstenošanas gads" }).First.ClickAsync();
        await page.GetByLabel("Aizstāt to, kas jau uzrakstīts").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sagatavot melnrakstu no ierakstiem" }).ClickAsync();
        await page.Locator(".summary-preview a").First.WaitForAsync();
        Assert.DoesNotContain(Broken, await page.Input("Text").InputValueAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Saglabāt" }).ClickAsync();
        await page.GetByText("Saglabāts.").WaitForAsync();

        await Site.AcceptReportAsync();
        await page.GotoAsync(DemoSite.Work + "/summary/draft");
        await PublishAsync(page);
        await page.GetByText("Publicēts.").WaitForAsync();
        Assert.Matches("/summaries/[12]$", new Uri(page.Url).AbsolutePath);
        await AssertFilesHaveTheirHashesAsync(page);
        await AssertFigureLeadsToItsEntriesAsync(page);
    }

    [Fact]
    public async Task Preview_WhileWriting_FollowsTheText()
    {
        var page = await Site.NewSignedInPageAsync();
        await page.GotoAsync(DemoSite.Work + "/summary?year=0&section=other");
        await page.Input("Text").FillAsync("Semināros piedalījās {{participants kind:seminar year:1}} {{dalībnieku|dalībnieks|dalībnieki}}.");
        await page.Locator(".summary-preview").GetByText("Semināros piedalījās 151 dalībnieks.").WaitForAsync();
        await page.Input("Text").FillAsync("Sniegtas 7001 konsultācijas.");
        await page.Locator(".text-findings").GetByText("7001 konsultācijas").First.WaitForAsync();
    }

    private static async Task PublishAsync(IPage page)
    {
        var acknowledge = page.GetByLabel("Publicēt, zinot par šīm pretrunām");
        if (await acknowledge.CountAsync() > 0)
        {
            await acknowledge.CheckAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Publicēt", Exact = true }).ClickAsync();
    }

    private static async Task AssertFilesHaveTheirHashesAsync(IPage page)
    {
        var names = await page.Locator(".hashes dt a").AllInnerTextsAsync();
        Assert.Equal(["HTML", "PDF", "DOCX", "JSON"], names);
        var hashes = await page.Locator(".hashes dd code").AllInnerTextsAsync();
        foreach (var (name, hash) in names.Zip(hashes))
        {
            var address = await page.Locator(".page-header").GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).GetAttributeAsync("href");
            var file = await (await page.Context.APIRequest.GetAsync(address!)).BodyAsync();
            Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(file)));
            if (name == "HTML")
            {
                await AssertOpensByItselfAsync(page.Context, file);
            }
        }
    }

    private static async Task AssertOpensByItselfAsync(IBrowserContext context, byte[] file)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7():n}.html");
        await File.WriteAllBytesAsync(path, file);
        var page = await context.NewPageAsync();
        await page.GotoAsync("file://" + path);
        Assert.Equal("Kopsavilkums par valsts pārvaldes uzdevuma veikšanu", await page.Locator("h1").InnerTextAsync());
        await PageChecks.AssertFitsPhoneAsync(page);
        await page.CloseAsync();
        File.Delete(path);
    }

    private static async Task AssertFigureLeadsToItsEntriesAsync(IPage page)
    {
        var figure = page.Locator(".document-frame a[href*='participants']").First;
        var value = (await figure.InnerTextAsync()).Trim();
        await figure.ClickAsync();
        Assert.Equal(value, (await page.Locator(".figure-value").InnerTextAsync()).Trim());
        await page.Locator("tbody th a[href*='/entries/']").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Lejupielādēt pierādījumu" }).WaitForAsync();
    }
}
