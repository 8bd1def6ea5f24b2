using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>Tables of what was spent against the rules: <c>Izdevums | Summa | Atgūts | Neatgūts</c>. Their headers say what the amounts below are.</summary>
internal static class IneligibleTables
{
    private const int MostOfHeader = 10;

    /// <summary>What the amounts of a cell are, for every cell below a header that says it.</summary>
    public static Dictionary<Passage, BudgetWord> Roles(IReadOnlyList<Passage> passages)
    {
        var roles = new Dictionary<Passage, BudgetWord>(ReferenceEqualityComparer.Instance);
        foreach (var table in passages.Where(passage => passage is { Block.Cell: not null, Section: SummarySection.Ineligible or SummarySection.Unrecovered }).GroupBy(passage => passage.Block.Cell!.Table))
        {
            var cells = table.ToList();
            var header = cells[0].Block.Cell!.Row;
            var columns = cells.Where(cell => cell.Block.Cell!.Row == header).GroupBy(cell => cell.Block.Cell!.Column).ToDictionary(column => column.Key, column => Role(column.First().Tokens));
            if (columns.ContainsValue(BudgetWord.Recovered) && (columns.ContainsValue(BudgetWord.Unrecovered) || columns.ContainsValue(BudgetWord.Ineligible)))
            {
                foreach (var cell in cells.Where(cell => cell.Block.Cell!.Row > header && columns.GetValueOrDefault(cell.Block.Cell.Column) != BudgetWord.None))
                {
                    roles[cell] = columns[cell.Block.Cell!.Column];
                }
            }
            else
            {
                ByRows(cells, roles);
            }
        }

        return roles;
    }

    // “Ieturēts no nākamā maksājuma | 290,00”: a row's name says what became of what stands beside it.
    private static void ByRows(List<Passage> cells, Dictionary<Passage, BudgetWord> roles)
    {
        foreach (var row in cells.GroupBy(cell => cell.Block.Cell!.Row))
        {
            if (row.ToList() is [{ Tokens.Count: <= MostOfHeader } name, var amount] && OfRow(name.Tokens) is not BudgetWord.None and var role
                && MoneyGrammar.ReadAll(amount.Tokens, bare: true).Count == 1)
            {
                roles[amount] = role;
            }
        }
    }

    // “Recovered by 30 April”, “no tiem atgūti”; what stands in brackets is said beside it.
    private static BudgetWord OfRow(IReadOnlyList<Token> name)
    {
        var words = Enumerable.Range(0, name.Count).TakeWhile(at => !name[at].IsSign('(')).Select(at => BudgetWords.At(name, at).Word).ToList();
        return words.Contains(BudgetWord.Unrecovered) ? BudgetWord.Unrecovered
            : words.Contains(BudgetWord.Recovered) || words.Contains(BudgetWord.Returned) || name.Any(Repayments.IsVerb) ? BudgetWord.Recovered
            : BudgetWord.None;
    }

    // “Neatbilstošā summa”, “Summa, euro”: what was spent, where the other columns tell what became of it.
    private static BudgetWord Role(IReadOnlyList<Token> tokens)
    {
        if (tokens.Count > MostOfHeader || MoneyGrammar.ReadAll(tokens, bare: true).Count > 0)
        {
            return BudgetWord.None;
        }

        var words = Enumerable.Range(0, tokens.Count).Select(at => BudgetWords.At(tokens, at).Word).ToList();
        return words.Contains(BudgetWord.Unrecovered) ? BudgetWord.Unrecovered
            : words.Contains(BudgetWord.Recovered) || words.Contains(BudgetWord.Returned) ? BudgetWord.Recovered
            : words.Contains(BudgetWord.Remainder) ? BudgetWord.Unrecovered
            : words.Contains(BudgetWord.Ineligible) || tokens.Any(token => token.StartsWith("summ") || token.Is("amount", "apmērs")) ? BudgetWord.Ineligible
            : BudgetWord.None;
    }
}
