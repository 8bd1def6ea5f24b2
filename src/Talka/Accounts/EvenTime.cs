namespace Talka.Accounts;

/// <summary>Lets an answer take the same time whatever was found out on the way, so that it does not tell whether an account exists.</summary>
internal static class EvenTime
{
    /// <summary>Longer than the work behind the answer usually takes.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(400);

    /// <param name="started">A timestamp of the clock.</param>
    public static async Task SinceAsync(long started, TimeProvider clock, CancellationToken cancel)
    {
        var left = Least - clock.GetElapsedTime(started);
        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left, cancel);
        }
    }
}
