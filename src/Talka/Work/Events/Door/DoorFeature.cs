using Talka.Foundation.Hosting;

namespace Talka.Work.Events.Door;

/// <summary>Who came.</summary>
public sealed class DoorFeature : IFeature
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }
}
