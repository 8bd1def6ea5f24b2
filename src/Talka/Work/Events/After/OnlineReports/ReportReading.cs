using Talka.Foundation;
using Talka.Foundation.Results;
using Talka.Foundation.Sheets;
using static Talka.Work.Events.After.Texts;

namespace Talka.Work.Events.After.OnlineReports;

/// <summary>One line of a report: somebody joined once.</summary>
/// <param name="Duration">Where the report says it; else it follows from joining and leaving.</param>
public sealed record ReportLine(string Name, string? Email, DateTime? Joined, DateTime? Left, TimeSpan? Duration);

/// <summary>
/// Reads participant reports of Zoom, Teams and Webex, as CSV or XLSX. A report may hold several tables, each under a heading of its own, and words between
/// them; where one of them says when each person joined and left, those that only sum it up are left aside.
/// </summary>
public static class ReportReading
{
    public const int MostLines = 100_000;

    private const int NameLength = SigningUp.Registration.NameLength;

    private sealed record Table(IReadOnlyDictionary<ReportColumn, int> Columns, List<IReadOnlyList<string>> Rows)
    {
        public bool SaysWhen => Columns.ContainsKey(ReportColumn.Join) && Columns.ContainsKey(ReportColumn.Leave);

        public string Cell(IReadOnlyList<string> row, ReportColumn column) => Columns.TryGetValue(column, out var index) && index < row.Count ? row[index].Trim() : "";
    }

    public static Result<IReadOnlyList<ReportLine>> Read(Stream file)
    {
        var opened = SheetReader.Read(file, "");
        if (!opened.Succeeded)
        {
            return Result<IReadOnlyList<ReportLine>>.Failed([.. opened.Errors.Select(error => error with { Field = "File" })]);
        }

        using var sheet = opened.Value;
        var tables = Tables(sheet);
        if (sheet.Failure is { } failure)
        {
            return Error.Invalid(failure.Code, failure.Message, "File");
        }

        if (tables.Count == 0)
        {
            return Error.Invalid("report-unknown", T("ErrorReportUnknown"), "File");
        }

        var told = tables.Where(table => table.Rows.Count > 0).ToList();
        var acts = told.Find(table => table.Columns.ContainsKey(ReportColumn.Action) && table.Columns.ContainsKey(ReportColumn.Moment));
        var lines = acts is not null ? OfActs(acts)
            : told.Exists(table => table.SaysWhen) ? OfTimes([.. told.Where(table => table.SaysWhen)])
            : OfDurations(told);
        return lines.Count > MostLines ? Error.Invalid("report-too-long", T("ErrorReportTooLong", MostLines), "File")
            : lines.Count == 0 ? Error.Invalid("report-empty", T("ErrorReportEmpty"), "File")
            : lines;
    }

    private static List<Table> Tables(Sheet sheet)
    {
        var tables = new List<Table>();
        Table? current = null;
        foreach (var row in sheet.Rows().Select(row => row.Cells).Prepend(sheet.Header))
        {
            if (ReportColumns.Of(row) is { } columns)
            {
                tables.Add(current = new Table(columns, []));
            }
            else if (row.Count(cell => !string.IsNullOrWhiteSpace(cell)) < 2)
            {
                current = null; // the title of the next part
            }
            else if (current is not null && current.Rows.Count <= MostLines && Name(current, row).Length > 0 && !ReportColumns.SaysAbsent(current.Cell(row, ReportColumn.Attended)))
            {
                current.Rows.Add(row);
            }
        }

        return tables;
    }

    private static List<ReportLine> OfTimes(List<Table> tables)
    {
        var rows = tables.SelectMany(table => table.Rows.Select(row => (Table: table, Row: row))).ToList();
        var moments = ReportTimes.Moments([.. rows.SelectMany(one => new[] { one.Table.Cell(one.Row, ReportColumn.Join), one.Table.Cell(one.Row, ReportColumn.Leave) })]);
        return
        [
            .. rows.Select((one, i) => Line(one.Table, one.Row, moments?[2 * i], moments?[(2 * i) + 1], ReportTimes.Duration(one.Table.Cell(one.Row, ReportColumn.Duration))))
                .Where(line => line is { Duration: not null } or { Joined: not null, Left: not null }),
        ];
    }

    private static List<ReportLine> OfDurations(List<Table> tables) =>
    [
        .. tables.SelectMany(table => table.Rows.Select(row => Line(table, row, null, null, ReportTimes.Duration(table.Cell(row, ReportColumn.Duration)))))
            .Where(line => line.Duration is not null),
    ];

    // An older report of Teams: a line for each joining and each leaving. Whoever did not leave stayed until the last thing that happened.
    private static List<ReportLine> OfActs(Table table)
    {
        var moments = ReportTimes.Moments([.. table.Rows.Select(row => table.Cell(row, ReportColumn.Moment))]);
        if (moments is null || moments.Max() is not { } end)
        {
            return [];
        }

        var lines = new List<ReportLine>();
        foreach (var person in table.Rows.Zip(moments).Where(act => act.Second is not null).GroupBy(act => Name(table, act.First), StringComparer.Ordinal))
        {
            DateTime? since = null;
            foreach (var (row, at) in person.OrderBy(act => act.Second))
            {
                if (!ReportColumns.SaysLeft(table.Cell(row, ReportColumn.Action)))
                {
                    since ??= at;
                }
                else if (since is not null)
                {
                    lines.Add(Line(table, row, since, at, null));
                    since = null;
                }
            }

            if (since is not null)
            {
                lines.Add(Line(table, person.First().First, since, end, null));
            }
        }

        return lines;
    }

    private static ReportLine Line(Table table, IReadOnlyList<string> row, DateTime? joined, DateTime? left, TimeSpan? duration)
    {
        var email = table.Cell(row, ReportColumn.Email);
        var said = left > joined ? (joined, left) : (null, null);
        return new ReportLine(Name(table, row), email.Contains('@', StringComparison.Ordinal) && email.Length <= EmailAddress.MaxLength ? email : null, said.Item1, said.Item2, duration);
    }

    private static string Name(Table table, IReadOnlyList<string> row)
    {
        var whole = table.Cell(row, ReportColumn.Name);
        var text = whole.Length > 0 ? whole : $"{table.Cell(row, ReportColumn.FirstName)} {table.Cell(row, ReportColumn.LastName)}".Trim();
        var tidy = PlainText.IsStorable(text) ? PlainText.Tidy(text) ?? "" : "";
        return tidy.Length <= NameLength ? tidy : tidy[..NameLength];
    }
}
