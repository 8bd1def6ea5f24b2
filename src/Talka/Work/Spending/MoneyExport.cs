using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Trail;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Sheets;
using Talka.Journal;
using Talka.Mandates;
using static Talka.Work.Spending.Texts;

namespace Talka.Work.Spending;

/// <summary>The filtered money entries as a spreadsheet, whose columns an import understands again.</summary>
internal static class MoneyExport
{
    public static async Task GetAsync(
        HttpContext context, TalkaDb db, AuditTrail trail, TimeProvider clock, string slug, string format, int? year, string? stream, string? kind, string? q, CancellationToken cancel)
    {
        if (await db.MandateTermsAsync(slug, cancel) is not { } terms)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var layout = await LayoutAsync(db, terms, cancel);
        var filter = new MoneyFilter(year, Filled(stream), Filled(kind), Filled(q));
        var rows = db.Filtered(slug, filter).OrderBy(e => e.Sequence).Lines().AsAsyncEnumerable();
        var sheet = format == "xlsx" ? SheetFormat.Xlsx : SheetFormat.Csv;
        await trail.WriteAsync(TrailAct.Exported, "spending", slug, sheet.ToString(), cancel: cancel);
        context.Response.ContentType = SheetWriter.ContentType(sheet);
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{SheetWriter.FileName($"{slug}-{Foundation.Slug.From(T("Spending"))}", clock.Today(), sheet)}\"";
        await SheetWriter.WriteAsync(layout, sheet, rows, context.Response.Body, cancel);
    }

    public static async Task<SheetLayout<MoneyLine>> LayoutAsync(TalkaDb db, MandateTerms terms, CancellationToken cancel)
    {
        var kinds = await db.JournalKinds().Where(k => k.IsMoney).ToDictionaryAsync(k => k.Code, k => k.Name, cancel);
        var columns = ExpenseSheet.Columns;
        return new SheetLayout<MoneyLine>(T("Entries"))
            .Number(columns.NameOf("Sequence"), line => line.Sequence)
            .Text(columns.NameOf("Act"), line => kinds.GetValueOrDefault(line.Kind, line.Kind))
            .Date(columns.NameOf("Date"), line => line.Date)
            .Text(columns.NameOf("Year"), line => Ordinals.Roman(line.Year), width: 8)
            .Text(columns.NameOf("ToYear"), line => line.ToYear is { } to ? Ordinals.Roman(to) : null, width: 8)
            .Text(columns.NameOf("Stream"), line => terms.StreamName(line.Stream!), width: 40)
            .Money(columns.NameOf("Amount"), line => line.Amount)
            .Text(columns.NameOf("Title"), line => line.Title, width: 40)
            .Text(columns.NameOf("Payee"), line => line.Payee)
            .Text(columns.NameOf("Category"), line => line.Category)
            .Text(columns.NameOf("DocumentNumber"), line => line.DocumentNumber)
            .Number(columns.NameOf("Concerns"), line => line.Concerns)
            .Text(columns.NameOf("Note"), line => line.Note, width: 40)
            .Text(columns.NameOf("ExternalId"), line => line.ExternalId)
            .Text(columns.NameOf("Late"), line => line.IsLate ? Foundation.Ui.Texts.T("Yes") : null, width: 12);
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
