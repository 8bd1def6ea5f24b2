using System.Globalization;

namespace Talka.Foundation.Localisation;

/// <summary>Numbers, money and dates as people type them, in either language. Null when it cannot be read with certainty.</summary>
public static class Read
{
    private static readonly string[] DateFormats = ["yyyy-MM-dd", "d.M.yyyy.", "d.M.yyyy", "d/M/yyyy"];

    /// <summary>A whole number: <c>1200</c>, <c>1 200</c>.</summary>
    public static long? Number(string? text) =>
        long.TryParse(WithoutSpaces(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A number with decimals: <c>12,5</c>, <c>1 200.75</c>.</summary>
    public static decimal? Fraction(string? text) =>
        Normalised(text) is { } plain
        && decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>An amount of euro with at most two decimals: <c>1 177,33</c>, <c>1177.33</c>, <c>€ 50</c>, <c>50 euro</c>.</summary>
    public static Money? Money(string? text)
    {
        var bare = text?.Replace("euro", "", StringComparison.OrdinalIgnoreCase)
            .Replace("eur", "", StringComparison.OrdinalIgnoreCase)
            .Replace("€", "", StringComparison.Ordinal);
        return Fraction(bare) is { } euro && Math.Abs(euro) <= 1_000_000_000_000m && decimal.Round(euro, 2) == euro
            ? new Money((long)(euro * 100))
            : null;
    }

    /// <summary>A day: <c>2022-07-15</c>, <c>15.07.2022.</c>, <c>15.7.2022</c>, <c>15/07/2022</c>.</summary>
    public static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    // One comma or point is the decimal one. With both, or with several, the last sign is decimal only if it stands once and the
    // other one groups by three: "1.177,33" and "1,177.33" are certain, "1.177" is read as 1.177 and not as 1177.
    private static string? Normalised(string? text)
    {
        var plain = WithoutSpaces(text);
        if (plain.Length == 0)
        {
            return null;
        }

        var last = plain.LastIndexOfAny(['.', ',']);
        if (last < 0)
        {
            return plain;
        }

        var whole = plain[..last];
        var group = plain[last] == ',' ? '.' : ',';
        if (whole.Contains(plain[last]) || (whole.Contains(group) && !GroupedByThree(whole, group)))
        {
            return null;
        }

        return whole.Replace(group.ToString(), "", StringComparison.Ordinal) + "." + plain[(last + 1)..];
    }

    private static bool GroupedByThree(string whole, char group)
    {
        var parts = whole.TrimStart('-', '+').Split(group);
        return parts[0].Length is >= 1 and <= 3 && parts.Skip(1).All(part => part.Length == 3);
    }

    private static string WithoutSpaces(string? text) =>
        string.Concat((text ?? "").Where(sign => !char.IsWhiteSpace(sign))).Replace('\u2212', '-');
}
