using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation;
using Talka.Foundation.Data;

namespace Talka.Organisations;

/// <summary>Names for the addresses of organisations: made of the name, and kept whatever it becomes.</summary>
internal static class OrganisationSlugs
{
    /// <summary>Addresses of other pages.</summary>
    private static readonly string[] Reserved = ["claim"];

    /// <summary>Slugs that nobody has yet, one for each name in their order.</summary>
    public static async Task<IReadOnlyList<string>> FreeAsync(TalkaDb db, IReadOnlyList<string> names, CancellationToken cancel)
    {
        var stems = names.Select(Stem).ToList();
        var distinct = stems.Distinct().ToList();
        var taken = (await db.Set<Organisation>().AsNoTracking().Where(o => distinct.Contains(o.Slug)).Select(o => o.Slug).ToListAsync(cancel)).Concat(Reserved).ToHashSet(StringComparer.Ordinal);
        var numbered = distinct.Where(taken.Contains).ToList();
        foreach (var stem in numbered)
        {
            var begin = stem + "-";
            taken.UnionWith(await db.Set<Organisation>().AsNoTracking().Where(o => o.Slug.StartsWith(begin)).Select(o => o.Slug).ToListAsync(cancel));
        }

        return stems.ConvertAll(stem =>
        {
            var slug = stem;
            for (var i = 2; !taken.Add(slug); i++)
            {
                slug = stem + "-" + i.ToString(CultureInfo.InvariantCulture);
            }

            return slug;
        });
    }

    // Room is left for a number at the end
    private static string Stem(string name)
    {
        var slug = Slug.From(NameKeys.Of(name));
        slug = slug.Length <= Slug.MaxLength - 6 ? slug : slug[..(Slug.MaxLength - 6)].Trim('-');
        return slug.Length == 0 ? "organizacija" : slug;
    }
}
