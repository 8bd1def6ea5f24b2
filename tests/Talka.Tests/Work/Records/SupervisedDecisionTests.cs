using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Mail;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates.Amendments;
using Talka.Mandates.Locks;
using Talka.Tests.Mandates;
using Talka.Tests.Mandates.Locks;
using Talka.Tests.Support;
using Talka.Tests.Work.Spending;
using Talka.Work.Records;
using Talka.Work.Spending;

namespace Talka.Tests.Work.Records;

/// <summary>What was decided about the money of a supervised mandate is changed by whoever decided it, and the other side is told.</summary>
public sealed class SupervisedDecisionTests : IAsyncLifetime
{
    private Supervised _site = null!;
    private long _ineligible;

    public async ValueTask InitializeAsync()
    {
        _site = await Supervised.StartAsync();
        var expense = (await _site.Site.SpendAsync(Acts.Expense(1, 100_00))).Value.Sequence;
        _ineligible = (await _site.AsAsync<DeclareIneligible, Result<JournalEntry>>(Supervised.Supervisor, declare =>
            declare.RunAsync("sample", Acts.Ineligible(expense, 60_00), CancellationToken.None, Policies.Supervise))).Value.Sequence;
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private Task<Result<JournalEntry>> VoidAsync(long sequence, string by) =>
        _site.AsAsync<VoidEntry, Result<JournalEntry>>(by, voids => voids.RunAsync("sample", sequence, "Kļūda", CancellationToken.None));

    private async Task<Result<JournalEntry>> CorrectAsync(long sequence, string amount, string by)
    {
        var form = EntryForm.Of(EntryPayload.Read((await _site.ReadAsync(db => db.JournalEntries().SingleAsync(e => e.Sequence == sequence))).Payload!));
        (form.Amount, form.Reason) = (amount, "Precizēts");
        return await _site.AsAsync<CorrectEntry, Result<JournalEntry>>(by, correct => correct.RunAsync("sample", sequence, form, [], CancellationToken.None));
    }

    private Task<Result<JournalEntry>> ReviseAsync(long cents, string by = Supervised.Supervisor) =>
        _site.AsAsync<ReviseDecision, Result<JournalEntry>>(by, revise =>
            revise.RunAsync("sample", _ineligible, cents == 0 ? null : new Money(cents), "Daļa ir pamatota", CancellationToken.None));

    private Task<List<string>> ToldAsync() => _site.ReadAsync(db => db.OutboxMails().Where(m => m.Key!.StartsWith("decision-changed")).Select(m => m.To).Order().ToListAsync());

    [Fact]
    public async Task Ineligible_DecidedByTheSupervisor_IsNotTheImplementersToChange()
    {
        foreach (var by in new[] { Supervised.Accountant, Supervised.Coordinator })
        {
            Assert.Equal("decision-of-supervisor", (await VoidAsync(_ineligible, by)).Codes());
            Assert.Equal("decision-of-supervisor", (await CorrectAsync(_ineligible, "1", by)).Codes());
            Assert.Equal("not-allowed", (await ReviseAsync(1_00, by)).Codes());
        }

        Assert.Equal("not-allowed", (await VoidAsync(_ineligible, Supervised.Viewer)).Codes());
        Assert.Empty(await ToldAsync());
    }

    [Theory]
    [InlineData(Kinds.Ineligible, Supervised.Coordinator, "decision-of-supervisor")]
    [InlineData(Kinds.CarryOver, Supervised.Coordinator, "decision-of-supervisor")]
    [InlineData(Kinds.Ineligible, Supervised.Supervisor, null)]
    [InlineData("seminar", Supervised.Coordinator, null)]
    public async Task Decision_AlsoAReplacedOne_IsNotTheImplementersToErase(string kind, string by, string? code)
    {
        var refused = await _site.AsAsync<DecisionKeeping, Error?>(by, decisions => decisions.RefuseErasureAsync("sample", kind, CancellationToken.None));

        Assert.Equal(code, refused?.Code);
    }

    [Theory]
    [InlineData(40_00)]
    [InlineData(0)]
    public async Task Ineligible_RevisedByTheSupervisor_IsToldToTheImplementer(long cents)
    {
        var revised = await ReviseAsync(cents);
        Assert.Empty(revised.Errors);
        Assert.Equal(cents == 0 ? CorrectionKind.Voids : CorrectionKind.Replaces, revised.Value.Correction);
        Assert.Equal([Supervised.Both, Supervised.Accountant, Supervised.Coordinator], await ToldAsync());
    }

    [Fact]
    public async Task Recovery_StaysWithTheAccountant()
    {
        var recovery = (await _site.AsAsync<RecordRecovery, Result<JournalEntry>>(Supervised.Accountant, record =>
            record.RunAsync("sample", Acts.Recovery(_ineligible, 60_00), CancellationToken.None))).Value.Sequence;
        Assert.Empty((await VoidAsync(recovery, Supervised.Accountant)).Errors);
    }

    [Fact]
    public async Task Ineligible_OfAMandateWithoutAnAuthority_IsCorrectedByWhoKeepsTheMoney()
    {
        await _site.ReadAsync(db => db.Set<Talka.Mandates.Mandate>().ExecuteUpdateAsync(set => set.SetProperty(m => m.AuthorityId, (Guid?)null)));
        Assert.Empty((await VoidAsync(_ineligible, Supervised.Accountant)).Errors);
        Assert.Empty(await ToldAsync());
    }

    [Fact]
    public async Task CarryOver_AgreedByBoth_IsChangedByNeitherAlone()
    {
        var proposal = (await _site.AsAsync<ProposeCarryOver, Result<Guid>>(Supervised.Coordinator, propose => propose.RunAsync(
            "sample", null, new CarryOverRequest(1, 2, Samples.Civic, new Money(50_00)), new DateOnly(2023, 7, 20), "Pasākums pārcelts", CancellationToken.None))).Value;
        Assert.Empty((await _site.AsAsync<AnswerProposal, Result<Guid>>(Supervised.Supervisor, answer =>
            answer.RunAsync("sample", proposal, 1, agree: true, null, CancellationToken.None))).Errors);
        var entry = await _site.ReadAsync(db => db.Amendments().Select(a => a.AppliedSequence!.Value).SingleAsync());

        Assert.Equal("carry-over-agreed", (await VoidAsync(entry, Supervised.Accountant)).Codes());
        var corrected = await CorrectAsync(entry, "40", Supervised.Accountant);
        Assert.Equal("carry-over-agreed", corrected.Codes());
        Assert.Contains("1)", corrected.Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CarryOver_OfBeforeTheSupervision_IsCorrectedAndTheAuthorityTold()
    {
        var entry = (await _site.Site.SpendAsync(Acts.CarryOver(1, 2, 50_00))).Value.Sequence;
        Assert.Empty((await CorrectAsync(entry, "40", Supervised.Accountant)).Errors);
        Assert.Equal([Supervised.Both, Supervised.OtherSupervisor, Supervised.Supervisor], await ToldAsync());
    }

    [Fact]
    public async Task Ineligible_DatedInALockedYear_IsRevisedByConsentOfTheSupervisorThemselves()
    {
        Assert.True((await _site.LockAsync(3)).Succeeded); // the year of the decision's day
        var asked = await _site.AskAsync<ReviseDecision>(revise =>
            revise.RunAsync("sample", _ineligible, new Money(40_00), "Daļa ir pamatota", CancellationToken.None), Supervised.Supervisor);
        Assert.Empty(asked.Errors);
        Assert.Equal("", (await _site.DecideAsync(asked.Value)).Code());
        Assert.Equal("not-allowed", (await _site.RecordLateAsync(asked.Value, Supervised.Accountant)).Codes());
        Assert.Empty((await _site.RecordLateAsync(asked.Value, Supervised.Supervisor)).Errors);
    }

    [Fact]
    public async Task Pages_OfADecision_AreTheSupervisors()
    {
        using var supervisor = await _site.SignInAsync(Supervised.Supervisor);
        using var accountant = await _site.SignInAsync(Supervised.Accountant);
        var (entry, page) = ($"/mandates/sample/entries/{_ineligible}", $"/work/mandates/sample/entries/{_ineligible}/decision");
        Assert.Contains(page, await supervisor.GetStringAsync(entry), StringComparison.Ordinal);
        var seen = await accountant.GetStringAsync(entry);
        Assert.DoesNotContain(page, seen, StringComparison.Ordinal);
        Assert.DoesNotContain($"entries/{_ineligible}/void", seen, StringComparison.Ordinal);

        using var wrong = await _site.Site.PostFormAsync(supervisor, page, "decision", new() { ["Form.Amount"] = "daudz", ["Form.Reason"] = "Iemesls" });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using var saved = await _site.Site.PostFormAsync(supervisor, page, "decision", new() { ["Form.Amount"] = "40,00", ["Form.Reason"] = "Iemesls" });
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(new Money(40_00), await _site.ReadAsync(db => db.EffectiveEntries().Where(e => e.Kind == Kinds.Ineligible).Select(e => e.Amount!.Value).SingleAsync()));
    }
}
