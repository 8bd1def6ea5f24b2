namespace Talka.Reporting.Audit.Reading;

/// <summary>
/// What stands at the head and the foot of pages that a program parted with form feeds: the same line beside most of them, and numbers that count up; and
/// numbers of all pages, <c>1 / 4</c>, <c>2 / 4</c>, that stand alone.
/// </summary>
internal static class PageBreaks
{
    private const int LeastPages = 2;
    private const int MostBeside = 2;
    private const int MostNumbersOff = 1;
    private const int LeastLetters = 4;
    private const char Break = '\f';

    /// <summary>The indexes of these lines.</summary>
    public static HashSet<int> Furniture(string text, List<TextLine> lines)
    {
        var furniture = Numbers(text, lines);
        var breaks = Enumerable.Range(1, Math.Max(0, lines.Count - 1)).Where(line => lines[line].Start > 0 && text[lines[line].Start - 1] == Break).ToList();
        if (breaks.Count == 0)
        {
            return furniture;
        }

        var worded = Enumerable.Range(0, lines.Count).Where(line => !Words(text, lines[line]).IsEmpty).ToList();
        // By how many lines with words stand before: breaks with none between them are one.
        breaks = [.. breaks.Append(lines.Count).Select(at => worded.BinarySearch(at)).Select(at => at < 0 ? ~at : at).Distinct()];
        // What stands at the very beginning may be the title, though it comes again on each page.
        var title = worded.Take(MostBeside).ToList();
        var (heads, feet) = (title.Concat(breaks.SelectMany(at => worded.GetRange(at, Math.Min(MostBeside, worded.Count - at)))).Distinct().ToList(),
            breaks.SelectMany(at => worded.GetRange(Math.Max(0, at - MostBeside), Math.Min(MostBeside, at))).ToList());
        foreach (var side in (List<int>[])[heads, feet])
        {
            var alike = side.GroupBy(line => Key(text, lines[line])).Where(same => same.Key.Count(char.IsLetter) >= LeastLetters);
            furniture.UnionWith(alike.Where(same => same.Count() >= LeastPages && same.Count() * 2 >= breaks.Count).SelectMany(same => same).Except(title));
            var numbers = side.Where(line => PageMark.Bare(Words(text, lines[line])) is not null).ToList();
            if (numbers.Count >= Math.Max(LeastPages, breaks.Count - 1 - MostNumbersOff) && CountsUp(numbers.ConvertAll(line => PageMark.Bare(Words(text, lines[line]))!.Value)))
            {
                furniture.UnionWith(numbers);
            }
        }

        return furniture;
    }

    // “1 / 4” … “4 / 4”, each with empty lines around it
    private static HashSet<int> Numbers(string text, List<TextLine> lines)
    {
        var marks = lines.Index().Where(line => PageMark.OfAll(Words(text, line.Item)) is not null && IsAlone(text, lines, line.Index))
            .Select(line => (line.Index, Mark: PageMark.OfAll(Words(text, line.Item))!.Value)).ToList();
        var areOfOne = marks.Count >= LeastPages && marks.TrueForAll(mark => mark.Mark.All == marks[0].Mark.All) && CountsUp(marks.ConvertAll(mark => mark.Mark.Number));
        return areOfOne ? [.. marks.Select(mark => mark.Index)] : [];
    }

    private static bool CountsUp(List<int> numbers) => numbers.Zip(numbers.Skip(1)).All(pair => pair.Second == pair.First + 1);

    private static bool IsAlone(string text, List<TextLine> lines, int at) => (at == 0 || Words(text, lines[at - 1]).IsEmpty || text[lines[at].Start - 1] == Break)
        && (at + 1 == lines.Count || Words(text, lines[at + 1]).IsEmpty || text[lines[at + 1].Start - 1] == Break);

    private static ReadOnlySpan<char> Words(string text, TextLine line) => text.AsSpan(line.Start, line.Length).Trim();

    // “Pārskats, 2. lpp.” is the same line as “Pārskats, 3. lpp.”; “1. gads” and “2. gads” are two.
    private static string Key(string text, TextLine line)
    {
        var words = Words(text, line).ToString();
        return PageMark.Names(words) ? string.Concat(words.Where(sign => !char.IsDigit(sign))) : words;
    }
}
