using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Talka.Foundation.Data;
using Talka.Foundation.Files;

namespace Talka.Tests.Support;

/// <summary>
/// A whole running application on a free loopback port, with a data folder and a database of its own.
/// The database is SQLite, or PostgreSQL when <c>TALKA_TEST_POSTGRES</c> holds the connection string of a server to make databases on.
/// </summary>
public sealed class TestSite : IAsyncDisposable
{
    private static readonly string? Postgres = Environment.GetEnvironmentVariable("TALKA_TEST_POSTGRES");
    private const int QuickHash = 1_000;

    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private readonly WebApplication _app;

    private TestSite(WebApplication app, string address, string connection)
    {
        _app = app;
        Address = address;
        Connection = connection;
        Client = NewClient();
    }

    public static bool OnPostgres => !string.IsNullOrEmpty(Postgres);

    /// <summary>Such as <c>http://127.0.0.1:41235</c>.</summary>
    public string Address { get; }

    /// <summary>The connection string of this site's database.</summary>
    public string Connection { get; }

    /// <summary>Keeps cookies and does not follow redirects.</summary>
    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public DataFolder Folder => Services.GetRequiredService<DataFolder>();

    public static async Task<TestSite> StartAsync(
        IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? configure = null)
    {
        var folder = Directory.CreateTempSubdirectory("talka-test-").FullName;
        var connection = await NewDatabaseAsync(folder);
        var all = new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>())
        {
            ["Talka:Data"] = folder,
            ["ConnectionStrings:Talka"] = connection,
            ["urls"] = "http://127.0.0.1:0",
        };
        all.TryAdd("Talka:Demo", "false");
        all.TryAdd("Logging:LogLevel:Default", "Warning");
        var app = TalkaApp.Build(all, services =>
        {
            if (!OnPostgres)
            {
                services.AddSingleton<IInterceptor, AcrossANetwork>();
            }

            // A password is hashed to be slow on purpose; what is tried here is seldom that
            services.PostConfigure<PasswordHasherOptions>(options => options.IterationCount = QuickHash);
            configure?.Invoke(services);
        });
        Assert.Empty((await Migrator.MigrateAsync(app.Services, CancellationToken.None)).Errors);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new TestSite(app, address, connection);
    }

    public HttpClient NewClient() =>
        new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(Address) };

    /// <summary>Runs something in a service scope of its own, as a request would.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public Task InScopeAsync(Func<IServiceProvider, Task> work) =>
        InScopeAsync(async services =>
        {
            await work(services);
            return true;
        });

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        var folder = Folder.Root;
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (OnPostgres)
        {
            NpgsqlConnection.ClearPool(new NpgsqlConnection(DataSetup.PostgresDefaults + Connection));
            await ExecuteAsync($"DROP DATABASE IF EXISTS \"{new NpgsqlConnectionStringBuilder(Connection).Database}\" WITH (FORCE)");
        }
        else
        {
            SqliteConnection.ClearPool(new SqliteConnection(Connection));
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>
    /// A migrated database of its own for a data folder that exists; gives its connection string.
    /// Migrating takes most of a site's start, so it is done once and copied.
    /// </summary>
    public static async Task<string> NewDatabaseAsync(string folder)
    {
        var template = await Template.Value;
        if (!OnPostgres)
        {
            File.Copy(template, Path.Combine(folder, "talka.db"));
            return $"Data Source={Path.Combine(folder, "talka.db")}";
        }

        // Copying files is much quicker than writing every page of the template to the log
        var name = $"talka_test_{Guid.CreateVersion7():n}";
        await ExecuteAsync($"CREATE DATABASE \"{name}\" TEMPLATE \"{template}\" STRATEGY FILE_COPY");
        return new NpgsqlConnectionStringBuilder(Postgres) { Database = name }.ConnectionString;
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("talka-template-").FullName;
        var name = $"talka_template_{Guid.CreateVersion7():n}";
        if (OnPostgres)
        {
            await ExecuteAsync($"CREATE DATABASE \"{name}\"");
        }

        var connection = OnPostgres
            ? new NpgsqlConnectionStringBuilder(Postgres) { Database = name, Pooling = false }.ConnectionString
            : $"Data Source={Path.Combine(folder, "talka.db")};Pooling=False";
        await using var app = TalkaApp.Build(new Dictionary<string, string?>
        {
            ["Talka:Data"] = folder,
            ["ConnectionStrings:Talka"] = connection,
            ["Talka:Demo"] = "false",
            ["Logging:LogLevel:Default"] = "Warning",
        });
        Assert.Empty((await Migrator.MigrateAsync(app.Services, CancellationToken.None)).Errors);
        return OnPostgres ? name : Path.Combine(folder, "talka.db");
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Postgres) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
