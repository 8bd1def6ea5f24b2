namespace Talka.Tests.Support;

/// <summary>The system's clock, which a test can put forward.</summary>
internal sealed class MovableClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public DateTime Now => GetUtcNow().UtcDateTime;

    /// <summary>A clock that stands at another moment now, and goes on from there.</summary>
    public static MovableClock At(DateTimeOffset moment) => new() { Ahead = moment - System.GetUtcNow() };

    public void Advance(TimeSpan by) => Ahead += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
