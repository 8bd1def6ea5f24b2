using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;
using Talka.Foundation.Data;

namespace Talka.Journal;

/// <summary>A statement with its values by position (<c>$1</c>, <c>$2</c> …), which is how both databases take them without any rewriting or searching.</summary>
internal sealed record Statement(string Sql, SqlValue[] Values);

/// <param name="Value">Null for nothing.</param>
internal readonly record struct SqlValue(NpgsqlDbType Type, object? Value);

/// <summary>Runs plain statements inside the transaction that the database context is in.</summary>
internal sealed class Statements(TalkaDb db)
{
    private static readonly string[] Names = [.. Enumerable.Range(1, 64).Select(number => $"${number.ToString(CultureInfo.InvariantCulture)}")];

    private readonly DbConnection _connection = db.Database.GetDbConnection();

    // Compiling them anew for each append would be a twelfth of it. They live as long as the connection does.
    private static readonly ConditionalWeakTable<DbConnection, Dictionary<string, DbCommand>> Compiled = [];
    private const int MostCompiled = 64;

    /// <summary>Null on SQLite.</summary>
    public NpgsqlConnection? Postgres => _connection as NpgsqlConnection;

    private DbTransaction? Transaction => db.Database.CurrentTransaction?.GetDbTransaction();

    /// <summary>Runs a query that gives one row.</summary>
    /// <returns>What <paramref name="read"/> makes of the row, or null where there is none.</returns>
    public async Task<T?> SingleAsync<T>(Statement statement, Func<DbDataReader, T> read, CancellationToken cancel) where T : struct
    {
        T? found = null;
        await FirstRowsAsync([statement], (_, row) => found = read(row), cancel);
        return found;
    }

    /// <summary>Runs queries one after the other; on PostgreSQL they share one round trip.</summary>
    /// <param name="read">Takes the number of a query, counted from 0, and its first row; not called for a query that gives none.</param>
    public async Task FirstRowsAsync(IReadOnlyList<Statement> queries, Action<int, DbDataReader> read, CancellationToken cancel)
    {
        if (Postgres is { } postgres)
        {
            await using var batch = Batch(postgres, queries);
            await using var reader = await batch.ExecuteReaderAsync(cancel);
            for (var number = 0; number < queries.Count; number++)
            {
                await ReadFirstAsync(reader, number);
                await reader.NextResultAsync(cancel);
            }

            return;
        }

        for (var number = 0; number < queries.Count; number++)
        {
            var command = Command(queries[number]);
            try
            {
                await using var reader = await command.ExecuteReaderAsync(cancel);
                await ReadFirstAsync(reader, number);
            }
            finally
            {
                await ReleaseAsync(command);
            }
        }

        async Task ReadFirstAsync(DbDataReader reader, int number)
        {
            if (await reader.ReadAsync(cancel))
            {
                read(number, reader);
            }
        }
    }

    /// <summary>Runs statements one after the other; on PostgreSQL they share one round trip.</summary>
    public async Task ExecuteAsync(IEnumerable<Statement> statements, CancellationToken cancel)
    {
        if (Postgres is { } postgres)
        {
            await using var batch = Batch(postgres, statements);
            if (batch.BatchCommands.Count > 0)
            {
                await batch.ExecuteNonQueryAsync(cancel);
            }

            return;
        }

        foreach (var statement in statements)
        {
            var command = Command(statement);
            try
            {
                await command.ExecuteNonQueryAsync(cancel);
            }
            finally
            {
                await ReleaseAsync(command);
            }
        }
    }

    /// <summary>Runs one statement, compiled once, with the values of each.</summary>
    public async Task ExecuteManyAsync(IEnumerable<Statement> alike, CancellationToken cancel)
    {
        DbCommand? command = null;
        try
        {
            foreach (var statement in alike)
            {
                if (command is null)
                {
                    command = Command(statement);
                    await command.PrepareAsync(cancel);
                }
                else
                {
                    SetValues(command, statement);
                }

                await command.ExecuteNonQueryAsync(cancel);
            }
        }
        finally
        {
            if (command is not null)
            {
                await ReleaseAsync(command);
            }
        }
    }

    private DbCommand Command(Statement statement)
    {
        if (Postgres is null && Compiled.GetValue(_connection, Keep).Remove(statement.Sql, out var compiled))
        {
            compiled.Transaction = Transaction;
            SetValues(compiled, statement);
            return compiled;
        }

        var command = _connection.CreateCommand();
        command.CommandText = statement.Sql;
        command.Transaction = Transaction;
        foreach (var (number, value) in statement.Values.Index())
        {
            command.Parameters.Add(Parameter(number, value));
        }

        return command;
    }

    // A connection that closes disposes its commands.
    private static Dictionary<string, DbCommand> Keep(DbConnection connection)
    {
        connection.StateChange += static (sender, change) =>
        {
            if (change.CurrentState == ConnectionState.Closed && Compiled.TryGetValue((DbConnection)sender, out var commands))
            {
                commands.Clear();
            }
        };
        return [];
    }

    private static void SetValues(DbCommand command, Statement statement)
    {
        for (var i = 0; i < statement.Values.Length; i++)
        {
            command.Parameters[i].Value = statement.Values[i].Value ?? DBNull.Value;
        }
    }

    // Kept for the next one, without the values, which may be large.
    private async ValueTask ReleaseAsync(DbCommand command)
    {
        if (Postgres is null && Compiled.GetValue(_connection, Keep) is { Count: < MostCompiled } compiled)
        {
            command.Transaction = null;
            foreach (DbParameter parameter in command.Parameters)
            {
                parameter.Value = DBNull.Value;
            }

            if (compiled.TryAdd(command.CommandText, command))
            {
                return;
            }
        }

        await command.DisposeAsync();
    }

    private NpgsqlBatch Batch(NpgsqlConnection postgres, IEnumerable<Statement> statements)
    {
        var batch = new NpgsqlBatch(postgres, (NpgsqlTransaction?)Transaction);
        foreach (var statement in statements)
        {
            var command = new NpgsqlBatchCommand(statement.Sql);
            foreach (var value in statement.Values)
            {
                command.Parameters.Add(Positional(value));
            }

            batch.BatchCommands.Add(command);
        }

        return batch;
    }

    private DbParameter Parameter(int number, SqlValue value) =>
        Postgres is null ? new SqliteParameter(Names[number], value.Value ?? DBNull.Value) : Positional(value);

    private static NpgsqlParameter Positional(SqlValue value) => new() { NpgsqlDbType = value.Type, Value = value.Value ?? DBNull.Value };
}
