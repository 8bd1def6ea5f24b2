using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Talka.Foundation.Data;
using Talka.Foundation.Hosting;

namespace Talka.Foundation.Secrets;

/// <summary>Secrets at rest: the keys of cookies and forms lie in the database, shared by all nodes, sealed by a key outside it.</summary>
public sealed class SecretsFeature : IFeature
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<MasterKey>();
        services.AddScoped<ISeed, OldKeyFolder>();
        services.AddScoped<IFirstStart, MissingMasterKey>();
        services.AddDataProtection().SetApplicationName("Talka").PersistKeysToDbContext<TalkaDb>();
        services.AddOptions<KeyManagementOptions>().Configure<MasterKey>((options, master) => options.XmlEncryptor = new SealedXmlEncryptor(master));
    }
}
