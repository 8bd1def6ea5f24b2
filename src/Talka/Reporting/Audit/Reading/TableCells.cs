namespace Talka.Reporting.Audit.Reading;

/// <summary>Numbers the cells of tables, also of tables within one another and of cells that span rows and columns.</summary>
internal sealed class TableCells
{
    private const int MostColumns = 1_000;
    private const int MostRows = 100_000;

    private readonly Stack<Table> _open = new();
    private int _count;

    /// <summary>The cell that what comes next stands in; null outside tables.</summary>
    public Cell? Current { get; private set; }

    public void Open() => _open.Push(new Table(++_count, Current));

    public void Close()
    {
        if (_open.TryPop(out var table))
        {
            Current = table.Outer;
        }
    }

    public void Row()
    {
        if (_open.TryPeek(out var table))
        {
            table.Row++;
            table.Column = 0;
        }
    }

    /// <summary>Passes over columns that are not there.</summary>
    public void Skip(int columns)
    {
        if (_open.TryPeek(out var table))
        {
            table.Column += Math.Clamp(columns, 0, MostColumns);
        }
    }

    public void Cell(int columns, int rows, bool isHeader)
    {
        if (!_open.TryPeek(out var table))
        {
            return;
        }

        table.Row = Math.Max(table.Row, 1);
        do
        {
            table.Column++;
        }
        while (table.Column <= MostColumns && table.TakenUntil.GetValueOrDefault(table.Column) >= table.Row);
        Current = new Cell(table.Number, table.Row, table.Column, isHeader);
        var last = Math.Max(table.Column, Math.Min(table.Column + Math.Clamp(columns, 1, MostColumns) - 1, MostColumns));
        for (var column = table.Column; rows > 1 && column <= Math.Min(last, MostColumns); column++)
        {
            table.TakenUntil[column] = table.Row + Math.Min(rows, MostRows) - 1;
        }

        table.Column = last;
    }

    public void CloseCell() => Current = _open.TryPeek(out var table) ? table.Outer : null;

    private sealed class Table(int number, Cell? outer)
    {
        public int Number => number;
        public Cell? Outer => outer;
        public int Row { get; set; }
        public int Column { get; set; }

        /// <summary>By column, the last row of a cell above that reaches down.</summary>
        public Dictionary<int, int> TakenUntil { get; } = [];
    }
}
