using System.Buffers;
namespace Talka.Reporting.Audit.Reading;

/// <summary>A stretch of a line between gaps of two spaces or more.</summary>
/// <param name="Start">Position in the line.</param>
internal readonly record struct LinePiece(int Start, int Length, bool IsFigure)
{
    public int End => Start + Length;
}

/// <summary>A line that is the row of a table: its pieces, each with the number of its column.</summary>
/// <param name="First">Whether the table begins with it.</param>
internal sealed record AlignedRow(bool First, IReadOnlyList<(LinePiece Piece, int Column)> Cells);

/// <summary>
/// Tables that people set with spaces in plain text: lines one below the other with figures that stand in columns. Only where at least two lines have
/// two figures each is it a table; a form of labels and texts is none.
/// </summary>
internal static class AlignedTables
{
    private static readonly SearchValues<char> Rules = SearchValues.Create("-–—=_ +|");
    private const int Gap = 2;
    private const int LeastRows = 2;
    private const int LeastFigures = 2;
    private const int MostBetween = 3;
    private const int LeastPairs = 4;
    private const int LeastLedPairs = 2;
    private const int LeastOfLeader = 4;
    private const int MostHeaders = 3;
    private const int MostPieces = 20;
    private const int MostRows = 500;
    private const int LongestLine = 400;
    private const int LongestLabel = 70;
    private const int LeastOfCents = 3;

    /// <summary>The rows, by the index of their line.</summary>
    public static IReadOnlyDictionary<int, AlignedRow> Find(string text, IReadOnlyList<TextLine> lines)
    {
        var rows = new Dictionary<int, AlignedRow>();
        var pieces = new Dictionary<int, List<LinePiece>>();
        for (var at = 0; at < lines.Count; at++)
        {
            if (!IsFigureRow(at))
            {
                at += AddPairs(at) is > 0 and var pairs ? pairs : AddTriples(at);
                continue;
            }

            var leads = GluedFigures.Leads(text.AsSpan(lines[at].Start, lines[at].Length), Pieces(at));
            while (leads.Count > 0 && at > 0 && !rows.ContainsKey(at - 1) && PartAt(at - 1, leads))
            {
                at--;
            }

            var (first, end) = (at, at + 1);
            while (end < lines.Count && end - at < MostRows && (leads.Count > 0 && PartAt(end, leads) || Belongs(end)))
            {
                end++;
            }

            while (end > at && !IsFigureRow(end - 1))
            {
                end--;
            }

            if (Enumerable.Range(at, end - at).Count(IsFigureRow) >= LeastRows || GoesOn(at))
            {
                // “2021. gads” may stand between the headers and the first row.
                first -= first > 1 && !rows.ContainsKey(first - 1) && !rows.ContainsKey(first - 2) && !IsHeader(first - 1) && Pieces(first - 1) is [{ IsFigure: false, Length: < LongestLabel / 2 }] && IsHeader(first - 2) ? 1 : 0;
                while (first > 0 && at - first < MostHeaders && !rows.ContainsKey(first - 1) && IsHeader(first - 1))
                {
                    first--;
                }

                var set = Enumerable.Range(first, end - first).Where(line => Pieces(line).Count > 0 && !IsRule(line)).Select(line => (line, Pieces(line)));
                Add(rows, Parted([.. set], (line, at) => text[lines[line].Start + at]));
            }

            at = end - 1;
        }

        return rows;

        // “Pape   412”, “Tūja   291”, “Total   703”: names and what was counted of each.
        int AddPairs(int from)
        {
            var end = from;
            while (end < lines.Count && end - from < MostRows && !rows.ContainsKey(end) && Pieces(end) is [{ IsFigure: false, Length: < LongestLabel / 2 }, { IsFigure: true } figure] && IsCount(text.AsSpan(lines[end].Start + figure.Start, figure.Length)))
            {
                end++;
            }

            var led = Enumerable.Range(from, end - from).All(line => text.AsSpan(lines[line].Start, lines[line].Length).Contains("....", StringComparison.Ordinal));
            if (end - from < (led ? LeastLedPairs : LeastPairs))
            {
                return 0;
            }

            Add(rows, [.. Enumerable.Range(from, end - from).Select(line => (line, Pieces(line)))]);
            return end - from - 1;
        }

        // “Liepāja   16–17 March   46”, “Total   112”: names, something of each, and what was counted of it, all ending at the same place.
        int AddTriples(int from)
        {
            if (Pieces(from) is not [{ IsFigure: false }, { IsFigure: false }, { IsFigure: true } last])
            {
                return 0;
            }

            var end = from;
            while (end < lines.Count && end - from < MostRows && !rows.ContainsKey(end) && (IsTriple(end, last.End) || (Pieces(end).Count > 0 && IsRule(end) && end + 1 < lines.Count && IsTriple(end + 1, last.End))))
            {
                end++;
            }

            if (Enumerable.Range(from, end - from).Count(line => IsTriple(line, last.End)) < LeastPairs)
            {
                return 0;
            }

            var first = from > 0 && !rows.ContainsKey(from - 1) && IsHeader(from - 1) && !IsRule(from - 1) ? from - 1 : from;
            Add(rows, [.. Enumerable.Range(first, end - first).Where(line => !IsRule(line)).Select(line => (line, Pieces(line)))]);
            return end - from - 1;
        }

        bool IsTriple(int line, int end) => Pieces(line) is { Count: 2 or 3 } own && own[^1] is { IsFigure: true } figure && figure.End == end && own.SkipLast(1).All(piece => piece is { IsFigure: false, Length: < LongestLabel / 2 })
            && IsCount(text.AsSpan(lines[line].Start + figure.Start, figure.Length));

        List<LinePiece> Pieces(int line) => pieces.TryGetValue(line, out var known) ? known : pieces[line] = Split(text.AsSpan(lines[line].Start, lines[line].Length));
        bool PartAt(int line, HashSet<string> leads)
        {
            if (GluedFigures.Parted(text.AsSpan(lines[line].Start, lines[line].Length), Pieces(line), leads) is { } parted)
            {
                pieces[line] = parted;
                return true;
            }

            return false;
        }

        // One row alone, below a table and a line or two of text: its figures end in the columns of that table's.
        bool GoesOn(int at)
        {
            var above = Enumerable.Range(1, MostBetween + 1).Select(lines => at - lines).FirstOrDefault(line => line >= 0 && rows.ContainsKey(line), -1);
            return above >= 0 && above < at - 1 && IsFigureRow(above)
                && Pieces(at).TrueForAll(piece => !piece.IsFigure || Pieces(above).Exists(other => other.IsFigure && other.End == piece.End));
        }

        bool IsFigureRow(int line) => Pieces(line).Count(piece => piece.IsFigure) >= LeastFigures;
        bool IsRule(int line) => text.AsSpan(lines[line].Start, lines[line].Length).IndexOfAnyExcept(Rules) < 0;

        // A row with a figure or two left out, a name of the rows below, a rule, or an empty line between two rows.
        bool Belongs(int line) => Pieces(line) is var own && (own.Count == 0 || IsRule(line)
            ? line + 1 < lines.Count && (IsFigureRow(line + 1) || (Pieces(line + 1) is [{ Length: < LongestLabel / 2 }] && line + 2 < lines.Count && IsFigureRow(line + 2)))
            : own.Exists(piece => piece.IsFigure) ? own.Count > 1 : own is [{ Length: < LongestLabel / 2 }] && line + 1 < lines.Count && IsFigureRow(line + 1));
        bool IsHeader(int line) => IsRule(line) ? line > 0 && Pieces(line - 1).Count > 1 : Pieces(line) is var own && own.Count > 0 && !own.Exists(piece => piece.IsFigure)
            && own.TrueForAll(piece => piece.Length < LongestLabel / 2) && (own.Count > 1 || own[0].Start > 8);
    }

