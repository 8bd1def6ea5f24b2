using Talka.Reporting.Audit.Language;

namespace Talka.Reporting.Audit.Understanding;

// Which rows are headers, and what the columns and rows are named
internal sealed partial class BudgetTable
{
    private void Shape()
    {
        foreach (var cell in _rows.Values.SelectMany(row => row.Values))
        {
            cell.Read(_text, _years.Count);
            SaysMoney |= cell.SaysMoney;
            _showsCents |= cell.ShowsCents;
        }

        foreach (var row in _rows.Values)
        {
            // What stands before bare figures names them.
            var figure = row.Where(cell => cell.Value.IsBareFigure).Select(cell => cell.Key).DefaultIfEmpty(0).First();
            foreach (var cell in row.Where(cell => cell.Key < figure && cell.Value.HasAmounts))
            {
                cell.Value.TakeForName(_text, _years.Count);
            }
        }

        NumberYears();
        var isNumbered = NumberRows();
        var seen = false;
        var hasGroups = _rows.Values.Count(IsNameOfYear) > 1;
        foreach (var (number, row) in _rows)
        {
            var amounts = row.Where(cell => cell.Value.HasAmounts).Select(cell => cell.Key).ToArray();
            var first = row.First();
            if (first.Value.IsFieldLabel && first.Key <= 2)
            {
                IsTemplate = true;
            }

            if (amounts.Length > 0)
            {
                seen = true;
                _amountColumns.UnionWith(amounts);
            }
            else if ((row.Count > 1 || row.Values.First().IsHeader) && !(hasGroups && IsNameOfYear(row)))
            {
                // Below the first amounts only another row of sorts of amounts is a header.
                if (!seen || row.Values.Count(cell => cell.Head.Role != BudgetWord.None) > 1)
                {
                    _headers.Add(number);
                    _headerRows.Add(number);
                }
            }
        }

        foreach (var number in _headers)
        {
            _rows[number] = BudgetRows.AboveAmounts(_rows[number], _amountColumns);
            BudgetRows.NameLetters(_rows[number].Values);
            if (_headerRows.IndexOf(number) is >= 0 and var at && at + 1 < _headerRows.Count)
            {
                _rows[number] = BudgetRows.AboveRepeated(_rows[number], _rows[_headerRows[at + 1]]);
            }
        }

        foreach (var cell in _headers.SelectMany(number => _rows[number].Values).Where(cell => cell.Head.Year is null))
        {
            if (cell.CalendarInHeader is { } calendar && CalendarYear(calendar) is { } ordinal)
            {
                cell.NameColumn(ordinal);
            }
        }

        foreach (var cells in _headers.Select(number => _rows[number].Values.Where(cell => cell is { Head.Year: null, NumberInHeader: not null }).ToList()))
        {
            if (_years.Count > 1 && cells.Select(cell => cell.NumberInHeader!.Value).Distinct().Order().SequenceEqual(Enumerable.Range(1, _years.Count)))
            {
                cells.ForEach(cell => cell.NumberColumn());
            }
        }

        // “2. gads | Plānots | Izlietots”: the corner names the year of all that is below.
        _yearOfTable = _headers.SelectMany(number => _rows[number]).Where(cell => cell.Value.Head.Year is not null).ToList() is [{ Key: 1, Value.Head: { Year: { } corner, Role: BudgetWord.None } }]
            && !_rows.Any(row => !_headers.Contains(row.Key) && row.Value.Values.Any(cell => cell.Label.Year is not null)) ? corner : YearAboveTotals();
        FindTotals();
        FindStreamHeaders();
        NameStreams();
        FindRolesOfTotals();
        _yearHeaders = BudgetRows.YearHeaders(_rows);
        _yearsBelow = BudgetRows.YearsBelow([.. _rows.Where(row => !_headers.Contains(row.Key))]);
        // The official rows without their label, below a heading.
        IsTemplate |= _headers.Count == 0 && _amountColumns.Count == 2 && (isNumbered || _rows.Values.All(row => row.Values.All(cell => cell.HasAmounts)))
            && _rows.Values.First().Values.First().Passages[0].Section == SummarySection.Budget;
        _logicalRows = _rows.Count(row => row.Value.Values.FirstOrDefault(cell => cell.HasAmounts) is { GoesOn: false });
        _rowStreams = _rows.Count(row => !_headers.Contains(row.Key) && row.Value.Values.Any(cell => cell.HasAmounts)
            && row.Value.Any(cell => !cell.Value.HasAmounts && !cell.Value.IsFieldLabel && cell.Value.Label is { Role: BudgetWord.None, Year: null, IsTotal: false, Stream.Count: > 0 }));
        _columnsAreYears = _rows.Any(row => _headers.Contains(row.Key) && row.Value.Values.Count(cell => cell.Head.Year is not null) > 1);
        _roleOfCorner = _columnsAreYears ? _headers.Select(number => _rows[number].GetValueOrDefault(1)?.Head.Role ?? BudgetWord.None).FirstOrDefault(IsSort) : BudgetWord.None;
        _roleOfCorner = _columnsAreYears && _rows.Values.SelectMany(row => row.Values).All(cell => cell is { Label.Role: BudgetWord.None, Head.Role: BudgetWord.None }) ? _roleOfCaption : _roleOfCorner;
        _streamRows = _columnsAreYears ? BudgetRows.StreamsOfRoles(_rows.Where(row => !_headers.Contains(row.Key))) : [];
    }

