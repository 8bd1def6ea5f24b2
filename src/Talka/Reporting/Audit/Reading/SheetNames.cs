namespace Talka.Reporting.Audit.Reading;

/// <summary>
/// The names of a workbook's sheets, where its text was copied sheet by sheet: lines in square brackets that all begin with the same word, <c>[lapa: Nauda]</c>,
/// <c>[Sheet: Events]</c>. They head what follows.
/// </summary>
internal static class SheetNames
{
    private const int LeastNames = 3;
    private const int LongestName = 80;

    /// <summary>The names, by the index of their line.</summary>
    public static IReadOnlyDictionary<int, string> Find(string text, IReadOnlyList<TextLine> lines)
    {
        var names = lines.Index().Select(line => (line.Index, Words: text.AsSpan(line.Item.Start, line.Item.Length).Trim().ToString()))
            .Where(line => line.Words is ['[', _, .., ']'] && line.Words.Length <= LongestName && line.Words.IndexOf(':') is > 1 and var colon && colon < line.Words.Length - 2)
            .Select(line => (line.Index, Word: line.Words[1..line.Words.IndexOf(':')], Name: line.Words[(line.Words.IndexOf(':') + 1)..^1].Trim())).ToList();
        return names.Count >= LeastNames && names.TrueForAll(name => name.Word == names[0].Word && !name.Word.Contains(' '))
            ? names.ToDictionary(name => name.Index, name => name.Name) : new();
    }
}
