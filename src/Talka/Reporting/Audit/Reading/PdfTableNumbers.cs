namespace Talka.Reporting.Audit.Reading;

/// <summary>Numbers tables through a PDF: one that goes on on the next page stays the same table, and its repeated head is read once.</summary>
internal sealed class PdfTableNumbers
{
    private const double SamePlace = 6;

    private int _table;
    private int _rows;
    private int _lastPage;
    private PdfTable? _last;
    private string _head = "";

    public IEnumerable<(PdfRegion Region, Cell? Cell)> Of(PdfPageText page)
    {
        PdfTable? current = null;
        var (first, skipped) = (0, 0);
        for (var i = 0; i < page.Regions.Count; i++)
        {
            var region = page.Regions[i];
            if (region.Table is not { } table)
            {
                yield return (region, null);
                continue;
            }

            if (!ReferenceEquals(table, current))
            {
                var head = Row(page, table, 1);
                var goesOn = i == 0 && _last is not null && _lastPage == page.Number - 1 && IsSame(_last, table);
                skipped = goesOn && head == _head && page.Regions.Exists(each => ReferenceEquals(each.Table, table) && each.Row > 1) ? 1 : 0;
                first = goesOn ? _rows - skipped : 0;
                (_table, _head) = goesOn ? (_table, _head) : (_table + 1, head);
                current = table;
            }

            (_last, _lastPage) = (i == page.Regions.Count - 1 || page.Regions.Skip(i).All(rest => ReferenceEquals(rest.Table, table)) ? table : null, page.Number);
            if (region.Row <= skipped)
            {
                continue;
            }

            _rows = first + region.Row;
            yield return (region, new Cell(_table, _rows, region.Column, region.IsHeader));
        }

        if (page.Regions.Count == 0 || page.Regions[^1].Table is null)
        {
            _last = null;
        }
    }

    private static string Row(PdfPageText page, PdfTable table, int row) => string.Join('\t', page.Regions.Where(region => ReferenceEquals(region.Table, table) && region.Row == row)
        .SelectMany(region => region.Lines).Select(line => line.Text));

    private static bool IsSame(PdfTable one, PdfTable other) =>
        one.Columns.Count == other.Columns.Count && one.Columns.Zip(other.Columns).All(pair => Math.Abs(pair.First - pair.Second) < SamePlace);
}
