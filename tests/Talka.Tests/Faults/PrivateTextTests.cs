using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Journal;
using Talka.Mandates;
using Talka.Reporting.Figures;
using Talka.Reporting.Narratives;
using Talka.Tests.Mandates;
using Talka.Tests.Support;
using Talka.Tests.Work.Records;
using Talka.Work.Records;

namespace Talka.Tests.Faults;

/// <summary>What kinds whose texts are not public say is nowhere to be read without signing in.</summary>
public sealed class PrivateTextTests
{
    private static EntryForm Interview() => new()
    {
        Kind = "interview",
        Title = "Saruna ar Annu Slepeno",
        From = "2023-02-09",
        Participants = "3",
        Place = "Slepenā iela 1",
        Partners = "Slepenā persona",
    };

    [Theory]
    [InlineData("figures?q=partners%20kind%3Ainterview")]
    [InlineData("figures?q=places%20kind%3Ainterview")]
    [InlineData("figures.csv?q=partners%20kind%3Ainterview")]
    [InlineData("figures.csv?q=places%20kind%3Ainterview")]
    [InlineData("figures.json?q=partners%20kind%3Ainterview")]
    [InlineData("figures.json?q=count%20kind%3Ainterview")]
    [InlineData("activities")]
    [InlineData("entries/1")]
    public async Task PublicPages_OfAPrivateKind_ShowNoneOfItsWords(string path)
    {
        await using var site = await Recording.SiteAsync();
        Assert.Empty((await site.RecordAsync(Interview())).Failures());
        using var answer = await site.Client.GetAsync($"/mandates/sample/{path}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("Slepen", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("event", "interview", 1)]
    [InlineData("interview", "event", 2)]
    public async Task Entry_WhoseKindWasCorrected_DoesNotShowThePrivateVersion(string before, string after, int open)
    {
        await using var site = await Recording.SiteAsync();
        var form = Interview();
        form.Kind = before;
        form.Title = before == "interview" ? form.Title : "Atklāts pasākums";
        form.Place = before == "interview" ? form.Place : null;
        form.Partners = before == "interview" ? form.Partners : null;
        Assert.Empty((await site.RecordAsync(form)).Failures());
        var corrected = Interview();
        (corrected.Kind, corrected.Reason) = (after, "Nepareizs veids");
        corrected.Title = after == "interview" ? corrected.Title : "Atklāts pasākums";
        corrected.Place = after == "interview" ? corrected.Place : null;
        corrected.Partners = after == "interview" ? corrected.Partners : null;
        Assert.Empty((await site.CorrectAsync(1, corrected)).Failures());

        var page = WebUtility.HtmlDecode(await site.Client.GetStringAsync($"/mandates/sample/entries/{open}"));

        Assert.Contains("Atklāts pasākums", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Slepen", page, StringComparison.Ordinal);
        using var client = await site.SignInAsync();
        Assert.Contains("Slepen", WebUtility.HtmlDecode(await client.GetStringAsync($"/mandates/sample/entries/{open}")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{list kind:interview}}")]
    [InlineData("{{titles kind:interview}}")]
    public async Task Narrative_ListOfAPrivateKind_NamesTheKindAlone(string markdown)
    {
        await using var site = await Recording.SiteAsync();
        Assert.Empty((await site.RecordAsync(Interview())).Failures());
        var text = await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            var data = await FigureData.LoadAsync(db, (await db.MandateTermsAsync("sample", default))!, default);
            var kinds = Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToDictionaryAsync(db.JournalKinds(), kind => kind.Code);
            return Narrative.Parse(markdown).Render(new FigureContext(data, 1, await kinds)).PlainMarkdown;
        });
        Assert.Contains("Intervija", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Slepen", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MandatePage_KindMadePrivate_StopsShowingItsTitlesAtOnce()
    {
        await using var site = await Recording.SiteAsync();
        Assert.Empty((await site.RecordAsync(Recording.Seminar())).Failures());
        Assert.Contains("Vērtības", WebUtility.HtmlDecode(await site.Client.GetStringAsync("/mandates/sample")), StringComparison.Ordinal);
        var saved = await site.UseAsync<SaveKind, Talka.Foundation.Results.Result<JournalKind>>(save => save.SaveAsync(new KindForm(
            "seminar", "Seminārs", "Seminar", "semināru|seminārs|semināri", "seminar|seminars", EntryMeasures.None, EntryMeasures.Participants, IsPublic: false, 10), isNew: false));
        Assert.Empty(saved.Errors);
        Assert.DoesNotContain("Vērtības", WebUtility.HtmlDecode(await site.Client.GetStringAsync("/mandates/sample")), StringComparison.Ordinal);
    }
}
