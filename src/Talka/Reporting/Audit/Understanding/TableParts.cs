using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>
/// One table that is several, each with a header of its own: below <c>Gads | Plānots | Izlietots</c> and its rows <c>Izlietots pa virzieniem | 1. gads | 2. gads</c>.
/// What stood above holds no longer.
/// </summary>
internal static class TableParts
{
    private const int MostOfHead = 8;
    private const int LeastYears = 2;

    /// <summary>The passages of each of them, in order; of a table with one header all together.</summary>
    public static IEnumerable<List<Passage>> Of(List<Passage> table)
    {
        var part = new List<Passage>();
        var hasAmounts = false;
        foreach (var row in Rows(table))
        {
            if (hasAmounts && NamesYears(row))
            {
                yield return part;
                (part, hasAmounts) = ([], false);
            }

            hasAmounts |= row.Exists(passage => MoneyGrammar.ReadAll(passage.Tokens, bare: true).Count > 0);
            part.AddRange(row);
        }

        yield return part;
    }

    private static IEnumerable<List<Passage>> Rows(List<Passage> table)
    {
        var row = new List<Passage>();
        foreach (var passage in table)
        {
            if (row.Count > 0 && (row[^1].Block.Cell!.Row != passage.Block.Cell!.Row || row[^1].Block.Cell!.Table != passage.Block.Cell.Table))
            {
                yield return row;
                row = [];
            }

            row.Add(passage);
        }

        yield return row;
    }

    // What the amounts below are, and then the years in order.
    private static bool NamesYears(List<Passage> row)
    {
        if (row.Count <= LeastYears || row[0] is not { Block.Cell.Column: 1, Tokens.Count: > 0 and <= MostOfHead } first || !SaysSort(first.Tokens))
        {
            return false;
        }

        var years = row.Skip(1).Select(passage => Year(passage.Tokens)).ToList();
        return years.TakeWhile(year => year is not null).ToList() is { Count: >= LeastYears } named && named.Zip(named.Skip(1)).All(pair => pair.Second > pair.First)
            && years.Count - named.Count <= 1;
    }

    private static bool SaysSort(IReadOnlyList<Token> tokens) => Enumerable.Range(0, tokens.Count).Any(at => BudgetWords.IsRole(BudgetWords.At(tokens, at).Word))
        || BudgetHeaders.Role(tokens) != BudgetWord.None;

    private static int? Year(IReadOnlyList<Token> tokens) => YearNameGrammar.Read(tokens, 0) is { } name && tokens.SkipSigns(name.Length, '.') >= tokens.Count ? name.Ordinal
        : CalendarYearGrammar.Whole(tokens)?.From;
}
