using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates;
using Talka.Tests.Support;
using Talka.Tests.Work.Spending;

namespace Talka.Tests.Mandates;

public sealed class ChangingTermsTests
{
    private static readonly DateOnly Day = new(2024, 2, 1);

    private static Task<Result<MandateTerms>> ReviseAsync(TestSite site, long euro, int? seen = null, string reason = "Grozījumi Nr. 1") =>
        site.UseAsync<RevisePlan, Result<MandateTerms>>(plan =>
            plan.RunAsync("sample", seen, [new(2, Samples.Civic, new Money(euro * 100), "piezīme")], Day, reason, CancellationToken.None));

    private static Task<Result<MandateTerms>> AmendAsync(TestSite site, Func<MandateTerms, MandateTerms> amend, int? seen = null) =>
        site.UseAsync<AmendMandate, Result<MandateTerms>>(use => use.RunAsync("sample", seen, amend, Day, "Vienošanās", CancellationToken.None));

    private static Task<MandateTerms?> ReadAsync(TestSite site, int? version = null) => site.UseAsync<TalkaDb, MandateTerms?>(db =>
        version is { } number ? db.MandateTermsAtAsync("sample", number, CancellationToken.None) : db.MandateTermsAsync("sample", CancellationToken.None));

    [Fact]
    public async Task RevisePlan_Accepted_KeepsAmountsBeforeAndAfter()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        Assert.True((await ReviseAsync(site, 29_000)).Succeeded);

