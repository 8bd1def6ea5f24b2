namespace Talka.Foundation.Hosting;

public static class Ticks
{
    /// <summary>Waits for the next tick; false when the program stops meanwhile, which is no failure that anybody has to read about.</summary>
    public static async ValueTask<bool> NextAsync(this PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return false;
        }
    }
}
