namespace Talka.Reporting.Audit.Reading;

/// <summary>
/// Raises the names of merged cells to the first of their rows, and sets them apart from what stands beside them. Such a name is printed beside the middle of the rows
/// that it is of: between two of them, or on the second of three, and would be read as if it named what stands below it.
/// </summary>
internal static class PdfMergedCells
{
    private const int LeastLines = 4;

    // In parts of the letter's size, or of the distance of rows.
    private const double SetIn = 0.8;
    private const double Slack = 0.3;
    private const double Space = 0.42;
    private const double Apart = 2;

    private sealed record Row(List<PdfWord> Name, List<PdfWord> Rest, double Base);

    /// <param name="lines">Of one table, from the top.</param>
    /// <returns>The lines with the names on the first line of their rows; as they were where what is merged cannot be told.</returns>
    public static List<PdfLine> Raise(List<PdfLine> lines)
    {
        if (lines.Count < LeastLines)
        {
            return lines;
        }

        // Most rows begin in the second column
        var second = lines.GroupBy(line => Math.Round(line.Left)).MaxBy(lefts => lefts.Count())!.Min(line => line.Left);
        if (second - lines.Min(line => line.Left) < lines[0].Size * SetIn)
        {
            return lines;
        }

        var all = lines.ConvertAll(line => Parted(line, second));
        var (from, to) = (all.FindIndex(row => row.Rest.Count > 0), all.FindLastIndex(row => row.Rest.Count > 0) + 1);
        var within = all[from..to];
        var rows = within.FindAll(row => row.Rest.Count > 0);
        var isBeside = rows.Count > 2 && rows[0].Name.Count > 0 && rows[1].Name.Count == 0;
        return (isBeside || within.Count > rows.Count) && rows.Count > 1 && Firsts(within, rows) is { } firsts ? [.. lines[..from], .. rows.Select(row => Line(row, firsts)), .. lines[to..]] : lines;
    }

    /// <returns>By row, the name of the cell that begins in it; null where names and rows do not come out even.</returns>
    private static Dictionary<Row, Row>? Firsts(List<Row> all, List<Row> rows)
    {
        var edges = new double[rows.Count + 1];
        for (var at = 1; at < rows.Count; at++)
        {
            edges[at] = (rows[at - 1].Base + rows[at].Base) / 2;
        }

        (edges[0], edges[^1]) = (rows[0].Base + (rows[0].Base - edges[1]), rows[^1].Base - (edges[^2] - rows[^1].Base));
        var slack = Slack * rows.Zip(rows.Skip(1), (upper, lower) => upper.Base - lower.Base).Min();
        var (firsts, next) = (new Dictionary<Row, Row>(), 0);
        foreach (var name in all.Where(row => row.Name.Count > 0))
        {
            // A name stands in the middle of its cell, whose top is where the one above ends
            var bottom = (2 * name.Base) - edges[next];
            var end = Array.FindIndex(edges, next + 1, edge => Math.Abs(edge - bottom) <= slack);
            if (end < 0 || rows[next..end].Exists(row => row.Name.Count > 0 && row != name))
            {
                return null;
            }

            firsts[rows[next]] = name;
            next = end;
            if (next == rows.Count)
            {
                break;
            }
        }

        return next == rows.Count ? firsts : null;
    }

    // “All years” over both columns begins in the first, and nothing begins in the second
    private static Row Parted(PdfLine line, double second)
    {
        var name = line.Words.TakeWhile(word => word.Left < second - 1).ToList();
        while (name.Count > 0 && name.Count < line.Words.Count && line.Words[name.Count].Left > second + 1 && line.Words[name.Count].Left - name[^1].Right < line.Size * Space)
        {
            name.Add(line.Words[name.Count]);
        }

        return new(name, [.. line.Words.Skip(name.Count)], line.Base);
    }

    private static PdfLine Line(Row row, Dictionary<Row, Row> firsts)
    {
        var apart = row.Rest[0].Size * Apart;
        return new([.. firsts.TryGetValue(row, out var name) ? name.Name.Select(word => word with { Base = row.Base, Left = word.Left - apart, Right = word.Right - apart }) : [], .. row.Rest]);
    }
}
