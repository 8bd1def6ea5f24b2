namespace Talka.Reporting.Audit.Reading;

/// <summary>
/// Takes out of a plain text what was printed at the head and the foot of its pages: lines of page numbers that count up, and what is the same beside
/// each of them. A table or a field goes on over it.
/// </summary>
internal static class PageFurniture
{
    private const int LeastPages = 2;
    private const int MostBeside = 2;
    private const int Gap = 3;
    private const int LongestLine = 200;

    /// <summary>The lines without it. At the very beginning only the number is taken out: what stands beside it may be the title.</summary>
    public static List<TextLine> Without(string text, List<TextLine> lines)
    {
        if (PageBreaks.Furniture(text, lines) is { Count: > 0 } furniture)
        {
            lines = Kept(text, lines, furniture);
        }

        var marks = lines.Index().Select(line => (line.Index, Mark: Mark(Words(text, line.Item))))
            .Where(line => line.Mark is not null).Select(line => (line.Index, Mark: line.Mark!.Value)).ToList();
        if (marks.Count < LeastPages || !marks.Zip(marks.Skip(1)).All(pair => pair.Second.Mark.Number == pair.First.Mark.Number + (pair.First.Mark.Number == 0 ? 0 : 1)))
        {
            return lines;
        }

        var seen = marks.SelectMany(mark => Beside(text, lines, mark.Index)).GroupBy(line => Key(text, lines[line]))
            .ToDictionary(alike => alike.Key, alike => alike.Distinct().Count());
        var dropped = new HashSet<int>();
        foreach (var (at, (line, mark)) in marks.Index())
        {
            if (mark.IsAlone)
            {
                dropped.Add(line);
            }

            dropped.UnionWith(at == 0 && IsAtBeginning(text, lines, line) ? []
                : Beside(text, lines, line).Where(beside => seen[Key(text, lines[beside])] > marks.Count / 2 && seen[Key(text, lines[beside])] >= LeastPages));
        }

        return Kept(text, lines, dropped);
    }

    // One empty line stays between what stood on two pages
    private static List<TextLine> Kept(string text, List<TextLine> lines, HashSet<int> dropped)
    {
        var (kept, isBetween) = (new List<TextLine>(), false);
        foreach (var (at, line) in lines.Index())
        {
            if (dropped.Contains(at))
            {
                isBetween = true;
                while (kept.Count > 1 && IsEmpty(text, kept[^1]) && IsEmpty(text, kept[^2]))
                {
                    kept.RemoveAt(kept.Count - 1);
                }
            }
            else if (!isBetween || !IsEmpty(text, line) || (kept.Count > 0 && !IsEmpty(text, kept[^1])))
            {
                var beginsPage = isBetween && !IsEmpty(text, line);
                isBetween &= !beginsPage;
                kept.Add(line with { BeginsPage = line.BeginsPage || beginsPage });
            }
        }

        return kept;
    }

    private static bool IsAtBeginning(string text, List<TextLine> lines, int mark) => lines.Take(mark).Count(line => !IsEmpty(text, line)) <= MostBeside;

    // The line itself and those that stand right below it or above it.
    private static IEnumerable<int> Beside(string text, List<TextLine> lines, int mark)
    {
        yield return mark;
        foreach (var step in (int[])[-1, 1])
        {
            for (var far = 1; far <= MostBeside && mark + (step * far) is var at && at >= 0 && at < lines.Count && !IsEmpty(text, lines[at]); far++)
            {
                yield return at;
            }
        }
    }

    private static string Words(string text, TextLine line) => line.Length > LongestLine ? "" : text.Substring(line.Start, line.Length).Trim();

    private static bool IsEmpty(string text, TextLine line) => text.AsSpan(line.Start, line.Length).IsWhiteSpace();

    private static string Key(string text, TextLine line) => string.Concat(Words(text, line).Where(sign => !char.IsDigit(sign)));

    // “2. lpp.”, “- 3 -”, “Summary of the task      page 2 of 4”; 0 of what only says that a page ends.
    private static (int Number, bool IsAlone)? Mark(string line)
    {
        if (PageMark.Number(line) is { } alone)
        {
            return (alone, true);
        }

        var gap = line.LastIndexOf(new string(' ', Gap), StringComparison.Ordinal);
        return gap > 0 && PageMark.Number(line.AsSpan(gap)) is > 0 and var number ? (number, false) : null;
    }
}
