using System.Buffers;

namespace Talka.Reporting.Audit.Reading;

/// <summary>
/// Rows whose cells are parted by bars, <c>Label | content</c> or <c>| a | b |</c>: to the reader they are rows with tabs, and what is drawn between them,
/// <c>+-----+-----+</c>, is nothing.
/// </summary>
internal static class PipeRows
{
    private const int LeastRows = 3;
    private const int LeastOfRule = 5;
    private const char Bar = '|';
    private const string Bars = "│┃║";
    private static readonly SearchValues<char> RuleSigns = SearchValues.Create("+-=| ─━═│┃║┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛╟╫╢╓╥╖╙╨╜");

    /// <summary>The text, of the same length, with tabs for the bars that part cells; itself where hardly any line has one.</summary>
    /// <param name="lines">Out of which the lines that are only drawn are taken.</param>
    /// <param name="framed">Numbers of the rows with a bar at both ends: the line below such a row is no more of its last cell.</param>
    public static string AsTabs(string text, List<TextLine> lines, HashSet<int> framed)
    {
        text = text.AsSpan().IndexOfAny(Bars) < 0 ? text : Bars.Aggregate(text, (own, bar) => own.Replace(bar, Bar));
        var rows = lines.Where(line => IsRow(text.AsSpan(line.Start, line.Length))).ToList();
        if (rows.Count < LeastRows)
        {
            return text;
        }

        var signs = text.ToCharArray();
        foreach (var row in rows)
        {
            if (text.AsSpan(row.Start, row.Length).Trim() is [Bar, _, .., Bar])
            {
                framed.Add(row.Number);
            }

            Part(signs.AsSpan(row.Start, row.Length));
        }

        var numbers = rows.Select(row => row.Number).ToHashSet();
        lines.RemoveAll(line => (numbers.Contains(line.Number - 1) || numbers.Contains(line.Number + 1)) && IsDrawn(text.AsSpan(line.Start, line.Length).Trim()));

        return new(signs);
    }

    // The second of two rules, “=====” below “+---+”, is none: it would part two tables.
    private static bool IsDrawn(ReadOnlySpan<char> line) => line.Length >= LeastOfRule && line[0] is not ('-' or '=' or '|') && line.IndexOfAnyExcept(RuleSigns) < 0;

    // “3 | Budget” is a numbered heading, and “Kopsavilkums | 3” the foot of a page.
    private static bool IsRow(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        var bar = line.IndexOf(Bar);
        if (bar < 0 || line.Contains('\t'))
        {
            return false;
        }

        return bar != line.LastIndexOf(Bar) || (HasWord(line[..bar]) && (bar == line.Length - 1 || line[(bar + 1)..].Trim() is not { Length: <= 3 } last || HasWord(last)));
    }

    private static bool HasWord(ReadOnlySpan<char> cell)
    {
        var letters = 0;
        foreach (var sign in cell)
        {
            letters += char.IsLetter(sign) ? 1 : 0;
        }

        return letters > 1;
    }

    // Bars at both ends are the table's frame.
    private static void Part(Span<char> line)
    {
        var (first, last) = (line.IndexOf(Bar), line.LastIndexOf(Bar));
        if (line[..first].IsWhiteSpace())
        {
            line[first] = ' ';
            line[last] = line[(last + 1)..].IsWhiteSpace() ? ' ' : Bar;
        }

        line.Replace(Bar, '\t');
    }
}