    private static bool IsSort(BudgetWord role) => role is BudgetWord.Planned or BudgetWord.Spent or BudgetWord.Remainder;

    // A row over all columns, also where it is printed as a header: “Pirmais īstenošanas gads”
    private static bool IsNameOfYear(SortedDictionary<int, BudgetCell> row) =>
        row.Count == 1 && row.Values.First() is { HasAmounts: false, Label: { Year: not null, Role: BudgetWord.None } };

    // “Mācības, plāns | Mācības, izlietots | Arhīvs, plāns | …”: where one sort of amounts heads several columns, the other words tell the streams.
    private void FindStreamHeaders()
    {
        foreach (var number in _headers)
        {
            SetPlanWithCarriedApart(_rows[number]);
            NameParts(_rows[number]);
            var heads = _rows[number].Where(cell => cell.Value.Head.Role is BudgetWord.Planned or BudgetWord.Spent or BudgetWord.Remainder).ToList();
            foreach (var role in heads.GroupBy(cell => cell.Value.Head.Role).Where(role => role.Count() > 1))
            {
                _streamHeaders.UnionWith(role.Where(cell => cell.Value is { Head.Stream.Count: > 0, IsAmended: false }).Select(cell => cell.Key));
            }

            // “Apstiprinātais budžets | Grozītais budžets”: what was amended holds.
            if (heads.Exists(cell => cell.Value is { Head.Role: BudgetWord.Planned, IsAmended: true }))
            {
                _asides.UnionWith(heads.Where(cell => cell.Value is { Head.Role: BudgetWord.Planned, IsAmended: false } && heads.Exists(other => other.Value.IsAmended && other.Value.Head.Year == cell.Value.Head.Year)).Select(cell => cell.Key));
            }

            // “Pieejamais finansējums | Izlietots | Atlikums”
            if (heads.Exists(cell => cell.Value.Head.Role == BudgetWord.Spent) && !heads.Exists(cell => cell.Value.Head.Role == BudgetWord.Planned)
                && !_rows[number].Any(cell => cell.Value.Head.Role is BudgetWord.Carried or BudgetWord.CarriedIn) && _rows[number].Values.Where(cell => cell.IsAvailable).Take(2).ToList() is [var available])
            {
                available.TakeForPlan();
            }

            if (heads.Where(cell => cell.Value.Head.Role == BudgetWord.Spent).Select(cell => (int?)cell.Key).FirstOrDefault() is { } spent)
            {
                var hasCarriedIn = _rows[number].Values.Any(cell => cell.Head.Role is BudgetWord.Carried or BudgetWord.CarriedIn);
                foreach (var (column, cell) in _rows[number].Where(cell => !_asides.Contains(cell.Key)
                    && (cell.Value.Head.Role == BudgetWord.Carried || (hasCarriedIn && cell.Value.IsCarriedOut))))
                {
                    cell.Direct(isBeforeSpent: column < spent);
                }
            }

            _asides.UnionWith(_rows[number].Where(cell => cell.Value.IsAside).Select(cell => cell.Key));
            if (_rows[number].Values.Any(cell => BudgetHeaders.IsOfState(cell.Passages[0].Tokens)))
            {
                _asides.UnionWith(_rows[number].Where(cell => BudgetHeaders.IsOfOthers(cell.Value.Passages[0].Tokens)).Select(cell => cell.Key));
            }
        }
    }

    // “1. gads | mācības”, “ | telpas”, “ | starpsumma”:
    // where there are as many subtotals as years, each is its year's; and what is a total of each stream is of all years.
    // Headers below the name of a year, and no rows but totals: what each year comes to has a table of its own.
    private int? YearAboveTotals()
    {
        var rows = _rows.Where(row => !_headers.Contains(row.Key)).Select(row => row.Value.Values.First()).ToList();
        var cells = _rows.Values.SelectMany(row => row.Values).ToList();
        return _headers.Count > 0 && rows.Count > 0 && rows.TrueForAll(name => name.Label is { IsTotal: true, IsWhole: false }) && !cells.Exists(cell => cell.Label.Year is not null || cell.Head.Year is not null)
            ? _headers.SelectMany(number => _rows[number].Values).Select(cell => cell.Year).Distinct().ToList() is [{ } year] ? year : null : null;
    }

