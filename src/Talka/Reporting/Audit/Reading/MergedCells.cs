namespace Talka.Reporting.Audit.Reading;

/// <summary>
/// Tells in which columns the cells of pasted rows stand where cells span several rows or columns: a paste keeps such a cell once, so that all that stand behind it
/// come too far to the left. Only where the figures, counted from the right, leave no doubt.
/// </summary>
internal static class MergedCells
{
    private const int MostRows = 200;
    private const int LeastColumns = 3;
    private const int LeastFigures = 2;
    private const int LongestName = 60;

    private sealed record Row(int Line, string[] Cells)
    {
        /// <summary>How many cells at the end hold figures or nothing; the first one names the row, if by a number.</summary>
        public int Figures { get; } = Cells.Skip(1).Reverse().TakeWhile(IsFigure).Count();
        public int Labels => Cells.Length - Figures;
        public bool IsBody => Figures >= LeastFigures && Cells[^Figures..].Any(cell => cell.Length > 0);
        public bool IsHead => Cells.All(cell => !IsFigure(cell) || cell.Length == 0);
    }

    /// <summary>By line, for each cell of its row the column that it stands in, from 1; only rows that are not as they seem.</summary>
    /// <returns>Null where no rows begin.</returns>
    public static IReadOnlyDictionary<int, int[]>? Find(string text, IReadOnlyList<TextLine> lines, int from)
    {
        if (from > 0 && RowOf(text, lines, from - 1) is not null)
        {
            return null;
        }

        var rows = Enumerable.Range(from, Math.Min(MostRows, lines.Count - from)).Select(line => RowOf(text, lines, line)).TakeWhile(row => row is not null).OfType<Row>().ToList();
        var columns = new Dictionary<int, int[]>();
        var first = rows.FindIndex(row => row.IsBody);
        if (first < 1 || rows[first].Cells.Length < LeastColumns || !rows.Take(first).All(row => row.IsHead))
        {
            return columns;
        }

        Head(rows, first, columns);
        Body(rows, first, columns);
        return columns;
    }

    /// <summary>Whether a line names the rows below it, as “Year 2” between rows of figures, in a cell as wide as the table.</summary>
    public static bool IsNamed(string text, IReadOnlyList<TextLine> lines, int index) =>
        index > 0 && index + 1 < lines.Count && lines[index].Length <= LongestName && RowOf(text, lines, index - 1) is { } above && RowOf(text, lines, index + 1) is { IsBody: true } below
            && above.Cells.Length == below.Cells.Length && below.Cells.Length >= LeastColumns && (above.IsBody || above.IsHead);

    // “Year | Stream | Planned | Spent”, “First | Courses | 100 | 90”, “Books | 50 | 50”: a year that stands once for its streams.
    private static void Body(List<Row> rows, int first, Dictionary<int, int[]> columns)
    {
        var body = rows.Skip(first).TakeWhile(row => row.IsBody).ToList();
        var full = body[0];
        var isFull = body.ConvertAll(row => row.Cells.Length == full.Cells.Length);
        if (full.Labels < 2 || isFull.TrueForAll(own => own) || rows[first - 1].Cells.Length != full.Cells.Length
            || body.Exists(row => row.Figures != full.Figures || row.Cells.Length > full.Cells.Length))
        {
            return;
        }

        // What stands below as many rows as the cell before spanned begins in the first column: the total of all
        var starts = Enumerable.Range(0, body.Count).Where(at => isFull[at]).ToList();
        var span = starts.Zip(starts.Skip(1), (one, next) => next - one).DefaultIfEmpty(body.Count).Max();
        for (var (at, start) = (0, 0); at < body.Count; at++)
        {
            start = isFull[at] ? at : start;
            var (row, missing) = (body[at], full.Cells.Length - body[at].Cells.Length);
            if (missing > 0)
            {
                columns[row.Line] = [.. Enumerable.Range(1, row.Cells.Length).Select(cell => cell <= row.Labels && at - start >= span ? cell : cell + missing)];
            }
        }
    }

    // “Stream | Year 1 | Year 2” above “planned | spent | planned | spent”: the years stand above two columns each, and the name beside both rows.
    private static void Head(List<Row> rows, int first, Dictionary<int, int[]> columns)
    {
        if (first < 2)
        {
            return;
        }

        var (groups, labels) = (rows[first - 2], rows[first].Labels);
        var names = rows[first - 1].Cells;
        var left = names.Length == rows[first].Cells.Length && names.Take(labels).All(name => name.Length == 0) ? labels : 0;
        names = names[left..];
        var starts = Enumerable.Range(0, names.Length).Where(at => names[at] == names[0]).ToList();
        if (labels + names.Length != rows[first].Cells.Length || starts.Count < 2 || groups.Cells.Length != labels + starts.Count)
        {
            return;
        }

        columns[groups.Line] = [.. Enumerable.Range(1, groups.Cells.Length).Select(cell => cell <= labels ? cell : labels + 1 + starts[cell - labels - 1])];
        columns[rows[first - 1].Line] = [.. Enumerable.Range(1, left + names.Length).Select(cell => cell + labels - left)];
    }

    private static Row? RowOf(string text, IReadOnlyList<TextLine> lines, int line)
    {
        var words = text.AsSpan(lines[line].Start, lines[line].Length).TrimEnd();
        return words.Contains('\t') ? new Row(line, words.ToString().Split('\t', StringSplitOptions.TrimEntries)) : null;
    }

    private static bool IsFigure(string cell) => cell.Length == 0 || cell is "–" or "-" or "—" || cell.Count(char.IsAsciiDigit) > cell.Count(char.IsLetter);
}
