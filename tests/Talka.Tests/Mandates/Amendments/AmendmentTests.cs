using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Mail;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates;
using Talka.Mandates.Amendments;
using Talka.Tests.Support;
using Talka.Tests.Work.Spending;
using Talka.Work.Spending;

namespace Talka.Tests.Mandates.Amendments;

/// <summary>What both sides must agree to, who may do what on the way, and what becomes of it.</summary>
public sealed class AmendmentTests : IAsyncLifetime
{
    private static readonly DateOnly Past = new(2024, 2, 1);

    private Supervised _site = null!;

    public async ValueTask InitializeAsync() => _site = await Supervised.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private static DateOnly Tomorrow => TimeProvider.System.Today().AddDays(1);

    private Task<MandateTerms> TermsAsync() => _site.ReadAsync(async db => (await db.MandateTermsAsync("sample", CancellationToken.None))!);

    private Task<Amendment> AmendmentAsync(Guid id) => _site.ReadAsync(db => db.Amendments().SingleAsync(a => a.Id == id));

    /// <summary>Proposes another plan, as the form of the budget does.</summary>
    private Task<Guid> ProposeAsync(long euro = 29_000, DateOnly? inForce = null, string by = Supervised.Coordinator, Guid? proposal = null, int year = 2) =>
        _site.AsAsync(by, async services =>
        {
            var revised = await services.GetRequiredService<RevisePlan>().RunAsync(
                new("sample", proposal), null, [new(year, Samples.Civic, new Money(euro * 100))], inForce ?? Past, "Līdzekļi jāpārdala", CancellationToken.None);
            Assert.Empty(revised.Errors);
            return services.GetRequiredService<TermsChange>().Proposed!.Value;
        });

    private async Task<Result<Guid>> AnswerAsync(Guid id, bool agree = true, string by = Supervised.Supervisor, string? reason = null, int? seen = null)
    {
        var version = seen ?? (await AmendmentAsync(id)).Version;
        return await _site.AsAsync<AnswerProposal, Result<Guid>>(by, answer => answer.RunAsync("sample", id, version, agree, reason, CancellationToken.None));
    }

    private async Task<Result<Guid>> WithdrawAsync(Guid id, string by = Supervised.Coordinator)
    {
        var version = (await AmendmentAsync(id)).Version;
        return await _site.AsAsync<WithdrawProposal, Result<Guid>>(by, withdraw => withdraw.RunAsync("sample", id, version, null, CancellationToken.None));
    }

    private async Task<Result<Guid>> RenewAsync(Guid id, string by = Supervised.Coordinator)
    {
        var version = (await AmendmentAsync(id)).Version;
        return await _site.AsAsync<RenewProposal, Result<Guid>>(by, renew => renew.RunAsync("sample", id, version, CancellationToken.None));
    }

    private Task<Result<Guid>> CarryAsync(long cents, DateOnly? inForce = null, string by = Supervised.Coordinator, int to = 2) =>
        _site.AsAsync<ProposeCarryOver, Result<Guid>>(by, propose => propose.RunAsync(
            "sample", null, new CarryOverRequest(1, to, Samples.Civic, new Money(cents)), inForce ?? Past, "Pasākums pārcelts", CancellationToken.None));

    private Task<int> DayComesAsync() => _site.Site.UseAsync<ApplyDueAmendments, int>(apply => apply.RunAsync(CancellationToken.None));

