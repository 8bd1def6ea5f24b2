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

        var kinds = await db.JournalKinds().Where(k => k.IsMoney).ToDictionaryAsync(k => k.Code, k => k.Name, cancel);
        var layout = new SheetLayout<MoneyLine>(T("Entries"))
            .Number(T("Sequence"), line => line.Sequence)
            .Text(T("Act"), line => kinds.GetValueOrDefault(line.Kind, line.Kind))
            .Date(T("ColumnDate"), line => line.Date)
            .Text(T("ColumnYear"), line => Ordinals.Roman(line.Year), width: 8)
            .Text(T("ToYear"), line => line.ToYear is { } to ? Ordinals.Roman(to) : null, width: 8)
            .Text(T("Stream"), line => terms.StreamName(line.Stream!), width: 40)
            .Money(T("ColumnAmount"), line => line.Amount)
            .Text(T("PaidFor"), line => line.Title, width: 40)
            .Text(T("Payee"), line => line.Payee)
            .Text(T("Category"), line => line.Category)
            .Text(T("DocumentNumber"), line => line.DocumentNumber)
            .Number(T("Concerns"), line => line.Concerns)
            .Text(T("Note"), line => line.Note, width: 40)
            .Text(T("ExternalId"), line => line.ExternalId)
            .Text(Foundation.Ui.Texts.T("LateEntry"), line => line.IsLate ? Foundation.Ui.Texts.T("Yes") : null, width: 12);
        var filter = new MoneyFilter(year, Filled(stream), Filled(kind), Filled(q));
        var rows = db.Filtered(slug, filter).OrderBy(e => e.Sequence).Lines().AsAsyncEnumerable();
        var sheet = format == "xlsx" ? SheetFormat.Xlsx : SheetFormat.Csv;
        await trail.WriteAsync(TrailAct.Exported, "spending", slug, sheet.ToString(), cancel: cancel);
        context.Response.ContentType = SheetWriter.ContentType(sheet);
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{SheetWriter.FileName($"{slug}-{Foundation.Slug.From(T("Spending"))}", clock.Today(), sheet)}\"";
        await SheetWriter.WriteAsync(layout, sheet, rows, context.Response.Body, cancel);
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
