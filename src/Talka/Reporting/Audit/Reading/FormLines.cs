using System.Buffers;

namespace Talka.Reporting.Audit.Reading;

/// <summary>
/// Forms that are set with spaces: a label, a gap, and what it labels, one below the other at the same place. Where at least three lines do so each begins
/// anew; the gap before words parts two blocks, and lines set in as far go on with the second.
/// </summary>
internal sealed class FormLines
{
    private const int Gap = 2;
    private const int WideGap = 3;
    private const int LeastLines = 3;
    private const int LeastLetters = 3;
    private const int LongestLabel = 60;
    private const string Space = "  ";
    private static readonly SearchValues<char> NumberSigns = SearchValues.Create(" 0123456789.)");

    private readonly Dictionary<int, Row> _rows;
    private readonly HashSet<int> _places;

    private FormLines(Dictionary<int, Row> rows) => (_rows, _places) = (rows, [.. rows.Values.Select(row => row.Place)]);

    /// <param name="isTaken">Whether a line, by its index, is the row of a table.</param>
    public static FormLines Find(string text, IReadOnlyList<TextLine> lines, Func<int, bool> isTaken)
    {
        var rows = lines.Index().Where(line => !isTaken(line.Index)).Select(line => (line.Index, Row: Read(text.AsSpan(line.Item.Start, line.Item.Length))))
            .Where(line => line.Row is not null);
        return new(rows.GroupBy(line => line.Row!.Place).Where(alike => alike.Count() >= LeastLines && alike.Any(line => line.Row!.IsWide))
            .SelectMany(alike => alike).ToDictionary(line => line.Index, line => line.Row!));
    }

    /// <summary>Where the words begin that a line's label stands before; 0 where it is no label with words.</summary>
    public int Content(int line) => _rows.GetValueOrDefault(line) is { HasWords: true, Place: var place } ? place : 0;

    /// <summary>Whether a line is one of the form, and no more of the line above.</summary>
    public bool Begins(int line) => _rows.ContainsKey(line);

    /// <summary>Whether a line goes on with the content of the one above, which ended in the middle of a sentence.</summary>
    public bool GoesOn(ReadOnlySpan<char> line, string above) => _places.Contains(line.Length - line.TrimStart().Length) && line.Trim().IndexOf(Space) < 0
        && above.TrimEnd() is [.., var last] && (char.IsLetter(last) || last is ',' or '-');

    // A label begins with a capital, after its number; figures after one without a number would be the cells of a table.
    private static Row? Read(ReadOnlySpan<char> line)
    {
        var label = 0;
        while (label < line.Length && !char.IsLetter(line[label]))
        {
            label++;
        }

        if (label == line.Length || !char.IsUpper(line[label]) || line.Contains('\t') || line[..label].IndexOfAnyExcept(NumberSigns) >= 0
            || line[label..].IndexOf(Space) is not (>= LeastLetters and < LongestLabel and var gap)
            || line[label + gap - 1] is '.' or '!' or '?' or ',' or ';')
        {
            return null;
        }

        var place = label + gap + Gap;
        while (place < line.Length && line[place] == ' ')
        {
            place++;
        }

        if (place == line.Length || line[place..].TrimEnd().IndexOf(Space) >= 0)
        {
            return null;
        }

        var isNumbered = label > 0 && char.IsAsciiDigit(line.TrimStart()[0]);
        var hasWords = char.IsLetter(line[place]) || line[place] is '"' or '“' or '„' || (isNumbered && char.IsAsciiDigit(line[place]));
        return new(place, hasWords, place - label - gap >= WideGap);
    }

    private sealed record Row(int Place, bool HasWords, bool IsWide);
}
