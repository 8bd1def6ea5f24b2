using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Journal;
using Talka.Tests.Support;

namespace Talka.Tests.Journal;

public sealed class JournalTriggersTests
{
    public static TheoryData<string> Statements { get; } =
    [
        "DELETE FROM journal_entries WHERE sequence = 1",
        "UPDATE journal_entries SET title = 'cits' WHERE sequence = 1",
        "UPDATE journal_entries SET title = NULL WHERE sequence = 1",
        "UPDATE journal_entries SET participants = 22 WHERE sequence = 1",
        "UPDATE journal_entries SET sequence = 9 WHERE sequence = 1",
        "UPDATE journal_entries SET salt = NULL, payload = NULL WHERE sequence = 1",
        "UPDATE journal_tiles SET position = 7",
        "DELETE FROM journal_tiles",
        "UPDATE journal_files SET name = 'cits.pdf'",
        "DELETE FROM journal_files",
    ];

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task Journal_ChangedBySql_Refuses(string sql)
    {
        await using var site = await TestSite.StartAsync();
        var file = new EntryFile(new string('a', 64), "saraksts.pdf", "application/pdf", 12);
        await site.AppendAllAsync([.. Enumerable.Repeat(Entries.Seminar() with { Files = [file] }, 256)]);
        await site.InScopeAsync(async services =>
            await Assert.ThrowsAnyAsync<DbException>(() => services.GetRequiredService<TalkaDb>().Database.ExecuteSqlRawAsync(sql)));
    }

    [Fact]
    public async Task Journal_ReplacedOrTruncatedBySql_Refuses()
    {
        await using var site = await TestSite.StartAsync();
        await site.AppendAsync(Entries.Seminar());
        string[] statements = TestSite.OnPostgres
            ? ["TRUNCATE journal_entries", "TRUNCATE journal_tiles", "TRUNCATE journal_files"]
            : ["INSERT OR REPLACE INTO journal_entries SELECT * FROM journal_entries"];
        foreach (var sql in statements)
        {
            await site.InScopeAsync(async services =>
                await Assert.ThrowsAnyAsync<DbException>(() => services.GetRequiredService<TalkaDb>().Database.ExecuteSqlRawAsync(sql)));
        }
    }
}
