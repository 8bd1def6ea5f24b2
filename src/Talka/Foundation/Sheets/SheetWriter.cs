using System.Buffers;
using System.Globalization;
using System.Text;
using Talka.Foundation.Files;
using Talka.Foundation.Localisation;

namespace Talka.Foundation.Sheets;

public enum SheetFormat { Xlsx, Csv }

/// <summary>
/// Writes rows as XLSX or CSV while they come, holding none. A text is always written as text: no cell can become a formula.
/// </summary>
public static class SheetWriter
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create("\";,\t\r\n");

    public static string ContentType(SheetFormat format) => format == SheetFormat.Xlsx
        ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        : "text/csv; charset=utf-8";

    public static string Extension(SheetFormat format) => format == SheetFormat.Xlsx ? ".xlsx" : ".csv";

    /// <summary>Writes a whole file in the current language's habits.</summary>
    /// <param name="target">Only written to; it may be the body of an answer.</param>
    public static Task WriteAsync<T>(SheetLayout<T> layout, SheetFormat format, IAsyncEnumerable<T> rows, Stream target, CancellationToken cancel) =>
        format == SheetFormat.Xlsx ? WriteXlsxAsync(layout, rows, target, cancel) : WriteCsvAsync(layout, rows, target, cancel);

    /// <inheritdoc cref="WriteAsync{T}(SheetLayout{T}, SheetFormat, IAsyncEnumerable{T}, Stream, CancellationToken)"/>
    public static Task WriteAsync<T>(SheetLayout<T> layout, SheetFormat format, IEnumerable<T> rows, Stream target, CancellationToken cancel) =>
        WriteAsync(layout, format, rows.ToAsyncEnumerable(), target, cancel);

    /// <summary>A name to download the file under, such as <c>zurnals-2026-11-24.xlsx</c>.</summary>
    public static string FileName(string stem, DateOnly day, SheetFormat format) =>
        FileNames.Safe(stem) + "-" + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + Extension(format);

    // UTF-8 with its mark, which Excel needs; semicolons and decimal commas where the language writes decimals with a comma.
    private static async Task WriteCsvAsync<T>(SheetLayout<T> layout, IAsyncEnumerable<T> rows, Stream target, CancellationToken cancel)
    {
        var latvian = Languages.Current == Languages.Latvian;
        var separator = latvian ? ';' : ',';
        await using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 32 * 1024, leaveOpen: true) { NewLine = "\r\n" };
        var line = new StringBuilder();
        foreach (var column in layout.Columns)
        {
            Append(line, CsvText.Escape(column.Header), separator);
        }

        await writer.WriteLineAsync(line, cancel);
        await foreach (var row in rows.WithCancellation(cancel))
        {
            line.Clear();
            foreach (var column in layout.Columns)
            {
                var text = column.Value(row) switch
                {
                    null => "",
                    string value => CsvText.Escape(value),
                    DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    DateTime instant => instant.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                    Money money => latvian ? money.ToInvariant().Replace('.', ',') : money.ToInvariant(),
                    var number => Convert.ToString(number, CultureInfo.InvariantCulture)!,
                };
                Append(line, text, separator);
            }

            await writer.WriteLineAsync(line, cancel);
        }

        await writer.FlushAsync(cancel);
    }

    private static void Append(StringBuilder line, string text, char separator)
    {
        if (line.Length > 0)
        {
            line.Append(separator);
        }

        // The first cell is quoted when empty, so that the next one sees that it is not first; so are cells that quoting keeps whole.
        if (text.AsSpan().ContainsAny(NeedQuotes) || text.Length == 0 || text[0] == ' ' || text[^1] == ' ')
        {
            line.Append('"').Append(text.Replace("\"", "\"\"")).Append('"');
        }
        else
        {
            line.Append(text);
        }
    }

    private static async Task WriteXlsxAsync<T>(SheetLayout<T> layout, IAsyncEnumerable<T> rows, Stream target, CancellationToken cancel)
    {
        // The zip writer is synchronous, which the body of an answer refuses: the file is made beside and then sent.
        await using var file = TemporaryFile.Create();
        using (var xlsx = new XlsxWriter(file, layout.Name))
        {
            xlsx.BeginSheet(layout.Widths);
            await foreach (var row in rows.WithCancellation(cancel))
            {
                xlsx.Row(layout, row);
            }

            xlsx.EndSheet();
        }

        file.Position = 0;
        await file.CopyToAsync(target, cancel);
    }
}
