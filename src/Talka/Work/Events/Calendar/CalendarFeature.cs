using Talka.Foundation.Hosting;

namespace Talka.Work.Events.Calendar;

/// <summary>Events as the public sees them.</summary>
public sealed class CalendarFeature : IFeature
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }
}
