using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Foundation.Hosting;
using Talka.Foundation.Trail;
using Talka.Tests.Support;

namespace Talka.Tests.Foundation.Trail;

/// <summary>The audit trail notes with the work or at once, fits whatever it is given, and is never rewritten.</summary>
public sealed class AuditTrailTests
{
    [Fact]
    public async Task Add_WithoutSaving_IsNotNoted()
    {
        await using var site = await TestSite.StartAsync();

        await site.InScopeAsync(services =>
        {
            services.GetRequiredService<AuditTrail>().Add(TrailAct.SettingChanged, "kind:seminar");
            return Task.CompletedTask;
        });

        Assert.Empty(await ReadAsync(site));
    }

    [Fact]
    public async Task Add_SavedWithTheWork_SaysWhoAndWhen()
    {
        await using var site = await TestSite.StartAsync();
        var person = Guid.CreateVersion7();

        await site.InScopeAsync(async services =>
        {
            services.GetRequiredService<CurrentActor>().Value = new Actor(person, "Anna");
            services.GetRequiredService<AuditTrail>().Add(TrailAct.Exported, "journal", "demo", "csv");
            await services.GetRequiredService<TalkaDb>().SaveChangesAsync();
        });

        var entry = Assert.Single(await ReadAsync(site));
        Assert.Equal((TrailAct.Exported, (Guid?)person, "journal", "demo", "csv"), (entry.Act, entry.PersonId, entry.Subject, entry.Mandate, entry.Detail));
        Assert.InRange(entry.At, DateTime.UtcNow.AddMinutes(-1), DateTime.UtcNow.AddMinutes(1));
        Assert.Null(entry.Address);
    }

    [Fact]
    public async Task Write_AtOnce_SavesNothingElseAndOutdatesNoPage()
    {
        await using var site = await TestSite.StartAsync();
        var before = site.Services.GetRequiredService<PublicCache>().Version;

        await site.InScopeAsync(async services =>
        {
            var trail = services.GetRequiredService<AuditTrail>();
            trail.Add(TrailAct.RoleChanged, "left aside");
            await trail.WriteAsync(TrailAct.SignInFailed);
        });

        var entry = Assert.Single(await ReadAsync(site));
        Assert.Equal((TrailAct.SignInFailed, null, null), (entry.Act, entry.PersonId, entry.Subject));
        Assert.Equal(before, site.Services.GetRequiredService<PublicCache>().Version);
    }

    [Fact]
    public async Task Write_WordsFromOutside_FitAndCanBeKept()
    {
        await using var site = await TestSite.StartAsync();

        await site.InScopeAsync(services => services.GetRequiredService<AuditTrail>().WriteAsync(
            TrailAct.SignInFailed, "a\0b\uD800c", "m" + new string('x', 500), new string('ā', 298) + "😀😀"));

        var entry = Assert.Single(await ReadAsync(site));
        Assert.Equal("a b\uFFFDc", entry.Subject);
        Assert.Equal(Talka.Foundation.Slug.MaxLength, entry.Mandate!.Length);
        Assert.Equal(new string('ā', 298) + "…", entry.Detail);
    }

    [Fact]
    public async Task Entries_OnceWritten_LoseWordsButNeverSaySomethingElse()
    {
        await using var site = await TestSite.StartAsync();
        await site.InScopeAsync(services => services.GetRequiredService<AuditTrail>().WriteAsync(TrailAct.Exported, "journal", "demo", "csv"));

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => UpdateAsync(site, "detail = 'xlsx'"));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => UpdateAsync(site, "act = 'SignedIn'"));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => UpdateAsync(site, "mandate = NULL"));
        await UpdateAsync(site, "detail = NULL");

        var entry = Assert.Single(await ReadAsync(site));
        Assert.Equal(("journal", null), (entry.Subject, entry.Detail));
    }

    [Theory]
    [InlineData("192.0.2.77", "192.0.2.0")]
    [InlineData("::ffff:192.0.2.77", "192.0.2.0")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1::")]
    public void Address_OfSomebody_IsShortenedToItsNetwork(string address, string kept) => Assert.Equal(kept, NetworkAddress.Of(IPAddress.Parse(address)));

    private static Task<List<TrailEntry>> ReadAsync(TestSite site) =>
        site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Trail().OrderBy(entry => entry.Id).ToListAsync());

    private static Task UpdateAsync(TestSite site, string change) => site.InScopeAsync(services =>
    {
        var sql = $"UPDATE audit_trail SET {change}";
        return services.GetRequiredService<TalkaDb>().Database.ExecuteSqlRawAsync(sql);
    });
}
