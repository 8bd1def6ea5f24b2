using Talka.Reporting.Audit.Language;
using Talka.Reporting.Audit.Reading;

namespace Talka.Reporting.Audit.Understanding;

/// <summary>
/// Gives every cell of a table with money its context: what the headers above it and the names before it say. A table without any (the official
/// template's) has the plan in one column and the spending in the next, and a row for each year.
/// </summary>
internal sealed partial class BudgetTable
{
    private readonly SortedDictionary<int, SortedDictionary<int, BudgetCell>> _rows = [];
    private readonly HashSet<int> _headers = [];
    private const int MostHeaders = 4;

    // Within a field of the template, the field's own columns stand before.

    private readonly List<int> _headerRows = [];
    private readonly HashSet<int> _streamHeaders = [];
    private readonly HashSet<int> _asides = [];
    private readonly HashSet<int> _sourceRows = [];
    private HashSet<int> _streamRows = [];
    private readonly Dictionary<int, BudgetWord> _rolesOfTotals = [];
    private HashSet<int> _yearHeaders = [];
    private Dictionary<int, int> _yearsBelow = [];
    private readonly HashSet<int> _amountColumns = [];
    private readonly string _text;
    private readonly IReadOnlyList<YearSection> _years;

    /// <param name="caption">What the line right above the table says of all its amounts.</param>
    public BudgetTable(IReadOnlyList<Passage> passages, IReadOnlyList<YearSection> years, string text, BudgetWord caption = BudgetWord.None)
    {
        (_text, _years, _roleOfCaption) = (text, years, caption);
        var (table, above) = (0, 0);
        foreach (var passage in passages)
        {
            var cell = passage.Block.Cell!;
            if (cell.Table != table)
            {
                (table, above) = (cell.Table, _rows.Keys.LastOrDefault()); // it goes on after a page break
            }

            var row = _rows.TryGetValue(above + cell.Row, out var known) ? known : _rows[above + cell.Row] = [];
            (row.TryGetValue(cell.Column, out var found) ? found : row[cell.Column] = new BudgetCell()).Add(passage);
        }

        Shape();
    }

    /// <summary>The budget's own label, when the table is the template's and the label stands in its first column.</summary>
    public bool IsTemplate { get; private set; }

    /// <summary>Something in it says that it is about money.</summary>
    public bool SaysMoney { get; private set; }

