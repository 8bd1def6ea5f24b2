using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Talka.Foundation.Files;

namespace Talka.Foundation.Data;

public static class DataSetup
{
    // What is asked often is prepared once on each connection, and no session state is changed that would have to be reset.
    // A pooler such as PgBouncer may need other values: the connection string that an operator gives comes after, and wins.
    internal const string PostgresDefaults = "Max Auto Prepare=100;No Reset On Close=true;";

    /// <summary>
    /// Registers <see cref="TalkaDb"/> on the provider that <c>ConnectionStrings:Talka</c> asks for:
    /// a PostgreSQL connection string (it has <c>Host=</c>), else the SQLite file in the data folder.
    /// </summary>
    public static IServiceCollection AddTalkaData(this IServiceCollection services, IConfiguration configuration, DataFolder folder)
    {
        var connection = configuration.GetConnectionString("Talka");
        if (IsPostgres(connection))
        {
            services.AddDbContextPool<PostgresTalkaDb>((provider, options) => ConfigurePostgres(Watched(provider, options), connection!));
            services.AddScoped<TalkaDb>(provider => provider.GetRequiredService<PostgresTalkaDb>());
        }
        else
        {
            var file = string.IsNullOrWhiteSpace(connection) ? $"Data Source={folder.Database}" : connection;
            services.AddSingleton<KeptConnections>();
            services.AddSingleton<IInterceptor>(provider => provider.GetRequiredService<KeptConnections>());
            services.AddDbContextPool<SqliteTalkaDb>((provider, options) => ConfigureSqlite(Watched(provider, options), file));
            services.AddScoped(provider => provider.GetRequiredService<KeptConnections>().Attach(provider.GetRequiredService<SqliteTalkaDb>()));
        }

        services.AddScoped<CurrentActor>();
        services.AddSingleton<WriteTurns>();
        return services;
    }

    // What listens to every connection, such as the watcher of commits
    private static DbContextOptionsBuilder Watched(IServiceProvider provider, DbContextOptionsBuilder options) =>
        options.AddInterceptors(provider.GetServices<IInterceptor>());

    public static bool IsPostgres(string? connectionString) =>
        connectionString?.Contains("Host=", StringComparison.OrdinalIgnoreCase) == true;

    public static void ConfigureSqlite(DbContextOptionsBuilder options, string connectionString) => options
        .UseSqlite(connectionString)
        .UseSnakeCaseNamingConvention()
        .AddInterceptors(SqlitePragmas.Instance)
        .ConfigureWarnings(Heed);

    public static void ConfigurePostgres(DbContextOptionsBuilder options, string connectionString) => options
        .UseNpgsql(PostgresDefaults + connectionString)
        .UseSnakeCaseNamingConvention()
        .ConfigureWarnings(Heed);

    // A failed write is thrown to whoever caused it: one that is expected, such as a code that is taken, is tried again, any other is logged where it ends
    private static void Heed(WarningsConfigurationBuilder warnings) => warnings
        .Ignore(RelationalEventId.PendingModelChangesWarning)
        .Log((CoreEventId.SaveChangesFailed, LogLevel.Debug));
}