    private void FindTotals()
    {
        var rows = _rows.Where(row => !_headers.Contains(row.Key)).Select(row => row.Value).ToList();
        var years = rows.SelectMany(row => row.Values).Select(cell => cell.Label.Year).OfType<int>().Distinct().Count();
        _subtotalsAreOfYears = years > 0 && rows.Count(row => row.Values.Any(cell => cell.Label.IsSubtotal)) == years;
        SetSourcesApart();
        SetRowsWithCarriedApart();
        var isBelowTotal = false;
        foreach (var row in years > 1 ? rows : [])
        {
            if (!isBelowTotal && row.Values.FirstOrDefault(cell => cell.IsTotalWithCarried) is { } withCarried)
            {
                withCarried.TakeForTotal();
            }

            isBelowTotal = row.Values.Any(cell => cell.Label is { IsTotal: true, IsSubtotal: false });
            if (row.Values.TakeWhile(cell => !cell.HasAmounts).ToList() is
                [{ Label: { IsTotal: true, IsSubtotal: false, Stream.Count: 0, Role: BudgetWord.None } } first, { Label: { IsTotal: false, Role: BudgetWord.None, Year: null, Stream.Count: > 0 } }])
            {
                first.TakeForWhole();
            }
        }
    }

    // “Valsts budžets”, “Pašvaldības”, “Ziedojumi”, “Kopā”:
    // the State's row is the whole of what is told of, and the others and what they come to together are not.
    private void SetSourcesApart()
    {
        var named = _rows.Where(row => !_headers.Contains(row.Key) && row.Value.Values.Any(cell => cell.HasAmounts))
            .Select(row => (row.Key, First: row.Value.Values.First())).Where(row => !row.First.HasAmounts).ToList();
        if (named.Exists(row => BudgetHeaders.NamesState(row.First.Passages[0].Tokens)) && named.Exists(row => BudgetHeaders.NamesOthers(row.First.Passages[0].Tokens)))
        {
            named.FindAll(row => BudgetHeaders.NamesState(row.First.Passages[0].Tokens)).ForEach(row => row.First.TakeForAllStreams());
            _sourceRows.UnionWith(named.Where(row => BudgetHeaders.NamesOthers(row.First.Passages[0].Tokens)
                || (row.First.Label.IsTotal && !BudgetHeaders.NamesState(row.First.Passages[0].Tokens))).Select(row => row.Key));
        }
    }

    private void NameStreams()
    {
        if (_headers.Any(number => _rows[number].Values.Select(cell => cell.Head.Role).Where(role => role is BudgetWord.Planned or BudgetWord.Spent).Distinct().Count() > 1))
        {
            foreach (var cell in _rows.Where(row => !_headers.Contains(row.Key)).SelectMany(row => row.Value.Values))
            {
                cell.NameStream();
            }
        }
    }

    // “Takas | Mācības | Kopā plānots | Takas | Mācības | Kopā izlietots”: of what the total to the right is, the streams before it are.
    private void FindRolesOfTotals()
    {
        foreach (var number in _headers)
        {
            var totals = _rows[number].Where(cell => cell.Value.Head is { IsTotal: true, Role: BudgetWord.Planned or BudgetWord.Spent or BudgetWord.Remainder }).ToList();
            var streams = _rows[number].Where(cell => cell.Value.Head is { Role: BudgetWord.None, IsTotal: false, Year: null, Stream.Count: > 0 } && _amountColumns.Contains(cell.Key)).Select(cell => cell.Key).ToList();
            if (totals.Count < 2 || streams.Count % totals.Count != 0)
            {
                continue;
            }

            foreach (var column in streams.Where(column => totals.Exists(total => total.Key > column)))
            {
                _rolesOfTotals[column] = totals.First(total => total.Key > column).Value.Head.Role;
            }
        }
    }

