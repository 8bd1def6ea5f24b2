using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Hosting;
using Talka.Mandates;

namespace Talka.Demo;

/// <summary>The sample mandate: loaded on a first start for whoever tries the program on their own machine, removed by one command.</summary>
public sealed class DemoFeature : IFeature
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<LoadDemo>();
        services.AddScoped<RemoveDemo>();
        services.AddScoped<IFirstStart, DemoOnFirstStart>();
    }

    public IEnumerable<Command> Verbs(VerbHost host)
    {
        var remove = new Option<bool>("--remove") { Description = Texts.T("RemoveOption") };
        var demo = new Command("demo", Texts.T("Verb")) { remove };
        host.Handle(demo, async (services, parsed, cancel) =>
        {
            var done = parsed.GetValue(remove)
                ? await services.GetRequiredService<RemoveDemo>().RunAsync(cancel)
                : await services.GetRequiredService<LoadDemo>().RunAsync(cancel);
            if (!done.Succeeded)
            {
                return VerbHost.Fail(done.Errors);
            }

            Console.Out.WriteLine(done.Value);
            return 0;
        });
        return [demo];
    }

    /// <summary>Only where nobody else can reach the site, since the demo accounts' password is public.</summary>
    private sealed class DemoOnFirstStart(TalkaDb db, LoadDemo load) : IFirstStart
    {
        public int Order => 10;

        public async Task RunAsync(StartContext context, CancellationToken cancel)
        {
            if (!context.DemoWanted || !context.IsLoopback || await db.MandatesWithHidden().AnyAsync(m => m.Slug != SampleMandate.Slug || m.Hidden, cancel)
                || await load.IsLoadedAsync(cancel))
            {
                return;
            }

            var loaded = await load.RunAsync(cancel);
            context.Say(loaded.Succeeded ? Texts.T("Loaded", context.Address) : Texts.T("NotLoaded", loaded.Errors[0].Message));
        }
    }
}
