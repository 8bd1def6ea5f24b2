using Talka.Foundation.Hosting;

namespace Talka.Work.Events.SigningUp;

/// <summary>How people get a place, keep it and give it back, and what is written to them.</summary>
public sealed class SigningUpFeature : IFeature
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }
}
