using System.Data.Common;
using System.Numerics;
using Npgsql;
using Talka.Journal;

namespace Talka.Bench;

/// <summary>The baseline of every write: the very rows of a journal, read back and put into an equal table by nothing but prepared statements.</summary>
internal static class RawRows
{
    public static async Task<List<object[]>> ReadAsync(BenchSite site)
    {
        await using var connection = await site.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {JournalColumns.Names} FROM journal_entries ORDER BY sequence";
        await using var reader = await command.ExecuteReaderAsync();
        List<object[]> rows = [];
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>The plain query that reads the effective and all other entries of a mandate, every column of them.</summary>
    public static async Task CountReadAsync(BenchSite site, string mandate)
    {
        await using var connection = await site.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {JournalColumns.Names} FROM journal_entries WHERE mandate = '{mandate}' ORDER BY sequence";
        await using var reader = await command.ExecuteReaderAsync();
        var row = new object[reader.FieldCount];
        while (await reader.ReadAsync())
        {
            reader.GetValues(row);
        }
    }

    /// <summary>One committed transaction for each row, which also writes a tree head of the size that the journal's has.</summary>
    public static async Task InsertEachAsync(DbConnection connection, IEnumerable<object[]> rows)
    {
        await using var prepared = await PreparedRows.CreateAsync(connection, head: true);
        foreach (var row in rows)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            var frontier = new byte[32 * BitOperations.PopCount((ulong)(long)row[0])];
            await prepared.ExecuteAsync(transaction, [.. row, row[0], row[5], frontier]);
            await transaction.CommitAsync();
        }
    }

    /// <summary>All in one transaction, by the fastest way that the database offers.</summary>
    public static async Task InsertAllAsync(DbConnection connection, IReadOnlyList<object[]> rows)
    {
        if (connection is NpgsqlConnection postgres)
        {
            await using var copy = await postgres.BeginBinaryImportAsync($"COPY journal_entries ({JournalColumns.Names}) FROM STDIN (FORMAT BINARY)");
            foreach (var row in rows)
            {
                await copy.StartRowAsync();
                for (var i = 0; i < row.Length; i++)
                {
                    if (row[i] is DBNull)
                    {
                        await copy.WriteNullAsync();
                    }
                    else
                    {
                        await copy.WriteAsync(row[i], JournalColumns.All[i].Type);
                    }
                }
            }

            await copy.CompleteAsync();
            return;
        }

        await using var transaction = await connection.BeginTransactionAsync();
        await using var prepared = await PreparedRows.CreateAsync(connection, head: false);
        foreach (var row in rows)
        {
            await prepared.ExecuteAsync(transaction, row);
        }

        await transaction.CommitAsync();
    }
}
