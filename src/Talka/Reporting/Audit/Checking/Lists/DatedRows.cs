using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>A table right below the words that announce it, <c>Gada laikā notika seši semināri:</c>, with an event in each row and its day in one column.</summary>
internal static class DatedRows
{
    private const int LeastRows = 2;
    private const int MostCells = 400;

    // “The following four tournaments were organised:” says itself that what follows is what it counts.
    private static bool IsAnnounced(Passage intro, CountFact counted) => counted.Noun is null
        && intro.Tokens.Peek(counted.First - 1).Is("following", "šādi", "šādas", "šādus", "sekojoši", "sekojošas");

    // “Total | | | 325”: what the columns of numbers come to.
    private static bool IsTotal(IEnumerable<Passage> row) => row.First() is { Tokens.Count: <= 2 } name && CountWords.IsTotalWord(name.Tokens, 0)
        && !row.Any(cell => cell.DateAlone is not null);

    /// <summary>The day's cell of each row; null where the table is of another kind, or may go on.</summary>
    public static List<Passage>? Below(IReadOnlyList<Passage> passages, int intro, CountFact counted)
    {
        if ((counted.Noun is not { Sort: NounSort.Events } && !IsAnnounced(passages[intro], counted)) || intro + 1 >= passages.Count
            || passages[intro + 1].Block.Cell is not { Row: 1 } first || passages[intro].Block.Cell?.Table == first.Table)
        {
            return null;
        }

        var cells = new List<Passage>();
        var at = intro + 1;
        for (; at < passages.Count && passages[at].Block.Cell?.Table == first.Table; at++)
        {
            if (cells.Count == MostCells || passages[at].Year != passages[intro].Year)
            {
                return null;
            }

            cells.Add(passages[at]);
        }

        // After a page break it may go on as a table of its own.
        if (at < passages.Count && passages[at].Block.Cell is not null && passages[intro].Block.Cell is null)
        {
            return null;
        }

        var rows = cells.GroupBy(cell => cell.Block.Cell!.Row).OrderBy(row => row.Key).ToList();
        // Plain rows below one another have none.
        var hasHeader = rows[0].All(cell => cell.DateAlone is null);
        var isOfOthers = hasHeader
            && rows[0].Any(cell => CountNoun.At(cell.Tokens, 0)?.Noun is { Sort: NounSort.Events, IsGeneral: false } other && other.Code != counted.Noun?.Code);
        List<Passage?> days = [.. rows.Skip(hasHeader ? 1 : 0).Where(row => !IsTotal(row)).Select(row => row.FirstOrDefault(cell => cell.DateAlone is not null))];
        return days.Count >= LeastRows && !isOfOthers && days.TrueForAll(day => day is not null) && days.Select(day => day!.Block.Cell!.Column).Distinct().Count() == 1 ? [.. days.OfType<Passage>()] : null;
    }
}
