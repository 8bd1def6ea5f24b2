using Talka.Foundation.Hosting;

namespace Talka.Forms.Answers;

/// <summary>Erases answers on their day, while the server runs. Any node may: what is gone cannot go twice.</summary>
internal sealed class DueErasures(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DueErasures> log) : BackgroundService
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(First, clock);
        while (await timer.NextAsync(stoppingToken))
        {
            timer.Period = Every;
            await EraseAsync(stoppingToken);
        }
    }

    private async Task EraseAsync(CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<EraseAnswers>().DueAsync(cancel) is > 0 and var gone)
            {
                log.LogInformation("The day of {Gone} answers had come; they are erased.", gone);
            }
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            // The next hour tries again
            log.LogError(failure, "Erasing answers failed and is tried again in an hour");
        }
    }
}
