using Talka.Foundation.Hosting;

namespace Talka.Reporting.Transparency;

public sealed class TransparencyFeature : IFeature
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<MandateOverviews.Kept>();
        services.AddScoped<MandateOverviews>();
    }

    public IEnumerable<MenuItem> Menu => [new(0, () => Texts.T("Menu"), "/")];
}
