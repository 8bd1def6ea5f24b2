using Talka.Accounts;
using Talka.Foundation.Hosting;
using Talka.Work.Records.Files;
using Talka.Work.Records.Import;
using Talka.Work.Records.Listing;

namespace Talka.Work.Records;

public sealed class RecordsFeature : IFeature
{
    /// <summary>Bytes of one form with its files: a handful of photographs.</summary>
    internal const int UploadLimit = 120 * 1024 * 1024;

    public IEnumerable<MenuItem> Menu => [new(80, () => Texts.T("KindsTitle"), "/admin/kinds", Policies.Administer)];

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddScoped<RecordEntry>()
        .AddScoped<CorrectEntry>()
        .AddScoped<VoidEntry>()
        .AddScoped<ReviseDecision>()
        .AddScoped<ImportEntries>()
        .AddScoped<EntryFiles>();

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        var work = routes.MapGroup("/work/mandates/{slug}").RequireAuthorization(Policies.SeeMandate);
        work.MapGet("/files/{sha256}", FileDownload.GetAsync);
        work.MapGet("/journal/export", JournalExport.GetAsync).RequireRateLimiting(RateLimits.Export);
        work.MapGet("/import/template", ImportTemplate.GetAsync);
        work.MapGet("/import/kinds", ImportTemplate.KindsAsync);
    }
}
