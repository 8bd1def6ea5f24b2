namespace Talka.Reporting.Audit.Reading;

/// <summary>Lines that end within a date, which the next one goes on with: <c>… līdz 2025. gada</c> / <c>28. februāris</c>, <c>01.03.2024.–</c> / <c>28.02.2025.</c>, <c>on 12 September</c> / <c>2020</c></summary>
internal static class BrokenDates
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "mai", "jūn", "jūl", "aug", "sep", "okt", "nov", "dec"];

    private static readonly string[] EnglishMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <param name="before">The end of what was read.</param>
    /// <param name="next">The line below it.</param>
    public static bool GoesOn(ReadOnlySpan<char> before, ReadOnlySpan<char> next)
    {
        before = before.TrimEnd();
        if (before.Length < 4 || next.IsEmpty || !char.IsAsciiDigit(next[0]))
        {
            return false;
        }

        if (before is [.., var point, '–' or '—' or '-'] && (point == '.' || char.IsAsciiDigit(point)))
        {
            return true;
        }

        if (next is ['2', '0', >= '0' and <= '9', >= '0' and <= '9', ..] && (next.Length == 4 || !char.IsLetterOrDigit(next[4])) && EndsWithDayOfMonth(before))
        {
            return true;
        }

        var stop = next.IndexOf('.');
        return stop is 1 or 2 && next[..stop].IndexOfAnyExceptInRange('0', '9') < 0 && before.EndsWith(" gada", StringComparison.Ordinal) && IsMonth(next[(stop + 1)..].TrimStart());
    }

    private static bool EndsWithDayOfMonth(ReadOnlySpan<char> before)
    {
        var space = before.LastIndexOf(' ');
        return space > 0 && char.IsAsciiDigit(before[space - 1]) && Array.Exists(EnglishMonths, before[(space + 1)..].ToString().Equals);
    }

    private static bool IsMonth(ReadOnlySpan<char> rest)
    {
        foreach (var month in Months)
        {
            if (rest.StartsWith(month, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
