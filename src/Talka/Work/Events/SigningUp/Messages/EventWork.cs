using Talka.Foundation.Hosting;

namespace Talka.Work.Events.SigningUp;

/// <summary>Looks every few seconds for holds that have run out and messages that are due, while the server runs; on several nodes whichever comes first does it.</summary>
internal sealed class EventWork(IServiceScopeFactory scopes, TimeProvider clock, ILogger<EventWork> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.NextAsync(stoppingToken))
        {
            await DoAsync(services => services.GetRequiredService<LapseHolds>().RunAsync(stoppingToken), stoppingToken);
            await DoAsync(services => services.GetRequiredService<SendEventMessages>().RunAsync(stoppingToken), stoppingToken);
        }
    }

    private async Task DoAsync(Func<IServiceProvider, Task> work, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await work(scope.ServiceProvider);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            // The next look tries again; a database that is away must end neither the work nor the program
            log.LogError(failure, "Work on events failed and is tried again");
        }
        catch (OperationCanceledException)
        {
            // The program stops
        }
    }
}
