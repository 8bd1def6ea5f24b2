using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Talka.Foundation.Data;

namespace Talka.Organisations;

/// <summary>
/// Moves everything that refers to one organisation to another. What refers to it is read from the model, so that a feature that comes to refer
/// to the directory need not be told of, nor tell of, merging.
/// </summary>
internal static class OrganisationReferences
{
    public static async Task MoveAsync(TalkaDb db, Guid from, Guid to, CancellationToken cancel)
    {
        foreach (var key in db.Model.GetEntityTypes().SelectMany(entity => entity.GetForeignKeys())
            .Where(key => key.PrincipalEntityType.ClrType == typeof(Organisation) && key.DeclaringEntityType.ClrType != typeof(Organisation)))
        {
            var property = key.Properties.Single();
            var (table, column) = (key.DeclaringEntityType.GetTableName()!, property.GetColumnName());

#pragma warning disable EF1002 // names of tables and columns are the model's own; what comes from outside are parameters
            // Two rows of one thing that would become the same: the one that is there already stays
            if (Others(key.DeclaringEntityType, property) is { Count: > 0 } others)
            {
                var same = string.Join(" AND ", others.Select(other => $"kept.{other} = {table}.{other}"));
                await db.Database.ExecuteSqlRawAsync(
                    $"DELETE FROM {table} WHERE {column} = {{0}} AND EXISTS (SELECT 1 FROM {table} AS kept WHERE kept.{column} = {{1}} AND {same})", [from, to], cancel);
            }

            await db.Database.ExecuteSqlRawAsync($"UPDATE {table} SET {column} = {{0}} WHERE {column} = {{1}}", [to, from], cancel);
#pragma warning restore EF1002
        }
    }

    private static List<string> Others(IEntityType entity, IProperty property) => entity.FindPrimaryKey() is { } key && key.Properties.Contains(property)
        ? [.. key.Properties.Where(other => other != property).Select(other => other.GetColumnName())]
        : [];
}
