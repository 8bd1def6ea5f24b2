using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Mandates;
using Talka.Tests.Support;

namespace Talka.Tests.Mandates;

public sealed class CreateMandateTests
{
    [Fact]
    public async Task CreateMandate_Complete_IsReadBackWhole()
    {
        await using var site = await TestSite.StartAsync();
        var created = await site.CreateAsync(Samples.Mandate);
        var read = await site.UseAsync<TalkaDb, MandateTerms?>(db => db.MandateTermsAsync("sample", CancellationToken.None));

        Assert.True(created.Succeeded);
        Assert.NotNull(read);
        Assert.Equal(TermsJson.Write(created.Value), TermsJson.Write(read));
        Assert.Equal("Avotā iespiests 23 900,00.", read.Plan.Single(p => p is { Year: 2, Stream: Samples.Minorities }).Note);
        Assert.Equal(9.5m, read.Indicators.Single().Targets[3]);
        Assert.Null(read.Number);
        Assert.Null(read.Authority);
    }

    [Fact]
    public void DefaultYears_ThreeYears_EndTheDayBeforeTheNextBegins()
    {
        var years = TermsRules.DefaultYears(new(2022, 7, 15), new(2025, 7, 14));
        Assert.Equal(
            [new(1, new(2022, 7, 15), new(2023, 7, 14)), new(2, new(2023, 7, 15), new(2024, 7, 14)), new(3, new(2024, 7, 15), new(2025, 7, 14))], years);
    }

    [Fact]
    public void DefaultYears_FromLeapDayWithBrokenLastYear_CoverThePeriod()
    {
        var years = TermsRules.DefaultYears(new(2024, 2, 29), new(2026, 5, 1));
        Assert.Equal([new(2024, 2, 29), new(2025, 2, 28), new(2026, 2, 28)], years.Select(y => y.From));
        Assert.Equal([new(2025, 2, 27), new(2026, 2, 27), new(2026, 5, 1)], years.Select(y => y.To));
    }

    [Fact]
    public async Task CreateMandate_WithoutSlug_DerivesFreeOneFromTitle()
    {
        await using var site = await TestSite.StartAsync();
        var first = await site.CreateAsync(Samples.Mandate with { Slug = null });
        var second = await site.CreateAsync(Samples.Mandate with { Slug = null });
        Assert.Equal("pilsoniskas-sabiedribas-attistiba", first.Value.Slug);
        Assert.Equal("pilsoniskas-sabiedribas-attistiba-2", second.Value.Slug);
    }

    [Fact]
    public async Task CreateMandate_SlugTaken_Conflicts()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        Assert.Equal("mandate-slug-taken", (await site.CreateAsync(Samples.Mandate)).Codes());
    }

    [Fact]
    public async Task CreateMandate_WrongInEveryWay_NamesEveryField()
    {
        await using var site = await TestSite.StartAsync();
        var result = await site.CreateAsync(Samples.Mandate with
        {
            Title = " ",
            Task = "",
            TextUrl = "javascript:alert(1)",
            Implementer = new Party("Biedrība", "40008087709"),
            Authority = new Party("", "123"),
            To = new DateOnly(2021, 1, 1),
            Streams = [],
            Plan = [],
            Indicators = [],
        });
        Assert.Equal(
            ["AuthorityName", "AuthorityNumber", "ImplementerNumber", "Streams", "Task", "TextUrl", "Title", "To"],
            result.Errors.Select(e => e.Field).Distinct().Order());
        Assert.Empty(await site.UseAsync<TalkaDb, IReadOnlyList<MandateLine>>(db => db.MandatesListAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task CreateMandate_YearsWithGap_IsRefused()
    {
        await using var site = await TestSite.StartAsync();
        var result = await site.CreateAsync(Samples.Mandate with
        {
            Years = [new(1, new(2022, 7, 15), new(2023, 7, 14)), new(2, new(2023, 7, 16), new(2025, 7, 14))],
            Plan = [],
            Indicators = [],
        });
        Assert.Equal("mandate-years-wrong", result.Codes());
    }

    [Fact]
    public async Task CreateMandate_PlanOutsideContract_IsRefused()
    {
        await using var site = await TestSite.StartAsync();
        var result = await site.CreateAsync(Samples.Mandate with { Plan = [new(4, Samples.Civic, default), new(1, "other", default), new(1, Samples.Civic, new(-1))] });
        Assert.Equal("amount-out-of-range plan-place-unknown", result.Codes());
    }

    [Theory]
    [InlineData("9999-01-01", "9999-12-31")]
    [InlineData("9980-01-01", "9999-12-31")]
    [InlineData("0001-01-01", "0001-12-31")]
    [InlineData("2090-01-01", "2105-12-31")]
    public async Task Create_PeriodInWhichNothingCanBeDated_IsRefused(string from, string to)
    {
        await using var site = await TestSite.StartAsync();
        var created = await site.CreateAsync(Samples.Mandate with
        {
            From = DateOnly.ParseExact(from, "yyyy-MM-dd"),
            To = DateOnly.ParseExact(to, "yyyy-MM-dd"),
            Plan = [],
            Indicators = [],
        });
        Assert.Equal("mandate-period-out-of-range", created.Codes());
    }

    [Fact]
    public async Task Create_TitleWithoutLatinLetters_GetsAnAddressAllTheSame()
    {
        await using var site = await TestSite.StartAsync();
        var mandate = Samples.Mandate with { Slug = null, Title = "Пример", Streams = [new("", "Поток", null), new("", "日本", null)], Plan = [], Indicators = [] };
        Assert.Equal("mandate", (await site.CreateAsync(mandate)).Value.Slug);
        var second = (await site.CreateAsync(mandate)).Value;
        Assert.Equal("mandate-2", second.Slug);
        Assert.Equal(["stream-1", "stream-2"], second.Streams.Select(stream => stream.Code));
    }
}