    // Lets a day in force that lies ahead have come
    private Task PassDaysAsync(Guid id) => _site.ReadAsync(db =>
        db.Set<Amendment>().Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.InForce, TimeProvider.System.Today())));

    [Theory]
    [InlineData(Supervised.Coordinator, Supervised.Supervisor, ContractSide.Implementer)]
    [InlineData(Supervised.Supervisor, Supervised.Coordinator, ContractSide.Authority)]
    public async Task Proposed_ByEitherSide_ChangesNothingUntilTheOtherAgrees(string proposer, string answerer, ContractSide side)
    {
        var id = await ProposeAsync(by: proposer);
        Assert.Equal(new Money(30_000_00), (await TermsAsync()).PlanByYearAndStream[(2, Samples.Civic)]);
        Assert.Equal((side, AmendmentState.Proposed, 1), ((await AmendmentAsync(id)).Side, (await AmendmentAsync(id)).State, (await AmendmentAsync(id)).Number));

        Assert.Equal("amendment-own-side", (await AnswerAsync(id, by: proposer)).Codes());
        Assert.Empty((await AnswerAsync(id, by: answerer)).Errors);

        var amendment = await AmendmentAsync(id);
        Assert.Equal((AmendmentState.InForce, 1), (amendment.State, amendment.AppliedVersion));
        Assert.Equal(new Money(29_000_00), (await TermsAsync()).PlanByYearAndStream[(2, Samples.Civic)]);
        var version = await _site.ReadAsync(db => db.MandateVersions().SingleAsync(v => v.Number == 1));
        Assert.Equal((MandateChange.Amended, Past, "Grozījumi Nr. 1: Līdzekļi jāpārdala"), (version.Change, version.InForce, version.Reason));
        var revision = await _site.ReadAsync(db => db.PlanRevisions().SingleAsync());
        Assert.Equal((new Money(30_000_00), new Money(29_000_00)), (revision.Before!.Value, revision.After));
        Assert.Equal(
            [AmendmentAct.Proposed, AmendmentAct.Agreed, AmendmentAct.Applied],
            await _site.ReadAsync(db => db.AmendmentSteps().OrderBy(s => s.Number).Select(s => s.Act).ToListAsync()));
    }

    [Fact]
    public async Task Answer_ByWhoeverMayNot_IsRefused()
    {
        var id = await ProposeAsync();
        foreach (var other in new[] { Supervised.Accountant, Supervised.Editor, Supervised.Viewer })
        {
            Assert.Equal("not-allowed", (await AnswerAsync(id, by: other)).Codes());
        }

        Assert.Equal("amendment-own-side", (await AnswerAsync(id, by: Supervised.Both)).Codes());
        Assert.Equal("reason-missing", (await AnswerAsync(id, agree: false)).Codes());
        Assert.Equal("amendment-changed-meanwhile", (await AnswerAsync(id, seen: 0)).Codes());
        Assert.Empty((await AnswerAsync(id, agree: false, reason: "Nav vajadzīgs")).Errors);
        Assert.Equal("amendment-changed-meanwhile", (await AnswerAsync(id)).Codes());
        Assert.Equal(new Money(30_000_00), (await TermsAsync()).PlanByYearAndStream[(2, Samples.Civic)]);
    }

    [Theory]
    [InlineData(Supervised.Accountant)]
    [InlineData(Supervised.Editor)]
    [InlineData(Supervised.Viewer)]
    public async Task Propose_ByWhoeverSpeaksForNoSide_IsRefused(string email)
    {
        var refused = await _site.AsAsync<RevisePlan, Result<MandateTerms>>(email, revise => revise.RunAsync(
            "sample", null, [new(2, Samples.Civic, new Money(1_00))], Past, "Iemesls", CancellationToken.None));
        Assert.Equal("not-allowed", refused.Codes());
        Assert.Equal("not-allowed", (await CarryAsync(1_00, by: email)).Codes());
        Assert.Equal(0, await _site.ReadAsync(db => db.Amendments().CountAsync()));
    }

    [Fact]
    public async Task EveryDirectWay_LeadsIntoAProposal()
    {
        var ways = new Func<IServiceProvider, Task<Result<MandateTerms>>>[]
        {
            s => s.GetRequiredService<AmendMandate>().RunAsync("sample", 0, terms => terms with { Title = "Cits" }, Past, "Iemesls", CancellationToken.None),
            s => s.GetRequiredService<EditYears>().RunAsync(
                "sample", 0, [new(1, new(2022, 7, 15), new(2022, 12, 31)), new(2, new(2023, 1, 1), new(2023, 12, 31)), new(3, new(2024, 1, 1), new(2025, 7, 14))],
                CancellationToken.None, new(Past, "Iemesls")),
            s => s.GetRequiredService<SaveIndicator>().RunAsync(
                "sample", 0, "seminars", Samples.Mandate.Indicators[0] with { Name = "Cits" }, CancellationToken.None, new(Past, "Iemesls")),
            s => s.GetRequiredService<RemoveIndicator>().RunAsync("sample", 0, "seminars", CancellationToken.None, new(Past, "Iemesls")),
        };
        var before = TermsJson.Write(await TermsAsync());
        foreach (var way in ways)
        {
            var done = await _site.AsAsync(Supervised.Coordinator, way);
            Assert.Equal("", done.Codes());
        }

        Assert.Equal(before, TermsJson.Write(await TermsAsync()));
        Assert.Equal("carry-over-needs-agreement", (await _site.AsAsync<CarryOver, Result<JournalEntry>>(Supervised.Coordinator,
            carry => carry.RunAsync("sample", Acts.CarryOver(1, 2, 1_00), CancellationToken.None))).Codes());
        Assert.Equal(4, await _site.ReadAsync(db => db.Amendments().CountAsync()));
        Assert.Equal("mandate-field-missing", (await _site.AsAsync<SaveIndicator, Result<MandateTerms>>(Supervised.Coordinator, save => save.RunAsync(
            "sample", 0, "seminars", Samples.Mandate.Indicators[0] with { Name = "Vēl" }, CancellationToken.None, new(Past, " ")))).Codes());
    }

    [Fact]
    public async Task WithoutAnAuthority_AllStaysAsItWas()
    {
        await _site.Site.UseAsync<Talka.Mandates.Access.PlaceUnderAuthority, Result>(place => place.RunAsync("sample", null, "Līguma uzraudzība", CancellationToken.None));
        var revised = await _site.AsAsync(Supervised.Accountant, async services =>
        {
            var done = await services.GetRequiredService<RevisePlan>().RunAsync(
                "sample", 0, [new(2, Samples.Civic, new Money(29_000_00))], Past, "Iemesls", CancellationToken.None);
            Assert.Null(services.GetRequiredService<TermsChange>().Proposed);
            return done;
        });
        Assert.Empty(revised.Errors);
        Assert.Equal(new Money(29_000_00), (await TermsAsync()).PlanByYearAndStream[(2, Samples.Civic)]);
        Assert.Equal("amendment-no-authority", (await CarryAsync(1_00)).Codes());
        Assert.Empty((await _site.AsAsync<CarryOver, Result<JournalEntry>>(Supervised.Accountant,
            carry => carry.RunAsync("sample", Acts.CarryOver(1, 2, 1_00), CancellationToken.None))).Errors);
    }

    [Fact]
    public async Task OpenProposal_TakesInMore_AndIsItsOwnSidesAlone()
    {
        var id = await ProposeAsync();
        await ProposeAsync(28_000, proposal: id, year: 3);
        var amendment = await AmendmentAsync(id);
        Assert.Equal(new Money(29_000_00), amendment.Terms.PlanByYearAndStream[(2, Samples.Civic)]);
        Assert.Equal(new Money(28_000_00), amendment.Terms.PlanByYearAndStream[(3, Samples.Civic)]);
        Assert.Equal(1, await _site.ReadAsync(db => db.Amendments().CountAsync()));

        var theirs = await _site.AsAsync<RevisePlan, Result<MandateTerms>>(Supervised.Supervisor, revise => revise.RunAsync(
            new("sample", id), null, [new(2, Samples.Civic, new Money(1_00))], Past, "Iemesls", CancellationToken.None));
        Assert.Equal("amendment-not-yours", theirs.Codes());
        Assert.Equal("amendment-not-yours", (await WithdrawAsync(id, Supervised.Supervisor)).Codes());
        Assert.Equal("reason-missing", (await _site.AsAsync<ReviseProposal, Result<Guid>>(Supervised.Coordinator,
            revise => revise.RunAsync("sample", id, amendment.Version, Past, " ", CancellationToken.None))).Codes());
        Assert.Empty((await WithdrawAsync(id)).Errors);
        Assert.Equal(AmendmentState.Withdrawn, (await AmendmentAsync(id)).State);
        Assert.Equal("amendment-changed-meanwhile", (await AnswerAsync(id)).Codes());
    }

    [Fact]
    public async Task Forms_WithoutTheVersionThatWasSeen_ChangeNothing()
    {
        var id = await ProposeAsync();
        using var coordinator = await _site.SignInAsync(Supervised.Coordinator);
        var page = $"/work/mandates/sample/amendments/{id}";
        using var withdrawn = await _site.Site.PostFormAsync(coordinator, page, "withdraw", new() { ["Form.Reason"] = "Kļūda" });
        Assert.Equal(System.Net.HttpStatusCode.Conflict, withdrawn.StatusCode);
        using var revised = await _site.Site.PostFormAsync(coordinator, page, "revise", new() { ["Note.InForce"] = "2024-03-01", ["Note.Reason"] = "Cits" });
        Assert.Equal(System.Net.HttpStatusCode.Conflict, revised.StatusCode);
        Assert.Equal(AmendmentState.Proposed, (await AmendmentAsync(id)).State);
    }

    [Fact]
    public async Task ReportDays_OfTheContract_ChangeByAmendment()
    {
        var proposed = await _site.AsAsync(Supervised.Coordinator, async services =>
        {
            Assert.Empty((await services.GetRequiredService<AmendMandate>().RunAsync(
                "sample", 0, terms => terms with { ReportDays = 45 }, Past, "Vienojāmies", CancellationToken.None)).Errors);
            return services.GetRequiredService<TermsChange>().Proposed!.Value;
        });
        var before = await TermsAsync();
        Assert.Null(before.ReportDays);
        Assert.Equal(("30", "45"), TermsDifference.Between(before, (await AmendmentAsync(proposed)).Terms).Select(one => (one.Before!, one.After!)).Single());
        Assert.Empty((await AnswerAsync(proposed)).Errors);
        Assert.Equal(45, (await TermsAsync()).ReportDays);
        Assert.Equal("report-days-out-of-range", (await _site.AsAsync<AmendMandate, Result<MandateTerms>>(Supervised.Coordinator, amend => amend.RunAsync(
            "sample", 1, terms => terms with { ReportDays = 0 }, Past, "Vienojāmies", CancellationToken.None))).Codes());
    }

    [Fact]
    public async Task Stale_IsNotAgreedTo_UntilRenewed()
    {
        var first = await ProposeAsync(29_000);
        var second = await ProposeAsync(28_000, year: 3);
        Assert.Equal("amendment-not-stale", (await RenewAsync(second)).Codes());
        Assert.Empty((await AnswerAsync(first)).Errors);
        Assert.Equal("amendment-stale", (await AnswerAsync(second)).Codes());

        Assert.Equal("amendment-not-yours", (await RenewAsync(second, Supervised.Supervisor)).Codes());
        Assert.Empty((await RenewAsync(second)).Errors);
        Assert.Empty((await AnswerAsync(second)).Errors);
        var plan = (await TermsAsync()).PlanByYearAndStream;
        Assert.Equal((new Money(29_000_00), new Money(28_000_00)), (plan[(2, Samples.Civic)], plan[(3, Samples.Civic)]));
    }

    [Fact]
    public async Task Agree_TwoAtOnce_AppliesOnce()
    {
        var id = await ProposeAsync();
        var outcomes = await Task.WhenAll(new[] { Supervised.Supervisor, Supervised.OtherSupervisor }.Select(who => Task.Run(() => AnswerAsync(id, by: who, seen: 1))));
        Assert.Equal(["", "amendment-changed-meanwhile"], outcomes.Select(o => o.Codes()).Order());
        Assert.Equal(2, await _site.ReadAsync(db => db.MandateVersions().CountAsync()));
    }

    [Fact]
    public async Task AgreedForALaterDay_ComesIntoForceOnIt_Once()
    {
        var id = await ProposeAsync(inForce: Tomorrow);
        Assert.Empty((await AnswerAsync(id)).Errors);
        Assert.Equal(AmendmentState.Agreed, (await AmendmentAsync(id)).State);
        Assert.Equal(0, await DayComesAsync());
        Assert.Equal(new Money(30_000_00), (await TermsAsync()).PlanByYearAndStream[(2, Samples.Civic)]);

        await PassDaysAsync(id);
        var applied = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(DayComesAsync)));
        Assert.Equal(1, applied.Sum());
        Assert.Equal(new Money(29_000_00), (await TermsAsync()).PlanByYearAndStream[(2, Samples.Civic)]);
        Assert.Equal(2, await _site.ReadAsync(db => db.MandateVersions().CountAsync()));
    }

    [Fact]
    public async Task AgreedForALaterDay_OthersChangeAnotherPieceMeanwhile_BothStand()
    {
        var later = await ProposeAsync(inForce: Tomorrow);
        Assert.Empty((await AnswerAsync(later)).Errors);
        Assert.Empty((await AnswerAsync(await ProposeAsync(28_000, year: 3))).Errors);
        await PassDaysAsync(later);
        Assert.Equal(1, await DayComesAsync());
        var plan = (await TermsAsync()).PlanByYearAndStream;
        Assert.Equal((new Money(29_000_00), new Money(28_000_00)), (plan[(2, Samples.Civic)], plan[(3, Samples.Civic)]));
    }

    [Fact]
    public async Task AgreedForALaterDay_NoLongerPossible_IsOpenAgainWithTheReason()
    {
        var overlapped = await ProposeAsync(inForce: Tomorrow);
        var overdrawn = await ProposeAsync(1_000, Tomorrow, year: 3);
        Assert.Empty((await AnswerAsync(overlapped)).Errors);
        Assert.Empty((await AnswerAsync(overdrawn)).Errors);
        Assert.Empty((await AnswerAsync(await ProposeAsync(27_000))).Errors);
        Assert.Empty((await _site.Site.SpendAsync(Acts.Expense(3, 2_000_00))).Errors);
        await PassDaysAsync(overlapped);
        await PassDaysAsync(overdrawn);

        Assert.Equal(0, await DayComesAsync());
        foreach (var id in new[] { overlapped, overdrawn })
        {
            Assert.Equal(AmendmentState.Proposed, (await AmendmentAsync(id)).State);
            var last = await _site.ReadAsync(db => db.AmendmentSteps().Where(s => s.AmendmentId == id).OrderByDescending(s => s.Number).FirstAsync());
            Assert.Equal(AmendmentAct.NotApplied, last.Act);
            Assert.NotEmpty(last.Note!);
        }

        Assert.Equal(new Money(27_000_00), (await TermsAsync()).PlanByYearAndStream[(2, Samples.Civic)]);
        Assert.Equal(0, await DayComesAsync());
    }

    [Fact]
    public async Task Agree_WhatCannotBeAppliedNow_ChangesNothing()
    {
        var id = await ProposeAsync(1_000);
        Assert.Empty((await _site.Site.SpendAsync(Acts.Expense(2, 2_000_00))).Errors);
        Assert.Equal("money-overdrawn", (await AnswerAsync(id)).Codes());
        Assert.Equal((AmendmentState.Proposed, 1), ((await AmendmentAsync(id)).State, (await AmendmentAsync(id)).Version));
    }

    [Fact]
    public async Task CarryOver_Agreed_IsRecordedInTheJournal()
    {
        Assert.Equal("carry-over-years", (await CarryAsync(1_00, to: 1)).Codes());
        Assert.Equal("amount-out-of-range", (await CarryAsync(0)).Codes());
        Assert.Equal("carry-over-exceeds-remainder", (await CarryAsync(30_001_00)).Codes());
        var id = (await CarryAsync(1_000_00)).Value;
        Assert.Empty(await _site.Site.MovementsAsync());

        Assert.Empty((await AnswerAsync(id)).Errors);
        var movement = Assert.Single(await _site.Site.MovementsAsync());
        Assert.Equal((Kinds.CarryOver, 1, 2, new Money(1_000_00)), (movement.Kind, movement.Year, movement.ToYear, movement.Amount));
        var amendment = await AmendmentAsync(id);
        Assert.Equal((movement.Sequence, null), (amendment.AppliedSequence, amendment.AppliedVersion));
        Assert.Equal(1, await _site.ReadAsync(db => db.MandateVersions().CountAsync()));
    }

    [Fact]
    public async Task Mails_GoToTheOtherSide()
    {
        var id = await ProposeAsync();
        await AnswerAsync(id);
        var mails = await _site.ReadAsync(db => db.OutboxMails().Where(m => m.Key!.StartsWith("amendment:")).Select(m => new { m.To, m.Key }).ToListAsync());
        string[] ToOf(int version) => [.. mails.Where(m => m.Key!.StartsWith($"amendment:{id}:{version}:", StringComparison.Ordinal)).Select(m => m.To).Order()];
        Assert.Equal([Supervised.Both, Supervised.OtherSupervisor, Supervised.Supervisor], ToOf(1));
        Assert.Equal([Supervised.Both, Supervised.Coordinator], ToOf(2));
    }

    [Fact]
    public void Merge_PieceByPiece_SeesWhatOverlaps()
    {
        var old = Terms();
        var proposed = old with { Title = "Jauns", Indicators = [] };
        var (merged, overlaps) = TermsMerge.Onto(old with { Task = "Cits uzdevums" }, old, proposed);
        Assert.Equal(("Jauns", "Cits uzdevums", 0, false), (merged.Title, merged.Task, merged.Indicators.Count, overlaps));
        Assert.True(TermsMerge.Onto(old with { Title = "Trešais" }, old, proposed).Overlaps);
        Assert.False(TermsMerge.Onto(old with { Title = "Jauns" }, old, proposed).Overlaps);
        var target = old.Indicators[0] with { Targets = new Dictionary<int, decimal> { [1] = 8, [3] = 10 } };
        Assert.True(TermsMerge.Onto(old with { Indicators = [target] }, old, proposed).Overlaps);
    }

    private static MandateTerms Terms()
    {
        var sample = Samples.Mandate;
        return new()
        {
            Slug = "sample",
            Kind = sample.Kind,
            Title = sample.Title,
            Task = sample.Task,
            Implementer = sample.Implementer,
            From = sample.From,
            To = sample.To,
            Years = TermsRules.DefaultYears(sample.From, sample.To),
            Streams = sample.Streams,
            Plan = sample.Plan,
            Indicators = sample.Indicators,
        };
    }
}
