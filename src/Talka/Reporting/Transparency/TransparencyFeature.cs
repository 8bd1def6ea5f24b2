using Talka.Foundation.Hosting;

namespace Talka.Reporting.Transparency;

public sealed class TransparencyFeature : IFeature
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<MandateOverviews.Kept>();
        services.AddScoped<MandateOverviews>();
    }

    // The home page lists the mandates; whoever cuts the address of one off looks for the list here.
    public void MapEndpoints(IEndpointRouteBuilder routes) =>
        routes.MapGet("/mandates", (HttpRequest request) => TypedResults.LocalRedirect($"/{request.QueryString}#mandates", permanent: true)).AllowAnonymous();

    public IEnumerable<MenuItem> Menu => [new(0, () => Texts.T("Menu"), "/")];
}