    /// <summary>A line that is set with spaces, though its figures stand behind words: “Year one    planned 31,500.00   spent 31,500.00”.</summary>
    public static bool IsSet(ReadOnlySpan<char> line)
    {
        var pieces = Split(line);
        if (pieces.Count < 3)
        {
            return false;
        }

        var figures = 0;
        foreach (var piece in pieces)
        {
            figures += line.Slice(piece.Start, piece.Length).IndexOfAnyInRange('0', '9') >= 0 ? 1 : 0;
        }

        return figures >= LeastFigures;
    }

    // “Year two   works”, and below it “Year three works”: one space is too few for a gap, but another row's second name begins at the same place.
    private static List<(int Line, List<LinePiece> Pieces)> Parted(List<(int Line, List<LinePiece> Pieces)> lines, Func<int, int, char> sign)
    {
        var seconds = lines.Where(line => line.Pieces is [_, { IsFigure: false }, { IsFigure: true }, ..]).Select(line => line.Pieces[1].Start).ToHashSet();
        return lines.ConvertAll(line => line.Pieces is [{ IsFigure: false } name, { IsFigure: true }, ..]
            && seconds.FirstOrDefault(start => start > name.Start + 1 && start < name.End && sign(line.Line, start - 1) == ' ') is > 0 and var second
            ? (line.Line, (List<LinePiece>)[new(name.Start, second - 1 - name.Start, false), new(second, name.End - second, false), .. line.Pieces.Skip(1)]) : line);
    }

