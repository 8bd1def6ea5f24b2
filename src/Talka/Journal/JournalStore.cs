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

    private const string LockSqlOfPostgres = $"{LockSql} FOR NO KEY UPDATE OF tree";

    private readonly Statements _statements = new(db);

    /// <summary>Locks the tree until the transaction ends, so that appends queue up behind one another.</summary>
    public async Task<TreeFrontier> LockTreeAsync(CancellationToken cancel) => (await LockTreeAsync(kind: null, [], cancel)).Tree;

    /// <summary>Locks the tree, and asks in the same round trip what must be known to append an entry.</summary>
    /// <returns>The kind that it names, null when there is none of this code, and whether the gates must be asked about it.</returns>
    public async Task<(TreeFrontier Tree, JournalKind? Kind, bool MayRefuse)> LockTreeAsync(
        EntryContent content, IEnumerable<IEntryGate> gates, CancellationToken cancel)
    {
        // On PostgreSQL a statement sees what had been committed when it began: only one that begins after the lock was granted sees it all.
        var asked = gates.Select(gate => new Statement(gate.MayRefuse, [new(NpgsqlDbType.Varchar, content.Mandate)]));
        var (tree, kind, answers) = await LockTreeAsync(content.Kind, asked, cancel);
        return (tree, kind, answers > 0 || content.Late is not null);
    }

    private async Task<(TreeFrontier Tree, JournalKind? Kind, int Answers)> LockTreeAsync(string? kind, IEnumerable<Statement> more, CancellationToken cancel)
    {
        var sql = _statements.Postgres is null ? LockSql : LockSqlOfPostgres;
        (TreeFrontier, JournalKind?)? locked = null;
        var answers = 0;
        await _statements.FirstRowsAsync(
            [new Statement(sql, [new(NpgsqlDbType.Varchar, kind)]), .. more],
            (number, row) =>
            {
                if (number > 0)
                {
                    answers++;
                }
                else
                {
                    locked = (new TreeFrontier(row.GetInt64(0), row.GetFieldValue<byte[]>(1)), row.IsDBNull(2) ? null : Kind(row));
                }
            },
            cancel);
        return locked is var (tree, found)
            ? (tree, found, answers)
            : throw new InvalidOperationException("The journal has lost its tree head (journal_tree): restore a backup.");
    }

    /// <summary>Writes an entry with all that comes with it, in one round trip.</summary>
    public Task InsertAsync(
        JournalEntry entry, IEnumerable<JournalFile> files, IEnumerable<JournalTile> tiles, TreeFrontier tree, CancellationToken cancel) =>
        _statements.ExecuteAsync([Insert(entry), Head(tree), .. files.Select(Insert), .. tiles.Select(Insert)], cancel);

    /// <summary>Writes the entries as they are drawn, on PostgreSQL by binary copy, and then the tree head that they made.</summary>
    public async Task InsertAllAsync(IEnumerable<JournalEntry> entries, TreeFrontier tree, CancellationToken cancel)
    {
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

    /// <summary>Writes the files of entries, and the tiles that have become full.</summary>
    public Task InsertAllAsync(IEnumerable<JournalFile> files, IEnumerable<JournalTile> tiles, CancellationToken cancel) =>
        _statements.ExecuteAsync([.. files.Select(Insert), .. tiles.Select(Insert)], cancel);

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

    private static Statement Insert(JournalFile file) => new(
        "INSERT INTO journal_files (sequence, position, sha256, name, content_type, size) VALUES ($1, $2, $3, $4, $5, $6)",
        [
            new(NpgsqlDbType.Bigint, file.Sequence), new(NpgsqlDbType.Integer, file.Position), new(NpgsqlDbType.Text, file.Sha256),
            new(NpgsqlDbType.Text, file.Name), new(NpgsqlDbType.Text, file.ContentType), new(NpgsqlDbType.Bigint, file.Size),
        ]);

    private static Statement Insert(JournalTile tile) => new(
        "INSERT INTO journal_tiles (level, position, hash) VALUES ($1, $2, $3)",
        [new(NpgsqlDbType.Integer, tile.Level), new(NpgsqlDbType.Bigint, tile.Position), new(NpgsqlDbType.Bytea, tile.Hash)]);

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
