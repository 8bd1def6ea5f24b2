using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Talka.Foundation.Data;

namespace Talka.Tests.Foundation.Data;

/// <summary>
/// The models under Compiled are written by <c>dotnet ef dbcontext optimize</c> (<see cref="SqliteDesignTime"/> says how) and save every start
/// from building them. Whoever changes a mapping has to write them anew: here is where that shows.
/// </summary>
public sealed class CompiledModelTests
{
    [Fact]
    public void Sqlite_CompiledModel_IsTheModelOfTheMappings()
    {
        using var db = new SqliteDesignTime().CreateDbContext([]);
        AssertUpToDate(db);
    }

    [Fact]
    public void Postgres_CompiledModel_IsTheModelOfTheMappings()
    {
        using var db = new PostgresDesignTime().CreateDbContext([]);
        AssertUpToDate(db);
    }

    [Fact]
    public void Newest_IsTheLastMigrationOfBothProviders()
    {
        using var sqlite = new SqliteDesignTime().CreateDbContext([]);
        using var postgres = new PostgresDesignTime().CreateDbContext([]);
        Assert.Equal(Migrator.Newest, sqlite.Database.GetMigrations().Last());
        Assert.Equal(Migrator.Newest, postgres.Database.GetMigrations().Last());
    }

    private static void AssertUpToDate(TalkaDb db)
    {
        var compiled = db.Model;
        var mapped = db.GetService<IDesignTimeModel>().Model; // built anew from the mappings
        Assert.IsType<RuntimeModel>(compiled, exactMatch: false);
        Assert.NotSame(compiled, mapped);
        Assert.StartsWith("Talka.Foundation.Data.Compiled.", compiled.GetType().Namespace + ".", StringComparison.Ordinal);
        Assert.Equal(Described(mapped), Described(compiled));
    }

    // Annotations are left out, since a compiled model keeps fewer of them; what they say about the database is in the relational model.
    private static string Described(IModel model) => string.Join(Environment.NewLine,
    [
        model.ToDebugString(WithoutAnnotations),
        model.GetRelationalModel().ToDebugString(WithoutAnnotations),
        .. model.GetDbFunctions().Select(function => $"{function.ModelName} {function.Name}"),
        .. model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).Select(Column),
    ]);

    private static string Column(IProperty property)
    {
        var mapping = property.GetRelationalTypeMapping();
        return $"{property.DeclaringType.Name}.{property.Name} {property.GetColumnName()} {mapping.StoreType} {mapping.Converter?.GetType()} "
            + $"{property.IsNullable} {property.IsConcurrencyToken} {property.ValueGenerated} {property.GetMaxLength()} {property.Sentinel}";
    }

    private const MetadataDebugStringOptions WithoutAnnotations = MetadataDebugStringOptions.LongDefault & ~MetadataDebugStringOptions.IncludeAnnotations;
}
