using System.Diagnostics;
using System.Globalization;

namespace Talka.Bench;

/// <summary>The most memory that the process held since it was at rest; what sends to it in the same process counts in.</summary>
internal sealed class PeakMemory : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _watching;
    private readonly long _rest;
    private long _peak;

    private PeakMemory()
    {
        GC.Collect();
        _rest = Now();
        _watching = WatchAsync();
    }

    /// <summary>Begins at rest, after a warm-up.</summary>
    public static PeakMemory Watch() => new();

    public async Task ReportAsync(Report report, string what, string database, string detail = "")
    {
        await DisposeAsync();
        report.AtMost($"{what}, memory to that at rest", database, 2, (double)_peak / _rest, string.Create(CultureInfo.InvariantCulture, $"{_peak / 1_000_000} MB, {_rest / 1_000_000} MB at rest{detail}"));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
    }

    private async Task WatchAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            _peak = Math.Max(_peak, Now());
            await Task.Delay(200, CancellationToken.None);
        }
    }

    private static long Now()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
