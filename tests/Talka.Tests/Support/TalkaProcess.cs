using System.Diagnostics;
using System.Text;

namespace Talka.Tests.Support;

/// <summary>The real program as a process of its own: what only shows from outside, such as being killed, is tested on it.</summary>
public sealed class TalkaProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly TaskCompletionSource _serving = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TalkaProcess(string[] prefix, string[] arguments, string? connection)
    {
        string[] command = [.. prefix, "dotnet", Path.Combine(AppContext.BaseDirectory, "talka.dll"), .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["ConnectionStrings__Talka"] = connection ?? "";
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["HOME"] = Path.GetTempPath();
        start.Environment.Remove("TALKA_DATA");
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Take(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Take(_errors, line.Data);
        _process.Exited += (_, _) => _serving.TrySetException(new InvalidOperationException($"The program ended.\n{Output}\n{Errors}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _process.StandardInput.Close();
    }

    public string Address { get; private init; } = "";

    public int Id => _process.Id;

    public string Output => Read(_output);

    public string Errors => Read(_errors);

    /// <summary>Runs the program to its end.</summary>
    /// <param name="prefix">A command that runs the program, such as <c>prlimit</c> with its options.</param>
    /// <param name="connection">A PostgreSQL connection string, or null for the SQLite file of the data folder.</param>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(string[] arguments, string[]? prefix = null, string? connection = null)
    {
        await using var program = new TalkaProcess(prefix ?? [], arguments, connection);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await program._process.WaitForExitAsync(limit.Token);
        return (program._process.ExitCode, program.Output, program.Errors);
    }

    /// <summary>Starts the server and waits until it answers.</summary>
    public static async Task<TalkaProcess> ServeAsync(string folder, string[]? prefix = null, string? connection = null, params string[] more)
    {
        var port = Ports.Next();
        var program = new TalkaProcess(prefix ?? [], ["--data", folder, "--port", $"{port}", .. more], connection)
        {
            Address = $"http://localhost:{port}",
        };
        try
        {
            await program._serving.Task.WaitAsync(TimeSpan.FromMinutes(3));
            return program;
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends it as a power failure would: no handler runs.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to end, as a service manager does, and gives its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{Id}"]);
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static string Read(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }

    private void Take(StringBuilder text, string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (text)
        {
            text.AppendLine(line);
        }

        if (line.StartsWith("Talka serves", StringComparison.Ordinal))
        {
            _serving.TrySetResult();
        }
    }
}
