using System.Globalization;
using System.Text.RegularExpressions;

namespace Talka.Foundation.Localisation;

/// <summary>
/// Reads what people type, in Latvian or English habits alike, and what <see cref="Format"/> and spreadsheets print.
/// Gives null for anything that is not clearly what was asked for: a guess would end up in a report.
/// </summary>
public static partial class Parse
{
    private static readonly string[] DateFormats =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "d.M.yyyy", "d.M.yyyy'.'", "d/M/yyyy"];

    /// <summary>A day: <c>2022-07-15</c>, <c>15.07.2022.</c>, <c>15.7.2022</c>, <c>15/07/2022</c> (day first) or <c>2022. gada 15. jūlijs</c>; a time of midnight is let pass.</summary>
    public static DateOnly? Date(string? text)
    {
        var clean = Spaces().Replace((text ?? "").Trim(), " ");
        if (DateTime.TryParseExact(clean, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date.TimeOfDay == TimeSpan.Zero ? DateOnly.FromDateTime(date) : null;
        }

        var words = LatvianDate().Match(clean);
        if (!words.Success)
        {
            return null;
        }

        var name = words.Groups["month"].Value;
        var month = Enumerable.Range(1, 12).FirstOrDefault(number => Enum.GetValues<Format.MonthCase>()
            .Any(form => Format.LatvianMonth(number, form).Equals(name, StringComparison.OrdinalIgnoreCase)));
        var year = int.Parse(words.Groups["year"].Value, CultureInfo.InvariantCulture);
        var day = int.Parse(words.Groups["day"].Value, CultureInfo.InvariantCulture);
        return month > 0 && year > 0 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    /// <summary>
    /// An amount of euro: <c>1 177,33</c>, <c>1177.33</c>, <c>1,177.33</c>, <c>1.177,33 euro</c>, <c>-5</c>.
    /// More than two decimals are refused, and so is <c>1,177</c>, which means two things.
    /// </summary>
    public static Money? Money(string? text)
    {
        var match = Amount().Match(Spaces().Replace((text ?? "").Trim(), " "));
        if (!match.Success || Digits(match.Groups["whole"].Value, match.Groups["point"].Value) is not { } whole)
        {
            return null;
        }

        var number = decimal.Parse(whole + "." + match.Groups["part"].Value.PadRight(2, '0'), CultureInfo.InvariantCulture);
        if (number > long.MaxValue / 100)
        {
            return null;
        }

        var cents = (long)(number * 100);
        return new Money(match.Groups["minus"].Success ? -cents : cents);
    }

    /// <summary>A whole number of zero or more: <c>5000</c>, <c>5 000</c>.</summary>
    public static long? Count(string? text)
    {
        var match = Whole().Match(Spaces().Replace((text ?? "").Trim(), " "));
        return match.Success && long.TryParse(match.Value.Replace(" ", ""), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
    }

    /// <summary>A number of zero or more with any decimals: <c>12,5</c>, <c>1 200.75</c>. One comma or point is the decimal one, and nothing else groups but spaces.</summary>
    public static decimal? Fraction(string? text)
    {
        var match = Decimal().Match(Spaces().Replace((text ?? "").Trim(), ""));
        return match.Success ? decimal.Parse(match.Value.Replace(',', '.'), CultureInfo.InvariantCulture) : null;
    }

    /// <summary>A small number as addresses carry it, such as a year's ordinal.</summary>
    public static int? Ordinal(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // The digits of the whole part without their grouping, or null where the separators are used in no known way.
    private static string? Digits(string whole, string point)
    {
        var separators = whole.Where(c => !char.IsAsciiDigit(c)).Distinct().ToArray();
        if (separators.Length == 0)
        {
            return whole;
        }

        var single = separators is [var only] && (point.Length == 0 || only != point[0]);
        var clear = single && (separators[0] == ' ' || point.Length > 0 || whole.Count(c => c == separators[0]) > 1);
        var groups = whole.Split(separators[0]);
        return clear && groups[0].Length is >= 1 and <= 3 && groups[1..].All(group => group.Length == 3) ? string.Concat(groups) : null;
    }

    [GeneratedRegex(@"[\s\u00A0\u2007\u2009\u202F]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(?<year>[0-9]{4})\. ?(?:gada|g\.) ?(?<day>[0-9]{1,2})\. ?(?<month>\p{L}+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LatvianDate();

    [GeneratedRegex(@"^(?:(?<minus>[-\u2212]) ?)?(?:(?:€|EUR|euro) ?)?(?<whole>[0-9]{1,19}|[0-9]{1,3}(?:[ .,][0-9]{3}){1,6})(?:(?<point>[.,])(?<part>[0-9]{1,2}))?(?: ?(?:€|EUR|euro|eiro))?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Amount();

    [GeneratedRegex(@"^[0-9]{1,15}(?:[.,][0-9]{1,9})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^(?:[0-9]{1,18}|[0-9]{1,3}(?: [0-9]{3}){1,5})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Whole();
}
