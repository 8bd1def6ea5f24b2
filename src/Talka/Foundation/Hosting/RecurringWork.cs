using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Talka.Foundation.Hosting;

/// <summary>Work that the server does again and again. Each node does it: what may be done only once, the work itself claims in the database.</summary>
/// <param name="Name">What it is, for the log.</param>
/// <param name="First">From the start to the first time: a start has other things to do.</param>
/// <param name="Run">Gets services of a scope of its own.</param>
internal sealed record Recurring(string Name, TimeSpan First, TimeSpan Every, Func<IServiceProvider, CancellationToken, Task> Run);

internal static class RecurringSetup
{
    public static IServiceCollection AddRecurring(
        this IServiceCollection services, string name, TimeSpan first, TimeSpan every, Func<IServiceProvider, CancellationToken, Task> run)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, RecurringWork>());
        return services.AddSingleton(new Recurring(name, first, every, run));
    }
}

/// <summary>Runs all of it while the server does, side by side.</summary>
internal sealed class RecurringWork(IEnumerable<Recurring> all, IServiceScopeFactory scopes, TimeProvider clock, ILogger<RecurringWork> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(all.Select(work => RepeatAsync(work, stoppingToken)));

    private async Task RepeatAsync(Recurring work, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(work.First, clock);
        while (await timer.NextAsync(stopping))
        {
            timer.Period = work.Every;
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await work.Run(scope.ServiceProvider, stopping);
            }
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                // Nobody waits for an answer here: a database that is away must end neither the work for good nor the program
                log.LogError(failure, "{Work} failed and is tried again in {Every}", work.Name, work.Every);
            }
            catch (OperationCanceledException)
            {
                // The program stops
            }
        }
    }
}
