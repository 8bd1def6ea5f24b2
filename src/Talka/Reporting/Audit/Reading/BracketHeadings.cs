namespace Talka.Reporting.Audit.Reading;

/// <summary>
/// Headings in square brackets, each on a line of its own: the fields of a form, <c>[Finansējums]</c>, or a workbook's sheets that were copied one by one,
/// <c>[lapa: Nauda]</c>, <c>[lapa: Konkursi]</c>.
/// </summary>
internal static class BracketHeadings
{
    private const int LeastSheets = 3;
    private const int Shortest = 5;
    private const int Longest = 120;
    private const int LeastLetters = 3;

    private static readonly string[] Sheets = ["lapa", "darblapa", "sheet", "worksheet", "tab"];

    /// <summary>What they say, by the index of their line; of sheets their names alone.</summary>
    public static IReadOnlyDictionary<int, string> Find(string text, IReadOnlyList<TextLine> lines)
    {
        var headings = lines.Index().Select(line => (line.Index, Words: text.AsSpan(line.Item.Start, line.Item.Length).Trim().ToString())).Where(line => IsHeading(line.Words))
            .ToDictionary(line => line.Index, line => line.Words[1..^1].Trim());
        var kinds = headings.Values.Select(Kind).ToList();
        var areSheets = kinds.Count >= LeastSheets && kinds[0].Length > 0 && !kinds[0].Contains(' ') && kinds.TrueForAll(kind => kind == kinds[0]);
        return headings.ToDictionary(
            heading => heading.Key,
            heading => areSheets || Sheets.Contains(Kind(heading.Value), StringComparer.OrdinalIgnoreCase) ? heading.Value[(heading.Value.IndexOf(':') + 1)..].Trim() : heading.Value);
    }

    private static bool IsHeading(string line) => line is ['[', .. var inside, ']'] && line.Length is >= Shortest and <= Longest && inside.AsSpan().IndexOfAny('[', ']') < 0
        && inside.Count(char.IsLetter) >= LeastLetters && Kind(inside).Length + 1 < inside.TrimEnd().Length;

    // What stands before the colon; nothing where there is none.
    private static string Kind(string words) => words[..Math.Max(0, words.IndexOf(':'))].Trim();
}
