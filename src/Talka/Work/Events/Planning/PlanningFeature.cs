using Talka.Foundation.Hosting;

namespace Talka.Work.Events.Planning;

/// <summary>Events as the organiser plans them.</summary>
public sealed class PlanningFeature : IFeature
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }
}