    // Below “Gads” a year is a number alone: “I”, “2.”, or a calendar year that is one of the implementation years.
    private void NumberYears()
    {
        int? column = null;
        foreach (var row in _rows.Values)
        {
            column = row.Values.Any(cell => cell.HasAmounts) ? column : row.Where(cell => !cell.Value.IsFieldLabel && cell.Value.IsYearHeader && (cell.Key <= 2 || row.All(other => other.Key >= cell.Key || other.Value.IsFieldLabel))).Select(cell => (int?)cell.Key).FirstOrDefault() ?? column;
            if (row.GetValueOrDefault(column ?? 1) is { } first && (first.Number is { } number && column is not null ? number : CalendarYear(first.Calendar)) is { } ordinal)
            {
                first.NameYear(ordinal);
            }
            else if (row.First().Value is
            {
                HasAmounts: false, IsHeader: false, Label:
                {
                    Year: null, IsWhole: false,
                    Role: BudgetWord.Planned or BudgetWord.Spent or BudgetWord.Remainder or BudgetWord.Returned
                }
            } name
                && row.Values.Any(cell => cell.HasAmounts) && (CalendarYear(name.CalendarInHeader) ?? OfPeriod(name.PeriodInName)) is { } named)
            {
                name.NameYear(named);
            }
        }

        NumberRowsOfYears();
        NumberInOrder();
    }

    // “I | 21 000,00 | 20 385,30”, “II | …”, and “Kopā”; “Virziens | I | II | III | Kopā”: numbers alone, as many as there are years.
    private void NumberInOrder()
    {
        if (_years.Count < 2 || _rows.Values.SelectMany(row => row.Values).Any(cell => !cell.HasAmounts && cell.Label.Year is not null))
        {
            return;
        }

        var rows = _rows.Values.Where(row => row.Values.Any(cell => cell.HasAmounts)).Select(row => row.Values.TakeWhile(cell => !cell.HasAmounts).LastOrDefault(cell => !cell.IsFieldLabel)).ToList();
        var named = rows.FindAll(cell => cell?.Number is not null);
        if (AreYears(named) && rows.TrueForAll(cell => named.Contains(cell) || cell is { Label.IsTotal: true }))
        {
            named.ForEach(cell => cell!.NameYear(cell.Number!.Value));
            return;
        }

        foreach (var header in _rows.Values.TakeWhile(row => !row.Values.Any(cell => cell.HasAmounts)))
        {
            List<BudgetCell?> columns = [.. header.Values.Where(cell => cell is { Number: not null, HasAmounts: false })];
            if (AreYears(columns) && header.Values.Any(cell => cell.Number is null))
            {
                columns.ForEach(cell => cell!.NameYear(cell.Number!.Value));
                return;
            }
        }

        bool AreYears(List<BudgetCell?> cells) => cells.Select(cell => cell!.Number!.Value).SequenceEqual(Enumerable.Range(1, _years.Max(year => year.Ordinal)));
    }

    // “I. Clubs”, “I. Total”, “II. Clubs” …; “Pirmais, piešķirts”, “Pirmais, izdots”, “Otrais, piešķirts”: the number of the year, of which each thing is told once. Rows that are numbered have each their own.
    private void NumberRowsOfYears()
    {
        var numbered = _rows.Values.Where(row => row.Values.Any(cell => cell.HasAmounts)).Select(row => row.Values.First()).Where(cell => cell is { Numbered: not null, Label.Year: null })
            .GroupBy(cell => cell.Numbered!.Value.Ordinal, cell => (Cell: cell, Name: string.Join(' ', cell.Numbered!.Value.Behind.Select(token => token.Text)))).ToList();
        if (_years.Count > 1 && numbered.Count == _years.Count && numbered.TrueForAll(year => year.Key <= _years.Count && year.Count() > 1 && year.Select(row => row.Name).SequenceEqual(numbered[0].Select(row => row.Name))))
        {
            numbered.SelectMany(year => year).ToList().ForEach(row => row.Cell.NumberRow(_text, _years.Count));
        }
    }

    // The official rows with nothing before them but the years' numbers, “I.”, “II.”, “III.”, as many as there are years.
    private bool NumberRows()
    {
        var numbers = _rows.Values.Where(row => row.Count > 1 && row.ContainsKey(1)).Select(row => row[1]).ToList();
        var areYears = numbers.Select(cell => cell.HasAmounts ? null : cell.Number).SequenceEqual(Enumerable.Range(1, numbers.Count).Select(ordinal => (int?)ordinal));
        if (numbers.Count < 2 || numbers.Count != _years.Count || !areYears)
        {
            return false;
        }

        numbers.ForEach(cell => cell.NameYear(cell.Number!.Value));
        return true;
    }

    private int? OfPeriod(Period? period) => period is { } days ? _years.FirstOrDefault(year => year.Period == days)?.Ordinal : null;

    private int? CalendarYear((int From, int To)? calendar) => calendar is not { } years ? null
        : _years.FirstOrDefault(year => year.Period is { } period && period.From.Year == years.From && period.To.Year == years.To)?.Ordinal;
}
