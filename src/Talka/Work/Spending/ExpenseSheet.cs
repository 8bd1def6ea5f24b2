using Talka.Foundation;
using Talka.Foundation.Sheets;
using Talka.Journal;
using Talka.Mandates;
using static Talka.Work.Spending.Texts;

namespace Talka.Work.Spending;

/// <summary>The spreadsheet of expenses: which columns an import understands and an export has.</summary>
internal static class ExpenseSheet
{
    public static SheetColumns Columns { get; } = new(
        new SheetColumn("Date", "Datums", "Date", Required: true),
        new SheetColumn("Amount", "Summa", "Amount", Required: true),
        new SheetColumn("Stream", "Finansējuma virziens", "Funding stream", Required: true),
        new SheetColumn("Title", "Par ko samaksāts", "What was paid for", Required: true),
        new SheetColumn("Payee", "Saņēmējs", "Payee"),
        new SheetColumn("Category", "Izdevumu veids", "Category"),
        new SheetColumn("DocumentNumber", "Dokumenta numurs", "Document number"),
        new SheetColumn("Note", "Piezīme", "Note"),
        new SheetColumn("ExternalId", "Ārējais identifikators", "External id"),
        new SheetColumn("Sequence", "Ieraksta Nr.", "Entry", OfExport: true),
        new SheetColumn("Act", "Veids", "Kind", OfExport: true),
        new SheetColumn("Year", "Gads", "Year", OfExport: true),
        new SheetColumn("ToYear", "Uz gadu", "To year", OfExport: true),
        new SheetColumn("Concerns", "Attiecas uz ierakstu", "Concerns entry", OfExport: true),
        new SheetColumn("Late", "Novēlots ieraksts", "Late entry", OfExport: true));

    /// <summary>The expense of a row; null when a cell cannot be read, which the table then knows.</summary>
    public static Expense? Read(TableRow row, MandateTerms terms)
    {
        var date = row.Date("Date");
        var amount = row.Money("Amount");
        var title = row.Text("Title");
        var named = row.Text("Stream");
        var stream = named is null ? null : Stream(terms, named);
        if (named is not null && stream is null)
        {
            row.Problem("Stream", "stream-unknown", T("ErrorStreamOf", named, string.Join(", ", terms.Streams.Select(s => s.Name))));
        }

        return date is null || amount is null || title is null || stream is null ? null : new Expense
        {
            Date = date.Value,
            Amount = amount.Value,
            Title = title,
            Stream = stream,
            Payee = row.Text("Payee"),
            Category = row.Text("Category"),
            DocumentNumber = row.Text("DocumentNumber"),
            Note = row.Text("Note"),
            ExternalId = row.Text("ExternalId"),
        };
    }

    /// <summary>Whether a row of an export still says what its entry says.</summary>
    public static bool Says(TableRow row, MandateTerms terms, EntryContent entry) =>
        Read(row, terms) is { } said && Content(said).Select(PlainText.Tidy).SequenceEqual(Content(new Expense
        {
            Date = entry.From,
            Amount = entry.Amount ?? Money.Zero,
            Title = entry.Title,
            Stream = entry.Stream ?? "",
            Payee = entry.Payee,
            Category = entry.Category,
            DocumentNumber = entry.DocumentNumber,
            Note = entry.Note,
        }).Select(PlainText.Tidy));

    /// <summary>An empty spreadsheet with the columns, to fill in.</summary>
    public static async Task TemplateAsync(HttpContext context, CancellationToken cancel)
    {
        var layout = Columns.ToFill.Aggregate(new SheetLayout<int>(T("Spending")), (sheet, column) => sheet.Text(column.Name, _ => null));
        context.Response.ContentType = SheetWriter.ContentType(SheetFormat.Xlsx);
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{Foundation.Slug.From(T("Spending"))}.xlsx\"";
        await SheetWriter.WriteAsync<int>(layout, SheetFormat.Xlsx, [], context.Response.Body, cancel);
    }

    /// <summary>What tells one row's content from another's.</summary>
    public static IEnumerable<string?> Content(Expense expense) =>
    [
        expense.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), expense.Amount.ToInvariant(), expense.Stream, expense.Title,
        expense.Payee, expense.Category, expense.DocumentNumber, expense.Note,
    ];

    // By its name in either language, or by its code.
    private static string? Stream(MandateTerms terms, string named) => terms.Streams.FirstOrDefault(stream =>
        new[] { stream.Code, stream.Name, stream.NameEn }.Contains(named.Trim(), StringComparer.OrdinalIgnoreCase))?.Code;
}
