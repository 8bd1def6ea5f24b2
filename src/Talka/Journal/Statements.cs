using System.Data.Common;
using System.Globalization;
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

    /// <summary>Null on SQLite.</summary>
    public NpgsqlConnection? Postgres => _connection as NpgsqlConnection;

    private DbTransaction? Transaction => db.Database.CurrentTransaction?.GetDbTransaction();

    /// <summary>The statement as a command, to be disposed of by the caller.</summary>
    public DbCommand Command(Statement statement)
    {
        var command = _connection.CreateCommand();
        command.CommandText = statement.Sql;
        command.Transaction = Transaction;
        foreach (var (number, value) in statement.Values.Index())
        {
            command.Parameters.Add(Parameter(number, value));
        }

        return command;
    }

    /// <summary>Runs statements one after the other; on PostgreSQL they share one round trip.</summary>
    public async Task ExecuteAsync(IEnumerable<Statement> statements, CancellationToken cancel)
    {
        if (Postgres is { } postgres)
        {
            await BatchAsync(postgres, statements, cancel);
            return;
        }

        foreach (var statement in statements)
        {
            await using var command = Command(statement);
            await command.ExecuteNonQueryAsync(cancel);
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
                    for (var i = 0; i < statement.Values.Length; i++)
                    {
                        command.Parameters[i].Value = statement.Values[i].Value ?? DBNull.Value;
                    }
                }

                await command.ExecuteNonQueryAsync(cancel);
            }
        }
        finally
        {
            if (command is not null)
            {
                await command.DisposeAsync();
            }
        }
    }

    private async Task BatchAsync(NpgsqlConnection postgres, IEnumerable<Statement> statements, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(postgres, (NpgsqlTransaction?)Transaction);
        foreach (var statement in statements)
        {
            var command = new NpgsqlBatchCommand(statement.Sql);
            foreach (var value in statement.Values)
            {
                command.Parameters.Add(Positional(value));
            }

            batch.BatchCommands.Add(command);
        }

        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(cancel);
        }
    }

    private DbParameter Parameter(int number, SqlValue value) =>
        Postgres is null ? new SqliteParameter(Names[number], value.Value ?? DBNull.Value) : Positional(value);

    private static NpgsqlParameter Positional(SqlValue value) => new() { NpgsqlDbType = value.Type, Value = value.Value ?? DBNull.Value };
}
