namespace Talka.Reporting.Audit.Reading;

/// <summary>Lines of plain text that each name something and how much it was: <c>telpas un materiāli  8 100,00</c>. However they begin, they are lines of their own.</summary>
internal static class AmountLine
{
    public const int Longest = 200;

    private const int MostWords = 6;
    private const int MostOfAmount = 20;

    private static readonly string[] Units = ["euro", "EUR", "eiro", "€"];

    /// <summary>A few words and an amount with its cents or its unit; something may follow it.</summary>
    public static bool Is(ReadOnlySpan<char> line)
    {
        line = WithoutYear(line);
        var digit = line.IndexOfAnyInRange('0', '9');
        if (digit <= 0 || line[..digit].Trim().Count(' ') >= MostWords + line[..digit].Count("  "))
        {
            return false;
        }

        if (BeginsWithUnit(line[..digit].Trim(), atEnd: true))
        {
            return true;
        }

        var amount = line[digit..Math.Min(line.Length, digit + MostOfAmount)];
        for (var at = 1; at < amount.Length; at++)
        {
            if (at + 2 < amount.Length && amount[at] is ',' or '.' && char.IsAsciiDigit(amount[at - 1]) && char.IsAsciiDigit(amount[at + 1]) && char.IsAsciiDigit(amount[at + 2])
                && (at + 3 == amount.Length || !char.IsAsciiDigit(amount[at + 3])) && !IsDate(amount, at + 3))
            {
                return true;
            }

            if (!char.IsAsciiDigit(amount[at]) && amount[at] is not (' ' or ',' or '.' or '\u00A0' or '\''))
            {
                return BeginsWithUnit(amount[at..], atEnd: false);
            }
        }

        return false;
    }

    /// <summary>Two amounts with their cents or more: <c>kursi 8 000,00  telpas 1 900,00</c>.</summary>
    public static bool HasSeveral(ReadOnlySpan<char> line)
    {
        var amounts = 0;
        for (var at = 1; at + 2 < line.Length; at++)
        {
            amounts += line[at] is ',' or '.' && char.IsAsciiDigit(line[at - 1]) && char.IsAsciiDigit(line[at + 1]) && char.IsAsciiDigit(line[at + 2])
                && (at + 3 == line.Length || line[at + 3] == ' ') ? 1 : 0;
        }

        return amounts > 1;
    }

    // “2022 plāns 18 600,00”: what it was is told after the year.
    private static ReadOnlySpan<char> WithoutYear(ReadOnlySpan<char> line)
    {
        var isYear = line.Length > 6 && line[0] == '2' && line[1] == '0' && char.IsAsciiDigit(line[2]) && char.IsAsciiDigit(line[3]);
        var rest = isYear ? line[4..].TrimStart(". ") : line;
        return isYear && rest.Length > 0 && char.IsLetter(rest[0]) ? rest : line;
    }

    private static bool BeginsWithUnit(ReadOnlySpan<char> words, bool atEnd)
    {
        foreach (var unit in Units)
        {
            if (atEnd ? words.EndsWith(unit, StringComparison.Ordinal) : words.StartsWith(unit, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // “19.10.2023.”
    private static bool IsDate(ReadOnlySpan<char> amount, int at) => at + 1 < amount.Length && amount[at] == '.' && char.IsAsciiDigit(amount[at + 1]);

    /// <summary>Nothing follows the amount but its unit, or the end of a bracket.</summary>
    public static bool IsAtEndOf(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd().TrimEnd(')');
        var length = line.Length;
        foreach (var unit in Units)
        {
            line = line.EndsWith(unit, StringComparison.Ordinal) ? line[..^unit.Length].TrimEnd() : line;
        }

        return line.Length < length ? !line.IsEmpty && char.IsAsciiDigit(line[^1]) : line.Length > 4 && char.IsAsciiDigit(line[^1]) && char.IsAsciiDigit(line[^2]) && line[^3] is ',' or '.' && char.IsAsciiDigit(line[^4]);
    }
}
