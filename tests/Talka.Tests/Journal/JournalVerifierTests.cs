using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Journal;
using Talka.Journal.Proofs;
using Talka.Tests.Support;

namespace Talka.Tests.Journal;

/// <summary>What somebody with full power over the database may do to it, each held against a checkpoint kept outside.</summary>
public sealed class JournalVerifierTests
{
    [Fact]
    public async Task Verify_UntouchedJournal_Fits()
    {
        await using var site = await TestSite.StartAsync();
        var outside = await FilledAsync(site);
        await site.AppendAsync(Entries.Seminar("pēc kontrolpunkta"));
        var verification = await VerifyAsync(site, outside);
        Assert.Null(verification.Finding);
        Assert.Equal(301, verification.Size);
    }

    [Fact]
    public async Task Verify_ErasedEntry_Fits()
    {
        await using var site = await TestSite.StartAsync();
        var outside = await FilledAsync(site);
        Assert.True((await site.InScopeAsync(s => s.GetRequiredService<EraseEntry>().EraseAsync(3, "pēc lūguma"))).Succeeded);
        Assert.Null((await VerifyAsync(site, outside)).Finding);
    }

    [Theory]
    [InlineData("UPDATE journal_entries SET title = 'cits' WHERE sequence = 7", 7, "column-differs")]
    [InlineData("UPDATE journal_entries SET participants = NULL WHERE sequence = 7", 7, "column-differs")]
    [InlineData("UPDATE journal_entries SET quantity_approximate = NULL WHERE sequence = 7", 7, "column-differs")]
    [InlineData("UPDATE journal_entries SET mode = 'Nowhere' WHERE sequence = 7", 7, "column-differs")]
    [InlineData("UPDATE journal_entries SET payload = replace(payload, '21', '99') WHERE sequence = 7", 7, "payload-differs")]
    [InlineData("UPDATE journal_entries SET kind = 'meeting' WHERE sequence = 7", 7, "leaf-differs")]
    [InlineData("UPDATE journal_entries SET salt = NULL, payload = NULL WHERE sequence = 7", 7, "entry-emptied")]
    [InlineData("UPDATE journal_files SET name = 'cits.pdf' WHERE sequence = 8", 8, "column-differs")]
    [InlineData("DELETE FROM journal_files WHERE sequence = 8", 8, "column-differs")]
    [InlineData("DELETE FROM journal_entries WHERE sequence = 7", 7, "entry-missing")]
    [InlineData("DELETE FROM journal_entries WHERE sequence >= 290", 290, "journal-shorter")]
    [InlineData("DELETE FROM journal_entries", 1, "journal-shorter")]
    [InlineData("UPDATE journal_entries SET sequence = 1000 WHERE sequence = 7; UPDATE journal_entries SET sequence = 7 WHERE sequence = 9; UPDATE journal_entries SET sequence = 9 WHERE sequence = 1000", 1, "tile-differs")]
    [InlineData("DELETE FROM journal_tiles", 1, "tile-differs")]
    [InlineData("UPDATE journal_tree SET size = 299", null, "tree-head-differs")]
    [InlineData("UPDATE journal_checkpoints SET note = replace(note, 'talka', 'tulka')", null, "checkpoint-differs")]
    public async Task Verify_RowsChangedBySql_NamesTheFirst(string sql, int? sequence, string code)
    {
        await using var site = await TestSite.StartAsync();
        var outside = await FilledAsync(site);
        await WithoutTriggersAsync(site, sql);
        var finding = (await VerifyAsync(site, outside)).Finding;
        Assert.Equal((sequence, code), ((int?)finding?.Sequence, finding?.Code));
    }

