namespace Talka.Foundation.Sheets;

/// <summary>What is wrong in a spreadsheet, and where.</summary>
/// <param name="Row">As spreadsheet programs number rows: the header is usually row 1. Zero when it concerns the whole file.</param>
/// <param name="Column">The column's name as its reader knows it, or its letter; empty when it concerns the whole row.</param>
/// <param name="Code">Stable, kebab-case, never translated.</param>
public sealed record RowProblem(int Row, string Column, string Code, string Message);

/// <summary>A row under the header; its cells stand in the header's order, absent ones are empty texts.</summary>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells);

/// <summary>An open spreadsheet: its header is read, its rows stream once. Dispose it.</summary>
public sealed class Sheet : IDisposable
{
    private readonly IEnumerator<SheetRow> _rows;
    private readonly IDisposable? _owned;
    private bool _read;

    internal Sheet(IReadOnlyList<string> header, IEnumerator<SheetRow> rows, IDisposable? owned)
    {
        Header = header;
        _rows = rows;
        _owned = owned;
    }

    /// <summary>The first row that is not empty.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>Why the reading of rows ended early (damaged file, a limit passed); null while all is well. Look at it after the rows.</summary>
    public RowProblem? Failure { get; private set; }

    /// <summary>The rows that are not empty, in order. They can be read once.</summary>
    public IEnumerable<SheetRow> Rows()
    {
        if (_read)
        {
            throw new InvalidOperationException("The rows of a sheet stream once.");
        }

        _read = true;
        while (Next() is { } row)
        {
            yield return row;
        }
    }

    public void Dispose()
    {
        _rows.Dispose();
        _owned?.Dispose();
    }

    private SheetRow? Next()
    {
        try
        {
            return _rows.MoveNext() ? _rows.Current : null;
        }
        catch (Exception problem) when (SheetProblemException.From(problem) is { } known)
        {
            Failure = known;
            return null;
        }
    }
}
