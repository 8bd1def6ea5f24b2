namespace Talka.Reporting.Audit.Reading;

/// <summary>Finds tables that have no lines around their cells: lines with wide gaps that stand below one another.</summary>
internal static class PdfColumns
{
    // In parts of the letter's size.
    private const double Gap = 1.7;
    private const double GapOfOneLine = 3;
    private const double Gutter = 0.7;
    private const double RowGap = 1.2;
    private const double TableEnd = 4.5;
    private const int MostLines = 400;

    public static List<PdfRegion> Split(List<PdfLine> lines, PdfRules rules)
    {
        var (regions, start) = (new List<PdfRegion>(), 0);
        foreach (var (from, to) in PdfFigureTables.Blocks(lines))
        {
            var block = PdfMergedCells.Raise(lines[from..to]);
            if (ByGaps(block, rules) is var byGaps && (PdfFigureTables.AreMixed(byGaps) || PdfFigureTables.IsApart(byGaps)) && PdfFigureTables.Build(block) is { } table)
            {
                regions.AddRange(ByGaps(lines[start..from], rules));
                regions.AddRange(table);
                start = to;
            }
        }

        regions.AddRange(ByGaps(lines[start..], rules));
        return regions;
    }

    private static List<PdfRegion> ByGaps(List<PdfLine> lines, PdfRules rules)
    {
        var regions = new List<PdfRegion>();
        var plain = new List<PdfLine>();
        for (var at = 0; at < lines.Count;)
        {
            var gutters = Gaps(lines[at], Gap);
            if (gutters.Count > 0 && at + 1 < lines.Count && lines[at].Left - lines[at + 1].Left > lines[at].Size * GapOfOneLine)
            {
                // A header that leaves the first column empty.
                gutters.Insert(0, (lines[at + 1].Left, lines[at].Left));
            }

            var end = gutters.Count > 0 ? End(lines, at, ref gutters) : at + 1;
            if (end - at < 2 && Gaps(lines[at], GapOfOneLine).Count == 0)
            {
                plain.Add(lines[at++]);
                continue;
            }

            Flush(plain, regions);
            plain = [];
            AddTable(PdfMergedCells.Raise(lines[at..end]), gutters, rules, regions);
            at = end;
        }

        Flush(plain, regions);
        return regions;
    }

    private static void Flush(List<PdfLine> plain, List<PdfRegion> regions)
    {
        if (plain.Count > 0)
        {
            regions.Add(new PdfRegion(null, 0, 0, false, plain));
        }
    }

    private static List<(double From, double To)> Gaps(PdfLine line, double width)
    {
        var gaps = new List<(double, double)>();
        for (var i = 1; i < line.Words.Count; i++)
        {
            // A bullet stands apart from its text.
            if (line.Words[i].Left - line.Words[i - 1].Right > line.Size * width && !(i == 1 && (TextMarker.IsBullet(line.Words[0].Text) || TextMarker.IsNumber(line.Words[0].Text))))
            {
                gaps.Add((line.Words[i - 1].Right, line.Words[i].Left));
            }
        }

        return gaps;
    }

    // Where the table that begins at a line ends; leaves the gaps that run through all of it.
    private static int End(List<PdfLine> lines, int start, ref List<(double From, double To)> gutters)
    {
        var end = start + 1;
        for (var several = 1; end < lines.Count && end - start < MostLines; end++)
        {
            var line = lines[end];
            if (lines[end - 1].Base - line.Base > line.Size * TableEnd)
            {
                break;
            }

            var left = Narrowed(gutters, line);
            if (left.Count == 0 || (left.Count < gutters.Count && several > 2))
            {
                break;
            }

            several += Gaps(line, Gap).Count > 0 ? 1 : 0;
            gutters = left;
        }

        // Lines at the end that fill the first column alone are a text below, but for what goes on in the last row's cell.
        while (end - start > 1 && lines[end - 1].Right <= gutters[0].From + 1 && !GoesOnInCell(lines, start, end))
        {
            end--;
        }

        return end;
    }

    // Nearer to the line above than rows are to one another.
    private static bool GoesOnInCell(List<PdfLine> lines, int start, int end)
    {
        var rows = Enumerable.Range(start + 1, Math.Max(0, end - start - 2)).Where(at => Gaps(lines[at], Gap).Count > 0 && Gaps(lines[at - 1], Gap).Count > 0).Select(at => lines[at - 1].Base - lines[at].Base).ToList();
        return rows.Count > 0 && (lines[end - 2].Base - lines[end - 1].Base) * RowGap < rows.Min();
    }

    private static List<(double From, double To)> Narrowed(List<(double From, double To)> gutters, PdfLine line)
    {
        var left = new List<(double, double)>();
        foreach (var (from, to) in gutters)
        {
            var (low, high) = (from, to);
            foreach (var word in line.Words)
            {
                if (word.Left < (from + to) / 2 && word.Right > low)
                {
                    low = word.Right;
                }
                else if (word.Left >= (from + to) / 2 && word.Left < high)
                {
                    high = word.Left;
                }
            }

            if (high - low > line.Size * Gutter)
            {
                left.Add((low, high));
            }
        }

        return left;
    }

    private static void AddTable(List<PdfLine> lines, List<(double From, double To)> gutters, PdfRules rules, List<PdfRegion> regions)
    {
        var pitches = lines.Zip(lines.Skip(1), (upper, lower) => upper.Base - lower.Base).Order().ToList();
        var padded = pitches.Count > 0 && pitches[^1] > pitches[0] * RowGap;
        var ruled = lines.Zip(lines.Skip(1)).Any(pair => IsRuled(rules, pair.First, pair.Second, lines));
        var table = new PdfTable([lines.Min(line => line.Left), .. gutters.Select(gutter => gutter.To)]);
        var row = 1;
        var cells = new SortedDictionary<(int Row, int Column), List<PdfWord>>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0)
            {
                var begins = ruled ? IsRuled(rules, lines[i - 1], lines[i], lines)
                    : (lines[i].Left < gutters[0].From || (lines[0].Left >= gutters[0].To && Gaps(lines[i], Gap).Count > 0)) && (!padded || lines[i - 1].Base - lines[i].Base > pitches[0] * RowGap);
                row += begins ? 1 : 0;
            }

            foreach (var word in lines[i].Words)
            {
                var column = gutters.Count(gutter => word.Left >= (gutter.From + gutter.To) / 2) + 1;
                (cells.TryGetValue((row, column), out var cell) ? cell : cells[(row, column)] = []).Add(word);
            }
        }

        var bold = row > 1 && cells.Where(cell => cell.Key.Row == 1).All(cell => cell.Value.TrueForAll(word => word.IsBold));
        regions.AddRange(cells.Select(cell => new PdfRegion(table, cell.Key.Row, cell.Key.Column, bold && cell.Key.Row == 1, PdfWords.Lines(cell.Value))));
    }

    private static bool IsRuled(PdfRules rules, PdfLine upper, PdfLine lower, List<PdfLine> lines) =>
        rules.Between(upper.Base, lower.Base + (lower.Size * 0.5), lines[0].Left, lines[0].Right);
}
