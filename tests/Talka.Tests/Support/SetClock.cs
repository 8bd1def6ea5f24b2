namespace Talka.Tests.Support;

/// <summary>The time of day as a test sets it.</summary>
internal sealed class SetClock : TimeProvider
{
    private TimeSpan _ahead;

    /// <summary>A clock that stands at another moment now, and goes on from there.</summary>
    public static SetClock At(DateTimeOffset moment)
    {
        var clock = new SetClock();
        clock.Advance(moment - System.GetUtcNow());
        return clock;
    }

    public void Advance(TimeSpan by) => _ahead += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;
}
