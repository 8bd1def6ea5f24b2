using Talka.Foundation.Hosting;
using Talka.Foundation.Localisation;

namespace Talka.Supervision.Reports.Calendar;

/// <summary>Asks every hour whether today's reminders have gone out, while the server runs.</summary>
internal sealed class ReportReminders(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ReportReminders> log) : BackgroundService
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(First, clock);
        while (await timer.NextAsync(stoppingToken))
        {
            timer.Period = Every;
            await RemindAsync(stoppingToken);
        }
    }

    private async Task RemindAsync(CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RemindOfReports>().RunAsync(clock.Today(), cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            // The next hour tries again; a database that is away must not end the reminders for good
            log.LogError(failure, "Reminding of reports failed and is tried again in an hour");
        }
    }
}
