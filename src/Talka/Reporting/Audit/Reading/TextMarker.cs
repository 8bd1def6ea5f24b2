namespace Talka.Reporting.Audit.Reading;

/// <summary>The sign or number that a list item begins with.</summary>
internal static class TextMarker
{
    private const string Bullets = "•●▪■◦○‣⁃∙·➢►✓✔";
    private const string Dashes = "-–—";
    private static readonly string[] YearWords = ["gad", "g.", "year", "īsteno", "posms"];

    public static bool IsBullet(ReadOnlySpan<char> marker) => marker.Length == 1 && (IsInlineBullet(marker[0]) || Dashes.Contains(marker[0]) || marker[0] is '*' or '>' or 'o' or '\uF0B7' or '\uF0A7');

    /// <summary>Bullets that begin an item wherever they stand.</summary>
    public static bool IsInlineBullet(char c) => c != '·' && Bullets.Contains(c);

    public static bool IsDash(char c) => Dashes.Contains(c);

    public static bool IsNumber(ReadOnlySpan<char> marker) => IsRoman(marker) ||
        (marker.Length is 3 or 4 && marker[0] == '(' && marker[^1] == ')' && IsNumber(marker[1..])) || marker.Length is 2 or 3 && marker[^1] is '.' or ')' && (marker[..^1].IndexOfAnyExceptInRange('0', '9') < 0 || (marker.Length == 2 && marker[1] == ')' && char.IsAsciiLetterLower(marker[0])));

    // “(iv)”, “iii)”: a row of these numbers fields as well as items.
    private static bool IsRoman(ReadOnlySpan<char> marker) => marker.Length is > 1 and <= 6 && marker[^1] == ')' && marker[(marker[0] == '(' ? 1 : 0)..^1] is { Length: > 0 } letters && letters.IndexOfAnyExcept("ivx") < 0;

    /// <summary>The marker that a line begins with.</summary>
    /// <param name="line">Without white space at its ends.</param>
    /// <param name="length">Of the marker with the white space after it; 0 when there is none.</param>
    public static char At(ReadOnlySpan<char> line, out int length)
    {
        length = 0;
        var space = line.IndexOfAny(" \t\u00A0\u2003\u2002");
        if (line.Length > 1 && IsInlineBullet(line[0]))
        {
            length = SkipSpace(line, 1);
            return line[0];
        }

        if (space <= 0 || space == line.Length - 1)
        {
            return '\0';
        }

        var marker = line[..space];
        var after = SkipSpace(line, space);
        if (IsBullet(marker) && !(IsDash(marker[0]) && IsDash(line[^1])))
        {
            length = after;
            return marker[0] is '–' or '—' ? '-' : marker[0];
        }

        if (IsNumber(marker) && (marker[^1] == ')' ? !IsYearName(line[after..]) : BeginsItem(line[after..])))
        {
            length = after;
            return marker[^1] == ')' ? ')' : '#';
        }

        return '\0';
    }

    // “1. Seminārs” is an item; “15. jūlijā” is a date and “1. Īstenošanas gads” a heading, whose number says something.
    private static bool BeginsItem(ReadOnlySpan<char> rest)
    {
        return !rest.IsEmpty && (char.IsUpper(rest[0]) || rest[0] is '"' or '„' or '“' or '«') && !IsYearName(rest);
    }

    // Its name stands before any number: “Apdrošināšana – 2020. gada 24. novembrī” is none.
    private static bool IsYearName(ReadOnlySpan<char> rest)
    {
        var near = rest[..Math.Min(rest.Length, 30)];
        near = near.IndexOfAnyInRange('0', '9') is var digit and > 0 ? near[..digit] : near;
        foreach (var word in YearWords)
        {
            if (near.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static int SkipSpace(ReadOnlySpan<char> line, int at)
    {
        while (at < line.Length && char.IsWhiteSpace(line[at]))
        {
            at++;
        }

        return at;
    }
}
