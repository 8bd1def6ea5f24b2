using System.CommandLine;
using System.Globalization;
using Talka.Foundation.Files;
using Talka.Foundation.Hosting;
using Talka.Foundation.Trail;
using static Talka.Foundation.Operations.Texts;

namespace Talka.Foundation.Operations;

/// <summary>Keeping an installation: its backups.</summary>
public sealed class OperationsFeature : IFeature
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<BackUp>();
        services.AddScoped<DailyRuns>();
    }

    public IEnumerable<Command> Verbs(VerbHost host) => [BackupVerb(host), RestoreVerb(host)];

    private static Command BackupVerb(VerbHost host)
    {
        var file = new Option<string?>("--out") { Description = "The archive to write; talka-backup-<time>.tar in the current folder by default." };
        var withKey = new Option<bool>("--with-key") { Description = "Include the secret keys. Whoever has the archive can then sign as this installation." };
        var backup = new Command("backup", "Save the database and the attached files in one archive, also while the site runs.") { file, withKey };
        host.Handle(backup, async (services, parsed, cancel) =>
        {
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
            var made = await services.GetRequiredService<BackUp>()
                .ToAsync(parsed.GetValue(file) ?? $"talka-backup-{now}.tar", parsed.GetValue(withKey), cancel);
            if (!made.Succeeded)
            {
                return VerbHost.Fail(made.Errors);
            }

            await NoteAsync(services, parsed.GetValue(withKey), cancel);
            Console.Out.WriteLine(made.Value.Path);
            Console.Error.WriteLine(T("BackupMade", made.Value.Files, made.Value.Size));
            return 0;
        });
        return backup;
    }

    // A backup is wanted most where the disk fails: it stands, whether or not it can be noted.
    private static async Task NoteAsync(IServiceProvider services, bool withKey, CancellationToken cancel)
    {
        try
        {
            await services.GetRequiredService<AuditTrail>().WriteAsync(TrailAct.Exported, "backup", detail: withKey ? "with keys" : null, cancel: cancel);
        }
        catch (Exception failure) when (StorageFailure.Of(failure) is not null)
        {
            Console.Error.WriteLine(T("BackupNotNoted"));
        }
    }

    private static Command RestoreVerb(VerbHost host)
    {
        var file = new Argument<string>("file") { Description = "An archive that backup wrote." };
        var restore = new Command("restore", "Bring a backup back, after proving it. The state before is kept beside the data folder.") { file };
        restore.SetAction(async (parsed, cancel) =>
        {
            using var app = host.Build(parsed);
            var work = new Restore(
                app.Services.GetRequiredService<DataFolder>(), app.Services.GetRequiredService<IConfiguration>(),
                app.Services.GetRequiredService<TimeProvider>(), settings => host.Build(parsed, settings));
            var restored = await work.FromAsync(parsed.GetValue(file)!, cancel);
            if (!restored.Succeeded)
            {
                return VerbHost.Fail(restored.Errors);
            }

            Console.Out.WriteLine(restored.Value.Folder);
            Console.Error.WriteLine(T("RestoreDone", restored.Value.MadeAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)));
            foreach (var remark in restored.Value.Remarks)
            {
                Console.Error.WriteLine(remark);
            }

            if (restored.Value.Kept is { } kept)
            {
                Console.Error.WriteLine(T("RestoreKept", kept));
            }

            return 0;
        });
        return restore;
    }
}
