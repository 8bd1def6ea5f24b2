using System.Globalization;
using Talka.Foundation.Localisation;

namespace Talka.Work.Events.After.OnlineReports;

/// <summary>When somebody was there: stretches of time in their order, none of which overlap, as reports of any number of devices and meetings tell it.</summary>
internal static class Stretches
{
    public static IReadOnlyList<(DateTime From, DateTime To)> Join(IEnumerable<(DateTime From, DateTime To)> stretches)
    {
        var joined = new List<(DateTime From, DateTime To)>();
        foreach (var next in stretches.Where(one => one.To > one.From).OrderBy(one => one.From))
        {
            if (joined.Count > 0 && next.From <= joined[^1].To)
            {
                joined[^1] = (joined[^1].From, next.To > joined[^1].To ? next.To : joined[^1].To);
            }
            else
            {
                joined.Add(next);
            }
        }

        return joined;
    }

    public static TimeSpan Length(this IEnumerable<(DateTime From, DateTime To)> stretches) => stretches.Aggregate(TimeSpan.Zero, (sum, one) => sum + (one.To - one.From));

    /// <summary>How much of them is told more than once.</summary>
    public static TimeSpan Overlap(IReadOnlyCollection<(DateTime From, DateTime To)> stretches) => stretches.Length() - Join(stretches).Length();

    /// <returns><c>2026-12-03T14:00:00/2026-12-03T14:40:00</c>, parted by spaces; null for none.</returns>
    public static string? Write(IReadOnlyCollection<(DateTime From, DateTime To)> stretches) =>
        stretches.Count == 0 ? null : string.Join(' ', stretches.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.From:s}/{one.To:s}")));

    public static IEnumerable<(DateTime From, DateTime To)> Read(string written) => written.Split(' ').Select(one => one.Split('/')).Select(ends => (At(ends[0]), At(ends[1])));

    /// <summary>What was written as a person reads it.</summary>
    public static string Text(string written) => string.Join(
        "; ", Read(written).Select(one => string.Create(CultureInfo.InvariantCulture, $"{Format.Date(DateOnly.FromDateTime(one.From))} {one.From:HH:mm}–{one.To:HH:mm}")));

    private static DateTime At(string text) => DateTime.ParseExact(text, "s", CultureInfo.InvariantCulture);
}
