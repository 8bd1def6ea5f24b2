using Talka.Foundation.Hosting;
using Talka.Mandates;

namespace Talka.Reporting.Figures;

public sealed class FiguresFeature : IFeature
{
    public void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddScoped<IFigureSyntax, FigureSyntax>();

    public void MapEndpoints(IEndpointRouteBuilder routes) => FigureDownloads.Map(routes);
}
