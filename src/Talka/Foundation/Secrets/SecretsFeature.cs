using System.CommandLine;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Talka.Foundation.Data;
using Talka.Foundation.Hosting;
using Talka.Foundation.Results;
using static Talka.Foundation.Secrets.Texts;

namespace Talka.Foundation.Secrets;

/// <summary>Secrets at rest: the keys of cookies and forms lie in the database, shared by all nodes, sealed by a key outside it.</summary>
public sealed class SecretsFeature : IFeature
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<MasterKey>();
        services.AddScoped<ISealedSecrets, SealedProtectionKeys>();
        services.AddScoped<ISeed, OldKeyFolder>();
        services.AddScoped<IFirstStart, MissingMasterKey>();
        services.AddDataProtection().SetApplicationName("Talka").PersistKeysToDbContext<TalkaDb>();
        services.AddOptions<KeyManagementOptions>().Configure<MasterKey>((options, master) => options.XmlEncryptor = new SealedXmlEncryptor(master));
    }

    public IEnumerable<Command> Verbs(VerbHost host)
    {
        var reseal = new Command("reseal", "Seal all secrets in the database anew with the first of the master keys.");
        host.Handle(reseal, async (services, _, cancel) =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            var (resealed, lost) = (0, 0);
            foreach (var secrets in services.GetServices<ISealedSecrets>())
            {
                var outcome = await secrets.ResealAsync(db, cancel);
                (resealed, lost) = (resealed + outcome.Resealed, lost + outcome.Lost);
            }

            await db.SaveChangesAsync(cancel);
            Console.Error.WriteLine(lost == 0 ? T("Resealed", resealed) : T("ResealedSome", resealed, lost));
            return lost == 0 ? 0 : 1;
        });
        var add = new Command("new", "Put a new master key first into its file; from the next start on it seals.");
        host.Handle(add, (services, _, _) =>
        {
            var master = services.GetRequiredService<MasterKey>();
            if (master.KeyFile is not { } file)
            {
                return Task.FromResult(VerbHost.Fail([Error.Conflict("master-key-in-settings", T("MasterKeyInSettings"))]));
            }

            master.AddKey();
            Console.Out.WriteLine(file);
            return Task.FromResult(0);
        });
        return [new Command("master-key", "The key that seals secrets in the database.") { add, reseal }];
    }
}
