using System.Globalization;
using System.Text.RegularExpressions;

namespace Talka.Work.Events.After.OnlineReports;

/// <summary>Durations and moments as participant reports write them.</summary>
internal static partial class ReportTimes
{
    private static readonly CultureInfo[] Habits =
        [.. new[] { "en-US", "en-GB", "lv-LV", "de-DE", "ru-RU", "et-EE", "lt-LT" }.Select(CultureInfo.GetCultureInfo), CultureInfo.InvariantCulture];

    /// <summary><c>1h 2m 3s</c>, <c>1 Std. 2 Min.</c>, <c>00:45:10</c>, <c>63 mins</c>, or a bare number of minutes.</summary>
    public static TimeSpan? Duration(string text)
    {
        var clean = Clean(text);
        if (decimal.TryParse(clean.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var minutes))
        {
            return minutes <= MostMinutes ? TimeSpan.FromSeconds((double)(minutes * 60)) : null;
        }

        if (Clock().Match(clean) is { Success: true } clock)
        {
            var (first, second) = (Number(clock, "a"), Number(clock, "b"));
            return clock.Groups["c"].Success ? new TimeSpan(first, second, Number(clock, "c")) : new TimeSpan(0, first, second);
        }

        var parts = Parts().Matches(clean);
        var sum = TimeSpan.Zero;
        foreach (Match part in parts)
        {
            if (Unit(part.Groups["unit"].Value) is not { } unit)
            {
                return null;
            }

            sum += unit * Number(part, "number");
        }

        return parts.Count > 0 && string.Concat(parts.Select(part => part.Value)).Length >= clean.Replace(" ", "", StringComparison.Ordinal).Length / 2 ? sum : null;
    }

    /// <summary>All moments of a report, read by the one habit that fits every one of them; null where none does.</summary>
    public static IReadOnlyList<DateTime?>? Moments(IReadOnlyList<string> texts)
    {
        var clean = texts.Select(Clean).ToList();
        foreach (var habit in Habits)
        {
            var read = clean.Select(text => text.Length == 0 ? (DateTime?)null
                : DateTime.TryParse(text, habit, DateTimeStyles.NoCurrentDateDefault | DateTimeStyles.AllowWhiteSpaces, out var moment) ? moment : DateTime.MaxValue).ToList();
            if (!read.Contains(DateTime.MaxValue))
            {
                return read;
            }
        }

        return null;
    }

    private const int MostMinutes = 60 * 24 * 14;

    // Webex writes cells as ="…" so that spreadsheet programs keep them as they are; newer programs put a narrow space before AM and PM.
    private static string Clean(string text) =>
        text.Trim().TrimStart('=').Trim('"').Replace('\u202F', ' ').Replace('\u00A0', ' ').Replace(" Uhr", "", StringComparison.Ordinal).Trim().TrimEnd('.');

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static TimeSpan? Unit(string word)
    {
        var small = word.ToLowerInvariant();
        return small switch
        {
            _ when Begins(small, "st", "h", "ч", "t", "v", "godz") => TimeSpan.FromHours(1),
            _ when Begins(small, "m", "м") => TimeSpan.FromMinutes(1),
            _ when Begins(small, "s", "с") => TimeSpan.FromSeconds(1),
            _ when Begins(small, "d", "д", "п") => TimeSpan.FromDays(1),
            _ => null,
        };
    }

    private static bool Begins(string word, params ReadOnlySpan<string> beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (word.StartsWith(beginning, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"^(?<a>[0-9]{1,3}):(?<b>[0-9]{2})(?::(?<c>[0-9]{2}))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Clock();

    [GeneratedRegex(@"(?<number>[0-9]{1,5}) ?(?<unit>\p{L}+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parts();
}
