using System.CommandLine;
using System.CommandLine.Invocation;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Hosting;
using Talka.Foundation.Localisation;
using Talka.Foundation.Operations;
using Talka.Foundation.Results;
using OperationsTexts = Talka.Foundation.Operations.Texts;

namespace Talka;

/// <summary>The command line: no verb serves the web; every verb of the features runs on the same application.</summary>
public static class TalkaCommandLine
{
    private const string DefaultAddress = "http://localhost:5080";
    private const int UsageError = 2;

    private static readonly Option<string?> Data = new("--data") { Description = "The data folder (or TALKA_DATA); data/ by default.", Recursive = true };
    private static readonly Option<int?> Port = new("--port") { Description = "Serve on this port of localhost; 5080 by default." };
    private static readonly Option<bool> NoDemo = new("--no-demo") { Description = "Do not load the sample mandate on the first start." };

    public static async Task<int> RunAsync(string[] args)
    {
        using var language = Languages.Use(StartUp.ConsoleLanguage);
        var root = new RootCommand("Talka: perform a delegated task of the state, and account for it. Without a verb it serves the site.")
        {
            Data, Port, NoDemo,
        };
        root.SetAction(ServeAsync);
        var host = new VerbHost(RunVerbAsync, (parsed, more) => TalkaApp.Build(Settings(parsed, more)));
        foreach (var verb in TalkaApp.Features.SelectMany(feature => feature.Verbs(host)))
        {
            root.Subcommands.Add(verb);
        }

        root.Subcommands.Add(Help(root));
        return await InvokeAsync(root.Parse(args));
    }

    // What was asked for wrongly is told apart from what went wrong
    private static async Task<int> InvokeAsync(ParseResult parsed, CancellationToken cancel = default)
    {
        var code = await parsed.InvokeAsync(cancellationToken: cancel);
        return parsed.Action is ParseErrorAction ? UsageError : code;
    }

    private static Command Help(RootCommand root)
    {
        var about = new Argument<string[]>("verb") { Description = "The verb to explain.", Arity = ArgumentArity.ZeroOrMore };
        var help = new Command("help", "Print all verbs, or explain one.") { about };
        help.SetAction((parsed, cancel) => InvokeAsync(root.Parse([.. parsed.GetValue(about) ?? [], "--help"]), cancel));
        return help;
    }

    private static async Task<int> ServeAsync(ParseResult parsed, CancellationToken cancel)
    {
        var settings = Settings(parsed);
        if (parsed.GetValue(Port) is { } port)
        {
            settings["urls"] = $"http://localhost:{port}";
        }

        await using var app = TalkaApp.Build(settings);
        if (string.IsNullOrEmpty(app.Configuration["urls"]) && !app.Configuration.GetSection("Kestrel:Endpoints").GetChildren().Any())
        {
            app.Urls.Add(DefaultAddress);
        }

        var prepared = await PrepareAsync(app, parsed, cancel);
        if (!prepared.Succeeded)
        {
            return VerbHost.Fail(prepared.Errors);
        }

        using var mine = prepared.Value.Lock;
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            return VerbHost.Fail([OperationsErrors.AddressInUse(Address(app))]);
        }

        prepared.Value.Lines.ForEach(Console.Out.WriteLine);
        await Task.WhenAll(app.WaitForShutdownAsync(cancel), GiveMemoryBackAsync(app.Lifetime.ApplicationStopping));
        return 0;
    }

    // A start makes much that is never needed again, and the collector would keep the room of it: it is told once, when the first pages are out
    private static async Task GiveMemoryBackAsync(CancellationToken stopping)
    {
        await Task.Delay(TimeSpan.FromSeconds(5), stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!stopping.IsCancellationRequested)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }

    /// <summary>Everything between a built application and one that may answer: the lock, the database's version, what a first start brings along.</summary>
    private static async Task<Result<(FolderLock? Lock, List<string> Lines)>> PrepareAsync(
        WebApplication app, ParseResult parsed, CancellationToken cancel)
    {
        var folder = app.Services.GetRequiredService<DataFolder>();
        FolderLock? mine = null;
        try
        {
            folder.Create();
            if (!DataSetup.IsPostgres(app.Configuration.GetConnectionString("Talka")))
            {
                var taken = await FolderLock.TakeAsync(folder, FolderLock.Serving, TimeSpan.FromSeconds(60), cancel);
                if (!taken.Succeeded)
                {
                    return Result<(FolderLock?, List<string>)>.Failed(taken.Errors);
                }

                mine = taken.Value;
            }
        }
        catch (Exception failure) when (Migrator.Expected(failure, folder) is { } error)
        {
            return error;
        }

        var migrated = await Migrator.MigrateAsync(app.Services, cancel, mine);
        if (!migrated.Succeeded)
        {
            mine?.Dispose();
            return Result<(FolderLock?, List<string>)>.Failed(migrated.Errors);
        }

        List<string> lines = [OperationsTexts.T("Serving", Address(app)), OperationsTexts.T("SignInAt", Address(app))];
        var context = new StartContext(Address(app), IsLoopback(app), DemoWanted(app, parsed), lines.Add);
        await using var scope = app.Services.CreateAsyncScope();
        foreach (var work in scope.ServiceProvider.GetServices<IFirstStart>().OrderBy(work => work.Order))
        {
            await work.RunAsync(context, cancel);
        }

        return (mine, lines);
    }

    private static async Task<int> RunVerbAsync(
        ParseResult parsed, Func<IServiceProvider, CancellationToken, Task<int>> action, CancellationToken cancel)
    {
        await using var app = TalkaApp.Build(Settings(parsed));
        var migrated = await Migrator.MigrateAsync(app.Services, cancel);
        if (!migrated.Succeeded)
        {
            return VerbHost.Fail(migrated.Errors);
        }

        await using var scope = app.Services.CreateAsyncScope();
        return await action(scope.ServiceProvider, cancel);
    }

    private static IEnumerable<string> Addresses(WebApplication app) =>
        app.Urls.Count > 0 ? app.Urls : (app.Configuration["urls"] ?? DefaultAddress).Split(';');

    private static string Address(WebApplication app) => Addresses(app).First().TrimEnd('/');

    private static bool IsLoopback(WebApplication app) =>
        !app.Configuration.GetSection("Kestrel:Endpoints").GetChildren().Any()
        && Addresses(app).Select(BindingAddress.Parse).All(address =>
            address.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));

    private static bool DemoWanted(WebApplication app, ParseResult parsed) =>
        !parsed.GetValue(NoDemo) && app.Configuration.GetValue("Talka:Demo", true);

    private static Dictionary<string, string?> Settings(ParseResult parsed, IReadOnlyDictionary<string, string?>? more = null)
    {
        var settings = new Dictionary<string, string?>();
        if ((parsed.GetValue(Data) ?? StartUp.DataFromEnvironment) is { Length: > 0 } data)
        {
            settings["Talka:Data"] = data;
        }

        foreach (var (key, value) in more ?? new Dictionary<string, string?>())
        {
            settings[key] = value;
        }

        return settings;
    }
}
