using Talka.Foundation.Localisation;
using static Talka.Work.Events.Planning.Texts;

namespace Talka.Work.Events.Planning;

/// <summary>How much of a series is done.</summary>
public static class SeriesProgress
{
    /// <summary>Events of one series that are looked at.</summary>
    public const int Most = 500;

    /// <summary>Those that are closed, and those that are over and were not called off.</summary>
    public static int Held(IEnumerable<(EventState State, DateTime? EndsAt)> events, DateTime now) =>
        events.Count(one => one.State == EventState.Closed || (one.State == EventState.Published && one.EndsAt < now));

    /// <summary><c>5 of 7 held</c>.</summary>
    public static string Words(int held, int? planned) => planned is { } all ? T("HeldOf", Format.Number(held), Format.Number(all)) : T("Held", Format.Number(held));
}
