using Talka.Accounts;
using Talka.Foundation.Hosting;

namespace Talka.Administration.Trail;

/// <summary>The audit trail to read and search.</summary>
public sealed class TrailPagesFeature : IFeature
{
    public IEnumerable<MenuItem> Menu => [new(96, () => Texts.T("PageTitle"), "/admin/trail", Policies.Administer)];

    public void MapEndpoints(IEndpointRouteBuilder routes) =>
        routes.MapGet("/admin/trail.csv", TrailExport.GetAsync).RequireAuthorization(Policies.Administer).RequireRateLimiting(RateLimits.Export);
}