    /// <summary>Each cell with amounts, and what its surroundings say.</summary>
    public IEnumerable<(BudgetCell Cell, AmountContext Context)> Cells()
    {
        var roles = FallbackRoles();
        var logical = 0;
        Dictionary<int, (int Row, BudgetLabel Label)> last = [];
        BudgetLabel? group = null;
        var groupHasTotal = false;
        var totalled = new HashSet<int>();
        var sorts = new HashSet<(int Year, BudgetWord Role)>();
        int? above = null;
        BudgetLabel? sort = null;
        var of = 0;
        var (isBelowWhole, isBelowStream) = (false, false);
        foreach (var (number, row) in _rows)
        {
            if (_headers.Contains(number))
            {
                sort = null;
                group = _yearHeaders.Contains(number) ? row.Values.First().Label : group;
                continue;
            }

            // “Stundas | 9 600,00” are costs of lessons; without cents they may be lessons.
            if (row.Values.Any(cell => cell.IsOfCounts) && !row.Values.Any(cell => cell.ShowsCents))
            {
                foreach (var cell in _showsCents ? [] : row.Values.Where(cell => cell.HasAmounts))
                {
                    yield return (cell, AmountContext.None);
                }

                continue;
            }

            // What goes on below a text has a year of its own.
            group = group is not null && row.Values.First().Table != of && row.Values.First().Year is { } later && later != group.Year ? null : group;
            of = row.Values.First().Table;
            var isLineOfStream = isBelowStream && row.Values.First().IsBelow;
            var labels = BudgetRows.Labels(number, row, last);
            if (!row.Values.Any(cell => cell.HasAmounts))
            {
                var isWhole = group is not null && labels is [{ IsWhole: true, Role: BudgetWord.None, Stream.Count: 0 }, ..];
                if (labels.Count > 0 && (row.Count == 1 || _yearHeaders.Contains(number)) && (labels[0].Year is not null || isWhole))
                {
                    (group, groupHasTotal, sort) = (labels[0], false, null);
                    last.Clear();
                }

                // “Faktiski izlietotais” over all columns of years: what the rows below it are, up to the next.
                sort = _columnsAreYears && row.Count == 1 && labels is [{ Year: null, Stream.Count: 0, Role: BudgetWord.Planned or BudgetWord.Spent } only] ? only with { IsTotal = false } : sort;

                continue;
            }

            if (isLineOfStream)
            {
                foreach (var cell in row.Values.Where(cell => cell.HasAmounts))
                {
                    yield return (cell, AmountContext.None with { Year = above });
                }

                continue;
            }

            if (group is { IsWhole: true, Year: null })
            {
                labels.Add(group with { IsTotal = false }); // “Visā periodā” over all columns, below the years
            }

            if (sort is not null && labels.TrueForAll(label => label.Role == BudgetWord.None))
            {
                labels.Add(sort);
            }

            // “Piešķirts | …”, and below it the streams of what was granted, where the years stand in columns.
            var ownRole = labels.Select(label => label.Role).FirstOrDefault(role => role != BudgetWord.None);
            _rowRole = ownRole != BudgetWord.None ? ownRole : _columnsAreYears && labels.Any(label => label.Stream.Count > 0 && !label.IsTotal) ? _rowRole : BudgetWord.None;
            var ordinal = IsTemplate ? (row.Values.First(cell => cell.HasAmounts).GoesOn ? logical : ++logical) : 0;
            var isTotal = labels.Any(label => label.IsTotal);
            var isStream = labels.Any(label => label is { Role: BudgetWord.None, IsTotal: false, Stream.Count: > 0 });
            isBelowStream = isStream && !row.Values.First().IsBelow;
            var isSubtotal = labels.Any(label => label.IsSubtotal);
            var named = labels.Select(label => label.Year).FirstOrDefault(found => found is not null) ?? _yearOfTable;
            var year = named ?? group?.Year ?? (_columnsAreYears ? null : row.Values.Select(cell => cell.Year).FirstOrDefault(found => found is not null));
            // A stream belongs to the year whose name stands above it, or with its total below; the total below a year's streams is that year's.
            year ??= isStream && !_columnsAreYears ? _yearsBelow.TryGetValue(number, out var below) ? below : above : null;
            // “Plāns 2022. gadam”, and below it “Izpilde” and “Atlikums”: of the same year, each of them once.
            if (ownRole != BudgetWord.None && !isTotal && _rowStreams == 0 && !_columnsAreYears && !labels.Any(label => label.IsWhole))
            {
                year ??= above is { } same && !sorts.Contains((same, ownRole)) ? above : null;
                _ = year is { } one && sorts.Add((one, ownRole));
            }

            year ??= isTotal && _rowStreams > 0 && !groupHasTotal && !labels.Any(label => label.IsWhole) ? above : null;
            groupHasTotal = year == above && groupHasTotal;
            above = year;
            // A total below a year's own total is that of all years; null where no year is named.
            isBelowWhole = (isBelowWhole && isStream && named is null) || (isBelowWhole && row.Values.First().IsOfParts);
            bool? isSecondTotal = isSubtotal ? false : isTotal && named is { } own ? !totalled.Add(own) : null;
            var wasWhole = false;
            BudgetLabel? beside = null;
            var isAfterAmount = false;
            foreach (var (column, cell) in row)
            {
                beside = cell.HasAmounts ? beside : isAfterAmount ? cell.Label : null;
                isAfterAmount |= cell.HasAmounts;
                if (cell.HasRemark || (cell.HasAmounts && _sourceRows.Contains(number)) || (isSubtotal && !_subtotalsAreOfYears && cell.HasAmounts))
                {
                    yield return (cell, AmountContext.None with { Year = year });
                }
                else if (cell.HasAmounts)
                {
                    var context = Context(number, column, labels, isTotal, groupHasTotal, isSecondTotal, year, ordinal, roles);
                    context = beside is null || Headers(number, column).Exists(header => header.Role != BudgetWord.None) ? context : Beside(context, beside);
                    beside = null;
                    wasWhole |= context.IsWhole;
                    yield return (cell, isBelowWhole || group is { IsWhole: true, Year: null } ? context with { Year = null, IsWhole = true } : context);
                }
            }

            isBelowWhole |= wasWhole && isTotal;
            // A row with nothing but the year's name, among streams, is the year's total.
            groupHasTotal |= year is not null && (isTotal || (named is not null && !isStream && _rowStreams > 0));
        }
    }

