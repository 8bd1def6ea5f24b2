using Talka.Foundation.Hosting;

namespace Talka.Foundation.Pictures;

/// <summary>Pictures that are drawn and not uploaded.</summary>
public sealed class PicturesFeature : IFeature
{
    public void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<Letters>().AddSingleton<ShareCards>().AddSingleton<ChartPictures>();
}
