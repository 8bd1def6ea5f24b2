using Microsoft.EntityFrameworkCore;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;

namespace Talka.Organisations;

/// <summary>What the directory is searched by, as its addresses say it.</summary>
/// <param name="Text">Words of the name, or a registration number.</param>
/// <param name="Minority"><c>yes</c> for organisations of national minorities alone.</param>
internal sealed record OrganisationFilter(string? Text, string? Region, string? Area, string? Minority)
{
    public bool OnlyMinority => Minority == "yes";

    public IQueryable<Organisation> Apply(TalkaDb db)
    {
        var organisations = db.Organisations();
        if (RegistrationNumber.Clean(Text) is { } number && RegistrationNumber.IsValid(number))
        {
            organisations = organisations.Where(o => o.RegistrationNumber == number);
        }
        else
        {
            foreach (var word in NameKeys.Words(Text?.Length > Organisation.NameLength ? null : Text))
            {
                organisations = organisations.Where(o => o.NameKey.Contains(word));
            }
        }

        if (Regions.Find(Region) is { } region)
        {
            organisations = organisations.Where(o => o.Region == region.Code);
        }

        if (Areas.Find(Area) is { } area)
        {
            var mark = Areas.Mark(area.Code);
            organisations = organisations.Where(o => o.Areas.Contains(mark));
        }

        return OnlyMinority ? organisations.Where(o => o.IsMinority) : organisations;
    }

    public QueryString Query(Guid? after = null)
    {
        var query = QueryString.Empty;
        foreach (var (name, value) in new[] { ("q", Text), ("region", Region), ("area", Area), ("minority", Minority), ("after", after?.ToString()) })
        {
            query = string.IsNullOrEmpty(value) ? query : query.Add(name, value);
        }

        return query;
    }
}

/// <summary>One page of the directory in the order of names.</summary>
/// <param name="Next">The last of the page where more follow.</param>
internal sealed record OrganisationPage<T>(IReadOnlyList<T> Rows, Guid? Next);

internal static class OrganisationPages
{
    public const int Size = 50;

    /// <summary>The page after an organisation: from the first where there is none of the id.</summary>
    public static async Task<OrganisationPage<OrganisationRow>> PageAsync(this IQueryable<Organisation> organisations, TalkaDb db, Guid? after, CancellationToken cancel)
    {
        if (after is not null && await db.Set<Organisation>().AsNoTracking().Where(o => o.Id == after).Select(o => o.NameKey).FirstOrDefaultAsync(cancel) is { } key)
        {
#pragma warning disable CA1309 // the database compares, in the order that it sorts by
            organisations = organisations.Where(o => string.Compare(o.NameKey, key) > 0 || (o.NameKey == key && o.Id > after));
#pragma warning restore CA1309
        }

        var rows = await organisations.OrderBy(o => o.NameKey).ThenBy(o => o.Id).Take(Size + 1)
            .Select(o => new OrganisationRow(o.Id, o.Slug, o.Name, o.NameKey, o.RegistrationNumber, o.Form, o.Region, o.Municipality, o.Areas, o.IsMinority, o.ClaimedAt != null))
            .ToListAsync(cancel);
        return new(rows.Count > Size ? rows[..Size] : rows, rows.Count > Size ? rows[Size - 1].Id : null);
    }
}

/// <summary>An organisation in a list.</summary>
internal sealed record OrganisationRow(
    Guid Id, string Slug, string Name, string NameKey, string? RegistrationNumber, OrganisationForm Form, string? Region, string? Municipality, string Areas, bool IsMinority, bool IsClaimed);