    private AmountContext Context(int row, int column, IReadOnlyList<BudgetLabel> labels, bool rowTotal, bool groupHasTotal, bool? isSecondTotal, int? year, int ordinal, IReadOnlyDictionary<int, BudgetWord> roles)
    {
        var headers = Headers(row, column);
        if (_asides.Contains(column))
        {
            return AmountContext.None with { Year = year };
        }

        var role = labels.Select(label => label.Role).Concat(headers.Select(header => header.Role)).FirstOrDefault(found => found != BudgetWord.None);
        // “Otrais gads, izlietots | … | Atlikums”: what was left of it.
        role = role is BudgetWord.Planned or BudgetWord.Spent && headers.FirstOrDefault()?.Role is BudgetWord.Remainder or BudgetWord.Returned ? headers[0].Role : role;
        if (role == BudgetWord.None)
        {
            role = roles.TryGetValue(column, out var usual) || _rolesOfTotals.TryGetValue(column, out usual) ? usual : _rowRole != BudgetWord.None ? _rowRole : _roleOfCorner;
        }

        var columnYear = headers.Select(header => header.Year).FirstOrDefault(found => found is not null);
        var stream = labels.FirstOrDefault(label => label is { Stream.Count: > 0, Role: BudgetWord.None, IsTotal: false })
            ?? (_streamRows.Contains(row) ? labels.FirstOrDefault(label => label is { Stream.Count: > 0, IsTotal: false }) : null)
            ?? headers.FirstOrDefault(label => label.Stream.Count > 0 && (label.Role == BudgetWord.None || _streamHeaders.Contains(column)) && !label.IsTotal);
        var columnTotal = headers.Any(header => header.IsTotal);
        var isOfColumn = stream is not null && !labels.Contains(stream);
        var rowsAreStreams = _rowStreams > 0;
        var wholeByRow = rowTotal && isSecondTotal != false && (isSecondTotal == true || !rowsAreStreams || groupHasTotal || labels.Any(label => label.IsWhole)) && columnYear is null;
        var wholeByColumn = columnTotal && _columnsAreYears && !rowTotal | year is null;
        var isWhole = wholeByRow || wholeByColumn || labels.Concat(headers).Any(label => label.IsWhole);
        var found = isWhole ? null : year ?? columnYear ?? (rowTotal && _years.Count == 0 && ordinal > 1 ? null : TemplateYear(ordinal));
        return new(role, found, rowTotal && stream is { } inRow && labels.Contains(inRow) ? [] : stream?.Stream ?? [], stream?.StreamName ?? "", (rowTotal && !isOfColumn) || columnTotal, isWhole) { IsAssumed = found is not null && year is null && columnYear is null };
    }

    // “collection | plan | 13,500.00 | spent | 14,020.00”, “planned | 9,000.00 | rent | 4,000.00 | fees | 5,000.00”: the words right before an amount are of it.
    private AmountContext Beside(AmountContext context, BudgetLabel words) => words.Role != BudgetWord.None ? context with { Role = words.Role }
        : _headers.Count == 0 && words is { Stream.Count: > 0, Year: null, IsTotal: false, IsWhole: false }
        ? context with { Stream = words.Stream, StreamName = words.StreamName } : context;

    // One row alone may as well be the total of all.
    private int? TemplateYear(int ordinal) => ordinal > 0 && (_logicalRows > 1 || _years.Count < 2) && (_years.Count == 0 || ordinal <= _years.Count) && _logicalRows <= Math.Max(_years.Count, 1) + (_years.Count == 0 ? 60 : 0) ? ordinal : null;

    private BudgetWord _rowRole;
    private readonly BudgetWord _roleOfCaption;
    private BudgetWord _roleOfCorner;
    private int? _yearOfTable;
    private int _logicalRows;
    private int _rowStreams;
    private bool _columnsAreYears;
    private bool _subtotalsAreOfYears;
    private bool _showsCents;

    private List<BudgetLabel> Headers(int row, int column)
    {
        var labels = new List<BudgetLabel>();
        var at = _headerRows.BinarySearch(row);
        at = at < 0 ? ~at : at;
        for (var i = at - 1; i >= Math.Max(0, at - MostHeaders); i--)
        {
            var number = _headerRows[i];
            var header = _rows[number];
            if (header.TryGetValue(column, out var exact))
            {
                labels.Add(exact.Head);
            }
            else if (header.LastOrDefault(cell => cell.Key < column) is { Value.Head: { } spanning } over && (spanning.Year is not null || (spanning.Role != BudgetWord.None && over.Key > 1 && !_amountColumns.Contains(over.Key)) || (i < at - 1 && (spanning.Role != BudgetWord.None || spanning.Stream.Count > 0))))
            {
                // A header above others covers the columns to its right, until the next.
                labels.Add(spanning);
            }
        }

        return labels;
    }

    // Without headers: the order of the words in the label, “plānotais un faktiski izlietotais”, else the usual one.
    private Dictionary<int, BudgetWord> FallbackRoles()
    {
        var columns = _amountColumns.Order().ToArray();
        if (_headers.Count > 0 && _headers.Any(header => _rows[header].Values.Any(cell => cell.Head.Role != BudgetWord.None)))
        {
            return [];
        }

        var order = _rows.Values.SelectMany(row => row.Values).Where(cell => cell.IsFieldLabel).SelectMany(cell => cell.Roles)
            .Where(role => role is BudgetWord.Planned or BudgetWord.Spent or BudgetWord.Remainder).Distinct().ToArray();
        order = order.Length >= 2 ? order : [BudgetWord.Planned, BudgetWord.Spent];
        return columns.Length == 2 && IsTemplate ? new() { [columns[0]] = order[0], [columns[1]] = order[1] } : [];
    }
}
