using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Sums;

/// <summary>
/// Rows inside of a table that are the total of those right above them which begin with the same word, <c>Calls by day</c>, <c>Calls by night</c>,
/// <c>Calls in all</c>, or of all of them up to a header of their own, where one sheet holds several tables.
/// </summary>
internal static class SubtotalRows
{
    private const int LeastParts = 2;

    public static IEnumerable<CountSum> Of(Dictionary<(int Row, int Column), Passage> cells, List<int> rows)
    {
        var (names, ofRow) = (cells.Keys.Min(key => key.Column), cells.ToLookup(cell => cell.Key.Row));
        for (var at = LeastParts; at < rows.Count; at++)
        {
            if (cells.GetValueOrDefault((rows[at], names)) is not { } name || !TableSums.NamesTotal(name.Tokens))
            {
                continue;
            }

            if (Subject(name) is not { } subject)
            {
                foreach (var sum in BelowHeader(cells, rows, ofRow, at))
                {
                    yield return sum;
                }

                continue;
            }

            var first = at;
            while (first > 0 && cells.GetValueOrDefault((rows[first - 1], names)) is { } above && !TableSums.NamesTotal(above.Tokens)
                && Subject(above) == subject)
            {
                first--;
            }

            foreach (var (key, total) in at - first < LeastParts ? [] : ofRow[rows[at]].Where(cell => cell.Key.Column != names))
            {
                List<Passage?> body = [.. rows[first..at].Select(row => cells.GetValueOrDefault((row, key.Column)))];
                if (TableSums.Judge(total, body, cells.GetValueOrDefault((rows[0], key.Column)), name) is { } sum && !IsOfFirst(sum.Total.Count, body))
                {
                    yield return sum;
                }
            }
        }
    }

    // “Novads | Bērni | No tiem ar kariesu” in the middle of a sheet, rows of names and numbers below it, and “Kopā”: nothing above the header is of it.
    private static IEnumerable<CountSum> BelowHeader(Dictionary<(int Row, int Column), Passage> cells, List<int> rows,
        ILookup<int, KeyValuePair<(int Row, int Column), Passage>> ofRow, int total)
    {
        var columns = ofRow[rows[total]].Select(cell => cell.Key.Column).Order().ToList();
        var first = total;
        while (first > 0 && IsOfNumbers(ofRow[rows[first - 1]], columns))
        {
            first--;
        }

        if (first < 1 || (first == 1 && total == rows.Count - 1) || total - first < LeastParts || !IsHeader(ofRow[rows[first - 1]], columns))
        {
            yield break;
        }

        foreach (var column in columns.Skip(1))
        {
            var body = rows[first..total].Select(row => cells.GetValueOrDefault((row, column)));
            if (TableSums.Judge(cells[(rows[total], column)], body, cells[(rows[first - 1], column)], cells[(rows[total], columns[0])]) is { } sum)
            {
                yield return sum;
            }
        }
    }

    private static bool IsOfNumbers(IEnumerable<KeyValuePair<(int Row, int Column), Passage>> row, List<int> columns)
    {
        var own = row.OrderBy(cell => cell.Key.Column).ToList();
        return own.Select(cell => cell.Key.Column).SequenceEqual(columns) && own.Skip(1).All(cell => TableSums.Number(cell.Value) is not null)
            && !TableSums.NamesTotal(own[0].Value.Tokens);
    }

    private static bool IsHeader(IEnumerable<KeyValuePair<(int Row, int Column), Passage>> row, List<int> columns)
    {
        var own = row.OrderBy(cell => cell.Key.Column).ToList();
        return own.Select(cell => cell.Key.Column).SequenceEqual(columns) && own.TrueForAll(cell => !cell.Value.Tokens.Any(token => token.Kind == TokenKind.Digits));
    }

    // “Calls by day”, “Calls by night”, “Calls that a lawyer took”, “Calls in all”: rows after those that come to the total part them in another way.
    private static bool IsOfFirst(long stated, List<Passage?> parts) => Enumerable.Range(LeastParts, Math.Max(0, parts.Count - LeastParts))
        .Any(count => parts.Take(count).Sum(part => part is null ? 0 : TableSums.Number(part)?.Value ?? 0) == stated);

    // “Konsultācijas pavisam”, “Pavisam konsultācijas”
    private static string? Subject(Passage name)
    {
        var at = 0;
        while (at < name.Tokens.Count && (name.Tokens[at].Kind != TokenKind.Word || CountWords.IsTotalWord(name.Tokens, at)))
        {
            at++;
        }

        return at < name.Tokens.Count ? name.Tokens[at].Text.ToUpperInvariant() : null;
    }
}
