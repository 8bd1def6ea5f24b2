using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

// Columns and rows that say more of what stands beside them: its parts, and the plan together with what was carried in
internal sealed partial class BudgetTable
{
    // “Plāns | t. sk. kursi | t. sk. telpas | Izlietots | t. sk. kursi | …”: streams of the amount whose column stands before them, where each sort has the same and somewhere
    // they come to it; else they may be some of it.
    private void NameParts(SortedDictionary<int, BudgetCell> header)
    {
        var of = BudgetWord.None;
        var parts = new List<(int Column, BudgetCell Cell, BudgetWord Sort, int Whole)>();
        var whole = 0;
        foreach (var (column, cell) in header.Where(cell => cell.Key > 1))
        {
            if (cell is { IsOfParts: true, Head: { Role: BudgetWord.None, Year: null, Stream.Count: > 0 } } && of != BudgetWord.None)
            {
                parts.Add((column, cell, of, whole));
            }
            else
            {
                (of, whole) = (cell.Head is { Year: null } head && IsSort(head.Role) ? head.Role : BudgetWord.None, column);
            }
        }

        var sorts = parts.GroupBy(part => part.Sort, part => string.Join(' ', part.Cell.Head.Stream)).ToList();
        var areAll = parts.GroupBy(part => part.Whole, part => part.Column).Any(own => _rows.Values.Any(row => Figure(row, own.Key) is { } all && own.Sum(column => Figure(row, column) ?? 0) == all));
        foreach (var (column, cell, sort, _) in areAll && sorts.Count > 1 && sorts.TrueForAll(names => names.SequenceEqual(sorts[0])) ? parts : [])
        {
            cell.TakeForPartOf(sort);
            _streamHeaders.Add(column);
        }
    }

    private static long? Figure(SortedDictionary<int, BudgetCell> row, int column) => row.GetValueOrDefault(column) is { HasAmounts: true } cell ? MoneyGrammar.Read(cell.Passages[0].Tokens, 0, bare: true)?.Amount.Cents : null;

    // “Plānots | Plānots kopā ar pārnesumu | Izlietots”: beside the plan it is what there was in all; alone it is the plan.
    private void SetPlanWithCarriedApart(SortedDictionary<int, BudgetCell> header)
    {
        foreach (var (column, cell) in header.Where(cell => cell.Value.IsWithCarried))
        {
            if (header.Values.Any(other => other is { IsWithCarried: false, Head.Role: BudgetWord.Planned } && other.Head.Year == cell.Head.Year))
            {
                _asides.Add(column);
            }
            else
            {
                cell.TakeForPlan();
            }
        }
    }

    // The same where the sorts of amounts are rows.
    private void SetRowsWithCarriedApart()
    {
        var named = _rows.Where(row => !_headers.Contains(row.Key)).Select(row => (row.Key, First: row.Value.Values.First())).Where(row => !row.First.HasAmounts).ToList();
        foreach (var (number, name) in named.Where(row => row.First.IsWithCarried && (!row.First.Label.IsTotal || row.First.Roles.Contains(BudgetWord.Planned))))
        {
            if (named.Exists(other => other.First is { IsWithCarried: false, Label.Role: BudgetWord.Planned } && other.First.Label.Year == name.Label.Year))
            {
                _sourceRows.Add(number);
            }
            else if (name.Roles.Contains(BudgetWord.Planned))
            {
                name.TakeForPlan();
            }
        }
    }
}
