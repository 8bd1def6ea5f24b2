using System.CommandLine;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Hosting;
using Talka.Foundation.Operations;
using Talka.Foundation.Personal;

namespace Talka.Journal;

public sealed class JournalFeature : IFeature
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<JournalKeys>();
        services.AddScoped<IPersonalData, JournalPersonalData>();
        services.AddScoped<IPersonMentions, JournalMentions>();
        services.AddScoped<IFileNames, JournalFileNames>();
        services.AddScoped<JournalWriter>();
        services.AddScoped<DoubleTap>();
        services.AddScoped<CheckpointSigner>();
        services.AddScoped<JournalProofs>();
        services.AddScoped<JournalVerifier>();
        services.AddScoped<EraseEntry>();
        services.AddScoped<LooseFiles>();
        services.AddScoped<SaveKind>();
        services.AddScoped<ISeed, KindSeed>();
        services.AddScoped<IBackupPart, JournalBackupPart>();
    }

    public void MapEndpoints(IEndpointRouteBuilder routes) => LogEndpoints.Map(routes);

    public IEnumerable<Command> Verbs(VerbHost host) => [VerifyVerb.Make(host), JournalVerb.Make(host)];
}
