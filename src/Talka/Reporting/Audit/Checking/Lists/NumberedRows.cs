using Talka.Reporting.Audit.Understanding;
using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>Rows of a table, numbered from 1 in their first cell, right below the words that announce them: the numbers say where they end.</summary>
internal static class NumberedRows
{
    private const int LeastRows = 2;
    private const int MostCells = 400;

    /// <summary>The first cell after the number of each; null where they do not begin with 1 or what is announced may be told otherwise.</summary>
    public static List<Passage>? Below(IReadOnlyList<Passage> passages, int intro)
    {
        if (!passages[intro].Tokens[^1].IsSign(':') || intro + 1 >= passages.Count || passages[intro + 1].Block.Cell is not { } first)
        {
            return null;
        }

        var (rows, row) = (new List<Passage>(), 0);
        for (var at = intro + 1; at < passages.Count && at - intro < MostCells && passages[at].Block.Cell is { } cell && cell.Table == first.Table
            && passages[at].Year == passages[intro].Year; at++)
        {
            if (cell.Row == row)
            {
                continue;
            }

            row = cell.Row;
            var beside = at + 1 < passages.Count && passages[at + 1].Block.Cell is { } next && next.Table == cell.Table && next.Row == cell.Row ? passages[at + 1] : null;
            if (beside is null || CountGrammar.Number(passages[at].Tokens, 0) is not var (number, end, _)
                || passages[at].Tokens.SkipSigns(end, '.', ')') < passages[at].Tokens.Count
                || number != rows.Count + 1)
            {
                break;
            }

            rows.Add(beside);
        }

        return rows.Count >= LeastRows ? rows : null;
    }
}