        var revision = Assert.Single(await site.UseAsync<TalkaDb, List<PlanRevision>>(db => Task.FromResult(db.PlanRevisions().ToList())));
        Assert.Equal((2, Samples.Civic, new Money(30_000_00), new Money(29_000_00), Day, "Grozījumi Nr. 1"),
            (revision.Year, revision.Stream, revision.Before!.Value, revision.After, revision.DecidedOn, revision.Reason));
        Assert.Equal(new Money(29_000_00), (await ReadAsync(site))!.PlanByYearAndStream[(2, Samples.Civic)]);
        Assert.Equal(new Money(30_000_00), (await ReadAsync(site, 0))!.PlanByYearAndStream[(2, Samples.Civic)]);
    }

    [Fact]
    public async Task RevisePlan_BelowWhatIsSpent_IsRefusedWithTheNumbers()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        await site.SpendAsync(Acts.Expense(2, 29_542_05));

        var refused = await ReviseAsync(site, 29_000);

        Assert.Equal("money-overdrawn", refused.Codes());
        Assert.Contains("542,05", refused.Errors[0].Message, StringComparison.Ordinal);
        Assert.Contains("29\u00A0542,05", refused.Errors[0].Message, StringComparison.Ordinal);
        Assert.Equal(new Money(30_000_00), (await ReadAsync(site))!.PlanByYearAndStream[(2, Samples.Civic)]);
    }

    [Fact]
    public async Task RevisePlan_WithoutReasonOrChangeOrMandate_IsRefused()
    {
        await using var site = await TestSite.StartAsync();
        Assert.Equal("mandate-not-found", (await ReviseAsync(site, 1)).Codes());
        await site.CreateAsync(Samples.Mandate);
        Assert.Equal("mandate-field-missing", (await ReviseAsync(site, 29_000, reason: " ")).Codes());
        Assert.True((await ReviseAsync(site, 29_000)).Succeeded);
        Assert.Equal("mandate-nothing-changed", (await ReviseAsync(site, 29_000)).Codes());
    }

    [Fact]
    public async Task AmendMandate_SeenVersionIsOld_ConflictsAndChangesNothing()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        Assert.True((await AmendAsync(site, terms => terms with { Title = "Pirmais" }, seen: 0)).Succeeded);
        Assert.Equal("mandate-changed-meanwhile", (await AmendAsync(site, terms => terms with { Title = "Otrais" }, seen: 0)).Codes());
        Assert.Equal("Pirmais", (await ReadAsync(site))!.Title);
    }

    [Fact]
    public async Task AmendMandate_TwoAtOnce_OneWins()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 6).Select(n =>
            Task.Run(() => AmendAsync(site, terms => terms with { Title = $"Nosaukums {n}" }, seen: 0))));
        Assert.Single(outcomes, o => o.Succeeded);
        Assert.All(outcomes.Where(o => !o.Succeeded), o => Assert.Equal("mandate-changed-meanwhile", o.Codes()));
        Assert.Equal(2, await site.UseAsync<TalkaDb, int>(db => Task.FromResult(db.MandateVersions().Count())));
    }

    [Fact]
    public async Task AmendMandate_EveryPastState_CanBeShown()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        await AmendAsync(site, terms => terms with { Authority = new Party("Kultūras ministrija", null), Number = "KM-1" });
        await AmendAsync(site, terms => terms with
        {
            To = new(2026, 7, 14),
            Years = TermsRules.DefaultYears(terms.From, new(2026, 7, 14)),
            Streams = [.. terms.Streams, new("", "Reģionālā attīstība", null)],
        });

        Assert.Null((await ReadAsync(site, 0))!.Authority);
        Assert.Equal("Kultūras ministrija", (await ReadAsync(site, 1))!.Authority!.Name);
        Assert.Equal(3, (await ReadAsync(site, 1))!.Years.Count);
        Assert.Equal("regionala-attistiba", (await ReadAsync(site, 2))!.Streams[2].Code);
        Assert.Equal(4, (await ReadAsync(site))!.Years.Count);
        Assert.Null(await ReadAsync(site, 3));
    }

    [Fact]
    public async Task AmendMandate_YearNoLongerHoldsItsEntries_IsRefused()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        await site.SpendAsync(Acts.Expense(3, 100) with { Date = new(2025, 7, 1) });
        var refused = await AmendAsync(site, terms => terms with { To = new(2025, 6, 30), Years = TermsRules.DefaultYears(terms.From, new(2025, 6, 30)) });
        Assert.Equal("mandate-year-loses-entries", refused.Codes());
        Assert.Contains("01.07.2025.", refused.Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AmendMandate_StreamInUse_CannotBeTakenOut()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        Assert.Equal("mandate-stream-in-use", (await AmendAsync(site, terms => terms with { Streams = [terms.Streams[0]] })).Codes().Split(' ')[0]);
    }

    [Fact]
    public async Task EditYears_NothingRecorded_MovesThem()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        IReadOnlyList<ImplementationYear> years =
            [new(1, new(2022, 7, 15), new(2022, 12, 31)), new(2, new(2023, 1, 1), new(2023, 12, 31)), new(3, new(2024, 1, 1), new(2025, 7, 14))];
        Assert.True((await EditAsync(site, years)).Succeeded);
        Assert.Equal(2, (await ReadAsync(site))!.YearOf(new(2023, 1, 1)));

        await site.SpendAsync(Acts.Expense(1, 100) with { Date = new(2022, 8, 1) });
        Assert.Equal("mandate-years-recorded", (await EditAsync(site, TermsRules.DefaultYears(new(2022, 7, 15), new(2025, 7, 14)))).Codes());
    }

    private static Task<Result<MandateTerms>> EditAsync(TestSite site, IReadOnlyList<ImplementationYear> years) =>
        site.UseAsync<EditYears, Result<MandateTerms>>(edit => edit.RunAsync("sample", null, years, CancellationToken.None));

    [Fact]
    public async Task SaveIndicator_NewThenReplacedThenRemoved_IsInTheTerms()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        var indicator = new Indicator("", "Dalībnieki semināros", null, "dalībnieki", "participants kind:seminar", new Dictionary<int, decimal> { [2] = 100 });
        Assert.True((await SaveAsync(site, null, indicator)).Succeeded);
        Assert.True((await SaveAsync(site, "dalibnieki-seminaros", indicator with { Unit = "cilvēki" })).Succeeded);
        Assert.Equal("cilvēki", (await ReadAsync(site))!.Indicators[1].Unit);

        Assert.Equal("indicator-twice", (await SaveAsync(site, null, indicator)).Codes());
        Assert.Equal("indicator-year-unknown", (await SaveAsync(site, null, indicator with { Name = "Cits", Targets = new Dictionary<int, decimal> { [7] = 1 } })).Codes());
        Assert.Equal("indicator-not-found", (await SaveAsync(site, "none", indicator)).Codes());
        Assert.Equal("figure-kind-unknown", (await SaveAsync(site, null, indicator with { Name = "Cits", Figure = "participants kind:seminarr" })).Codes());
        Assert.Equal("figure-stream-unknown", (await SaveAsync(site, null, indicator with { Name = "Cits", Figure = "participants stream:nowhere" })).Codes());

        var removed = await site.UseAsync<RemoveIndicator, Result<MandateTerms>>(use => use.RunAsync("sample", null, "dalibnieki-seminaros", CancellationToken.None));
        Assert.Equal(["seminars"], removed.Value.Indicators.Select(i => i.Code));
        Assert.Equal(2, (await ReadAsync(site, 2))!.Indicators.Count);
    }

    private static Task<Result<MandateTerms>> SaveAsync(TestSite site, string? code, Indicator indicator) =>
        site.UseAsync<SaveIndicator, Result<MandateTerms>>(use => use.RunAsync("sample", null, code, indicator, CancellationToken.None));
}
