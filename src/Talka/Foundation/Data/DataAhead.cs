using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Settings;

namespace Talka.Foundation.Data;

/// <summary>
/// Gets EF Core ready on another core while the application is put together. Its services, its model and its way from a query to SQL take more than a
/// third of a start, most of it in the just-in-time compiler, and need nothing of the application. No database is asked.
/// </summary>
internal static class DataAhead
{
    /// <summary>Returns at once. What fails here fails again where it is needed, and is told there.</summary>
    /// <param name="connectionString">Only says which provider it will be.</param>
    public static void GetReady(string? connectionString) => _ = Task.Run(() =>
    {
        using var db = DataSetup.IsPostgres(connectionString) ? Postgres() : Sqlite();
        _ = db.SettingsVersions().OrderByDescending(settings => settings.Number).Take(1).ToQueryString();
    });

    private static TalkaDb Postgres()
    {
        var options = new DbContextOptionsBuilder<PostgresTalkaDb>();
        DataSetup.ConfigurePostgres(options, "Host=localhost");
        return new PostgresTalkaDb(options.Options);
    }

    private static TalkaDb Sqlite()
    {
        var options = new DbContextOptionsBuilder<SqliteTalkaDb>();
        DataSetup.ConfigureSqlite(options, "Data Source=:memory:");
        return new SqliteTalkaDb(options.Options);
    }
}
