using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Talka.Foundation.Data;

/// <summary>
/// The one database context. It names no entity: each feature keeps an <see cref="IEntityTypeConfiguration{T}"/> beside its entity,
/// found here by scanning, and reads through a one-line extension of its own, such as <c>db.Mandates()</c>.
/// </summary>
public abstract class TalkaDb(DbContextOptions options) : DbContext(options), IDataProtectionKeyContext
{
    // The one entity that is the framework's own; it asks for the set by this name
    DbSet<DataProtectionKey> IDataProtectionKeyContext.DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(TalkaDb).Assembly);
        modelBuilder.HasDbFunction(typeof(TextSearch).GetMethod(nameof(TextSearch.Fold))!).HasName("talka_fold");
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Money>().HaveConversion<MoneyConverter>();
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        foreach (var enumeration in typeof(TalkaDb).Assembly.GetTypes().Where(type => type is { IsEnum: true, ContainsGenericParameters: false }))
        {
            configurationBuilder.Properties(enumeration).HaveConversion(typeof(EnumText<>).MakeGenericType(enumeration)).HaveMaxLength(40);
        }
    }
}

public sealed class SqliteTalkaDb(DbContextOptions<SqliteTalkaDb> options) : TalkaDb(options);

public sealed class PostgresTalkaDb(DbContextOptions<PostgresTalkaDb> options) : TalkaDb(options);
