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
    public const string HeadSql = "UPDATE journal_tree SET size = @size, root = @root, frontier = @frontier WHERE id = 1";

    public static readonly IReadOnlyList<(string Name, NpgsqlDbType Type)> HeadParameters =
        [("size", NpgsqlDbType.Bigint), ("root", NpgsqlDbType.Bytea), ("frontier", NpgsqlDbType.Bytea)];

    private const string LockSql =
        """
        SELECT tree.size, tree.frontier, kind.code, kind.name_lv, kind.name_en, kind.counted_lv, kind.counted_en,
            kind.required, kind.offered, kind.is_money, kind.is_system, kind.is_public, kind."order"
        FROM journal_tree tree LEFT JOIN journal_kinds kind ON kind.code = @kind
        WHERE tree.id = 1
        """;

    private readonly DbConnection _connection = db.Database.GetDbConnection();

    private bool IsPostgres => _connection is NpgsqlConnection;

    /// <summary>Locks the tree until the transaction ends, so that appends queue up behind one another.</summary>
    public async Task<TreeFrontier> LockTreeAsync(CancellationToken cancel) => (await LockTreeAsync(null, cancel)).Tree;

    /// <summary>Locks the tree, and reads a kind by the same statement; null when there is none of this code.</summary>
    public async Task<(TreeFrontier Tree, JournalKind? Kind)> LockTreeAsync(string? kind, CancellationToken cancel)
    {
        await using var command = Command(IsPostgres ? $"{LockSql} FOR UPDATE OF tree" : LockSql);
        Parameter(command, "kind", NpgsqlDbType.Varchar).Value = (object?)kind ?? DBNull.Value;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel)
            ? (new TreeFrontier(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)), reader.IsDBNull(2) ? null : Kind(reader))
            : throw new InvalidOperationException("The journal has lost its tree head (journal_tree): restore a backup.");
    }

    /// <summary>
    /// Writes the entries as they are drawn, and then the tree head that they made: one by a single statement, many on PostgreSQL by binary copy.
    /// </summary>
    public async Task InsertAsync(int count, IEnumerable<JournalEntry> entries, TreeFrontier tree, CancellationToken cancel)
    {
        if (count == 1)
        {
            await InsertOneAsync(entries.Single(), tree, cancel);
            return;
        }

        if (_connection is NpgsqlConnection postgres)
        {
            await using var copy = await postgres.BeginBinaryImportAsync(
                $"COPY journal_entries ({JournalColumns.Names}) FROM STDIN (FORMAT BINARY)", cancel);
            Copy(copy, entries, cancel);
            await copy.CompleteAsync(cancel);
        }
        else
        {
            await using var insert = Command(JournalColumns.Insert);
            var parameters = EntryParameters(insert);
            await insert.PrepareAsync(cancel);
            foreach (var entry in entries)
            {
                Set(parameters, entry);
                await insert.ExecuteNonQueryAsync(cancel);
            }
        }

        await using var head = Command(HeadSql);
        SetHead(head, tree);
        await head.ExecuteNonQueryAsync(cancel);
    }

    private async Task InsertOneAsync(JournalEntry entry, TreeFrontier tree, CancellationToken cancel)
    {
        await using var command = Command($"{JournalColumns.Insert}; {HeadSql}");
        Set(EntryParameters(command), entry);
        SetHead(command, tree);
        await command.ExecuteNonQueryAsync(cancel);
    }

    public async Task InsertFilesAsync(IReadOnlyList<JournalFile> files, CancellationToken cancel)
    {
        if (files.Count == 0)
        {
            return;
        }

        await using var command = Command(
            "INSERT INTO journal_files (sequence, position, sha256, name, content_type, size) VALUES (@sequence, @position, @sha256, @name, @content_type, @size)");
        var sequence = Parameter(command, "sequence", NpgsqlDbType.Bigint);
        var position = Parameter(command, "position", NpgsqlDbType.Integer);
        var sha256 = Parameter(command, "sha256", NpgsqlDbType.Text);
        var name = Parameter(command, "name", NpgsqlDbType.Text);
        var contentType = Parameter(command, "content_type", NpgsqlDbType.Text);
        var size = Parameter(command, "size", NpgsqlDbType.Bigint);
        foreach (var file in files)
        {
            (sequence.Value, position.Value, sha256.Value) = (file.Sequence, file.Position, file.Sha256);
            (name.Value, contentType.Value, size.Value) = (file.Name, file.ContentType, file.Size);
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    /// <summary>Writes the tiles that have become full.</summary>
    public async Task InsertTilesAsync(IReadOnlyList<JournalTile> tiles, CancellationToken cancel)
    {
        if (tiles.Count == 0)
        {
            return;
        }

        await using var insert = Command("INSERT INTO journal_tiles (level, position, hash) VALUES (@level, @position, @hash)");
        var level = Parameter(insert, "level", NpgsqlDbType.Integer);
        var position = Parameter(insert, "position", NpgsqlDbType.Bigint);
        var hash = Parameter(insert, "hash", NpgsqlDbType.Bytea);
        foreach (var tile in tiles)
        {
            (level.Value, position.Value, hash.Value) = (tile.Level, tile.Position, tile.Hash);
            await insert.ExecuteNonQueryAsync(cancel);
        }
    }

    /// <summary>Empties the row, and forgets the files, of an entry that an erasure, already inserted, names.</summary>
    public async Task EraseAsync(long sequence, CancellationToken cancel)
    {
        await using var command = Command($"{JournalColumns.Erase}; DELETE FROM journal_files WHERE sequence = @sequence");
        Parameter(command, "sequence", NpgsqlDbType.Bigint).Value = sequence;
        await command.ExecuteNonQueryAsync(cancel);
    }

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

    private static DbParameter[] EntryParameters(DbCommand command) =>
        [.. JournalColumns.All.Select(column => Parameter(command, column.Name, column.Type))];

    private static void Set(DbParameter[] parameters, JournalEntry entry)
    {
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i].Value = JournalColumns.All[i].Value(entry) ?? DBNull.Value;
        }
    }

    private static void SetHead(DbCommand command, TreeFrontier tree)
    {
        object[] values = [tree.Size, tree.Root(), tree.ToBytes()];
        foreach (var ((name, type), value) in HeadParameters.Zip(values))
        {
            Parameter(command, name, type).Value = value;
        }
    }

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

    private DbCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    private static DbParameter Parameter(DbCommand command, string name, NpgsqlDbType type)
    {
        DbParameter parameter = command is NpgsqlCommand ? new NpgsqlParameter(name, type) : new SqliteParameter { ParameterName = name };
        command.Parameters.Add(parameter);
        return parameter;
    }
}
