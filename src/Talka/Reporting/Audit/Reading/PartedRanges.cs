namespace Talka.Reporting.Audit.Reading;

/// <summary>From one day until another in three cells, <c>01.07.2022. | - | 30.06.2023.</c>: to the reader they are one.</summary>
internal static class PartedRanges
{
    private const int LongestDate = 11;
    private const int LeastDigits = 6;

    /// <summary>The text, of the same length, with blanks for the tabs around such a dash.</summary>
    public static string AsOne(string text, IReadOnlyList<TextLine> lines)
    {
        char[]? signs = null;
        foreach (var line in lines)
        {
            var row = text.AsSpan(line.Start, line.Length);
            for (var (from, tab) = (0, row.IndexOf('\t')); tab >= 0; tab = Next(row, from))
            {
                var end = Next(row, tab + 1);
                if (end >= 0 && row[(tab + 1)..end].Trim() is [var dash] && TextMarker.IsDash(dash) && IsDate(row[from..tab]) && IsDate(Cell(row, end + 1)))
                {
                    signs ??= text.ToCharArray();
                    (signs[line.Start + tab], signs[line.Start + end]) = (' ', ' ');
                }

                from = tab + 1;
            }
        }

        return signs is null ? text : new(signs);
    }

    private static int Next(ReadOnlySpan<char> row, int from) => row[from..].IndexOf('\t') is >= 0 and var tab ? from + tab : -1;

    private static ReadOnlySpan<char> Cell(ReadOnlySpan<char> row, int from) => Next(row, from) is >= 0 and var end ? row[from..end] : row[from..];

    // “01.07.2022.”, “2022-07-01”, “1/7/2022”
    private static bool IsDate(ReadOnlySpan<char> cell)
    {
        var date = cell.Trim();
        var digits = 0;
        foreach (var sign in date)
        {
            digits += char.IsAsciiDigit(sign) ? 1 : 0;
            if (!char.IsAsciiDigit(sign) && sign is not ('.' or '-' or '/'))
            {
                return false;
            }
        }

        return date.Length is > 0 and <= LongestDate && digits >= LeastDigits;
    }
}
