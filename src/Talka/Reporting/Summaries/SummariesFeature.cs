using System.CommandLine;
using Talka.Foundation.Hosting;
using Talka.Reporting.Summaries.Rendering;

namespace Talka.Reporting.Summaries;

public sealed class SummariesFeature : IFeature
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<SummaryBuilder>();
        services.AddScoped<SummaryRenderer>();
        services.AddScoped<WriteText>();
        services.AddScoped<FrozenFiles>();
    }

    public IEnumerable<Command> Verbs(VerbHost host) => [SummaryVerb.Create(host)];
}
