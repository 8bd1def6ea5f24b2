using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Tests.Support;

namespace Talka.Tests.Foundation.Data;

/// <summary>A SQLite connection stays open from one piece of work to the next, and takes nothing along.</summary>
public sealed class KeptConnectionTests
{
    [Fact]
    public async Task Connection_AfterWork_StaysOpenForTheNext()
    {
        Assert.SkipWhen(TestSite.OnPostgres, "PostgreSQL has a pool of its own");
        await using var site = await TestSite.StartAsync();
        var first = await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            await db.Database.ExecuteSqlRawAsync("SELECT 1");
            return db.Database.GetDbConnection();
        });

        Assert.Equal(ConnectionState.Open, first.State);
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            await db.Database.ExecuteSqlRawAsync("SELECT 1");
            Assert.Same(first, db.Database.GetDbConnection());
        });
    }

    [Fact]
    public async Task Connection_LeftInATransaction_TakesItBack()
    {
        Assert.SkipWhen(TestSite.OnPostgres, "PostgreSQL has a pool of its own");
        await using var site = await TestSite.StartAsync();
        var left = await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlRawAsync("UPDATE journal_tree SET size = 7");
            return db.Database.GetDbConnection();
        });

        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            Assert.Equal(0, await db.Database.SqlQueryRaw<long>("SELECT size AS Value FROM journal_tree").SingleAsync());
            Assert.Same(left, db.Database.GetDbConnection());
        });
    }
}
