using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>The rows of a table right above or below the passage that counts them: numbered, dated, or of a column that bears the noun's name.</summary>
internal static class RowsBeside
{
    private const int LeastRows = 2;
    private const int MostCells = 400;
    private const int MostTokens = 200;
    private const int MostOfHeader = 6;

    private static readonly string[] SummedUp = ["tātad", "pavisam", "kopā", "kopumā", "thus", "so", "altogether", "therefore", "hence", "all", "total"];
    private static readonly Stems OfTable = ["tabul", "table", "sarakst", "list", "uzskait", "minēt", "augstāk", "above", "redzam", "šād"];

    // Rows that say how many each of them is.
    private static readonly Stems Numbers = ["skait", "number", "reiz", "times", "count", "cik", "how", "daudzum", "quantity", "gab"];

    /// <summary>Rows under a header that names what was counted, where the passage speaks of the table: <c>Gadā darbojās pavisam četri pulciņi.</c></summary>
    public static TiedList? Named(StatedCount stated)
    {
        var (passages, at, tokens) = (stated.Passages, stated.At, stated.Tokens);
        if (passages[at].Block.Cell is not null || tokens.Count > MostTokens || !(stated.Fact.Noun is null || HasNominative(stated.Fact)))
        {
            return null;
        }

        var isOfTable = tokens.Any(token => token.StartsWith(OfTable));
        return (isOfTable || tokens.Any(token => token.Is(SummedUp)) ? Column(Rows(stated, at - 1, -1), stated.Fact.Word) : null)
            ?? (isOfTable || tokens[^1].IsSign(':') ? Column(Rows(stated, at + 1, 1), stated.Fact.Word) : null);
    }

    private static bool HasNominative(CountFact fact) => (fact.Form.Plural & (NounCase.Nominative | NounCase.Accusative)) != NounCase.None;

    private static TiedList? Column(List<List<Passage>>? rows, string noun)
    {
        if (rows is null || rows.Count <= LeastRows || rows[0].Count < 2 || rows[0].Exists(cell => cell.Tokens.Any(token => token.StartsWith(Numbers)))
            || rows[0].Where(cell => cell.Tokens.Count <= MostOfHeader && cell.Tokens.Any(token => token.IsFormOf(noun))).ToList() is not [var head])
        {
            return null;
        }

        var ofTotal = IsTotal(rows[^1]) ? 1 : 0;
        var column = rows[1..^ofTotal].ConvertAll(row => row.Find(cell => cell.Block.Cell!.Column == head.Block.Cell!.Column && cell.Tokens.Count > 0));
        return column.Count >= LeastRows && column.TrueForAll(cell => cell is not null && cell.Tokens[0].Kind != TokenKind.Digits)
            ? new(column.OfType<Passage>()) : null;
    }

    /// <summary>Rows that a first cell numbers from 1: the numbers say where they end.</summary>
    public static TiedList? Numbered(StatedCount stated)
    {
        if (!stated.IsLast || !stated.Tokens[^1].IsSign(':') || Rows(stated, stated.At + 1, 1, isWhole: false) is not { } rows)
        {
            return null;
        }

        var numbered = rows.TakeWhile((row, index) => row.Count > 1 && CountGrammar.Number(row[0].Tokens, 0) is var (number, end, _) && number == index + 1
            && row[0].Tokens.SkipSigns(end, '.', ')') >= row[0].Tokens.Count).Select(row => row[1]).ToList();
        return numbered.Count >= LeastRows ? new(numbered) : null;
    }

    /// <summary>Rows of events, each with its day in one column, below the words that announce them: <c>Gada laikā notika seši semināri:</c></summary>
    public static TiedList? Dated(StatedCount stated)
    {
        var (noun, passages) = (stated.Fact.Noun, stated.Passages);
        // “The following four tournaments were organised:” says itself that what follows is what it counts.
        var isAnnounced = noun is null ? stated.Tokens.Peek(stated.Fact.First - 1).Is(ListWords.Following) : noun.Sort == NounSort.Events;
        if (!isAnnounced || !stated.IsLast || !(Announcement.EndsWith(stated) || Announcement.IsAlone(stated)) || Rows(stated, stated.At + 1, 1) is not { } rows
            || rows[0][0].Block.Cell!.Row != 1)
        {
            return null;
        }

        // After a page break it may go on as a table of its own.
        var after = passages.Skip(stated.At + 1).SkipWhile(cell => cell.Block.Cell?.Table == rows[0][0].Block.Cell!.Table).FirstOrDefault();
        if (after?.Block.Cell is not null && stated.Fact.Passage.Block.Cell is null)
        {
            return null;
        }

        // Plain rows below one another have no header.
        var hasHeader = rows[0].TrueForAll(cell => cell.DateAlone is null);
        if (hasHeader && rows[0].Exists(cell => CountNoun.At(cell.Tokens, 0)?.Noun is { Sort: NounSort.Events, IsGeneral: false } other
            && other.Code != noun?.Code))
        {
            return null;
        }

        var days = rows.Skip(hasHeader ? 1 : 0).Select(row => (Day: row.Find(cell => cell.DateAlone is not null), Row: row)).Where(row =>
            row.Day is not null || !IsTotal(row.Row))
            .Select(row => row.Day).ToList();
        return days.Count >= LeastRows && days.TrueForAll(day => day is not null) && days.Select(day => day!.Block.Cell!.Column).Distinct().Count() == 1
            ? new(days.OfType<Passage>()) : null;
    }

    // “All | 124 | 117”
    private static bool IsTotal(List<Passage> row) => row.Exists(cell => cell.Tokens.Count is > 0 and <= 2
        && (CountWords.IsTotalWord(cell.Tokens, 0) || cell.Tokens[0].Is("all", "sum", "visi", "visas", "summa", "kopsumma", "totals")));

    // The rows of the table that begins, or ends, at a passage; null where there is none. A whole table is neither long nor of several years, nor
    // the count's own.
    private static List<List<Passage>>? Rows(StatedCount stated, int from, int step, bool isWhole = true)
    {
        if (from < 0 || from >= stated.Passages.Count || stated.Passages[from].Block.Cell is not { } first
            || (isWhole && stated.Fact.Passage.Block.Cell?.Table == first.Table))
        {
            return null;
        }

        var cells = new List<Passage>();
        for (var at = from; at >= 0 && at < stated.Passages.Count && stated.Passages[at].Block.Cell?.Table == first.Table; at += step)
        {
            if (cells.Count == MostCells || stated.Passages[at].Year != stated.Fact.Passage.Year)
            {
                if (isWhole)
                {
                    return null;
                }

                break;
            }

            cells.Add(stated.Passages[at]);
        }

        return cells.Count == 0 ? null : [.. cells.GroupBy(cell => cell.Block.Cell!.Row).OrderBy(row => row.Key).Select(row => row.OrderBy(cell =>
            cell.Block.Cell!.Column).ToList())];
    }
}
