namespace Talka.Reporting.Audit.Reading;

/// <summary>
/// Tables of amounts whose columns stand so close that no gap tells them apart: each line is a name and amounts with their cents, and amounts below one
/// another are a column. A second name within a line begins a table beside the first.
/// </summary>
internal static class PdfFigureTables
{
    private const int LeastRows = 3;
    private const int MostBetween = 2;
    private const int MostHeaders = 3;
    private const double OfOneAmount = 0.6;
    private const double OfOneHeader = 1.1;
    private const double OfWords = 0.42;
    private const double SameEdge = 1.5;
    private const double SameColumn = 4;
    private const double MostDistance = 4.5;

    /// <summary>A piece of a line: an amount, or words.</summary>
    private readonly record struct Piece(List<PdfWord> Words, bool IsAmount)
    {
        public double Left => Words[0].Left;
        public double Right => Words[^1].Right;
        public double Center => (Left + Right) / 2;
    }

    /// <summary>Where such tables stand among lines.</summary>
    public static List<(int From, int To)> Blocks(List<PdfLine> lines)
    {
        var blocks = new List<(int From, int To)>();
        for (var at = 0; at < lines.Count; at++)
        {
            if (!IsRow(lines[at]))
            {
                continue;
            }

            var (rows, end, next) = (1, at + 1, at + 1);
            for (; next < lines.Count && next - end <= MostBetween && lines[next - 1].Base - lines[next].Base < lines[next].Size * MostDistance; next++)
            {
                if (IsRow(lines[next]))
                {
                    (rows, end) = (rows + 1, next + 1);
                }
            }

            if (rows >= LeastRows)
            {
                var from = at;
                while (from > (blocks.Count > 0 ? blocks[^1].To : 0) && at - from < MostHeaders && IsHeader(lines[from - 1], lines[at]) && lines[from - 1].Base - lines[from].Base < lines[from].Size * MostDistance)
                {
                    from--;
                }

                // What reaches over none of the columns is a heading above the table
                while (from < at && !Reaches(lines[from], lines[at]))
                {
                    from++;
                }

                blocks.Add((from, end));
            }

            at = end - 1;
        }

        return blocks;
    }

    /// <summary>The cells of a block, of one table or of several side by side; null when its columns cannot be told.</summary>
    public static List<PdfRegion>? Build(List<PdfLine> lines)
    {
        var rows = lines.ConvertAll(line => (Line: line, Pieces: Pieces(line), IsRow: IsRow(line)));
        var figures = rows.Where(row => row.IsRow).ToList();
        var columns = Clusters(figures.SelectMany(row => row.Pieces.Where(piece => piece.IsAmount)));
        var names = Clusters(figures.SelectMany(row => row.Pieces.Where(piece => !piece.IsAmount)));
        if (columns.Count < 2 || figures.Exists(row => row.Pieces.Where(piece => piece.IsAmount).GroupBy(piece => Index(columns, piece)).Any(group => group.Count() > 1)))
        {
            return null;
        }

        // Each name begins a table; its columns are those up to the next name.
        List<(double Left, double Right)> starts = [.. names.Where(name => columns.Exists(column => column.Left > name.Left)).GroupBy(name => columns.FindIndex(column => column.Left > name.Left)).Select(group => group.First())];
        if (starts.Count == 0 || starts[0].Left > columns[0].Left)
        {
            return null;
        }

        var regions = new List<PdfRegion>();
        for (var table = 0; table < starts.Count; table++)
        {
            var (left, right) = (table == 0 ? double.NegativeInfinity : starts[table].Left - 1, table + 1 < starts.Count ? starts[table + 1].Left - 1 : double.PositiveInfinity);
            var own = columns.Where(column => column.Left > left && column.Left < right).ToList();
            var labels = Labels([.. figures.SelectMany(row => row.Pieces).Where(piece => !piece.IsAmount && piece.Left > left && piece.Right < own[0].Left)], own[0].Left) ?? [starts[table]];
            var known = new PdfTable([.. labels.Select(label => label.Left), .. own.Select(column => column.Left)]);
            var number = 0;
            foreach (var row in rows)
            {
                var cells = (row.IsRow ? row.Pieces : Parted(row.Pieces, [.. labels, .. own])).Where(piece => piece.Center > left && piece.Center < right).GroupBy(piece => piece.IsAmount || piece.Left > own[0].Left - 1 || piece.Right > own[0].Left ? labels.Count + Nearest(own, piece) + 1 : Nearest(labels, piece) + 1).OrderBy(cell => cell.Key).ToList();
                number += cells.Count > 0 ? 1 : 0;
                regions.AddRange(cells.Select(cell => new PdfRegion(known, number, cell.Key, false, [new PdfLine([.. cell.SelectMany(piece => piece.Words)])])));
            }
        }

        return regions;
    }

    // Columns of names begin where several names do, though one of all years may reach over two of them
    private static List<(double Left, double Right)>? Labels(List<Piece> names, double end)
    {
        var lefts = names.GroupBy(name => Math.Round(name.Left / SameColumn)).Where(alike => alike.Count() > 1).Select(alike => alike.Min(name => name.Left)).Order().ToList();
        return lefts.Count < 2 ? null : [.. lefts.Select((left, at) => (left, at + 1 < lefts.Count ? lefts[at + 1] - 1 : end))];
    }

