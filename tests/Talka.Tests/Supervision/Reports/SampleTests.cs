using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Supervision.Reports;
using Talka.Supervision.Reports.Review;
using Talka.Tests.Mandates;
using Talka.Tests.Support;
using static Talka.Tests.Supervision.Reports.Reporting;

namespace Talka.Tests.Supervision.Reports;

public sealed class SampleTests
{
    private static readonly IReadOnlyList<Drawable> Population = [.. Enumerable.Range(1, 300).Select(number => new Drawable(number, new Money(number * 100)))];

    [Theory]
    [InlineData(SampleMethod.Count)]
    [InlineData(SampleMethod.Amount)]
    public void Draw_SameSeed_GivesTheSameWhateverTheOrder(SampleMethod method)
    {
        var drawn = SampleDrawing.Draw(Population, method, 20, "abc");
        Assert.Equal(20, drawn.Distinct().Count());
        Assert.Equal(drawn, SampleDrawing.Draw([.. Population.Reverse()], method, 20, "abc"));
        Assert.NotEqual(drawn, SampleDrawing.Draw(Population, method, 20, "abd"));
    }

    [Fact]
    public void Draw_KnownSeed_GivesWhatIsWrittenDown()
    {
        // Whoever changes how samples are drawn makes those of the past irreproducible
        Assert.Equal("7 83 205 228 259", Drawn(SampleMethod.Count));
        Assert.Equal("95 164 212 251 285", Drawn(SampleMethod.Amount));

        static string Drawn(SampleMethod method) => string.Join(' ', SampleDrawing.Draw(Population, method, 5, "2024-I").Select(expense => expense.Sequence));
    }

    [Fact]
    public void Draw_ByCount_GivesEachTheSameChance()
    {
        var hits = Hits(SampleMethod.Count);
        Assert.All(hits, hit => Assert.InRange(hit, 120, 280)); // 3,000 drawings of 20 from 300: 200 expected
    }

    [Fact]
    public void Draw_ByAmount_GivesEachEuroTheSameChance()
    {
        var hits = Hits(SampleMethod.Amount);
        var (small, large) = (hits.Take(100).Sum(), hits.Skip(200).Sum());
        Assert.InRange((double)large / small, 4.3, 5.7); // 25,050 euro against 5,050
    }

    [Fact]
    public void Draw_ByAmount_AlwaysTakesWhatIsLargerThanItsShare()
    {
        IReadOnlyList<Drawable> population = [.. Population.Take(50), new Drawable(1000, new Money(10_000_000))];
        foreach (var seed in Enumerable.Range(0, 50))
        {
            var drawn = SampleDrawing.Draw(population, SampleMethod.Amount, 5, $"{seed}");
            Assert.Equal(5, drawn.Count);
            Assert.Contains(drawn, expense => expense.Sequence == 1000);
        }
    }

    [Fact]
    public void Draw_MoreThanThereAre_GivesAll() => Assert.Equal(Population, SampleDrawing.Draw(Population, SampleMethod.Amount, 1000, "x"));

    [Fact]
    public async Task Sample_AfterAnExpenseWasCorrected_IsDrawnAgainAsItWas()
    {
        await using var site = await StartAsync();
        var report = await site.OpenAsync();
        var sample = (await site.AsAsync<DrawSample, Result<Sample>>(Supervisor, draw =>
            draw.RunAsync(MandateSlug, report.Id, SampleMethod.Count, 1, "paraugs", CancellationToken.None))).Value;
        var drawn = await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().SampleItems().Select(item => item.Sequence).SingleAsync());
        Assert.Empty((await site.InScopeAsync(services => services.GetRequiredService<Talka.Work.Records.VoidEntry>().RunAsync(
            MandateSlug, drawn, "Kļūda", CancellationToken.None))).Errors);
        Assert.True(await RepeatableAsync());

        Assert.Empty((await site.InScopeAsync(services => services.GetRequiredService<Talka.Journal.EraseEntry>().EraseAsync(drawn, "Personas dati"))).Errors);
        Assert.False(await RepeatableAsync());

        Task<bool> RepeatableAsync() => site.InScopeAsync(services =>
            services.GetRequiredService<TalkaDb>().IsRepeatableAsync(MandateSlug, report, sample, CancellationToken.None));
    }

    [Fact]
    public async Task Sample_Drawn_KeepsSeedAndListAndIsMarkedItemByItem()
    {
        await using var site = await StartAsync();
        var report = await site.OpenAsync();
        await site.SubmitAsync(report.Id);
        var drawn = (await DrawAsync(site, report.Id, Supervisor, 1, null)).Value;
        Assert.Equal((2, new Money(140050)), (drawn.PopulationCount, drawn.PopulationAmount));
        var again = (await DrawAsync(site, report.Id, Supervisor, 1, drawn.Seed)).Value;
        Assert.Equal(await ItemsAsync(site, drawn.Id), await ItemsAsync(site, again.Id));

        Assert.Equal("report-field-missing", await MarkAsync(site, drawn.Id, Supervisor, SampleMark.Remark, ""));
        Assert.Equal("", await MarkAsync(site, drawn.Id, Supervisor, SampleMark.Remark, "Trūkst rēķina"));
        Assert.Equal("not-allowed", await MarkAsync(site, drawn.Id, Coordinator, SampleMark.InOrder, null));
        var item = await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().SampleItems().SingleAsync(i => i.SampleId == drawn.Id));
        Assert.Equal((SampleMark.Remark, "Trūkst rēķina"), (item.Mark, item.Remark));
        Assert.NotNull(item.MarkedBy);
    }

    [Fact]
    public async Task Sample_OfWrongSizeOrByOthers_IsRefused()
    {
        await using var site = await StartAsync();
        var report = await site.OpenAsync();
        Assert.Equal("sample-size", (await DrawAsync(site, report.Id, Supervisor, 0, null)).Codes());
        Assert.Equal("sample-size", (await DrawAsync(site, report.Id, Supervisor, 201, null)).Codes());
        Assert.Equal("report-not-found", (await DrawAsync(site, Guid.Empty, Supervisor, 1, null)).Codes());
        foreach (var somebody in Everybody.Where(one => one != Supervisor))
        {
            Assert.Equal("not-allowed", (await DrawAsync(site, report.Id, somebody, 1, null)).Codes());
        }
    }

    private static List<int> Hits(SampleMethod method)
    {
        var drawn = Enumerable.Range(0, 3000).SelectMany(seed => SampleDrawing.Draw(Population, method, 20, $"seed {seed}"))
            .GroupBy(expense => expense.Sequence).ToDictionary(group => group.Key, group => group.Count());
        return [.. Population.Select(expense => drawn.GetValueOrDefault(expense.Sequence))];
    }

    private static Task<Result<Sample>> DrawAsync(TestSite site, Guid report, string by, int size, string? seed) =>
        site.AsAsync<DrawSample, Result<Sample>>(by, draw => draw.RunAsync(MandateSlug, report, SampleMethod.Amount, size, seed, CancellationToken.None));

    private static async Task<string> MarkAsync(TestSite site, Guid sample, string by, SampleMark mark, string? remark) =>
        Codes(await site.AsAsync<MarkSampleItem, Result>(by, marking => marking.RunAsync(MandateSlug, sample, 1, mark, remark, CancellationToken.None)));

    private static Task<List<long>> ItemsAsync(TestSite site, Guid sample) => site.InScopeAsync(services =>
        services.GetRequiredService<TalkaDb>().SampleItems().Where(i => i.SampleId == sample).OrderBy(i => i.Number).Select(i => i.Sequence).ToListAsync());
}
