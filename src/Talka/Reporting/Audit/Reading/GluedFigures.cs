namespace Talka.Reporting.Audit.Reading;

/// <summary>
/// Rows in which a word and its figure stand a space apart, <c>collection   plan 13,500.00   spent 14,020.00</c>, among rows in which smaller figures leave
/// a wider gap: <c>schools   plan  4,500.00   spent  4,500.00</c>. The words of the latter tell where the former are to be parted.
/// </summary>
internal static class GluedFigures
{
    /// <summary>The words, other than the row's name, that stand right before figures.</summary>
    public static HashSet<string> Leads(ReadOnlySpan<char> line, IReadOnlyList<LinePiece> pieces)
    {
        var leads = new HashSet<string>();
        for (var at = 1; at < pieces.Count - 1; at++)
        {
            if (!pieces[at].IsFigure && pieces[at + 1].IsFigure)
            {
                leads.Add(line.Slice(pieces[at].Start, pieces[at].Length).ToString());
            }
        }

        return leads;
    }

    /// <summary>The pieces of a row with such words and their figures apart; null where it has none that are glued.</summary>
    public static List<LinePiece>? Parted(ReadOnlySpan<char> line, IReadOnlyList<LinePiece> pieces, HashSet<string> leads)
    {
        var (parted, found) = (new List<LinePiece>(), 0);
        foreach (var piece in pieces)
        {
            var words = line.Slice(piece.Start, piece.Length);
            var space = words.LastIndexOf(' ');
            while (space > 0 && words[..space].LastIndexOf(' ') is > 0 and var before && AlignedTables.IsFigure(words[(before + 1)..]))
            {
                space = before; // “plan 13 500,00”
            }

            if (piece.IsFigure || parted.Count == 0 || space <= 0 || !leads.Contains(words[..space].ToString()) || !AlignedTables.IsFigure(words[(space + 1)..]))
            {
                parted.Add(piece);
                continue;
            }

            parted.Add(new(piece.Start, space, IsFigure: false));
            parted.Add(new(piece.Start + space + 1, piece.Length - space - 1, IsFigure: true));
            found++;
        }

        return found > 0 ? parted : null;
    }
}
