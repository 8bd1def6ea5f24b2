namespace Talka.Reporting.Audit.Reading;

/// <summary>
/// Headings in square brackets or between strokes, each on a line of its own: the fields of a form, <c>[Finansējums]</c>, <c>== Finansējums ==</c>, or a workbook's
/// sheets that were copied one by one, <c>[lapa: Nauda]</c>, <c>--- Sheet Money ---</c>.
/// </summary>
internal static class BracketHeadings
{
    private const int LeastSheets = 3;
    private const int Shortest = 5;
    private const int Longest = 120;
    private const int LeastLetters = 3;
    private const int LeastStrokes = 2;
    private const string Strokes = "=-–—~*#_";

    private static readonly string[] Sheets = ["lapa", "darblapa", "sheet", "worksheet", "tab"];

    /// <summary>What they say, by the index of their line; of sheets their names alone.</summary>
    public static IReadOnlyDictionary<int, string> Find(string text, IReadOnlyList<TextLine> lines)
    {
        var headings = lines.Index().Select(line => (line.Index, Words: text.AsSpan(line.Item.Start, line.Item.Length).Trim().ToString()))
            .Select(line => (line.Index, Inside: InBrackets(line.Words) ?? BetweenStrokes(line.Words))).Where(line => line.Inside is not null)
            .ToDictionary(line => line.Index, line => line.Inside!.Trim());
        var kinds = headings.Values.Select(Kind).ToList();
        var areSheets = kinds.Count >= LeastSheets && kinds[0].Length > 0 && !kinds[0].Contains(' ') && kinds.TrueForAll(kind => kind == kinds[0]);
        return headings.ToDictionary(
            heading => heading.Key,
            heading => areSheets || Sheets.Contains(Kind(heading.Value), StringComparer.OrdinalIgnoreCase) ? heading.Value[(heading.Value.IndexOf(':') + 1)..].Trim() : heading.Value);
    }

    private static string? InBrackets(string line) => line is ['[', .. var inside, ']'] && line.Length is >= Shortest and <= Longest && inside.AsSpan().IndexOfAny('[', ']') < 0
        && inside.Count(char.IsLetter) >= LeastLetters && Kind(inside).Length + 1 < inside.TrimEnd().Length ? inside : null;

    // Strokes before and behind, with words apart from them; what numbers a page is no heading. Of “Sheet Y1” the name.
    private static string? BetweenStrokes(string line)
    {
        var inside = line.Trim(line.Length > 0 && Strokes.Contains(line[0]) ? line[0] : ' ');
        var strokes = (line.Length - inside.Length) / 2;
        if (strokes < LeastStrokes || line.Length > Longest || line[..strokes] != line[^strokes..] || inside is not [' ', .. var words, ' ']
            || words.Length == 0 || words[^1] is '.' or ',' or ';' || words.Count(char.IsLetter) < LeastLetters || PageMark.Number(words) is not null)
        {
            return null;
        }

        return Sheets.FirstOrDefault(sheet => words.StartsWith(sheet + " ", StringComparison.OrdinalIgnoreCase)) is { } kind ? words[kind.Length..] : words;
    }

    // What stands before the colon; nothing where there is none.
    private static string Kind(string words) => words[..Math.Max(0, words.IndexOf(':'))].Trim();
}
