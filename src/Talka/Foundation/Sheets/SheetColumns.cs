using System.Globalization;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;

namespace Talka.Foundation.Sheets;

/// <summary>A column that a spreadsheet to import may have.</summary>
/// <param name="Code">What the code calls it by; a header may too.</param>
/// <param name="Latvian">Its header in Latvian.</param>
/// <param name="English">Its header in English.</param>
/// <param name="OfExport">An export fills it in, about rows that are there already; nobody has to type it.</param>
public sealed record SheetColumn(string Code, string Latvian, string English, bool Required = false, bool OfExport = false)
{
    /// <summary>Its header in the current language.</summary>
    public string Name => Languages.Current == Languages.English ? English : Latvian;
}

/// <summary>
/// The columns that an import knows, found in a file by their Latvian or English headers, in any order;
/// capitals, diacritics, spaces and punctuation make no difference.
/// </summary>
public sealed class SheetColumns(params IReadOnlyList<SheetColumn> columns)
{
    public IReadOnlyList<SheetColumn> All { get; } = columns;

    /// <summary>Those that a person fills in.</summary>
    public IEnumerable<SheetColumn> ToFill => All.Where(column => !column.OfExport);

    public IEnumerable<SheetColumn> OfExport => All.Where(column => column.OfExport);

    /// <summary>The header of a column in the current language.</summary>
    public string NameOf(string code) => All.Single(column => column.Code == code).Name;

    /// <summary>Matches the header of a sheet.</summary>
    /// <returns>The rows by column; fails with all of <c>column-missing</c>, <c>column-unknown</c> and <c>column-twice</c> that apply.</returns>
    public Result<SheetTable> Bind(Sheet sheet)
    {
        var errors = new List<Error>();
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < sheet.Header.Count; i++)
        {
            var header = sheet.Header[i];
            if (header.Length == 0)
            {
                continue;
            }

            var column = All.FirstOrDefault(each => Key(each.Code) == Key(header) || Key(each.Latvian) == Key(header) || Key(each.English) == Key(header));
            if (column is null)
            {
                errors.Add(Error.Invalid("column-unknown", Texts.T("ColumnUnknown", Short(header), string.Join(", ", ToFill.Select(each => each.Name))), "file"));
            }
            else if (!indexes.TryAdd(column.Code, i))
            {
                errors.Add(Error.Invalid("column-twice", Texts.T("ColumnTwice", column.Name), "file"));
            }
        }

        errors.AddRange(All.Where(column => column.Required && !indexes.ContainsKey(column.Code))
            .Select(column => Error.Invalid("column-missing", Texts.T("ColumnMissing", column.Name), "file")));
        return errors.Count > 0 ? errors : new SheetTable(sheet, All, indexes);
    }

    internal static string Short(string text) => text.Length <= 60 ? text : text[..(char.IsHighSurrogate(text[58]) ? 58 : 59)] + "…";

    private static string Key(string text)
    {
        var letters = PlainText.Decomposed(text)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && char.IsLetterOrDigit(c));
        return string.Concat(letters).ToUpperInvariant();
    }
}
