using Talka.Foundation.Hosting;

namespace Talka.Organisations;

/// <summary>The directory of civil-society organisations.</summary>
public sealed class OrganisationsFeature : IFeature
{
    public void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddScoped<FindOrganisations>();

    public void MapEndpoints(IEndpointRouteBuilder routes) => routes.MapNames();
}