    // Columns are where pieces stand below one another; a heading belongs to the column that it covers most of, or is nearest to.
    private static void Add(Dictionary<int, AlignedRow> rows, IReadOnlyList<(int Line, List<LinePiece> Pieces)> lines)
    {
        var columns = new List<(int Start, int End)>();
        foreach (var piece in lines.Where(line => line.Pieces.Exists(piece => piece.IsFigure)).SelectMany(line => line.Pieces).OrderBy(piece => piece.Start).ThenBy(piece => piece.End))
        {
            if (columns.Count > 0 && piece.Start < columns[^1].End)
            {
                columns[^1] = (columns[^1].Start, Math.Max(columns[^1].End, piece.End));
            }
            else
            {
                columns.Add((piece.Start, piece.End));
            }
        }

        foreach (var (index, (line, pieces)) in lines.Index())
        {
            var cells = new List<(LinePiece Piece, int Column)>();
            foreach (var piece in pieces)
            {
                var column = Enumerable.Range(1, columns.Count).MaxBy(number => Math.Min(piece.End, columns[number - 1].End) - Math.Max(piece.Start, columns[number - 1].Start));
                cells.Add((piece, cells.Count > 0 && column <= cells[^1].Column ? cells[^1].Column + 1 : column));
            }

            rows[line] = new(index == 0, cells);
        }
    }

    private static List<LinePiece> Split(ReadOnlySpan<char> line)
    {
        var pieces = new List<LinePiece>();
        if (line.Length > LongestLine || line.Contains('\t'))
        {
            return pieces;
        }

        for (var at = 0; at < line.Length && pieces.Count < MostPieces;)
        {
            var leader = Leader(line[at..]);
            if (leader > 0 || char.IsWhiteSpace(line[at]))
            {
                at += Math.Max(leader, 1);
                continue;
            }

            var (end, spaces) = (at, 0);
            for (var next = at; next < line.Length && spaces < Gap && Leader(line[next..]) == 0; next++)
            {
                spaces = char.IsWhiteSpace(line[next]) ? spaces + 1 : 0;
                end = spaces == 0 ? next + 1 : end;
                if (IsBetweenFigures(line, next))
                {
                    break; // “41,100.00 22,800.00”: cents end a figure
                }
            }

            pieces.Add(new(at, end - at, pieces.Count > 0 && IsFigure(line[at..end])));
            at = end;
        }

        return pieces.Exists(piece => piece.Length > LongestLabel) ? [] : pieces;
    }

    private static bool IsBetweenFigures(ReadOnlySpan<char> line, int space) => space > LeastOfCents && space + 1 < line.Length && line[space] == ' ' && char.IsAsciiDigit(line[space + 1])
        && char.IsAsciiDigit(line[space - 1]) && char.IsAsciiDigit(line[space - 2]) && line[space - 3] is '.' or ',' && char.IsAsciiDigit(line[space - 4]);

    // “tirgos ........ 310”, “tirgos . . . . 310”: dots that lead from a name to its number.
    private static int Leader(ReadOnlySpan<char> line)
    {
        var end = line.IndexOfAnyExcept('.', '…', ' ');
        var dots = end < 0 ? line : line[..end];
        return line.IsEmpty || line[0] is not ('.' or '…') || dots.Count('.') + (LeastOfLeader * dots.Count('…')) < LeastOfLeader ? 0 : dots.Length;
    }

    // A whole number, perhaps with its thousands set apart.
    private static bool IsCount(ReadOnlySpan<char> figure)
    {
        var digits = 0;
        foreach (var c in figure)
        {
            if (!char.IsAsciiDigit(c) && (digits == 0 || !(char.IsWhiteSpace(c) || c is ',' or '.' or '’')))
            {
                return false;
            }

            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }

        // No cents: “8 100,00”
        return !(figure.Length > 3 && figure[^3] is ',' or '.');
    }

    // “20 900,00”, “24 000,00 euro”, “€1,177.33”, “–”
    public static bool IsFigure(ReadOnlySpan<char> piece)
    {
        if (piece.Length == 1 && TextMarker.IsDash(piece[0]))
        {
            return true;
        }

        var digits = 0;
        var letters = 0;
        foreach (var c in piece)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            letters += char.IsLetter(c) ? 1 : 0;
            if (!char.IsAsciiDigit(c) && !char.IsLetter(c) && !char.IsWhiteSpace(c) && !".,'’€-–−+".Contains(c, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return digits > 0 && (letters == 0 || piece.EndsWith("euro", StringComparison.OrdinalIgnoreCase) || piece.EndsWith("eiro", StringComparison.OrdinalIgnoreCase) || piece.EndsWith("eur", StringComparison.OrdinalIgnoreCase)
            || piece.StartsWith("EUR", StringComparison.OrdinalIgnoreCase)) && letters <= 5;
    }
}
