using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Journal;
using Talka.Tests.Support;

namespace Talka.Tests.Journal;

public sealed class EraseEntryTests
{
    [Fact]
    public async Task Erase_VoidedEntry_LosesWhatItSaidAndItsFiles()
    {
        await using var site = await TestSite.StartAsync();
        var (own, shared) = (await SaveAsync(site, "own"), await SaveAsync(site, "shared"));
        var first = (await site.AppendAsync(Entries.Seminar("Anna Paraudziņa") with { Files = [own, shared] })).Value;
        await site.AppendAsync(Entries.Seminar("cits") with { Files = [shared] });
        await site.AppendAsync(Entries.Seminar() with { Corrects = first.Sequence, Correction = CorrectionKind.Voids, Reason = "personas dati" });

        var erasure = await EraseAsync(site, first.Sequence);

        Assert.Equal(first.Sequence, erasure.Value.Concerns);
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            var row = await db.JournalEntries().SingleAsync(e => e.Sequence == first.Sequence);
            Assert.Equal(first.LeafHash, row.LeafHash);
            foreach (var column in JournalColumns.Erasable)
            {
                Assert.Null(column.Value(row));
            }

            // What voided it repeats its title
            Assert.Null((await db.JournalEntries().SingleAsync(e => e.Corrects == first.Sequence || e.Sequence == first.Sequence + 2)).Title);
            Assert.Equal(2, (await db.JournalFiles().SingleAsync()).Sequence);
            var store = services.GetRequiredService<FileStore>();
            Assert.False(store.Exists(own.Sha256));
            Assert.True(store.Exists(shared.Sha256));
        });
        Assert.Equal("entry-already-erased", (await EraseAsync(site, first.Sequence)).Errors.Single().Code);
    }

    [Fact]
    public async Task Erase_WhatMustStay_IsRefused()
    {
        await using var site = await TestSite.StartAsync();
        await site.AppendAsync(Entries.Seminar("spēkā"));
        var replaced = (await site.AppendAsync(Entries.Seminar("pirmais"))).Value;
        await site.AppendAsync(Entries.Seminar("otrais") with { Corrects = replaced.Sequence, Correction = CorrectionKind.Replaces, Reason = "kļūda" });
        await site.AppendAsync(Entries.Seminar("trešais") with { Corrects = 3, Correction = CorrectionKind.Replaces, Reason = "kļūda" });
        await site.AppendAsync(Entries.Seminar("kopsavilkums") with { Kind = Kinds.SummaryPublished });

        Assert.Equal("entry-still-effective", (await EraseAsync(site, 1)).Errors.Single().Code);
        Assert.Equal("erase-corrected-first", (await EraseAsync(site, 3)).Errors.Single().Code);
        Assert.Equal("entry-of-system", (await EraseAsync(site, 5)).Errors.Single().Code);
        Assert.Equal("entry-not-found", (await EraseAsync(site, 99)).Errors.Single().Code);
        Assert.True((await EraseAsync(site, 2)).Succeeded);
        Assert.True((await EraseAsync(site, 3)).Succeeded);
        var titles = await site.InScopeAsync(s => s.GetRequiredService<TalkaDb>().EffectiveEntries()
            .Where(e => e.Kind == "seminar").Select(e => e.Title).Order().ToListAsync());
        Assert.Equal(["spēkā", "trešais"], titles);
    }

    private static Task<Talka.Foundation.Results.Result<JournalEntry>> EraseAsync(TestSite site, long sequence) =>
        site.InScopeAsync(services => services.GetRequiredService<EraseEntry>().EraseAsync(sequence, "pēc personas lūguma"));

    private static async Task<EntryFile> SaveAsync(TestSite site, string text)
    {
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        var saved = await site.InScopeAsync(services => services.GetRequiredService<FileStore>().SaveAsync(content, CancellationToken.None));
        return new EntryFile(saved.Value.Sha256, text + ".txt", "text/plain", saved.Value.Size);
    }
}
