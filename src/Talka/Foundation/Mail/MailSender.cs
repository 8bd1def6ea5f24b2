using Talka.Foundation.Settings;

namespace Talka.Foundation.Mail;

/// <summary>Sends mail while the server runs: at once when this node commits one, and by looking every now and then.</summary>
internal sealed class MailSender(
    IServiceScopeFactory scopes, CurrentSettings settings, MailSignal signal, TimeProvider clock, ILogger<MailSender> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ClearEvery = TimeSpan.FromHours(1);

    private DateTime _clearAt = DateTime.MinValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await SendUntilStoppedAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops, which is no failure that anybody has to read about
        }
    }

    private async Task SendUntilStoppedAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.Zero;
        while (true)
        {
            await signal.WaitAsync(Look, stoppingToken);
            var reached = await SendAsync(stoppingToken);
            pause = reached ? TimeSpan.Zero : Longer(pause);
            await Task.Delay(pause, stoppingToken);
            if (!reached)
            {
                signal.Raise(); // look again right after the pause
            }
        }
    }

    private static TimeSpan Longer(TimeSpan pause) =>
        pause == TimeSpan.Zero ? ShortestPause : TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));

    private async Task<bool> SendAsync(CancellationToken cancel)
    {
        try
        {
            await settings.ReadAsync(cancel);
            await using var scope = scopes.CreateAsyncScope();
            var mails = scope.ServiceProvider.GetRequiredService<SendMails>();
            var reached = await mails.RunAsync(cancel);
            await ClearAsync(mails, cancel);
            return reached;
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            // Nobody waits for an answer here: a database that is away for a while must not end the sending for good, nor a bug the program
            log.LogError(failure, "Sending mail failed and is tried again");
            return false;
        }
    }

    private async Task ClearAsync(SendMails mails, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (now >= _clearAt)
        {
            await mails.ClearAsync(cancel);
            _clearAt = now + ClearEvery;
        }
    }
}
