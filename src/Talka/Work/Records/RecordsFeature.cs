using Talka.Accounts;
using Talka.Foundation.Hosting;
using Talka.Work.Records.Files;
using Talka.Work.Records.Import;

namespace Talka.Work.Records;

public sealed class RecordsFeature : IFeature
{
    /// <summary>Bytes of one form with its files: a handful of photographs.</summary>
    internal const int UploadLimit = 150 * 1024 * 1024;

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddScoped<RecordEntry>()
        .AddScoped<CorrectEntry>()
        .AddScoped<VoidEntry>()
        .AddScoped<ImportEntries>()
        .AddScoped<EntryFiles>();

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        var work = routes.MapGroup("/work/mandates/{slug}").RequireAuthorization(Policies.RecordWork);
        work.MapGet("/files/{sha256}", FileDownload.GetAsync);
    }
}
