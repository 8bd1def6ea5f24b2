using Talka.Foundation.Localisation;
using Talka.Foundation.Sheets;
using static Talka.Work.Records.Texts;

namespace Talka.Work.Records.Import;

/// <summary>The columns that an entry can have in a sheet, and which of them a given sheet has, under a Latvian or an English name, in any order.</summary>
internal sealed class ImportColumns
{
    public const string ExternalId = "ExternalId";

    private static readonly (string Name, Action<EntryForm, string> Set)[] Known =
    [
        ("Kind", (form, text) => form.Kind = text),
        ("Title", (form, text) => form.Title = text),
        ("From", (form, text) => form.From = text),
        ("To", (form, text) => form.To = text),
        ("Stream", (form, text) => form.Stream = text),
        ("Mode", (form, text) => form.Mode = text),
        ("Place", (form, text) => form.Place = text),
        ("Region", (form, text) => form.Region = text),
        ("TargetGroup", (form, text) => form.TargetGroup = text),
        ("Partners", (form, text) => form.Partners = text.Replace(';', '\n')),
        ("Quantity", (form, text) => form.Quantity = text),
        ("Participants", (form, text) => form.Participants = text),
        ("Amount", (form, text) => form.Amount = text),
        ("Reach", (form, text) => form.Reach = text),
        ("Channel", (form, text) => form.Channel = text),
        ("Series", (form, text) => form.Series = text),
        ("State", (form, text) => form.State = text),
        ("Links", (form, text) => form.Links = text.Replace("; ", "\n", StringComparison.Ordinal)),
        ("Description", (form, text) => form.Description = text),
        ("Note", (form, text) => form.Note = text),
        (ExternalId, (_, _) => { }),
    ];

    private static readonly string[] Required = ["Kind", "Title", "From"];

    private readonly int?[] _columns;
    private readonly int? _externalId;

    private ImportColumns(IReadOnlyList<string> header, int?[] columns)
    {
        Header = header;
        _columns = columns;
        var id = Array.FindIndex(columns, column => column is { } known && Known[known].Name == ExternalId);
        _externalId = id < 0 ? null : id;
    }

    public static IReadOnlyList<string> Names { get; } = [.. Known.Select(column => column.Name)];

    public IReadOnlyList<string> Header { get; }

    /// <summary>The name of a column in the current language, as the template has it.</summary>
    public static string Label(string name) => T("Field" + name);

    /// <summary>Finds the columns of a header. A column that nobody knows is a problem: what it holds would be lost silently.</summary>
    public static ImportColumns Match(IReadOnlyList<string> header, ImportProblems problems)
    {
        var names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, column) in Known.Index())
        {
            names.TryAdd(column.Name, index);
            foreach (var language in Languages.All)
            {
                using var scope = Languages.Use(language);
                names.TryAdd(Label(column.Name), index);
            }
        }

        var columns = new int?[header.Count];
        for (var i = 0; i < header.Count; i++)
        {
            var title = header[i].Trim().TrimEnd('*').TrimEnd();
            if (title.Length == 0)
            {
                continue;
            }

            if (!names.TryGetValue(title, out var known))
            {
                problems.Add(1, header[i], "column-unknown", T("ImportColumnUnknown", header[i]));
            }
            else if (columns.Contains(known))
            {
                problems.Add(1, header[i], "column-twice", T("ImportColumnTwice", header[i]));
            }
            else
            {
                columns[i] = known;
            }
        }

        foreach (var missing in Required.Where(name => !columns.Any(column => column is { } known && Known[known].Name == name)))
        {
            problems.Add(1, Label(missing), "column-missing", T("ImportColumnMissing", Label(missing)));
        }

        return new ImportColumns(header, columns);
    }

    /// <summary>The row as a form.</summary>
    public EntryForm Form(SheetRow row, ImportProblems problems)
    {
        var form = new EntryForm();
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (i < _columns.Length && _columns[i] is { } known)
            {
                Known[known].Set(form, row.Cells[i]);
            }
            else if (row.Cells[i].Length > 0 && (i >= Header.Count || Header[i].Trim().Length == 0))
            {
                problems.Add(row.Number, "", "cell-without-column", T("ImportCellWithoutColumn", row.Cells[i].Length > 40 ? row.Cells[i][..40] + "…" : row.Cells[i]));
            }
        }

        return form;
    }

    public string? IdOf(SheetRow row) => _externalId is { } column && row.Cells[column].Trim() is { Length: > 0 } id ? id : null;

    /// <summary>The sheet's own title of the column that a field of the form came from.</summary>
    public string TitleOf(string? field)
    {
        var column = Array.FindIndex(_columns, c => c is { } known && Known[known].Name == field);
        return column >= 0 ? Header[column] : field is null || !Names.Contains(field) ? "" : Label(field);
    }
}
