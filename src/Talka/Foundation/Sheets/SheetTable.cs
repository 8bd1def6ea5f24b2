using Talka.Foundation.Localisation;

namespace Talka.Foundation.Sheets;

/// <summary>The rows of a sheet whose columns are known. Problems gather here, with the row and the column that they are in.</summary>
public sealed class SheetTable
{
    /// <summary>So many problems are kept; the rest are only counted.</summary>
    public const int MaxProblems = 500;

    private readonly Sheet _sheet;
    private readonly Dictionary<string, SheetColumn> _columns;
    private readonly IReadOnlyDictionary<string, int> _indexes;
    private readonly List<RowProblem> _problems = [];

    internal SheetTable(Sheet sheet, IReadOnlyList<SheetColumn> columns, IReadOnlyDictionary<string, int> indexes)
    {
        _sheet = sheet;
        _columns = columns.ToDictionary(column => column.Code, StringComparer.Ordinal);
        _indexes = indexes;
    }

    /// <summary>The first problems found so far, in the order of rows.</summary>
    public IReadOnlyList<RowProblem> Problems => _problems;

    /// <summary>How many problems were found, kept or not.</summary>
    public int ProblemCount { get; private set; }

    /// <summary>The file has the column; a file may leave out what is not required.</summary>
    public bool Has(string code) => _indexes.ContainsKey(code);

    /// <summary>The rows, streaming once. When the file ends in a failure (damaged, too long), that is the last problem.</summary>
    public IEnumerable<TableRow> Rows()
    {
        foreach (var row in _sheet.Rows())
        {
            if (row.Cells.Count > _sheet.Header.Count)
            {
                Add(new RowProblem(row.Number, ColumnLetters.Of(_sheet.Header.Count), "cell-beyond-header", Texts.T("CellBeyond")));
            }

            yield return new TableRow(this, row);
        }

        if (_sheet.Failure is { } failure)
        {
            Add(failure);
        }
    }

    /// <summary>Adds a problem that only the caller can see, such as an unknown code.</summary>
    public void Add(int row, string column, string code, string message) => Add(new RowProblem(row, Column(column).Name, code, message));

    internal SheetColumn Column(string code) =>
        _columns.TryGetValue(code, out var column) ? column : throw new ArgumentException($"There is no column '{code}'.", nameof(code));

    internal string Cell(SheetRow row, string code) =>
        _indexes.TryGetValue(Column(code).Code, out var index) ? row.Cells[index].Trim() : "";

    private void Add(RowProblem problem)
    {
        ProblemCount++;
        if (_problems.Count < MaxProblems)
        {
            _problems.Add(problem);
        }
    }
}

/// <summary>One row. Asking for a cell that cannot be read as asked gives null and adds the problem to the table; so does an empty cell of a required column.</summary>
public sealed class TableRow(SheetTable table, SheetRow row)
{
    /// <summary>As spreadsheet programs number it.</summary>
    public int Number => row.Number;

    /// <summary>The whole row as read, such as for telling whether it was imported before.</summary>
    public IReadOnlyList<string> Cells => row.Cells;

    public string? Text(string code) => Read(code, text => text, "", "");

    public DateOnly? Date(string code) => Read<DateOnly?>(code, text => Parse.Date(text), "not-a-date", "NotADate");

    public Money? Money(string code) => Read<Money?>(code, text => Parse.Money(text), "not-an-amount", "NotMoney");

    public long? Count(string code) => Read<long?>(code, text => Parse.Count(text), "not-a-count", "NotACount");

    /// <summary>Adds a problem in a cell of this row.</summary>
    public void Problem(string column, string code, string message) => table.Add(Number, column, code, message);

    private T? Read<T>(string code, Func<string, T?> parse, string problem, string message)
    {
        var text = table.Cell(row, code);
        if (text.Length == 0)
        {
            if (table.Column(code).Required)
            {
                Problem(code, "value-missing", Texts.T("ValueMissing", table.Column(code).Name));
            }

            return default;
        }

        var value = parse(text);
        if (value is null)
        {
            Problem(code, problem, Texts.T(message, SheetColumns.Short(text)));
        }

        return value;
    }
}
