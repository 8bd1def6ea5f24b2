using Talka.Reporting.Audit.Checking.Counts;
using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Sums;

/// <summary>Rows inside of a table that are the total of those right above them which begin with the same word: <c>Calls by day</c>, <c>Calls by night</c>,
/// <c>Calls in all</c>.</summary>
internal static class SubtotalRows
{
    private const int LeastParts = 2;

    public static IEnumerable<CountSum> Of(Dictionary<(int Row, int Column), Passage> cells, List<int> rows)
    {
        var (names, ofRow) = (cells.Keys.Min(key => key.Column), cells.ToLookup(cell => cell.Key.Row));
        for (var at = LeastParts; at < rows.Count; at++)
        {
            if (cells.GetValueOrDefault((rows[at], names)) is not { } name || !TableSums.NamesTotal(name.Tokens) || Subject(name) is not { } subject)
            {
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
