using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Demo;
using Talka.Foundation.Data;
using Talka.Journal;
using Talka.Mandates;
using Talka.Reporting.Figures;
using Talka.Reporting.Summaries;
using Talka.Tests.Support;

namespace Talka.Tests.Demo;

/// <summary>What the published summary says must come out of the records that were entered from it.</summary>
public sealed class LoadDemoTests : IAsyncLifetime
{
    private const string Slug = "lpa-2022-2025";

    private TestSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        await _site.InScopeAsync(async services => Assert.Empty((await services.GetRequiredService<LoadDemo>().RunAsync(CancellationToken.None)).Errors));
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    public static TheoryData<string, decimal> Published => new()
    {
        { "quantity kind:seminar year:1", 8 },
        { "participants kind:seminar year:1", 151 },
        { "quantity kind:seminar year:1 series:\"Semināru cikls\"", 7 },
        { "participants kind:seminar year:1 series:\"Semināru cikls\"", 88 },
        { "quantity kind:newsletter year:1", 67 },
        { "quantity kind:post year:1", 51 },
        { "quantity kind:newsletter|post year:1", 118 },
        { "quantity kind:consultation year:1", 71 },
        { "quantity kind:application year:1", 16 },
        { "quantity kind:award year:1", 9 },
        { "participants kind:festival year:1", 100 },
        { "quantity kind:seminar mode:online year:2", 6 },
        { "quantity kind:consultation year:2", 53 },
        { "quantity kind:newsletter year:2", 50 },
        { "quantity kind:post year:2", 212 },
        { "quantity kind:news-item year:2", 16 },
        { "participants kind:event year:2", 165 },
        { "participants kind:game year:2", 25 },
        { "participants kind:ceremony year:2", 70 },
        { "participants kind:commemoration year:2", 5000 },
        { "quantity kind:in-kind-support year:2", 4 },
        { "quantity kind:seminar mode:online year:3", 9 },
        { "participants kind:seminar year:3", 278 },
        { "quantity kind:consultation year:3", 69 },
        { "quantity kind:newsletter year:3", 47 },
        { "quantity kind:post year:3", 252 },
        { "quantity kind:news-item year:3", 33 },
        { "participants kind:meeting year:3", 18 },
        { "quantity kind:in-kind-support year:3", 6 },
        { "quantity kind:cultural-event year:3", 2 },
        { "planned", 161982.00m },
        { "spent", 160804.67m },
        { "spent year:2", 52816.67m },
        { "remainder year:2", 1177.33m },
        { "remainder year:2 stream:pilsoniska-sabiedriba", 457.95m },
        { "remainder year:2 stream:mazakumtautibas", 719.38m },
        { "carried-in year:3", 1177.33m },
        { "remainder year:3", 1177.33m },
        { "remainder", 1177.33m },
    };

    [Fact]
    public async Task Figures_OfTheSample_AreThoseOfThePublishedSummary()
    {
        var data = await FiguresAsync();
        var expected = Published.Select(row => (Query: row.Data.Item1, Value: row.Data.Item2)).ToList();
        Assert.Equal(
            expected.Select(row => $"{row.Query} = {row.Value:0.00}"),
            expected.Select(row => $"{row.Query} = {data.Evaluate(FigureQuery.Parse(row.Query).Value).Value:0.00}"));
    }

    [Fact]
    public async Task Figures_ThatTheSourceGivesRoundly_AreApproximate()
    {
        var data = await FiguresAsync();
        Assert.True(data.Evaluate(FigureQuery.Parse("participants kind:festival year:1").Value).Approximate);
        Assert.True(data.Evaluate(FigureQuery.Parse("participants kind:commemoration year:2").Value).Approximate);
        Assert.Null(data.Evaluate(FigureQuery.Parse("participants kind:seminar year:2").Value).Value);
    }

