using Talka.Foundation.Hosting;
using Talka.Foundation.Personal;
using Talka.Foundation.Retention;

namespace Talka.Foundation.Trail;

/// <summary>The audit trail, written by every feature; it is read in Administration, where people have names.</summary>
public sealed class TrailFeature : IFeature
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<AuditTrail>();
        services.AddScoped<IPersonalData, TrailPersonalData>();
        services.AddScoped<IRetention, TrailRetention>();
    }
}
