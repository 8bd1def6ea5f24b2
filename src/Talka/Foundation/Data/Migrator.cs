using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Files;

namespace Talka.Foundation.Data;

/// <summary>Brings the database to the program's version at start. EF Core holds a lock meanwhile, so several nodes may start at once.</summary>
public static class Migrator
{
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancel)
    {
        Directory.CreateDirectory(services.GetRequiredService<DataFolder>().Root);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalkaDb>();
        await db.Database.MigrateAsync(cancel);
        foreach (var seed in scope.ServiceProvider.GetServices<ISeed>())
        {
            await seed.SeedAsync(cancel);
        }
    }
}

/// <summary>Puts in the rows that the program itself needs. Runs at every start after the migrations: cheap when there is nothing to do.</summary>
public interface ISeed
{
    Task SeedAsync(CancellationToken cancel);
}
