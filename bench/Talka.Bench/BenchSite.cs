using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Talka.Foundation.Data;
using Talka.Foundation.Files;

namespace Talka.Bench;

/// <summary>The whole application on a database of its own, on the disk that is to be measured.</summary>
internal sealed class BenchSite : IAsyncDisposable
{
    private readonly string? _postgres;

    private BenchSite(WebApplication app, string folder, string connection, string? postgres)
    {
        App = app;
        Folder = folder;
        Connection = connection;
        _postgres = postgres;
    }

    public WebApplication App { get; }

    public string Folder { get; }

    public string Connection { get; }

    public bool OnPostgres => _postgres is not null;

    public static async Task<BenchSite> CreateAsync(Options options)
    {
        var folder = Path.Combine(options.Folder, $"{Guid.CreateVersion7():n}");
        Directory.CreateDirectory(folder);
        var postgres = options.Database == Options.PostgreSql ? options.Postgres : null;
        var connection = postgres is null
            ? $"Data Source={Path.Combine(folder, "talka.db")}"
            : await NewPostgresAsync(postgres);
        var app = Build(folder, connection);
        var site = new BenchSite(app, folder, connection, postgres);
        var migrated = await Migrator.MigrateAsync(app.Services, CancellationToken.None);
        return migrated.Succeeded ? site : throw new InvalidOperationException(migrated.Errors[0].Message);
    }

    /// <summary>The same application once more, on the same database: a second node.</summary>
    public WebApplication AnotherNode() => Build(Folder, Connection);

    private static WebApplication Build(string folder, string connection) => TalkaApp.Build(new Dictionary<string, string?>
    {
        ["Talka:Data"] = folder,
        ["Talka:Demo"] = "false",
        ["ConnectionStrings:Talka"] = connection,
        ["urls"] = "http://127.0.0.1:0",
        ["Logging:LogLevel:Default"] = "Error",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Error",
        ["Talka:Events:SignUpsPerMinute"] = "1000000", // all that is sent here comes from one address
    });

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    /// <summary>A bare connection, set up as the application sets up its own.</summary>
    public async Task<DbConnection> OpenAsync()
    {
        DbConnection connection = OnPostgres ? new NpgsqlConnection(Connection) : new SqliteConnection(Connection);
        await connection.OpenAsync();
        if (connection is SqliteConnection sqlite)
        {
            SqlitePragmas.Apply(sqlite);
        }

        return connection;
    }

    /// <summary>What a database does by itself after a while: statistics for the planner, and the log written back.</summary>
    public async Task SettleAsync()
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = OnPostgres ? "VACUUM ANALYZE" : "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        if (_postgres is not null)
        {
            await ExecuteAsync(_postgres, $"DROP DATABASE \"{new NpgsqlConnectionStringBuilder(Connection).Database}\" WITH (FORCE)");
        }

        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<string> NewPostgresAsync(string server)
    {
        var name = $"talka_bench_{Guid.CreateVersion7():n}";
        await ExecuteAsync(server, $"CREATE DATABASE \"{name}\"");
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
