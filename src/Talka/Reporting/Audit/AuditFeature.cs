using System.CommandLine;
using Talka.Foundation.Hosting;
using Talka.Reporting.Audit.Output;

namespace Talka.Reporting.Audit;

public sealed class AuditFeature : IFeature
{
    /// <summary>The largest document, and what a form adds to it.</summary>
    public const long UploadLimit = 51 * 1024 * 1024;

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddScoped<AuditRenderer>()
        .AddSingleton(_ => new AuditDesk(patience: TimeSpan.FromSeconds(10)));

    public void MapEndpoints(IEndpointRouteBuilder routes) => AuditEndpoints.Map(routes);

    public IEnumerable<MenuItem> Menu => [new(5, () => Texts.T("Menu"), "/audit")];

    public IEnumerable<Command> Verbs(VerbHost host) => [AuditVerb.Create(host)];
}
