using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Journal;
using Talka.Journal.Proofs;
using Talka.Tests.Support;

namespace Talka.Tests.Journal;

public sealed class JournalWriterTests
{
    [Fact]
    public async Task Append_OneEntry_CommitsToItsPayload()
    {
        await using var site = await TestSite.StartAsync();
        var entry = (await site.AppendAsync(Entries.Seminar("Kafejnīca \"Rīts\"\tun citi"))).Value;

        var stored = await site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().JournalEntries().SingleAsync());
        Assert.Equal(1, stored.Sequence);
        Assert.Equal(entry.Id, stored.Id);
        Assert.Equal(entry.RecordedAt, stored.RecordedAt);
        Assert.Equal(EntryMode.Online, stored.Mode);
        Assert.Equal(CanonicalJson.Canonicalise(stored.Payload!), stored.Payload);
        Assert.Equal(EntryPayload.Commitment(stored.Salt, stored.Payload!), stored.Commitment);
        var leaf = EntryPayload.Leaf(stored.Commitment, stored.Id, stored.RecordedAt, stored.Kind);
        Assert.Equal(CanonicalJson.Canonicalise(leaf), leaf);
        Assert.Equal(MerkleTree.LeafHash(System.Text.Encoding.UTF8.GetBytes(leaf)), stored.LeafHash);
        var tree = await site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().JournalTreeAsync());
        Assert.Equal(stored.LeafHash, tree.Root);
    }

    [Fact]
    public async Task AppendAll_ManyEntries_KeepsOrderTreeAndTiles()
    {
        await using var site = await TestSite.StartAsync();
        await site.AppendAsync(Entries.Seminar("pirmais"));
        var written = (await site.AppendAllAsync([.. Enumerable.Range(0, 600).Select(i => Entries.Seminar($"Nr. {i}"))])).Value;

        Assert.Equal((2, 601, 600), (written.First, written.Last, written.Count));
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            var leaves = await db.JournalEntries().OrderBy(e => e.Sequence).Select(e => e.LeafHash).ToListAsync();
            var tree = await db.JournalTreeAsync();
            Assert.Equal(601, tree.Size);
            Assert.Equal(MerkleTree.Root(leaves), tree.Root);
            Assert.Equal("Nr. 599", await db.JournalEntries().OrderBy(e => e.Sequence).Select(e => e.Title).LastAsync());
            var tiles = await db.JournalTiles().OrderBy(t => t.Position).ToListAsync();
            Assert.Equal([MerkleTree.Root(leaves[..256]), MerkleTree.Root(leaves[256..512])], tiles.Select(t => t.Hash));
        });
    }

    [Fact]
    public async Task AppendAll_OneBadEntry_WritesNothingAndNamesIt()
    {
        await using var site = await TestSite.StartAsync();
        var result = await site.AppendAllAsync(Entries.Seminar(), Entries.Seminar() with { Title = " " }, Entries.Seminar());
        var error = Assert.Single(result.Errors);
        Assert.Equal(("value-missing", "[1].Title"), (error.Code, error.Field));
        Assert.Equal(0, await site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().JournalEntries().CountAsync()));
    }

    [Fact]
    public async Task AppendAll_BadEntryAfterThousandsThatWereWritten_TakesThemBack()
    {
        await using var site = await TestSite.StartAsync();
        await site.AppendAsync(Entries.Seminar());
        var many = Enumerable.Range(0, 5_500).Select(i => Entries.Seminar(i == 5_200 ? "" : $"Nr. {i}"));
        Assert.Equal("[5200].Title", Assert.Single((await site.AppendAllAsync(many)).Errors).Field);
        var missing = Enumerable.Range(0, 5_500).Select(i => Entries.Seminar() with { Concerns = i == 5_400 ? 1_000_000 : null });
        Assert.Equal(("entry-not-found", "[5400]"), (await site.AppendAllAsync(missing)).Errors.Select(error => (error.Code, error.Field)).Single());

        Assert.Equal(2, (await site.AppendAsync(Entries.Seminar())).Value.Sequence);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(5_000)]
    public async Task AppendAll_EntryThatCorrectsOneOfTheSameCall_IsRefusedHoweverFarBehind(int before)
    {
        await using var site = await TestSite.StartAsync();
        var correction = Entries.Seminar("labots") with { Corrects = 1, Correction = CorrectionKind.Replaces, Reason = "kļūda" };
        var result = await site.AppendAllAsync(Enumerable.Range(0, before).Select(i => Entries.Seminar($"Nr. {i}")).Append(correction));
        Assert.Equal("entry-not-found", Assert.Single(result.Errors).Code);
    }

    [Fact]
    public async Task AppendAll_TwoCorrectionsOfOneEntryFarApart_AreRefused()
    {
        await using var site = await TestSite.StartAsync();
        await site.AppendAsync(Entries.Seminar());
        var correction = Entries.Seminar("labots") with { Corrects = 1, Correction = CorrectionKind.Replaces, Reason = "kļūda" };
        var result = await site.AppendAllAsync(Enumerable.Range(0, 5_000).Select(i => Entries.Seminar($"Nr. {i}")).Prepend(correction).Append(correction));
        Assert.Equal(("entry-already-corrected", "[5001].Corrects"), result.Errors.Select(error => (error.Code, error.Field)).Single());
    }

    [Fact]
    public async Task AppendAll_Nothing_IsNothing()
    {
        await using var site = await TestSite.StartAsync();
        Assert.Equal(0, (await site.AppendAllAsync()).Value.Count);
    }

    [Fact]
    public async Task Append_CallersTransactionRolledBack_LeavesNoTrace()
    {
        await using var site = await TestSite.StartAsync();
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            Assert.True((await services.GetRequiredService<JournalWriter>().AppendAsync(Entries.Seminar())).Succeeded);
            await transaction.RollbackAsync();
        });
        Assert.Equal(1, (await site.AppendAsync(Entries.Seminar())).Value.Sequence);
    }

    [Fact]
    public async Task Append_InParallel_IsGapless()
    {
        await using var site = await TestSite.StartAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => site.AppendAsync(Entries.Seminar($"Nr. {i}")))));
        Assert.Equal(Enumerable.Range(1, 40).Select(i => (long)i), results.Select(r => r.Value.Sequence).Order());
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            var leaves = await db.JournalEntries().OrderBy(e => e.Sequence).Select(e => e.LeafHash).ToListAsync();
            Assert.Equal(MerkleTree.Root(leaves), (await db.JournalTreeAsync()).Root);
        });
    }

    [Fact]
    public async Task Append_TwoCorrectionsOfTheSameEntryAtOnce_OneWins()
    {
        await using var site = await TestSite.StartAsync();
        var first = (await site.AppendAsync(Entries.Seminar())).Value;
        var correction = Entries.Seminar("labots") with { Corrects = first.Sequence, Correction = CorrectionKind.Replaces, Reason = "kļūda" };
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => site.AppendAsync(correction))));
        Assert.Single(results, r => r.Succeeded);
        Assert.All(results.Where(r => !r.Succeeded), r => Assert.Equal("entry-already-corrected", r.Errors.Single().Code));
        var effective = await site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().EffectiveEntries().SingleAsync());
        Assert.Equal("labots", effective.Title);
    }

    [Theory]
    [InlineData(7, "paraugs", "kļūda", "entry-not-found")]
    [InlineData(1, "cits", "kļūda", "entry-of-other-mandate")]
    [InlineData(1, "paraugs", " ", "correction-incomplete")]
    [InlineData(2, "paraugs", "kļūda", "entry-of-system")]
    public async Task Append_CorrectionThatDoesNotFit_IsRefused(long corrects, string mandate, string reason, string code)
    {
        await using var site = await TestSite.StartAsync();
        await site.AppendAsync(Entries.Seminar());
        await site.AppendAsync(Entries.Seminar() with { Kind = Kinds.SummaryPublished, Participants = null });
        var result = await site.AppendAsync(
            Entries.Seminar() with { Mandate = mandate, Corrects = corrects, Correction = CorrectionKind.Voids, Reason = reason });
        Assert.Equal(code, result.Errors.Single().Code);
    }

    [Fact]
    public async Task MoneyMovements_VoidedExpense_IsNotThere()
    {
        await using var site = await TestSite.StartAsync();
        var wrong = (await site.AppendAsync(Entries.Expense(10_000))).Value;
        await site.AppendAsync(Entries.Expense(25_050));
        await site.AppendAsync(Entries.Expense(10_000) with { Corrects = wrong.Sequence, Correction = CorrectionKind.Voids, Reason = "dubulti" });
        var movements = await site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().MoneyMovementsAsync("paraugs", CancellationToken.None));
        Assert.Equal(new MoneyMovement(2, Kinds.Expense, 1, "pamats", new Money(25_050), null, null), Assert.Single(movements));
    }
}
