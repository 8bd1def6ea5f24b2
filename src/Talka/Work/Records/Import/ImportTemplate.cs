using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Talka.Foundation.Data;
using Talka.Foundation.Sheets;
using Talka.Journal;
using static Talka.Work.Records.Texts;

namespace Talka.Work.Records.Import;

/// <summary>Spreadsheets to start an import from: the empty table with its columns, and the list of kinds that it may name.</summary>
internal static class ImportTemplate
{
    public static Task<IResult> GetAsync(string? format, HttpContext context, CancellationToken cancel)
    {
        var layout = new SheetLayout<string>(T("JournalTitle"));
        foreach (var column in ImportColumns.Names)
        {
            layout.Text(ImportColumns.Label(column), _ => null, column is "Title" or "Description" ? 50 : 20);
        }

        return SendAsync(layout, [], T("TemplateName"), Format(format), context, cancel);
    }

    public static async Task<IResult> KindsAsync(string? format, HttpContext context, TalkaDb db, CancellationToken cancel)
    {
        var kinds = await db.JournalKinds().Where(k => !k.IsMoney && !k.IsSystem).OrderBy(k => k.Order).ToListAsync(cancel);
        var layout = new SheetLayout<JournalKind>(T("KindsTitle"))
            .Text(T("FieldKind"), kind => kind.Code)
            .Text(T("KindNameLv"), kind => kind.NameLv, 36)
            .Text(T("KindNameEn"), kind => kind.NameEn, 36)
            .Text(T("KindRequired"), kind => Measures.Names(kind.Required), 36);
        return await SendAsync(layout, kinds, T("KindsName"), Format(format), context, cancel);
    }

    private static SheetFormat Format(string? format) => string.Equals(format, "csv", StringComparison.OrdinalIgnoreCase) ? SheetFormat.Csv : SheetFormat.Xlsx;

    private static async Task<IResult> SendAsync<T>(
        SheetLayout<T> layout, IEnumerable<T> rows, string name, SheetFormat format, HttpContext context, CancellationToken cancel)
    {
        context.Response.ContentType = SheetWriter.ContentType(format);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name + SheetWriter.Extension(format));
        context.Response.Headers.ContentDisposition = disposition.ToString();
        await SheetWriter.WriteAsync(layout, format, rows, context.Response.Body, cancel);
        return Results.Empty;
    }
}
