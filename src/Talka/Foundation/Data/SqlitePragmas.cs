using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Talka.Foundation.Localisation;

namespace Talka.Foundation.Data;

/// <summary>
/// Every SQLite connection: write-ahead log, a commit is on the disk before it is acknowledged, foreign keys hold,
/// a writer waits for another one, text sorts as Latvians expect with <c>COLLATE LATVIAN</c> and is searched folded by <see cref="TextSearch"/>.
/// </summary>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Sql = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=10000; PRAGMA journal_size_limit=67108864;";

    public static SqlitePragmas Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    // What is pooled keeps its settings (the handle) and its functions (the connection, which registers them again at each opening).
    private static readonly ConditionalWeakTable<object, object> Prepared = [];

    public static void Apply(SqliteConnection connection)
    {
        if (Prepared.TryAdd(connection.Handle!, Sql))
        {
            using var command = connection.CreateCommand();
            command.CommandText = Sql;
            command.ExecuteNonQuery();
        }

        if (Prepared.TryAdd(connection, Sql))
        {
            connection.CreateFunction("talka_fold", (string? text) => text is null ? null : TextSearch.Fold(text), isDeterministic: true);
            connection.CreateCollation("LATVIAN", (left, right) => Languages.LatvianCulture.CompareInfo.Compare(left, right));
        }
    }
}
