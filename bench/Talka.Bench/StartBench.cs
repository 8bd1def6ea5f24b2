using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Talka.Bench;

/// <summary>
/// From starting the process to its first page, and its memory once at rest, with all the entries present: against an empty ASP.NET Core
/// application that is published the same way.
/// </summary>
internal static class StartBench
{
    private const int Rounds = 5;

    public static async Task RunAsync(Options options, Report report)
    {
        var talka = await PublishAsync(options, "src/Talka", "talka");
        var empty = await PublishAsync(options, "bench/EmptyApp", "empty");
        await using var site = await BenchSite.CreateAsync(options);
        await Sample.CreateAdministratorAsync(site);
        await Sample.CreateMandateAsync(site);
        await Sample.FillAsync(site, options.Entries);
        await site.SettleAsync();
        List<(Run Talka, Run Empty)> rounds = [];
        for (var round = 0; round < Rounds + 1; round++)
        {
            rounds.Add((
                await StartAsync(talka, ["--data", site.Folder, "--no-demo"], site.OnPostgres ? site.Connection : "", round == Rounds),
                await StartAsync(empty, [], "", round == Rounds)));
        }

        var times = rounds.Skip(1).ToList(); // the first reads the programs from the disk
        var product = Benchmarks.Median(times.Select(r => r.Talka.Seconds));
        var baseline = Benchmarks.Median(times.Select(r => r.Empty.Seconds));
        report.AtMost($"start to first page, {options.Entries:N0} entries", options.Database, 2.5, product / baseline, string.Create(
            CultureInfo.InvariantCulture,
            $"{product:0.00} s, empty application {baseline:0.00} s; processor time {Benchmarks.Median(times.Select(r => r.Talka.Processor)):0.00} s, {Benchmarks.Median(times.Select(r => r.Empty.Processor)):0.00} s"));
        var (last, lastEmpty) = rounds[^1];
        report.AtMost($"memory at rest, {options.Entries:N0} entries", options.Database, 2.5, last.Megabytes / lastEmpty.Megabytes, string.Create(
            CultureInfo.InvariantCulture, $"{last.Megabytes:0} MB, empty application {lastEmpty.Megabytes:0} MB"));
    }

    private sealed record Run(double Seconds, double Processor, double Megabytes);

    private static async Task<Run> StartAsync(string program, string[] arguments, string connection, bool atRest)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        start.Environment["URLS"] = $"http://127.0.0.1:{port}";
        start.Environment["ConnectionStrings__Talka"] = connection;
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
            await FirstPageAsync(client, process);
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            var processor = process.TotalProcessorTime.TotalSeconds;
            if (atRest)
            {
                await Task.Delay(TimeSpan.FromSeconds(10));
            }

            return new Run(seconds, processor, ResidentMegabytes(process.Id));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task FirstPageAsync(HttpClient client, Process process)
    {
        for (var attempt = 0; attempt < 6_000 && !process.HasExited; attempt++)
        {
            try
            {
                using var response = await client.GetAsync("/");
                response.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException failure) when (failure.InnerException is SocketException)
            {
                await Task.Delay(5);
            }
        }

        throw new InvalidOperationException("The program did not answer.");
    }

    private static double ResidentMegabytes(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
    }

    private static async Task<string> PublishAsync(Options options, string project, string name)
    {
        var folder = Path.Combine(options.Folder, "published", name);
        using var publish = Process.Start(new ProcessStartInfo("dotnet", [
            "publish", project, "-c", "Release", "-r", "linux-x64", "--self-contained", "false", "-p:PublishReadyToRun=true", "-p:RunAnalyzers=false",
            "-o", folder, "-v", "quiet", "--nologo"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var output = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? Path.Combine(folder, name) : throw new InvalidOperationException(output);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
