using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;
using Talka.Journal;

namespace Talka.Bench;

/// <summary>The insert of an entry and, when asked for, the update of the tree head, prepared once; on PostgreSQL both go in one round trip.</summary>
internal sealed class PreparedRows : IAsyncDisposable
{
    private readonly NpgsqlBatch? _batch;
    private readonly List<SqliteCommand> _commands = [];
    private readonly List<DbParameter> _parameters = [];

    private PreparedRows(DbConnection connection, bool head)
    {
        _batch = connection is NpgsqlConnection postgres ? new NpgsqlBatch(postgres) : null;
        Add(connection, JournalColumns.Insert, [.. JournalColumns.All.Select(column => column.Type)]);
        if (head)
        {
            Add(connection, JournalStore.HeadSql, [NpgsqlDbType.Bigint, NpgsqlDbType.Bytea, NpgsqlDbType.Bytea]);
        }
    }

    public static async Task<PreparedRows> CreateAsync(DbConnection connection, bool head)
    {
        var rows = new PreparedRows(connection, head);
        if (rows._batch is not null)
        {
            await rows._batch.PrepareAsync();
        }

        return rows;
    }

    /// <param name="values">Of the insert and then of the update.</param>
    public async Task ExecuteAsync(DbTransaction transaction, object[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            _parameters[i].Value = values[i];
        }

        if (_batch is not null)
        {
            _batch.Transaction = (NpgsqlTransaction)transaction;
            await _batch.ExecuteNonQueryAsync();
            return;
        }

        foreach (var command in _commands)
        {
            command.Transaction = (SqliteTransaction)transaction;
            await command.ExecuteNonQueryAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_batch is not null)
        {
            await _batch.DisposeAsync();
        }

        foreach (var command in _commands)
        {
            await command.DisposeAsync();
        }
    }

    private void Add(DbConnection connection, string sql, NpgsqlDbType[] types)
    {
        if (_batch is not null)
        {
            var part = new NpgsqlBatchCommand(sql);
            part.Parameters.AddRange(types.Select(type => new NpgsqlParameter { NpgsqlDbType = type }).ToArray());
            _batch.BatchCommands.Add(part);
            _parameters.AddRange(part.Parameters);
            return;
        }

        var command = ((SqliteConnection)connection).CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddRange(types.Select((_, i) => new SqliteParameter { ParameterName = $"${i + 1}" }));
        _commands.Add(command);
        _parameters.AddRange(command.Parameters.Cast<SqliteParameter>());
    }
}
