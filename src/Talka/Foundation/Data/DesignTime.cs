using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Talka.Foundation.Data;

// `dotnet ef migrations add NAME --context SqliteTalkaDb --output-dir Foundation/Data/Migrations/Sqlite` (and likewise Postgres), its name in `Migrator.Newest`,
// then the compiled model, which a start uses instead of building one:
// `dotnet ef dbcontext optimize --context SqliteTalkaDb --output-dir Foundation/Data/Compiled/Sqlite --namespace Talka.Foundation.Data.Compiled.Sqlite`
public sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteTalkaDb>
{
    public SqliteTalkaDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteTalkaDb>();
        DataSetup.ConfigureSqlite(options, "Data Source=design.db");
        return new SqliteTalkaDb(options.Options);
    }
}

public sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresTalkaDb>
{
    public PostgresTalkaDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgresTalkaDb>();
        DataSetup.ConfigurePostgres(options, "Host=localhost;Database=design");
        return new PostgresTalkaDb(options.Options);
    }
}
