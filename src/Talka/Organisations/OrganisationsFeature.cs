using Talka.Foundation.Hosting;
using Talka.Foundation.Personal;
using Talka.Foundation.Retention;
using Talka.Organisations.Claims;

namespace Talka.Organisations;

/// <summary>The directory of civil-society organisations.</summary>
public sealed class OrganisationsFeature : IFeature
{
    /// <summary>Bytes of a sheet to import.</summary>
    public const long SheetLimit = 20L * 1024 * 1024;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<FindOrganisations>();
        services.AddScoped<SaveOrganisation>();
        services.AddScoped<MergeOrganisations>();
        services.AddScoped<ImportOrganisations>();
        services.AddScoped<AskClaim>();
        services.AddScoped<ClaimSession>();
        services.AddScoped<CorrectOrganisation>();
        services.AddScoped<IPersonalData, OrganisationsPersonalData>();
        services.AddScoped<IPersonMentions, OrganisationMentions>();
        services.AddScoped<IRetention, ClaimRetention>();
    }

    public IEnumerable<MenuItem> Menu => [new(15, () => Texts.T("Organisations"), "/organisations")];

    public void MapEndpoints(IEndpointRouteBuilder routes) => OrganisationEndpoints.Map(routes);
}
