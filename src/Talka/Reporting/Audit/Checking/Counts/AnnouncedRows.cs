using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Counts;

/// <summary>
/// A number that announces lines of names and numbers which have no total of their own: <c>Ievākti 94 paraugi:</c>, and below it <c>upe   51</c>, <c>ezers   43</c>.
/// As of other lists, the number must be off by a slip.
/// </summary>
internal static class AnnouncedRows
{
    private const int LeastRows = 3;
    private const int MostCells = 200;

    public static IEnumerable<CountSum> Of(IReadOnlyList<Passage> passages, Func<int, IReadOnlyList<PlainNumber>> numbers)
    {
        for (var at = 1; at < passages.Count; at++)
        {
            var intro = passages[at - 1];
            if (passages[at].Block.Cell is not { Row: 1 } first || intro.Block.Cell is not null || intro.Tokens is not [.., var sign] || !sign.IsSign(':')
                || intro.Year != passages[at].Year || numbers(at - 1) is not [.., { IsRough: false } total])
            {
                continue;
            }

            var cells = passages.Skip(at).Take(MostCells).TakeWhile(cell => cell.Block.Cell?.Table == first.Table).ToList();
            if (Parts(cells) is { Count: >= LeastRows } parts && LooseListSums.Fits(intro, total, parts))
            {
                yield return SentenceSums.Sum(intro, total, parts);
            }
        }
    }

    // Every row a name and a number; null where there is anything else, or a total.
    private static List<(Passage, PlainNumber)>? Parts(List<Passage> cells)
    {
        var parts = new List<(Passage, PlainNumber)>();
        foreach (var row in cells.GroupBy(cell => cell.Block.Cell!.Row))
        {
            // Before the name, or between it and the number, there may be a column with nothing in it.
            if (row.ToList() is not [var name, var beside] || CountGrammar.Alone(beside.Tokens) is not { } value
                || Enumerable.Range(0, name.Tokens.Count).Any(word => CountWords.IsTotalWord(name.Tokens, word)))
            {
                return null;
            }

            parts.Add((beside, new(0, beside.Tokens.Count, value, false, null)));
        }

        return parts;
    }
}
