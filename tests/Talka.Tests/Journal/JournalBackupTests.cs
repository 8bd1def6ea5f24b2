using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Journal;
using Talka.Tests.Foundation.Operations;
using Talka.Tests.Support;

namespace Talka.Tests.Journal;

/// <summary>What the journal makes of a backup and of its restore.</summary>
public sealed class JournalBackupTests : IAsyncLifetime
{
    private Installation _at = null!;

    [Fact]
    public async Task Backup_WhileEntriesAreAppended_RestoresToAJournalThatProvesItself()
    {
        using var stop = new CancellationTokenSource();
        var appending = Task.Run(async () =>
        {
            for (var number = 1; !stop.IsCancellationRequested; number++)
            {
                await AppendAsync(number);
            }
        });
        while (await SizeAsync() < 5)
        {
            await Task.Delay(10);
        }

        var before = await SizeAsync();
        await _at.BackUpAsync();
        await stop.CancelAsync();
        await appending;
        var after = await SizeAsync();

        var restored = await _at.RestoreAsync();

        Assert.Empty(restored.Errors);
        Assert.InRange(await SizeAsync(), before, after);
    }

    [Fact]
    public async Task Restore_OfAJournalThatWasTamperedWith_IsRefused()
    {
        await AppendAsync(1);
        await AppendAsync(2);
        await _at.WithAsync(async services =>
        {
            var database = services.GetRequiredService<TalkaDb>().Database;
            await database.ExecuteSqlRawAsync(
                TestSite.OnPostgres ? "ALTER TABLE journal_entries DISABLE TRIGGER USER" : "DROP TRIGGER journal_entries_update");
            return await database.ExecuteSqlRawAsync("UPDATE journal_entries SET title = 'Something else' WHERE sequence = 1");
        });
        await _at.BackUpAsync();

        var restored = await _at.RestoreAsync();

        Assert.Single(restored.Errors);
        Assert.Empty(Directory.GetDirectories(_at.Scratch, "*.before-restore-*"));
    }

    [Fact]
    public async Task Restore_OfAnOlderStateThanWasSigned_SaysSo()
    {
        await AppendAsync(1);
        await _at.BackUpAsync();
        await AppendAsync(2);
        await SignAsync();

        var restored = await _at.RestoreAsync();

        Assert.Empty(restored.Errors);
        Assert.Single(restored.Value.Remarks);
        Assert.Equal(1, await SizeAsync());
        await AppendAsync(2);
        await SignAsync();
    }

    public async ValueTask InitializeAsync() => _at = await Installation.MakeAsync();

    public ValueTask DisposeAsync()
    {
        _at.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<long> SizeAsync() => _at.WithAsync(async services => (await services.GetRequiredService<TalkaDb>().JournalTreeAsync()).Size);

    private Task SignAsync() => _at.WithAsync(async services =>
    {
        Assert.Empty((await services.GetRequiredService<CheckpointSigner>().SignAsync()).Errors);
        return true;
    });

    private Task AppendAsync(int number) => _at.WithAsync(async services =>
    {
        Assert.Empty((await services.GetRequiredService<JournalWriter>().AppendAsync(new EntryContent
        {
            Mandate = "sample",
            Year = 1,
            Kind = "news-item",
            Title = $"News {number}",
            From = new DateOnly(2022, 8, 1),
            To = new DateOnly(2022, 8, 1),
            Source = new EntrySource("records"),
        })).Errors);
        return true;
    });
}
