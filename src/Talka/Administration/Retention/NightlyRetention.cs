using Talka.Foundation.Hosting;
using Talka.Foundation.Localisation;

namespace Talka.Administration.Retention;

/// <summary>Runs the retention once a day, after three at night in Riga; whichever node looks first runs, the others see that it did.</summary>
internal sealed class NightlyRetention(IServiceScopeFactory scopes, TimeProvider clock, ILogger<NightlyRetention> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(10);
    private const int FirstHour = 3;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not at once: a start has other things to do
        using var timer = new PeriodicTimer(Look, clock);
        while (await timer.NextAsync(stoppingToken))
        {
            if (Riga.ToLocal(clock.GetUtcNow().UtcDateTime).Hour >= FirstHour)
            {
                await RunAsync(stoppingToken);
            }
        }
    }

    private async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<RunRetention>().RunOfTodayAsync(cancel) is { } gone)
            {
                log.LogInformation("Retention: {Gone} rows and files were older than their periods and are gone.", gone);
            }
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            // Nobody waits for an answer here; tomorrow's run takes what was left
            log.LogError(failure, "Retention failed");
        }
    }
}
