using Talka.Foundation;
using Talka.Foundation.Results;
using Talka.Foundation.Sheets;
using static Talka.Forms.Texts;

namespace Talka.Forms.XlsForms;

/// <summary>One sheet of an XLSForm, its cells known by the names of their columns.</summary>
internal sealed class XlsFormSheet
{
    /// <summary>A form has fewer rows by far.</summary>
    private const int MostRows = 20_000;

    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);

    private XlsFormSheet(string name, IReadOnlyList<string> header, IReadOnlyList<SheetRow> rows)
    {
        (Name, Header, Rows) = (name, header, rows);
        for (var i = 0; i < header.Count; i++)
        {
            _columns.TryAdd(header[i], i);
        }
    }

    public string Name { get; }
    public IReadOnlyList<string> Header { get; }
    public IReadOnlyList<SheetRow> Rows { get; }

    /// <returns>Null when the file has no such sheet, or one with nothing in it; fails with what the reader of sheets says.</returns>
    public static Result<XlsFormSheet?> Read(Stream file, string name)
    {
        var opened = SheetReader.Read(file, "", name);
        if (!opened.Succeeded)
        {
            return opened.Errors[0].Code is "sheet-not-found" or "sheet-empty" ? (XlsFormSheet?)null : Result<XlsFormSheet?>.Failed(opened.Errors);
        }

        using var sheet = opened.Value;
        var rows = sheet.Rows().Take(MostRows + 1).ToList();
        return sheet.Failure is { } failure ? Error.Invalid(failure.Code, failure.Message)
            : rows.Count > MostRows ? Error.Invalid("sheet-too-many-rows", T("ErrorXlsFormRows", MostRows))
            : new XlsFormSheet(name, sheet.Header, rows);
    }

    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>A cell without blanks around and with plain line ends; empty when there is none.</summary>
    public string Cell(SheetRow row, string column) => _columns.TryGetValue(column, out var index) ? PlainText.Tidy(PlainText.Lines(row.Cells[index])) ?? "" : "";

    /// <summary>The column that holds a text in a language, such as <c>label::English (en)</c>; null when there is none.</summary>
    public string? ColumnIn(string column, string language, string name) => Header.FirstOrDefault(header =>
        header.Split("::", 2) is [var of, var given] && of.Trim().Equals(column, StringComparison.OrdinalIgnoreCase)
        && (given.Trim().Equals(language, StringComparison.OrdinalIgnoreCase) || given.Contains($"({language})", StringComparison.OrdinalIgnoreCase)
            || given.Trim().StartsWith(name, StringComparison.OrdinalIgnoreCase)));
}