    [Fact]
    public async Task Verify_TwoEntriesSwapped_NamesTheFirstOfThem()
    {
        await using var site = await TestSite.StartAsync();
        for (var i = 1; i <= 8; i++)
        {
            await site.AppendAsync(Entries.Seminar($"Nr. {i}"));
            await Task.Delay(5);
        }

        var signed = (await SignAsync(site)).Value;
        await WithoutTriggersAsync(site, "UPDATE journal_entries SET sequence = 99 WHERE sequence = 4; UPDATE journal_entries SET sequence = 4 WHERE sequence = 7; UPDATE journal_entries SET sequence = 7 WHERE sequence = 99");
        var finding = (await VerifyAsync(site, new ExpectedRoot(signed.Size, signed.Root, "ārpusē"))).Finding!;
        Assert.Equal((4, "root-differs"), (finding.Sequence, finding.Code));
        Assert.Contains("1–8", finding.Message);
        Assert.Contains("later than No. 5", finding.Message);
    }

    [Fact]
    public async Task Verify_EntryInserted_IsFound()
    {
        await using var site = await TestSite.StartAsync();
        var outside = await FilledAsync(site);
        var columns = JournalColumns.Names.Replace("sequence, id", TestSite.OnPostgres ? "301, gen_random_uuid()" : "301, 'AAAAAAAA-0000-7000-8000-000000000000'", StringComparison.Ordinal);
        await WithoutTriggersAsync(site, $"INSERT INTO journal_entries ({JournalColumns.Names}) SELECT {columns} FROM journal_entries WHERE sequence = 7");
        Assert.Equal((301, "leaf-differs"), await CodeAsync(site, outside));
    }

    [Fact]
    public async Task Verify_WholeTreeRewritten_OnlyTheOutsideCheckpointShows()
    {
        await using var site = await TestSite.StartAsync();
        var outside = await FilledAsync(site);
        await WithoutTriggersAsync(site, "DELETE FROM journal_files; DELETE FROM journal_entries; DELETE FROM journal_tiles; DELETE FROM journal_checkpoints; UPDATE journal_tree SET size = 0, frontier = "
            + (TestSite.OnPostgres ? "''" : "x''"));
        File.Delete(Path.Combine(site.Folder.Keys, "journal.checkpoint"));
        await site.AppendAllAsync([.. Enumerable.Range(0, 320).Select(i => Entries.Seminar($"Pārrakstīts {i}"))]);
        Assert.Null((await VerifyAsync(site)).Finding);
        Assert.Equal((1, "root-differs"), await CodeAsync(site, outside));
    }

    [Fact]
    public async Task Verify_OldCopyRestoredAndContinued_IsFoundAndNotSigned()
    {
        await using var site = await TestSite.StartAsync();
        await site.AppendAllAsync([.. Enumerable.Range(0, 20).Select(i => Entries.Seminar($"Nr. {i}"))]);
        var copy = await SnapshotAsync(site);
        await site.AppendAllAsync([.. Enumerable.Range(0, 20).Select(i => Entries.Seminar($"Pazudīs {i}"))]);
        var signed = await SignAsync(site);
        var outside = new ExpectedRoot(signed.Value.Size, signed.Value.Root, "ārpusē");

        await RestoreAsync(site, copy);
        Assert.Equal("journal-rolled-back", (await SignAsync(site)).Errors.Single().Code);
        Assert.Equal((21, "journal-shorter"), await CodeAsync(site, outside));

        await site.AppendAllAsync([.. Enumerable.Range(0, 30).Select(i => Entries.Seminar($"Turpinājums {i}"))]);
        Assert.Equal("journal-inconsistent", (await SignAsync(site)).Errors.Single().Code);
        Assert.Equal("root-differs", (await CodeAsync(site, outside)).Code);
    }

    [Fact]
    public async Task Sign_KeyTakenAway_IsRefusedAndAnewKeyIsAnother()
    {
        await using var site = await TestSite.StartAsync();
        await site.AppendAsync(Entries.Seminar());
        var first = (await SignAsync(site)).Value;
        var file = Path.Combine(site.Folder.Keys, "journal.key");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        File.Delete(file);
        var missing = (await SignAsync(site)).Errors.Single();
        Assert.Equal("signing-key-missing", missing.Code);
        Assert.Contains("--with-key", missing.Message);

        await site.Services.GetRequiredService<JournalKeys>().CreateAsync(CancellationToken.None);
        var second = (await SignAsync(site)).Value;
        Assert.NotEqual(first.VerifierKey, second.VerifierKey);
        Assert.False(Note.Parse(second.Note).IsSignedBy(VerifierKey.Parse(first.VerifierKey)));
        Assert.Null((await VerifyAsync(site)).Finding);
    }

