using System.CommandLine;
using Talka.Accounts;
using Talka.Foundation.Hosting;
using Talka.Foundation.Localisation;
using static Talka.Administration.Retention.Texts;

namespace Talka.Administration.Retention;

/// <summary>How long each kind of data is kept, and the nightly run that takes away what is older.</summary>
public sealed class RetentionFeature : IFeature
{
    public IEnumerable<MenuItem> Menu => [new(95, () => T("PageTitle"), "/admin/retention", Policies.Administer)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<RetentionKinds>();
        services.AddScoped<SavePeriods>();
        services.AddScoped<RunRetention>();
        services.AddRecurring("Retention", TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10), (scope, cancel) => scope.GetRequiredService<RunRetention>().NightlyAsync(cancel));
    }

    public IEnumerable<Command> Verbs(VerbHost host)
    {
        var dry = new Option<bool>("--dry-run") { Description = T("VerbDryRun") };
        var verb = new Command("retention", T("Verb")) { dry };
        host.Handle(verb, async (services, parsed, cancel) =>
        {
            var kinds = services.GetRequiredService<RetentionKinds>();
            var counts = parsed.GetValue(dry) ? await kinds.CountAsync(cancel) : await services.GetRequiredService<RunRetention>().RunAsync(cancel);
            foreach (var (kind, count) in counts)
            {
                Console.Out.WriteLine($"{kind.Code}\t{kind.Days}\t{count}\t{kind.Title}");
            }

            Console.Error.WriteLine(T(parsed.GetValue(dry) ? "VerbWouldGo" : "VerbGone", Format.Number(counts.Sum(kind => kind.Count))));
            return 0;
        });
        yield return verb;
    }
}
