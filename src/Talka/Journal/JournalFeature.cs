using Talka.Foundation.Data;
using Talka.Foundation.Hosting;

namespace Talka.Journal;

public sealed class JournalFeature : IFeature
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<JournalWriter>();
        services.AddScoped<ISeed, KindSeed>();
    }
}
