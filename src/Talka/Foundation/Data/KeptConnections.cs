using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Talka.Foundation.Data;

/// <summary>
/// Lets each pooled context keep its SQLite connection open from one request to the next. Opening another would register a dozen functions
/// again and forget every compiled statement, which is a sixth of what an append takes.
/// </summary>
internal sealed class KeptConnections : DbConnectionInterceptor, IDisposable
{
    private const int Most = 256;

    private readonly ConcurrentDictionary<DbConnection, byte> _kept = new();

    /// <summary>Gives the context a connection that is not its own, since it closes its own whenever it returns to the pool.</summary>
    public TalkaDb Attach(SqliteTalkaDb db)
    {
        var connection = db.Database.GetDbConnection();
        if (_kept.Count < Most && _kept.TryAdd(connection, 0))
        {
            // EF Core made it, with its functions; it takes back what it let go as if somebody else had made it
            db.Database.SetDbConnection(null);
            db.Database.SetDbConnection(connection, contextOwnsConnection: false);
        }

        return db;
    }

    public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        _kept.ContainsKey(connection) && IsIdle((SqliteConnection)connection) ? InterceptionResult.Suppress() : result;

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        ValueTask.FromResult(ConnectionClosing(connection, eventData, result));

    public void Dispose()
    {
        foreach (var connection in _kept.Keys)
        {
            connection.Dispose();
        }
    }

    // A transaction that was left in the middle must not live on in the next request.
    private static bool IsIdle(SqliteConnection connection) => connection.Handle is { } handle && raw.sqlite3_get_autocommit(handle) != 0;
}
