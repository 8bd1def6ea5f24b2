using Talka.Foundation.Charts;
using Talka.Foundation.Files;
using Talka.Foundation.Hosting;
using Talka.Foundation.Pdf;
using Talka.Foundation.Retention;

namespace Talka.Foundation;

/// <summary>Stored files and the makers of documents, for every feature.</summary>
public sealed class DocumentsFeature : IFeature
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<FileStore>();
        services.AddScoped<IRetention, LooseFilesRetention>();
        services.AddSingleton<PdfRenderer>();
        services.AddSingleton<ChartRenderer>();
    }
}
