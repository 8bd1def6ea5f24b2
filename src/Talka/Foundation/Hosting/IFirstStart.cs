namespace Talka.Foundation.Hosting;

/// <summary>
/// Work of a feature at each start of the server, on a migrated database and before anything is served: the first administrator, the sample mandate.
/// It finds out itself whether anything is due, and cheaply: every later start pays for the question.
/// </summary>
public interface IFirstStart
{
    /// <summary>Smaller runs first.</summary>
    int Order => 0;

    /// <summary>Shares its service scope with the others of this start.</summary>
    Task RunAsync(StartContext context, CancellationToken cancel);
}

/// <summary>How the server was started.</summary>
/// <param name="Address">The first address that it will answer on, such as <c>http://localhost:5080</c>.</param>
/// <param name="IsLoopback">Whether it can be reached from this machine alone.</param>
/// <param name="DemoWanted">False with <c>--no-demo</c> or <c>Talka:Demo</c> set to false.</param>
/// <param name="Say">Prints a line to the person at the console once the server answers.</param>
public sealed record StartContext(string Address, bool IsLoopback, bool DemoWanted, Action<string> Say);
