using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Talka.Journal;
using Talka.Tests.Reporting.Summaries;
using Talka.Tests.Support;

namespace Talka.Tests.Reporting.Transparency;

public sealed class TransparencyPagesTests
{
    private const string Mandate = "/mandates/" + SummarySample.Slug;

    [Theory]
    [InlineData("/")]
    [InlineData(Mandate)]
    [InlineData(Mandate + "/activities")]
    [InlineData(Mandate + "/proof")]
    public async Task Page_Anonymous_ShowsTheMandateInBothLanguages(string address)
    {
        await using var site = await TestSite.StartAsync();
        await SummarySample.LoadAsync(site);
        Assert.Contains("Pilsoniskās sadarbības veicināšana Latgalē", await TextAsync(site, address, HttpStatusCode.OK));
        Assert.Contains("Civic cooperation in Latgale", await TextAsync(site, address + "?lang=en", HttpStatusCode.OK));
    }

    [Fact]
    public async Task Pages_InEnglish_MarkWhatIsWrittenInLatvian()
    {
        await using var site = await TestSite.StartAsync();
        await SummarySample.LoadAsync(site);
        var english = await TextAsync(site, Mandate + "?lang=en", HttpStatusCode.OK);
        Assert.Contains("<p class=\"lead\" lang=\"lv\">Veicināt pilsonisko sadarbību", english);
        Assert.Contains("<h1>Civic cooperation in Latgale</h1>", english);
        Assert.Contains("<span lang=\"lv\">Vērtības</span>", english);
        Assert.Contains("<span lang=\"lv\">Vērtības</span>", await TextAsync(site, Mandate + "/activities?lang=en", HttpStatusCode.OK));
        Assert.Contains("<h1 lang=\"lv\">Vērtības</h1>", await TextAsync(site, Mandate + "/entries/1?lang=en", HttpStatusCode.OK));
        Assert.DoesNotContain("<span lang=", await TextAsync(site, Mandate + "?lang=lv", HttpStatusCode.OK));
    }

    [Fact]
    public async Task Mandates_AddressOfTheList_LeadsToTheList()
    {
        await using var site = await TestSite.StartAsync();
        using var answer = await site.Client.GetAsync("/mandates?lang=en");
        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/?lang=en#mandates", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Mandate_Shown_LinksItsMoneyAndWorkToFigures()
    {
        await using var site = await TestSite.StartAsync();
        await SummarySample.LoadAsync(site);
        var page = (await TextAsync(site, Mandate, HttpStatusCode.OK)).Replace('\u00A0', ' ');
        Assert.Contains($"{Mandate}/figures?q=spent\"", page);
        Assert.Contains("2 800,50 euro", page);
        Assert.Contains("figures?q=quantity%20kind%3Aseminar%20year%3A1", page);
        Assert.Contains($"{Mandate}/entries/4", page);
        Assert.Contains("data:image/svg+xml", page);
        Assert.DoesNotContain(" style=", page);
    }

    [Fact]
    public async Task Mandate_WorkInStages_TheTableSaysThatItCountsEntries()
    {
        await using var site = await TestSite.StartAsync();
        await SummarySample.LoadAsync(site);
        await site.InScopeAsync(async services => Assert.Empty((await services.GetRequiredService<JournalWriter>().AppendAllAsync(
            new[] { EntryState.Begun, EntryState.Continued, EntryState.Finished }.Select(state => SummarySample.Entries.First() with
            {
                Kind = "strategy",
                Title = "Stratēģija",
                Participants = null,
                State = state,
            }),
            CancellationToken.None)).Errors));
        var page = await TextAsync(site, Mandate, HttpStatusCode.OK);
        Assert.Contains("Ierakstīts žurnālā, pa veidiem", page);
        Assert.DoesNotContain("Paveiktais pa veidiem", page);
    }

    [Fact]
    public async Task Mandate_EntryAppended_ShowsTheNewCount()
    {
        await using var site = await TestSite.StartAsync();
        await SummarySample.LoadAsync(site);
        Assert.DoesNotContain("Pavisam jauns seminārs", await TextAsync(site, Mandate, HttpStatusCode.OK));
        await site.InScopeAsync(async services => Assert.True((await services.GetRequiredService<JournalWriter>().AppendAsync(
            SummarySample.Entries.First() with { Title = "Pavisam jauns seminārs", Year = 2, From = new(2024, 7, 1), To = new(2024, 7, 1) },
            CancellationToken.None)).Succeeded));
        Assert.Contains("Pavisam jauns seminārs", await TextAsync(site, Mandate, HttpStatusCode.OK));
    }

    [Theory]
    [InlineData("/mandates/nav-tada")]
    [InlineData("/mandates/nav-tada/activities")]
    [InlineData("/mandates/nav-tada/proof")]
    public async Task Page_UnknownMandate_IsNotFound(string address)
    {
        await using var site = await TestSite.StartAsync();
        await TextAsync(site, address, HttpStatusCode.NotFound);
    }

    private static async Task<string> TextAsync(TestSite site, string address, HttpStatusCode expected)
    {
        using var response = await site.Client.GetAsync(address);
        Assert.Equal(expected, response.StatusCode);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }
}
