using System.CommandLine;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Hosting;

namespace Talka;

/// <summary>The command line: no verb serves the web; every verb of the features runs on the same application.</summary>
public static class TalkaCommandLine
{
    private static readonly Option<string?> Data = new("--data") { Description = "The data folder (or TALKA_DATA); data/ by default.", Recursive = true };
    private static readonly Option<int> Port = new("--port") { Description = "The port to serve on.", DefaultValueFactory = _ => 5080 };

    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Talka: perform a delegated task of the state, and account for it.") { Data, Port };
        root.SetAction(ServeAsync);
        var host = new VerbHost(RunVerbAsync);
        foreach (var verb in TalkaApp.Features.SelectMany(feature => feature.Verbs(host)))
        {
            root.Subcommands.Add(verb);
        }

        return root.Parse(args).InvokeAsync();
    }

    private static async Task<int> ServeAsync(ParseResult parsed, CancellationToken cancel)
    {
        await using var app = TalkaApp.Build(Settings(parsed, ("urls", $"http://localhost:{parsed.GetValue(Port)}")));
        await Migrator.MigrateAsync(app.Services, cancel);
        await app.StartAsync(cancel);
        await GreetAsync(app, cancel);
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }

    private static async Task GreetAsync(WebApplication app, CancellationToken cancel)
    {
        var address = app.Urls.First().TrimEnd('/');
        Console.WriteLine($"Talka is at {address}");
        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().LinkAsync(cancel) is { } path)
        {
            Console.WriteLine($"Nobody administers it yet. Become the administrator with this link, which works once:\n  {address}{path}");
        }
    }

    private static async Task<int> RunVerbAsync(
        ParseResult parsed, Func<IServiceProvider, CancellationToken, Task<int>> action, CancellationToken cancel)
    {
        await using var app = TalkaApp.Build(Settings(parsed));
        await Migrator.MigrateAsync(app.Services, cancel);
        await using var scope = app.Services.CreateAsyncScope();
        return await action(scope.ServiceProvider, cancel);
    }

    private static Dictionary<string, string?> Settings(ParseResult parsed, params (string Key, string Value)[] more)
    {
        var settings = more.ToDictionary(pair => pair.Key, string? (pair) => pair.Value);
        if ((parsed.GetValue(Data) ?? StartUp.DataFromEnvironment) is { } data)
        {
            settings["Talka:Data"] = data;
        }

        return settings;
    }
}
