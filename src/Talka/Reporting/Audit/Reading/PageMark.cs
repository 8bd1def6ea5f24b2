using System.Globalization;

namespace Talka.Reporting.Audit.Reading;

/// <summary>What numbers a page of what a text was copied from: <c>lpp. 2/3</c>, <c>Page 2 of 3</c>, <c>3. lappuse</c>, <c>– 2 –</c>.</summary>
internal static class PageMark
{
    private const int Longest = 30;
    private const int LongestNumber = 3;
    private static readonly char[] Signs = [' ', '.', '/', '-', '–', '—', '[', ']', '(', ')', '|'];
    private static readonly string[] Words = ["page", "pg", "lpp", "lapa", "lappuse"];
    private static readonly string[] Of = ["of", "no"];

    /// <summary>The number of the page and that of all, where nothing else is said: <c>2 / 5</c>.</summary>
    public static (int Number, int All)? OfAll(ReadOnlySpan<char> text) => text.Length <= Longest && text.Contains('/')
        && text.ToString().Split('/', StringSplitOptions.TrimEntries) is [var number, var all]
        && Parse(number) is { } own && Parse(all) is { } last && own <= last ? (own, last) : null;

    /// <summary>The number that stands alone, as below a page.</summary>
    public static int? Bare(ReadOnlySpan<char> text) => Parse(text.Trim().Trim(['-', '–', '—', ' ']).ToString());

    /// <summary>The number of the page, 0 of what only says that a page ends (<c>page break</c>); null of what is no mark.</summary>
    public static int? Number(ReadOnlySpan<char> text)
    {
        var mark = text.Trim();
        if (mark.Length is 0 or > Longest)
        {
            return null;
        }

        var isBetweenDashes = mark.Length > 4 && TextMarker.IsDash(mark[0]) && mark[1] == ' ' && TextMarker.IsDash(mark[^1]);
        var words = mark.ToString().Split(Signs, StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [var name, "break"] when IsName(name) => 0,
            ["jauna", var name] when IsName(name) => 0,
            [var name, var number] when IsName(name) => Parse(number),
            [var name, var number, var of, var all] when IsName(name) && Of.Contains(of) && Parse(all) is not null => Parse(number),
            [var name, var number, var all] when IsName(name) && Parse(all) is not null => Parse(number),
            [var number, var name] when IsName(name) => Parse(number),
            [var number, var name, var of, var all] when IsName(name) && Of.Contains(of) && Parse(all) is not null => Parse(number),
            [var number, var all, var name] when IsName(name) && Parse(all) is not null => Parse(number),
            [var number] when isBetweenDashes => Parse(number),
            _ => null,
        };
    }

    /// <summary>Whether a line speaks of pages.</summary>
    public static bool Names(string line) => line.Split(Signs, StringSplitOptions.RemoveEmptyEntries).Any(IsName);

    private static bool IsName(string word) => Words.Contains(word, StringComparer.OrdinalIgnoreCase);

    private static int? Parse(string word) => word.Length <= LongestNumber
        && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
