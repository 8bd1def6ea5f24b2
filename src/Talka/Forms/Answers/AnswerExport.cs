using Microsoft.Net.Http.Headers;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Sheets;
using Talka.Foundation.Trail;

namespace Talka.Forms.Answers;

/// <summary>All answers to a form as a spreadsheet, streaming. Whoever maps it to an address names the policy.</summary>
public static class AnswerExport
{
    /// <param name="title">Begins the file's name.</param>
    /// <param name="format"><c>csv</c>; anything else gives XLSX.</param>
    public static async Task<IResult> GetAsync(Guid formId, string title, string? mandate, string? format, HttpContext context)
    {
        var services = context.RequestServices;
        var (table, cancel) = (new AnswerTable(services.GetRequiredService<TalkaDb>()), context.RequestAborted);
        var chosen = string.Equals(format, "csv", StringComparison.OrdinalIgnoreCase) ? SheetFormat.Csv : SheetFormat.Xlsx;
        var questions = await table.QuestionsAsync(formId, cancel);
        await services.GetRequiredService<AuditTrail>().WriteAsync(TrailAct.Exported, $"answers:{formId}", mandate, chosen.ToString(), cancel: cancel);
        context.Response.ContentType = SheetWriter.ContentType(chosen);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(SheetWriter.FileName(title, services.GetRequiredService<TimeProvider>().Today(), chosen));
        context.Response.Headers.ContentDisposition = disposition.ToString();
        await SheetWriter.WriteAsync(AnswerTable.Layout(questions), chosen, table.RowsAsync(formId, questions), context.Response.Body, cancel);
        return TypedResults.Empty;
    }
}