    /// <summary>Amounts of several columns or rows came into one cell.</summary>
    public static bool AreMixed(IEnumerable<PdfRegion> regions) => regions.Any(region =>
    {
        var amounts = region.Lines.ConvertAll(line => Pieces(line).Count(piece => piece.IsAmount));
        return amounts.Exists(count => count > 1) || (region.Table is not null && amounts.Count(count => count > 0) > 1);
    });

    /// <summary>The head of the amounts came into another table, or into none.</summary>
    public static bool IsApart(List<PdfRegion> regions) => regions.DistinctBy(region => region.Table).Count() > 1;

    // A name, or none, and then amounts to the end; perhaps that again.
    private static bool IsRow(PdfLine line) => Pieces(line) is var pieces && pieces.Count > 1 && pieces[^1].IsAmount && pieces.Count(piece => piece.IsAmount) is var amounts && (amounts > 1 || pieces.Count == 2)
        && pieces.Count(piece => !piece.IsAmount) <= 1 + (amounts / 2) && !pieces.Exists(piece => !piece.IsAmount && piece.Words[^1].Text[^1] is ',' or ';');

    // Words above the columns, and no sentence.
    private static bool IsHeader(PdfLine line, PdfLine row) => line.Words[^1].Text[^1] is not ('.' or ',' or ';') && line.Words.Count <= 14 && !Pieces(line).Exists(piece => piece.IsAmount) && (Reaches(line, row) || line.Words.Count <= 4);

    private static bool Reaches(PdfLine line, PdfLine row) => line.Right > row.Left + ((row.Right - row.Left) / 3);

    private static List<Piece> Pieces(PdfLine line)
    {
        var pieces = new List<Piece>();
        for (var at = 0; at < line.Words.Count;)
        {
            var end = Amount(line, at);
            if (end > at)
            {
                pieces.Add(new([.. line.Words.Skip(at).Take(end - at)], true));
                at = end;
                continue;
            }

            if (pieces.Count > 0 && !pieces[^1].IsAmount && line.Words[at].Left - line.Words[at - 1].Right < line.Size * OfOneHeader)
            {
                pieces[^1].Words.Add(line.Words[at]);
            }
            else
            {
                pieces.Add(new([line.Words[at]], false));
            }

            at++;
        }

        return pieces;
    }

    // “planned spent” above two columns that stand close
    private static List<Piece> Parted(List<Piece> pieces, List<(double Left, double Right)> columns)
    {
        var parted = new List<Piece>();
        foreach (var piece in pieces)
        {
            var begins = true;
            for (var at = 0; at < piece.Words.Count; at++)
            {
                var word = new Piece([piece.Words[at]], piece.IsAmount);
                begins = begins || AreApart(parted[^1], word, columns);
                if (begins)
                {
                    parted.Add(word);
                }
                else
                {
                    parted[^1].Words.Add(piece.Words[at]);
                }

                begins = false;
            }
        }

        return parted;
    }

    // Nearest to columns of their own, and further apart than words are, or one of them just where its column begins or ends
    private static bool AreApart(Piece before, Piece word, List<(double Left, double Right)> columns)
    {
        var (one, next) = (Nearest(columns, before), Nearest(columns, word));
        return one != next && (word.Left - before.Right > word.Words[0].Size * OfWords || Math.Abs(word.Left - columns[next].Left) < SameEdge || Math.Abs(before.Right - columns[one].Right) < SameEdge);
    }

    // “18 300,00”, “9,600.00”, “–”: groups of three until one with cents.
    private static int Amount(PdfLine line, int at)
    {
        if (line.Words[at].Text is "–" or "—" or "-")
        {
            return at > 0 && (at + 1 == line.Words.Count || IsNumber(line.Words[at + 1].Text)) ? at + 1 : at;
        }

        for (var end = at; end < line.Words.Count && end - at < 4; end++)
        {
            var text = line.Words[end].Text;
            if ((end > at && line.Words[end].Left - line.Words[end - 1].Right > line.Size * OfOneAmount) || !IsNumber(text) || (end > at && (text.Length < 3 || !char.IsAsciiDigit(text[2]))))
            {
                return at;
            }

            if (text.Length > 3 && text[^3] is ',' or '.')
            {
                return end + 1;
            }

            if (text.Length > 3)
            {
                return at;
            }
        }

        return at;
    }

    private static bool IsNumber(string text) => char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[^1]) && text.All(c => char.IsAsciiDigit(c) || c is ',' or '.' or '\u00A0' or '’');

    private static List<(double Left, double Right)> Clusters(IEnumerable<Piece> pieces)
    {
        var clusters = new List<(double Left, double Right)>();
        foreach (var piece in pieces.OrderBy(piece => piece.Left))
        {
            if (clusters.Count > 0 && piece.Left < clusters[^1].Right)
            {
                clusters[^1] = (clusters[^1].Left, Math.Max(clusters[^1].Right, piece.Right));
            }
            else
            {
                clusters.Add((piece.Left, piece.Right));
            }
        }

        return clusters;
    }

    private static int Index(List<(double Left, double Right)> columns, Piece piece) => columns.FindIndex(column => piece.Left >= column.Left - 0.1 && piece.Right <= column.Right + 0.1);

    // That which it covers most of, or stands nearest to.
    private static int Nearest(List<(double Left, double Right)> columns, Piece piece) =>
        Enumerable.Range(0, columns.Count).MaxBy(index => Math.Min(piece.Right, columns[index].Right) - Math.Max(piece.Left, columns[index].Left));
}
