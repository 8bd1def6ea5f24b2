namespace Talka.Reporting.Audit.Reading;

/// <summary>Lines that belong together: the cell of a table, or what stands between tables.</summary>
/// <param name="Table">Null outside tables.</param>
internal sealed record PdfRegion(PdfTable? Table, int Row, int Column, bool IsHeader, List<PdfLine> Lines);

/// <summary>A table on one page.</summary>
/// <param name="Columns">Where they begin.</param>
internal sealed record PdfTable(IReadOnlyList<double> Columns);

/// <summary>Finds the tables of a page, by the lines that are drawn around cells or by the gaps between columns, and the order to read it in.</summary>
internal static class PdfPageLayout
{
    private const double SamePlace = 4;

    public static List<PdfRegion> Of(IReadOnlyList<PdfWord> words, PdfRules rules)
    {
        var boxes = new Dictionary<PdfBox, List<PdfWord>>();
        var free = new List<PdfWord>();
        foreach (var word in words)
        {
            if (rules.Around((word.Left + word.Right) / 2, word.Middle) is { } box)
            {
                (boxes.TryGetValue(box, out var inside) ? inside : boxes[box] = []).Add(word);
            }
            else
            {
                free.Add(word);
            }
        }

        var tables = Tables(boxes.Keys);
        foreach (var alone in tables.Where(table => table.Count == 1).ToList())
        {
            // A frame around a text makes no table.
            free.AddRange(boxes[alone[0]]);
            tables.Remove(alone);
        }

        foreach (var open in tables.Where(table => HoldsColumns(table, boxes)).ToList())
        {
            // Lines are drawn around groups of its cells only: its columns and rows are told by their gaps.
            free.AddRange(open.SelectMany(box => boxes[box]));
            tables.Remove(open);
        }

        var regions = new List<(double Top, List<PdfRegion> Regions)>();
        foreach (var table in tables)
        {
            regions.Add((table.Max(box => box.Top), Cells(table, boxes)));
        }

        var tops = regions.Select(table => table.Top).OrderDescending().ToList();
        foreach (var group in PdfWords.Lines(free).GroupBy(line => tops.Count(top => top > line.Base)))
        {
            var lines = group.ToList();
            regions.Add((lines[0].Base, [.. PdfTextColumns.Split(lines).SelectMany(column => PdfFormColumns.Split(column, rules))]));
        }

        return [.. regions.OrderByDescending(region => region.Top).SelectMany(region => region.Regions)];
    }

    // Figures below one another in two boxes of a row, with the same lines: “26 000,00”, “27 300,00” | “11 500,00”, “12 100,00”.
    private static bool HoldsColumns(List<PdfBox> table, Dictionary<PdfBox, List<PdfWord>> boxes)
    {
        var several = table.Select(box => (box.Top, Bases: PdfWords.Lines(boxes[box]).Where(line => IsFigure(line.Text)).Select(line => Math.Round(line.Base / SamePlace)).ToList())).Where(cell => cell.Bases.Count > 1);
        return several.GroupBy(cell => Math.Round(cell.Top)).Any(row => row.Count() > 1 && row.Skip(1).All(cell => cell.Bases.Intersect(row.First().Bases).Count() > 1));
    }

    private static bool IsFigure(string line)
    {
        var digits = line.Count(char.IsAsciiDigit);
        return digits > 2 && line.Count(char.IsLetter) * 2 < digits && line[^1] is >= '0' and <= '9';
    }

    // Cells whose boxes touch are of one table.
    private static List<List<PdfBox>> Tables(IEnumerable<PdfBox> boxes)
    {
        var tables = new List<(PdfBox Around, List<PdfBox> Cells)>();
        foreach (var box in boxes.OrderByDescending(box => box.Top))
        {
            // It may join what an empty cell had kept apart.
            var (around, cells) = (box, new List<PdfBox> { box });
            for (var found = Touching(tables, around); found >= 0; found = Touching(tables, around))
            {
                var (other, more) = tables[found];
                around = new PdfBox(Math.Min(around.Left, other.Left), Math.Max(around.Right, other.Right), Math.Max(around.Top, other.Top), Math.Min(around.Bottom, other.Bottom));
                cells = [.. more, .. cells];
                tables.RemoveAt(found);
            }

            tables.Add((around, cells));
        }

        return [.. tables.Select(table => table.Cells)];
    }

    private static int Touching(List<(PdfBox Around, List<PdfBox> Cells)> tables, PdfBox box) =>
        tables.FindIndex(table => table.Around.Left - SamePlace <= box.Right && box.Left - SamePlace <= table.Around.Right && table.Around.Bottom - SamePlace <= box.Top && box.Bottom - SamePlace <= table.Around.Top);

    private static List<PdfRegion> Cells(List<PdfBox> table, Dictionary<PdfBox, List<PdfWord>> boxes)
    {
        var rows = Places(table.Select(box => -box.Top));
        var columns = Places(table.Select(box => box.Left));
        var known = new PdfTable(columns);
        var cells = table.Select(box => (Row: Index(rows, -box.Top), Column: Index(columns, box.Left), Words: boxes[box])).OrderBy(cell => cell.Row).ThenBy(cell => cell.Column).ToList();
        var header = rows.Count > 1 && cells.Where(cell => cell.Row == 1).All(cell => cell.Words.TrueForAll(word => word.IsBold)) && cells.Exists(cell => cell.Words.Exists(word => !word.IsBold));
        return [.. cells.Select(cell => new PdfRegion(known, cell.Row, cell.Column, header && cell.Row == 1, PdfWords.Lines(cell.Words)))];
    }

    private static List<double> Places(IEnumerable<double> values)
    {
        var places = new List<double>();
        foreach (var value in values.Order())
        {
            if (places.Count == 0 || value - places[^1] > SamePlace)
            {
                places.Add(value);
            }
        }

        return places;
    }

    private static int Index(List<double> places, double value) => places.FindLastIndex(place => place <= value + 0.01) + 1;
}
