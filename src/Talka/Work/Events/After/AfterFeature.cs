using Talka.Foundation.Hosting;

namespace Talka.Work.Events.After;

/// <summary>What is made of an event once it is over: attendance, the entry in the journal, certificates, feedback, statistics.</summary>
public sealed class AfterFeature : IFeature
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }
}
