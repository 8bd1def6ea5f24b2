using System.CommandLine;
using Talka.Foundation.Results;

namespace Talka.Foundation.Hosting;

/// <summary>
/// Runs a command-line verb inside the same application as the web server: same services, same data, no listening.
/// Standard output belongs to the verb alone; logs and errors go to standard error.
/// </summary>
public sealed class VerbHost(
    Func<ParseResult, Func<IServiceProvider, CancellationToken, Task<int>>, CancellationToken, Task<int>> run,
    Func<ParseResult, IReadOnlyDictionary<string, string?>, IHost> build)
{
    /// <summary>
    /// Builds the application that the command line asks for, with settings that win over everything else, and neither starts it nor
    /// touches its database. For verbs that must work where <see cref="Handle"/> cannot, such as on a broken database. The caller disposes it.
    /// </summary>
    public IHost Build(ParseResult parsed, IReadOnlyDictionary<string, string?>? settings = null) =>
        build(parsed, settings ?? new Dictionary<string, string?>());

    /// <summary>Sets what a command does. The action gets a service scope on a migrated database and returns the exit code.</summary>
    public void Handle(Command command, Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> action) =>
        command.SetAction((parsed, cancel) => run(parsed, (services, stop) => action(services, parsed, stop), cancel));

    /// <summary>Runs an action as <see cref="Handle"/> does, for a command that needs the application only sometimes.</summary>
    public Task<int> RunAsync(ParseResult parsed, Func<IServiceProvider, CancellationToken, Task<int>> action, CancellationToken cancel) =>
        run(parsed, action, cancel);

    /// <summary>Prints expected failures, code and message, and gives the exit code for them.</summary>
    public static int Fail(IReadOnlyList<Error> errors)
    {
        foreach (var error in errors)
        {
            Console.Error.WriteLine($"{error.Code}: {error.Message}");
        }

        return 1;
    }
}