    [Fact]
    public async Task Load_Repeated_AddsNothing()
    {
        var before = await _site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().JournalEntries().CountAsync());
        await _site.InScopeAsync(async services => Assert.Empty((await services.GetRequiredService<LoadDemo>().RunAsync(CancellationToken.None)).Errors));
        Assert.Equal(before, await _site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().JournalEntries().CountAsync()));
    }

    [Fact]
    public async Task Summary_OfTheSample_HasNoBrokenFigure()
    {
        var document = await _site.InScopeAsync(DraftAsync);
        Assert.Empty(document.Broken);
        Assert.Equal(Enumerable.Range(1, 3), document.Narrative.Where(text => text.Section == "activities").Select(text => text.Year));
    }

    [Fact]
    public void Narrative_OfTheSample_HasNoTypedNumber()
    {
        foreach (var year in Enumerable.Range(1, 3))
        {
            using var reader = new StreamReader(typeof(LoadDemo).Assembly.GetManifestResourceStream($"Talka.Demo.Data.narrative.activities-{year}.md")!);
            var typed = System.Text.RegularExpressions.Regex.Replace(
                reader.ReadToEnd(), @"\{\{.*?\}\}|„[^”]*”", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
            Assert.DoesNotContain(typed, char.IsDigit);
        }
    }

    [Fact]
    public async Task Void_OfAnyCountedEntry_ChangesEveryFigureThatCountedIt()
    {
        var before = await _site.InScopeAsync(DraftAsync);
        var counted = before.Figures.SelectMany(figure => figure.Entries).Distinct().Order().ToList();
        Assert.True(counted.Count > 40, $"Only {counted.Count} entries are counted.");
        foreach (var sequence in counted)
        {
            await _site.InScopeAsync(async services =>
            {
                var db = services.GetRequiredService<TalkaDb>();
                await using var transaction = await db.Database.BeginTransactionAsync();
                var entry = EntryPayload.Read((await db.JournalEntries().SingleAsync(e => e.Sequence == sequence)).Payload!);
                var voided = await services.GetRequiredService<JournalWriter>().AppendAsync(
                    entry with { Corrects = sequence, Correction = CorrectionKind.Voids, Reason = "Test", Source = new EntrySource("test") }, CancellationToken.None);
                Assert.Empty(voided.Errors);
                var after = (await DraftAsync(services)).Figures.ToDictionary(figure => (figure.Query.ToString(), figure.Year));
                foreach (var figure in before.Figures.Where(figure => figure.Entries.Contains(sequence)))
                {
                    // A figure of a listed item disappears with its item.
                    if (after.TryGetValue((figure.Query.ToString(), figure.Year), out var now))
                    {
                        Assert.True(now.Value != figure.Value, $"{figure.Query} still gives {figure.Value} without entry {sequence}.");
                        Assert.DoesNotContain(sequence, now.Entries);
                    }
                }

                await transaction.RollbackAsync();
            });
        }
    }

    [Fact]
    public async Task Remove_OfTheSample_HidesItAndItsAccounts()
    {
        await _site.InScopeAsync(async services => Assert.Empty((await services.GetRequiredService<RemoveDemo>().RunAsync(CancellationToken.None)).Errors));
        await _site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            Assert.Null(await db.MandateTermsAsync(Slug, CancellationToken.None));
            Assert.False(await db.People().AnyAsync(person => person.IsDemo));
            Assert.True(await db.JournalEntries().AnyAsync());
        });
        using var page = await _site.Client.GetAsync($"/mandates/{Slug}");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, page.StatusCode);
    }

    [Fact]
    public async Task Load_AfterRemoval_ShowsTheSampleAgain()
    {
        await _site.InScopeAsync(services => services.GetRequiredService<RemoveDemo>().RunAsync(CancellationToken.None));
        await _site.InScopeAsync(async services => Assert.Empty((await services.GetRequiredService<LoadDemo>().RunAsync(CancellationToken.None)).Errors));
        await _site.InScopeAsync(async services =>
            Assert.NotNull(await services.GetRequiredService<TalkaDb>().MandateTermsAsync(Slug, CancellationToken.None)));
    }

    private Task<FigureData> FiguresAsync() => _site.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<TalkaDb>();
        return await FigureData.LoadAsync(db, (await db.MandateTermsAsync(Slug, CancellationToken.None))!, CancellationToken.None);
    });

    private static async Task<SummaryDocument> DraftAsync(IServiceProvider services) =>
        (await services.GetRequiredService<SummaryBuilder>().BuildAsync(Slug, "official", null, CancellationToken.None)).Value;
}
