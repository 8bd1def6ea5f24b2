using System.CommandLine;
using Talka.Foundation.Files;
using Talka.Foundation.Hosting;
using Talka.Foundation.Personal;
using Talka.Reporting.Summaries.Rendering;

namespace Talka.Reporting.Summaries;

public sealed class SummariesFeature : IFeature
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IPersonalData, SummariesPersonalData>();
        services.AddScoped<IPersonMentions, SummaryMentions>();
        services.AddScoped<IFileNames, SummaryFileNames>();
        services.AddScoped<SummaryBuilder>();
        services.AddScoped<SummaryRenderer>();
        services.AddScoped<WriteText>();
        services.AddScoped<FrozenFiles>();
        services.AddScoped<SummaryChecks>();
        services.AddScoped<PublishSummary>();
    }

    public void MapEndpoints(IEndpointRouteBuilder routes) => SummaryEndpoints.Map(routes);

    public IEnumerable<Command> Verbs(VerbHost host) => [SummaryVerb.Create(host)];
}
