using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Organisations;
using Talka.Tests.Mandates;
using Talka.Tests.Support;

namespace Talka.Tests.Organisations;

/// <summary>The directory of a test site.</summary>
internal static class Directory
{
    public static async Task<Organisation> AddOrganisationAsync(this TestSite site, OrganisationFields fields) =>
        (await site.TrySaveAsync(fields, evenIfDouble: true)) is { Succeeded: true } saved ? saved.Value : throw new InvalidOperationException();

    public static Task<Organisation> AddOrganisationAsync(this TestSite site, string name = "Ķekavas Ūdensroze", string? email = "info@example.org", string? number = null) =>
        site.AddOrganisationAsync(new OrganisationFields { Name = name, Email = email, RegistrationNumber = number });

    public static Task<Result<Organisation>> TrySaveAsync(this TestSite site, OrganisationFields fields, Organisation? of = null, bool evenIfDouble = false) =>
        site.UseAsync<SaveOrganisation, Result<Organisation>>(save => save.RunAsync(of?.Id, of?.Version ?? 0, fields, evenIfDouble, CancellationToken.None));

    public static Task<List<Organisation>> OrganisationsAsync(this TestSite site) =>
        site.UseAsync<TalkaDb, List<Organisation>>(db => db.Organisations().OrderBy(o => o.NameKey).ThenBy(o => o.Id).ToListAsync());

    public static Task<Organisation> ReadAsync(this TestSite site, Guid id) =>
        site.UseAsync<TalkaDb, Organisation>(db => db.Set<Organisation>().AsNoTracking().SingleAsync(o => o.Id == id));
}
