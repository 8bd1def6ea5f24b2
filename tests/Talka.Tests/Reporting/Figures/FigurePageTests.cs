using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Journal;
using Talka.Mandates;
using Talka.Reporting.Figures;
using Talka.Tests.Journal;
using Talka.Tests.Mandates;
using Talka.Tests.Support;
using static Talka.Tests.Reporting.Figures.FigureSamples;

namespace Talka.Tests.Reporting.Figures;

public sealed class FigurePageTests
{
    private static EntryContent Seminar(int day, long? participants) => Talka.Tests.Journal.Entries.Seminar($"Seminārs {day}") with
    {
        Mandate = "sample",
        Year = 3,
        From = new DateOnly(2025, 3, day),
        To = new DateOnly(2025, 3, day),
        Participants = participants,
        ParticipantsApproximate = participants == 50,
        Partners = ["Savienība"],
        Place = "Rīgā",
    };

    private static async Task<TestSite> SiteAsync()
    {
        var site = await TestSite.StartAsync();
        Assert.True((await site.CreateAsync(Samples.Mandate)).Succeeded);
        Assert.True((await site.AppendAllAsync(Seminar(1, 21), Seminar(2, 50), Seminar(3, null), Seminar(4, 7), Seminar(5, 8))).Succeeded);
        Assert.True((await site.AppendAllAsync(
            Seminar(4, null) with { Corrects = 4, Correction = CorrectionKind.Voids, Reason = "Nenotika" },
            Seminar(5, 9) with { Corrects = 5, Correction = CorrectionKind.Replaces, Reason = "Pārskaitīts" })).Succeeded);
        return site;
    }

    [Fact]
    public async Task Load_CorrectedEntries_HoldsWhatIsEffective()
    {
        await using var site = await SiteAsync();
        var (lean, model) = await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            var terms = (await db.MandateTermsAsync("sample", default))!;
            return (await FigureData.LoadAsync(db, terms, default), await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(
                db.EffectiveEntries()));
        });
        Assert.Equal(model.Select(e => (e.Sequence, e.Title, e.DateFrom, e.Participants, e.Mode, e.Place)).Order(),
            lean.Entries.Select(e => (e.Sequence, (string?)e.Title, (DateOnly?)e.From, e.Participants, e.Mode, e.Place)).Order());
        var result = lean.Evaluate(Query("participants kind:seminar"));
        Assert.Equal((80, true, 1), (result.Value, result.Approximate, result.Unknown));
        Assert.Equal([1L, 2L, 7L], result.Entries.Select(e => e.Sequence));
        Assert.Equal(1, lean.Evaluate(Query("partners")).Value);
    }

    [Fact]
    public async Task Page_Figure_ShowsValueYearsAndEntries()
    {
        await using var site = await SiteAsync();
        using var answer = await site.Client.GetAsync(FigureAddress.Of("sample", Query("participants kind:seminar year:3")));
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Dalībnieku skaits; veids: seminārs; III īstenošanas gads", html, StringComparison.Ordinal);
        Assert.Contains("ap\u00A080", html, StringComparison.Ordinal);
        Assert.Contains("Ieraksti, kuriem tas nav zināms: 1.", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/mandates/sample/entries/7\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/mandates/sample/entries/4\"", html, StringComparison.Ordinal);
        Assert.Contains("class=\"chart-image\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/mandates/sample/figures?q=partcipants", "Vai domājāt „participants”?")]
    [InlineData("/mandates/sample/figures", "Norādiet, ko skaitīt")]
    [InlineData("/mandates/sample/figures?q=count%20year%3A9", "Līgumā nav 9. gada")]
    [InlineData("/mandates/cita/figures?q=count", "")]
    public async Task Page_NoSuchFigure_IsAFriendly404(string address, string says)
    {
        await using var site = await SiteAsync();
        using var answer = await site.Client.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(says, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Downloads_Figure_GiveTheSameEntries()
    {
        await using var site = await SiteAsync();
        using var json = JsonDocument.Parse(await site.Client.GetStringAsync("/mandates/sample/figures.json?q=participants%20kind%3Aseminar"));
        Assert.Equal(80, json.RootElement.GetProperty("value").GetInt64());
        Assert.Equal([1, 2, 7], json.RootElement.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("sequence").GetInt32()));
        using var money = JsonDocument.Parse(await site.Client.GetStringAsync("/mandates/sample/figures.json?q=planned%20year%3A2"));
        Assert.Equal("53994.00", money.RootElement.GetProperty("value").GetString());
        var csv = await site.Client.GetStringAsync("/mandates/sample/figures.csv?q=participants%20kind%3Aseminar");
        Assert.Equal(5, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        using var missing = await site.Client.GetAsync("/mandates/sample/figures.csv?q=nothing");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }
}
