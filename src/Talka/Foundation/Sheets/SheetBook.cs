using Talka.Foundation.Files;

namespace Talka.Foundation.Sheets;

/// <summary>An XLSX of several sheets. Its rows are written as they come; none is a formula.</summary>
public sealed class SheetBook
{
    private readonly List<(string Name, Action<XlsxWriter> Write)> _sheets = [];

    public SheetBook Add<T>(SheetLayout<T> layout, IEnumerable<T> rows)
    {
        _sheets.Add((layout.Name, Write));
        return this;

        void Write(XlsxWriter xlsx)
        {
            xlsx.BeginSheet(layout.Widths);
            foreach (var row in rows)
            {
                xlsx.Row(layout, row);
            }

            xlsx.EndSheet();
        }
    }

    /// <param name="target">Only written to; it may be the body of an answer.</param>
    public async Task WriteAsync(Stream target, CancellationToken cancel)
    {
        await using var file = TemporaryFile.Create();
        using (var xlsx = new XlsxWriter(file, [.. _sheets.Select(sheet => sheet.Name)]))
        {
            foreach (var (_, write) in _sheets)
            {
                write(xlsx);
            }
        }

        file.Position = 0;
        await file.CopyToAsync(target, cancel);
    }
}
