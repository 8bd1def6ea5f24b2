using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Understanding;

namespace Talka.Reporting.Audit.Checking.Lists;

/// <summary>Tables with a column that is headed by what was counted, right above or below the number: <c>| No | Wetland restored |</c>, <c>In all, five wetlands …</c></summary>
internal static class CountedRows
{
    private const int MostCells = 400;
    private const int MostTokens = 200;
    private const int MostOfHeader = 6;

    private static readonly string[] SummedUp = ["tātad", "pavisam", "kopā", "kopumā", "thus", "so", "altogether", "therefore", "hence", "all", "total"];
    private static readonly Stems OfTable = ["tabul", "table", "sarakst", "list", "uzskait", "minēt", "augstāk", "above", "redzam", "šād"];

    // Rows that say how many each of them is.
    private static readonly Stems Numbers = ["skait", "number", "reiz", "times", "count", "cik", "how", "daudzum", "quantity", "gab"];

    /// <summary>The cells of the column; null where the table may be of something else.</summary>
    public static List<Passage>? Beside(IReadOnlyList<Passage> passages, int at, CountFact fact)
    {
        if (passages[at] is not { Block.Cell: null, Tokens.Count: <= MostTokens } || !(IsNominative(fact) || fact.Noun is null))
        {
            return null;
        }

        var isBelow = at > 0 && passages[at - 1].Block.Cell is not null && IsTold(passages[at].Tokens);
        var isAbove = at + 1 < passages.Count && passages[at + 1].Block.Cell is not null && (passages[at].Tokens[^1].IsSign(':')
            || passages[at].Tokens.Any(token => token.StartsWith(OfTable)));
        return (isBelow ? Rows(passages, at - 1, -1, fact) : null) ?? (isAbove ? Rows(passages, at + 1, 1, fact) : null);
    }

    private static bool IsNominative(CountFact fact) => (fact.Form.Plural & (NounCase.Nominative | NounCase.Accusative)) != NounCase.None;

    private static bool IsTold(IReadOnlyList<Token> tokens) => tokens.Any(token => token.Is(SummedUp) || token.StartsWith(OfTable));

    private static List<Passage>? Rows(IReadOnlyList<Passage> passages, int from, int step, CountFact fact)
    {
        var table = passages[from].Block.Cell!.Table;
        var cells = new List<Passage>();
        for (var at = from; at >= 0 && at < passages.Count && passages[at].Block.Cell?.Table == table; at += step)
        {
            if (cells.Count == MostCells || passages[at].Year != fact.Passage.Year)
            {
                return null;
            }

            cells.Add(passages[at]);
        }

        var rows = cells.GroupBy(cell => cell.Block.Cell!.Row).OrderBy(row => row.Key).ToList();
        var heads = rows[0].Where(cell => Heads(cell.Tokens, fact.Word)).ToList();
        if (heads is not [var head] || rows[0].Any(cell => cell.Tokens.Any(token => token.StartsWith(Numbers))) || rows[0].Count() < 2)
        {
            return null;
        }

        var column = new List<Passage>();
        foreach (var row in rows.Skip(1).Where((row, index) => index + 2 < rows.Count || !IsTotal(row)))
        {
            var cell = row.FirstOrDefault(one => one.Block.Cell!.Column == head.Block.Cell!.Column && one.Tokens.Count > 0);
            if (cell is null || cell.Tokens[0].Kind == TokenKind.Digits
                || column.Exists(before => before.Block.Cell == cell.Block.Cell))
            {
                return null;
            }

            column.Add(cell);
        }

        return column.Count > 1 ? column : null;
    }

    // “All | 124 | 117”
    private static bool IsTotal(IEnumerable<Passage> row) => row.Any(cell => cell.Tokens.Count is > 0 and <= 2
        && (CountWords.IsTotalWord(cell.Tokens, 0) || cell.Tokens[0].Is("all", "sum", "visi", "visas", "summa", "kopsumma", "totals")));

    // “Izstāde”, “Talkas vieta”, “Wetland restored”
    private static bool Heads(IReadOnlyList<Token> tokens, string noun) => tokens.Count is > 0 and <= MostOfHeader && tokens.Any(token => token.Kind == TokenKind.Word
        && KindredItems.IsForm(token.Text, noun));
}
