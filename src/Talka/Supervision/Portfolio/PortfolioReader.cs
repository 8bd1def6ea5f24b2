using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Mandates;
using Talka.Mandates.Access;

namespace Talka.Supervision.Portfolio;

/// <summary>Reads the mandates of all authorities that somebody belongs to, each with where it stands today.</summary>
public sealed class PortfolioReader(TalkaDb db, MandateStandings standings, OwedReports reports, TimeProvider clock)
{
    /// <summary>More than one authority supervises; the page says so where it stops here.</summary>
    public const int Most = 2_000;

    public async Task<IReadOnlyList<PortfolioLine>> ReadAsync(Guid person, CancellationToken cancel)
    {
        var mandates = await (
            from member in db.AuthorityMembers()
            join authority in db.Authorities() on member.AuthorityId equals authority.Id
            join mandate in db.Mandates() on (Guid?)member.AuthorityId equals mandate.AuthorityId
            where member.PersonId == person
            orderby mandate.Slug
            select new PortfolioMandate(mandate.Id, mandate.Slug, mandate.Title, mandate.TitleEn, mandate.From, mandate.To, mandate.Version, authority.Name))
            .Take(Most).ToListAsync(cancel);
        var standing = await standings.OfAsync(mandates.ToDictionary(mandate => mandate.Slug, mandate => mandate.Version), cancel);

        // One that was hidden between the queries has no standing any more.
        var known = mandates.Where(mandate => standing.ContainsKey(mandate.Slug)).ToList();
        var owed = await reports.OfAsync(known.ToDictionary(mandate => mandate.Id, mandate => standing[mandate.Slug].Terms), cancel);
        var today = clock.Today();
        return [.. known.Select(mandate => new PortfolioLine(mandate, standing[mandate.Slug], [.. owed[mandate.Id]], today))];
    }
}
