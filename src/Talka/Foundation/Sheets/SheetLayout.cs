using Talka.Foundation.Localisation;

namespace Talka.Foundation.Sheets;

public enum SheetValue { Text, Date, Instant, Number, Money }

/// <summary>The columns of a spreadsheet to write: the same definition gives XLSX and CSV.</summary>
/// <param name="name">Of the sheet; cut to what spreadsheet programs allow.</param>
public sealed class SheetLayout<T>(string name)
{
    private readonly List<Column> _columns = [];

    public string Name { get; } = name;

    internal IReadOnlyList<Column> Columns => _columns;

    internal IReadOnlyList<(string Header, int Width)> Widths => _columns.ConvertAll(column => (column.Header, column.Width));

    /// <param name="width">In characters.</param>
    public SheetLayout<T> Text(string header, Func<T, string?> value, int width = 24) => Add(header, SheetValue.Text, row => value(row), width);

    public SheetLayout<T> Date(string header, Func<T, DateOnly?> value) => Add(header, SheetValue.Date, row => value(row), 12);

    /// <summary>An instant as the clocks in Riga show it, to the minute.</summary>
    /// <param name="value">In UTC.</param>
    public SheetLayout<T> Instant(string header, Func<T, DateTime?> value) => Add(header, SheetValue.Instant, row => value(row) is { } utc ? Minute(Riga.ToLocal(utc)) : null, 18);

    public SheetLayout<T> Number(string header, Func<T, long?> value) => Add(header, SheetValue.Number, row => value(row), 12);

    public SheetLayout<T> Money(string header, Func<T, Money?> value) => Add(header, SheetValue.Money, row => value(row), 14);

    private static DateTime Minute(DateTime local) => local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute));

    private SheetLayout<T> Add(string header, SheetValue kind, Func<T, object?> value, int width)
    {
        _columns.Add(new Column(header, kind, value, width));
        return this;
    }

    internal sealed record Column(string Header, SheetValue Kind, Func<T, object?> Value, int Width);
}
