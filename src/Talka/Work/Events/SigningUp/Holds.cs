namespace Talka.Work.Events.SigningUp;

/// <summary>How long a place is held for somebody who has to answer.</summary>
internal static class Holds
{
    public const int HoursToConfirm = 24;

    private static readonly TimeSpan Least = TimeSpan.FromMinutes(30);

    /// <summary>A day, but close to the event no more than a quarter of the time that is left.</summary>
    public static DateTime Confirming(EventFacts e, DateTime now) => Until(e, now, HoursToConfirm);

    /// <summary>As many hours as the organiser gives, under the same limit.</summary>
    public static DateTime Offered(EventFacts e, int hours, DateTime now) => Until(e, now, hours);

    private static DateTime Until(EventFacts e, DateTime now, int hours)
    {
        var hold = TimeSpan.FromHours(hours);
        if (e is { State: not EventState.Postponed, StartsAt: { } start } && (start - now) / 4 is var quarter && quarter < hold)
        {
            hold = quarter > Least ? quarter : Least;
        }

        return now + hold;
    }
}
