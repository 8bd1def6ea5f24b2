using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Globalization;

namespace Talka.Bench;

/// <summary>
/// What the database itself can do of a rush: for each of the same people a transaction that claims a place, looks whether the event is still on and the person new,
/// and inserts the same rows, as bare prepared SQL. SQLite has one writer; the connections take turns, which is the quickest that it can be used.
/// </summary>
internal static class RushBaseline
{
    private const string Claim =
        """
        UPDATE event_seats SET
            taken = taken + CASE WHEN waiting = 0 AND (seats IS NULL OR taken + 1 <= seats) THEN 1 ELSE 0 END,
            waiting = waiting + CASE WHEN waiting = 0 AND (seats IS NULL OR taken + 1 <= seats) THEN 0 ELSE 1 END,
            last_number = last_number + 1
        WHERE event_id = $1 AND mode = 'OnSite' AND "group" = '' RETURNING waiting = 0, last_number
        """;

    private const string Look =
        """
        SELECT state, EXISTS (SELECT 1 FROM event_registrations WHERE event_id = $1 AND request_key = $2),
            EXISTS (SELECT 1 FROM event_registrations WHERE event_id = $1 AND person_key = $3 AND state NOT IN ('Cancelled', 'Lapsed'))
        FROM events WHERE id = $1
        """;

    public static async Task<double> RateAsync(Options options, BenchSite product, Guid eventId, int people, int clients)
    {
        await using var source = await product.OpenAsync();
        var registrations = await ReadAsync(source, $"SELECT * FROM event_registrations WHERE event_id = '{Text(product, eventId)}' ORDER BY number");
        var mails = await ReadAsync(source, "SELECT * FROM outbox ORDER BY id DESC");
        await ExecuteAsync(source, "DELETE FROM outbox");
        await ExecuteAsync(source, "DELETE FROM event_registrations");
        await ExecuteAsync(source, $"UPDATE event_seats SET taken = 0, waiting = 0, last_number = 0, seats = {people / 2}");
        await product.SettleAsync();

        var queue = new ConcurrentQueue<int>(Enumerable.Range(0, people));
        using var turn = new SemaphoreSlim(1, 1);
        var connections = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => product.OpenAsync()));
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(connections.Select(connection => Task.Run(async () =>
        {
            using var claim = Command(connection, Claim, 1);
            using var look = Command(connection, Look, 3);
            using var register = Insert(connection, "event_registrations", registrations);
            using var mail = Insert(connection, "outbox", mails);
            var (key, person) = (Array.IndexOf(registrations.Columns, "request_key"), Array.IndexOf(registrations.Columns, "person_key"));
            while (queue.TryDequeue(out var i))
            {
                await (product.OnPostgres ? Task.CompletedTask : turn.WaitAsync());
                await using (var transaction = await connection.BeginTransactionAsync())
                {
                    await RunAsync(claim, transaction, eventId);
                    await RunAsync(look, transaction, eventId, registrations.Rows[i][key], registrations.Rows[i][person]);
                    await RunAsync(register, transaction, registrations.Rows[i]);
                    await RunAsync(mail, transaction, mails.Rows[i]);
                    await transaction.CommitAsync();
                }

                _ = product.OnPostgres ? 0 : turn.Release();
            }
        })));
        var rate = people / Stopwatch.GetElapsedTime(start).TotalSeconds;
        foreach (var connection in connections)
        {
            await connection.DisposeAsync();
        }

        return rate;
    }

    private static string Text(BenchSite site, Guid id) => site.OnPostgres ? id.ToString() : id.ToString().ToUpperInvariant();

    private static async Task<Table> ReadAsync(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return new Table([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)], rows);
    }

    private static DbCommand Insert(DbConnection connection, string table, Table rows) => Command(
        connection,
        $"INSERT INTO {table} ({string.Join(", ", rows.Columns.Select(column => $"\"{column}\""))}) VALUES ({string.Join(", ", Enumerable.Range(1, rows.Columns.Length).Select(n => $"${n}"))})",
        rows.Columns.Length);

    private static DbCommand Command(DbConnection connection, string sql, int values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var n = 1; n <= values; n++)
        {
            var parameter = command.CreateParameter();
            if (connection is Microsoft.Data.Sqlite.SqliteConnection)
            {
                parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"${n}");
            }

            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static async Task RunAsync(DbCommand command, DbTransaction transaction, params object[] values)
    {
        command.Transaction = transaction;
        for (var n = 0; n < values.Length; n++)
        {
            command.Parameters[n].Value = values[n];
        }

        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private sealed record Table(string[] Columns, List<object[]> Rows);
}
