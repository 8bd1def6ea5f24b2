using System.Globalization;
using Talka.Foundation;
using Talka.Foundation.Localisation;
using Talka.Foundation.Sheets;
using Talka.Journal;
using static Talka.Work.Records.Texts;
using Common = Talka.Foundation.Ui.Texts;

namespace Talka.Work.Records.Import;

/// <summary>The columns that an entry can have in a sheet, and which of them a given sheet has, under a Latvian or an English name, in any order.</summary>
internal sealed class ImportColumns
{
    public const string ExternalId = "ExternalId";
    public const string Sequence = "Sequence";

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

    // What an export has besides. A row with the number of its entry may say all of it, a new row none.
    private static readonly (string Name, Action<EntryForm, string> Set)[] OfExport =
    [
        (Sequence, (_, _) => { }),
        ("Year", (_, _) => { }),
        ("QuantityApproximate", (form, text) => form.QuantityApproximate = SaysYes(text)),
        ("ParticipantsApproximate", (form, text) => form.ParticipantsApproximate = SaysYes(text)),
        ("OnSite", (_, _) => { }),
        ("Online", (_, _) => { }),
        ("Organisations", (_, _) => { }),
        ("ToYear", (form, text) => form.ToYear = Ordinals.FromRoman(text)?.ToString(CultureInfo.InvariantCulture) ?? text),
        ("Category", (form, text) => form.Category = text),
        ("Payee", (form, text) => form.Payee = text),
        ("DocumentNumber", (form, text) => form.DocumentNumber = text),
        ("Late", (_, _) => { }),
        ("Corrects", (_, _) => { }),
        ("Reason", (_, _) => { }),
    ];

    private static readonly (string Name, Action<EntryForm, string> Set)[] All = [.. Known, .. OfExport];

    private static readonly string[] Required = ["Kind", "Title", "From"];

    private readonly int?[] _columns;
    private readonly int? _externalId;
    private readonly int? _sequence;

    private ImportColumns(IReadOnlyList<string> header, int?[] columns)
    {
        Header = header;
        _columns = columns;
        _externalId = Find(columns, ExternalId);
        _sequence = Find(columns, Sequence);
    }

    public static IReadOnlyList<string> Names { get; } = [.. Known.Select(column => column.Name)];

    public IReadOnlyList<string> Header { get; }

    /// <summary>The name of a column in the current language, as the template has it.</summary>
    public static string Label(string name) => name == "Late" ? Common.T("LateEntry") : T("Field" + name);

    /// <summary>Finds the columns of a header. A column that nobody knows is a problem: what it holds would be lost silently.</summary>
    public static ImportColumns Match(IReadOnlyList<string> header, ImportProblems problems)
    {
        var names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, column) in All.Index())
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

        foreach (var missing in Required.Where(name => !columns.Any(column => column is { } known && All[known].Name == name)))
        {
            problems.Add(1, Label(missing), "column-missing", T("ImportColumnMissing", Label(missing)));
        }

        return new ImportColumns(header, columns);
    }

    /// <summary>The row as a form.</summary>
    /// <param name="recorded">The entry that the row was exported from, which says what the sheet has no column for; null for a new row.</param>
    public EntryForm Form(SheetRow row, EntryContent? recorded, ImportProblems problems)
    {
        var form = recorded is null ? new EntryForm() : EntryForm.Of(recorded);
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (i < _columns.Length && _columns[i] is { } known)
            {
                if (recorded is null && known >= Known.Length && row.Cells[i].Trim().Length > 0)
                {
                    problems.Add(row.Number, Header[i], "column-of-export", T("ImportColumnOfExport", Header[i]));
                }

                All[known].Set(form, row.Cells[i]);
            }
            else if (row.Cells[i].Length > 0 && (i >= Header.Count || Header[i].Trim().Length == 0))
            {
                problems.Add(row.Number, "", "cell-without-column", T("ImportCellWithoutColumn", row.Cells[i].Length > 40 ? row.Cells[i][..40] + "…" : row.Cells[i]));
            }
        }

        return form;
    }

    public string? IdOf(SheetRow row) => Cell(row, _externalId);

    /// <summary>The number of the entry that the row was exported from; zero for what is no number, null for a new row.</summary>
    public long? NumberOf(SheetRow row) => Cell(row, _sequence) is { } text ? Parse.Count(text) ?? 0 : null;

    /// <summary>The sheet's own title of the column that a field of the form came from.</summary>
    public string TitleOf(string? field)
    {
        var column = Array.FindIndex(_columns, c => c is { } known && All[known].Name == field);
        return column >= 0 ? Header[column] : field is null || !Names.Contains(field) ? "" : Label(field);
    }

    private static int? Find(int?[] columns, string name) =>
        Array.FindIndex(columns, column => column is { } known && All[known].Name == name) is var index and >= 0 ? index : null;

    private static string? Cell(SheetRow row, int? column) => column is { } index && row.Cells[index].Trim() is { Length: > 0 } text ? text : null;

    private static bool SaysYes(string text) => Languages.All.Any(language =>
    {
        using var scope = Languages.Use(language);
        return string.Equals(text.Trim(), Common.T("Yes"), StringComparison.OrdinalIgnoreCase);
    });
}
