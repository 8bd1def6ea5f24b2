namespace Talka.Reporting.Audit.Reading;

/// <summary>A line of a text that numbers a page of what it was copied from: <c>lpp. 2/3</c>, <c>Page 2 of 3</c>, <c>3. lappuse</c>, <c>– 2 –</c>.</summary>
internal static class PageMark
{
    private const int Longest = 24;
    private static readonly string[] Pages = ["lpp", "lapa", "lappuse", "page", "pg"];
    private static readonly string[] Between = ["no", "of"];

    public static bool Is(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line.Length is < 3 or > Longest)
        {
            return false;
        }

        var (numbers, pages) = (0, 0);
        for (var at = 0; at < line.Length;)
        {
            var end = at + 1;
            if (char.IsAsciiDigit(line[at]))
            {
                while (end < line.Length && char.IsAsciiDigit(line[end]))
                {
                    end++;
                }

                numbers++;
            }
            else if (char.IsLetter(line[at]))
            {
                while (end < line.Length && char.IsLetter(line[end]))
                {
                    end++;
                }

                var word = line[at..end].ToString();
                if (Array.Exists(Pages, page => page.Equals(word, StringComparison.OrdinalIgnoreCase)))
                {
                    pages++;
                }
                else if (!Between.Contains(word, StringComparer.OrdinalIgnoreCase))
                {
                    return false;
                }
            }
            else if (!char.IsWhiteSpace(line[at]) && !"./-–—[]|".Contains(line[at], StringComparison.Ordinal))
            {
                return false;
            }

            at = end;
        }

        return (pages == 1 && numbers is 1 or 2) || (pages == 0 && numbers == 1 && TextMarker.IsDash(line[0]) && TextMarker.IsDash(line[^1]) && line[1] == ' ');
    }
}