    // 300 entries, the second of which is replaced, the third voided, the eighth has a file.
    private static async Task<ExpectedRoot> FilledAsync(TestSite site)
    {
        var file = new EntryFile(new string('a', 64), "saraksts.pdf", "application/pdf", 12);
        await site.AppendAllAsync([.. Enumerable.Range(1, 298).Select(i => Entries.Seminar($"Nr. {i}") with
        {
            Files = i == 8 ? [file] : [],
            Attendance = i % 7 == 0 ? new EntryAttendance(20, 1, 2, [new GroupAttendance("Jaunieši", 20, 1)]) : null,
            Links = i % 5 == 0 ? ["https://example.org/seminars"] : [],
            Partners = i % 3 == 0 ? ["Biedrība \"Paraugs\"", "Cita biedrība"] : [],
        })]);
        await site.AppendAsync(Entries.Seminar("labots") with { Corrects = 2, Correction = CorrectionKind.Replaces, Reason = "kļūda" });
        await site.AppendAsync(Entries.Seminar() with { Corrects = 3, Correction = CorrectionKind.Voids, Reason = "nenotika" });
        var signed = (await SignAsync(site)).Value;
        return new ExpectedRoot(signed.Size, signed.Root, "ārpusē");
    }

    private static Task<Talka.Foundation.Results.Result<SignedCheckpoint>> SignAsync(TestSite site) =>
        site.InScopeAsync(services => services.GetRequiredService<CheckpointSigner>().SignAsync());

    private static Task<Verification> VerifyAsync(TestSite site, params IReadOnlyList<ExpectedRoot> outside) =>
        site.InScopeAsync(services => services.GetRequiredService<JournalVerifier>().VerifyAsync(outside));

    private static async Task<(long? Sequence, string? Code)> CodeAsync(TestSite site, ExpectedRoot outside) =>
        (await VerifyAsync(site, outside)).Finding is { } finding ? (finding.Sequence, finding.Code) : (null, null);

    private static Task WithoutTriggersAsync(TestSite site, string sql) => site.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<TalkaDb>();
        string[] tables = ["journal_entries", "journal_files", "journal_tiles"];
        var triggers = TestSite.OnPostgres
            ? tables.Select(table => $"ALTER TABLE {table} DISABLE TRIGGER USER")
            : (await db.Database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'trigger'").ToListAsync())
                .Select(name => $"DROP TRIGGER {name}");
        await db.Database.ExecuteSqlRawAsync(string.Join(";", triggers.Append(sql)));
    });

    private static async Task<string> SnapshotAsync(TestSite site)
    {
        if (TestSite.OnPostgres)
        {
            await WithoutTriggersAsync(site, string.Join(";", Tables.Select(table => $"CREATE TABLE copy_{table} AS TABLE {table}")));
            return "";
        }

        var copy = Path.Combine(site.Folder.Root, "copy.db");
        await using var from = new SqliteConnection(site.Connection);
        await using var to = new SqliteConnection($"Data Source={copy};Pooling=False");
        await from.OpenAsync();
        await to.OpenAsync();
        from.BackupDatabase(to);
        return copy;
    }

    private static async Task RestoreAsync(TestSite site, string copy)
    {
        if (TestSite.OnPostgres)
        {
            await WithoutTriggersAsync(site, string.Join(";", Tables.Select(table => $"TRUNCATE {table}; INSERT INTO {table} TABLE copy_{table}")));
            return;
        }

        await using var from = new SqliteConnection($"Data Source={copy};Pooling=False");
        await using var to = new SqliteConnection(site.Connection);
        await from.OpenAsync();
        await to.OpenAsync();
        from.BackupDatabase(to);
    }

    private static readonly string[] Tables = ["journal_entries", "journal_files", "journal_tiles", "journal_tree", "journal_checkpoints"];
}
