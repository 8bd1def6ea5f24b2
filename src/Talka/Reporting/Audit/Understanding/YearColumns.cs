using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>
/// Tables with a column of years, where an ordinal alone says of which year a row is, and holds for the rows below it that have none:
/// <c>Gads | Vieta | Datums</c>, <c>I | Cēsis | 12.05.2022.</c>
/// </summary>
internal static class YearColumns
{
    private const int LeastYears = 2;
    private const int MostOfHeader = 3;
    private const int LastColumn = 2;

    /// <summary>The year's mark of each row of such tables.</summary>
    public static IReadOnlyDictionary<(int Table, int Row), YearMark> Of(IReadOnlyList<(Block Block, IReadOnlyList<Token> Tokens)> pieces)
    {
        var rows = new Dictionary<(int, int), YearMark>();
        foreach (var table in pieces.Where(piece => piece.Block.Cell is not null).GroupBy(piece => piece.Block.Cell!.Table))
        {
            var first = table.First().Block.Cell!.Row;
            if (table.FirstOrDefault(piece => piece.Block.Cell!.Row == first && IsHeader(piece.Tokens)).Block?.Cell is { Column: <= LastColumn and var column })
            {
                Read([.. table], first, column, rows);
            }
        }

        return rows;
    }

    private static void Read(List<(Block Block, IReadOnlyList<Token> Tokens)> table, int header, int column, Dictionary<(int, int), YearMark> rows)
    {
        var found = new Dictionary<int, YearMark>();
        YearMark? current = null;
        foreach (var row in table.Where(piece => piece.Block.Cell!.Row != header).GroupBy(piece => piece.Block.Cell!.Row))
        {
            if (row.FirstOrDefault(piece => piece.Block.Cell!.Column == column && piece.Tokens.Count > 0) is { Block: not null } named)
            {
                current = OrdinalGrammar.ReadAfterNoun(named.Tokens, 0) is { } ordinal && ordinal.Length >= named.Tokens.Count
                    ? new(0, named.Tokens.Count, ordinal.Value, YearForm.Name, IsFull: true, null, IsAlone: false) : null;
            }

            if (current is not null)
            {
                found[row.Key] = current;
            }
        }

        var years = found.OrderBy(row => row.Key).Select(row => row.Value.Ordinal!.Value).ToList();
        if (years.Distinct().Count() >= LeastYears && years[0] == 1 && years.Zip(years.Skip(1)).All(pair => pair.Second == pair.First || pair.Second == pair.First + 1))
        {
            foreach (var (row, mark) in found)
            {
                rows[(table[0].Block.Cell!.Table, row)] = mark;
            }
        }
    }

    private static bool IsHeader(IReadOnlyList<Token> tokens) => tokens.Count <= MostOfHeader && tokens.Count > 0
        && tokens[^1].Is("gads", "year") && !tokens.Any(token => token.Is("a", "per", "each"))
        && YearNameGrammar.Read(tokens, 0) is null;
}
