using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;
using Talka.Foundation.Data;
using Talka.Journal.Proofs;

namespace Talka.Journal;

/// <summary>
/// The statements that <see cref="JournalWriter"/> appends with, inside the transaction that the database context is in.
/// Plain ADO.NET: an append must cost little more than the insert itself, a million of them too.
/// </summary>
internal sealed class JournalStore(TalkaDb db)
{
    public const string HeadSql = "UPDATE journal_tree SET size = $1, root = $2, frontier = $3 WHERE id = 1";

    private const string LockSql =
        """
        SELECT tree.size, tree.frontier, kind.code, kind.name_lv, kind.name_en, kind.counted_lv, kind.counted_en,
            kind.required, kind.offered, kind.is_money, kind.is_system, kind.is_public, kind."order"
        FROM journal_tree tree LEFT JOIN journal_kinds kind ON kind.code = $1
        WHERE tree.id = 1
        """;

    private readonly Statements _statements = new(db);

    /// <summary>Locks the tree until the transaction ends, so that appends queue up behind one another.</summary>
    public async Task<TreeFrontier> LockTreeAsync(CancellationToken cancel) => (await LockTreeAsync(null, cancel)).Tree;

    /// <summary>Locks the tree, and reads a kind by the same statement; null when there is none of this code.</summary>
    public async Task<(TreeFrontier Tree, JournalKind? Kind)> LockTreeAsync(string? kind, CancellationToken cancel)
    {
        var sql = _statements.Postgres is null ? LockSql : $"{LockSql} FOR NO KEY UPDATE OF tree";
        return await _statements.SingleAsync(
            new Statement(sql, [new(NpgsqlDbType.Varchar, kind)]),
            reader => (new TreeFrontier(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)), reader.IsDBNull(2) ? null : Kind(reader)), cancel)
            ?? throw new InvalidOperationException("The journal has lost its tree head (journal_tree): restore a backup.");
    }

    /// <summary>
    /// Writes the entries as they are drawn, and then the tree head that they made: one together with it in a single round trip,
    /// many on PostgreSQL by binary copy.
    /// </summary>
    public async Task InsertAsync(int count, IEnumerable<JournalEntry> entries, TreeFrontier tree, CancellationToken cancel)
    {
        if (count == 1)
        {
            await _statements.ExecuteAsync([_statements.Postgres is null ? InsertShort(entries.Single()) : Insert(entries.Single()), Head(tree)], cancel);
            return;
        }

        if (_statements.Postgres is { } postgres)
        {
            await using var copy = await postgres.BeginBinaryImportAsync(
                $"COPY journal_entries ({JournalColumns.Names}) FROM STDIN (FORMAT BINARY)", cancel);
            Copy(copy, entries, cancel);
            await copy.CompleteAsync(cancel);
        }
        else
        {
            await _statements.ExecuteManyAsync(entries.Select(Insert), cancel);
        }

        await _statements.ExecuteAsync([Head(tree)], cancel);
    }

    public Task InsertFilesAsync(IEnumerable<JournalFile> files, CancellationToken cancel) => _statements.ExecuteAsync(
        files.Select(file => new Statement(
            "INSERT INTO journal_files (sequence, position, sha256, name, content_type, size) VALUES ($1, $2, $3, $4, $5, $6)",
            [
                new(NpgsqlDbType.Bigint, file.Sequence), new(NpgsqlDbType.Integer, file.Position), new(NpgsqlDbType.Text, file.Sha256),
                new(NpgsqlDbType.Text, file.Name), new(NpgsqlDbType.Text, file.ContentType), new(NpgsqlDbType.Bigint, file.Size),
            ])), cancel);

    /// <summary>Writes the tiles that have become full.</summary>
    public Task InsertTilesAsync(IEnumerable<JournalTile> tiles, CancellationToken cancel) => _statements.ExecuteAsync(
        tiles.Select(tile => new Statement(
            "INSERT INTO journal_tiles (level, position, hash) VALUES ($1, $2, $3)",
            [new(NpgsqlDbType.Integer, tile.Level), new(NpgsqlDbType.Bigint, tile.Position), new(NpgsqlDbType.Bytea, tile.Hash)])), cancel);

    /// <summary>Empties the row, and forgets the files, of an entry that an erasure, already inserted, names.</summary>
    public Task EraseAsync(long sequence, CancellationToken cancel) => _statements.ExecuteAsync(
        [
            new Statement(JournalColumns.Erase, [new(NpgsqlDbType.Bigint, sequence)]),
            new Statement("DELETE FROM journal_files WHERE sequence = $1", [new(NpgsqlDbType.Bigint, sequence)]),
        ], cancel);

    /// <summary>Whether the database refused a second correction of the same entry.</summary>
    public static bool IsSecondCorrection(DbException exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } postgres => postgres.ConstraintName == "ix_journal_entries_corrects",
        SqliteException { SqliteErrorCode: 19 } sqlite => sqlite.Message.Contains("journal_entries.corrects", StringComparison.Ordinal),
        _ => false,
    };

    private static JournalKind Kind(DbDataReader reader) => new()
    {
        Code = reader.GetString(2),
        NameLv = reader.GetString(3),
        NameEn = reader.GetString(4),
        CountedLv = reader.GetString(5),
        CountedEn = reader.GetString(6),
        Required = (EntryMeasures)reader.GetInt32(7),
        Offered = (EntryMeasures)reader.GetInt32(8),
        IsMoney = reader.GetBoolean(9),
        IsSystem = reader.GetBoolean(10),
        IsPublic = reader.GetBoolean(11),
        Order = reader.GetInt32(12),
    };

    private static Statement Insert(JournalEntry entry) =>
        new(JournalColumns.Insert, [.. JournalColumns.All.Select(column => new SqlValue(column.Type, column.Value(entry)))]);

    // SQLite compiles the statement for each append, which takes half the time when it names only the columns that have a value.
    private static Statement InsertShort(JournalEntry entry)
    {
        var (names, values) = (new List<string>(), new List<SqlValue>());
        foreach (var column in JournalColumns.All)
        {
            if (column.Value(entry) is { } value)
            {
                names.Add(column.Name);
                values.Add(new SqlValue(column.Type, value));
            }
        }

        return new Statement(JournalColumns.InsertOf(names), [.. values]);
    }

    private static Statement Head(TreeFrontier tree) => new(
        HeadSql, [new(NpgsqlDbType.Bigint, tree.Size), new(NpgsqlDbType.Bytea, tree.Root()), new(NpgsqlDbType.Bytea, tree.ToBytes())]);

    private static void Copy(NpgsqlBinaryImporter copy, IEnumerable<JournalEntry> entries, CancellationToken cancel)
    {
        foreach (var entry in entries)
        {
            cancel.ThrowIfCancellationRequested();
            copy.StartRow();
            foreach (var column in JournalColumns.All)
            {
                if (column.Value(entry) is { } value)
                {
                    copy.Write(value, column.Type);
                }
                else
                {
                    copy.WriteNull();
                }
            }
        }
    }
}
