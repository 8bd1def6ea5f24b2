using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Sheets;
using Talka.Foundation.Trail;

namespace Talka.Forms.Answers;

/// <summary>All answers to a form as a spreadsheet, streaming. Whoever maps it to an address names the policy.</summary>
public static class AnswerExport
{
    /// <summary>Whether enough have answered for a nameless export to hold anything.</summary>
    public static async Task<bool> HasEnoughAsync(TalkaDb db, Guid formId, CancellationToken cancel) =>
        await db.FormResponses().CountAsync(response => response.FormId == formId, cancel) >= SmallGroups.Least;

    /// <param name="title">Begins the file's name.</param>
    /// <param name="nameless">Whether nothing may tell whose an answer is: not when it came, and nothing at all of fewer than <see cref="SmallGroups.Least"/>.</param>
    /// <param name="format"><c>csv</c>; anything else gives XLSX.</param>
    public static async Task<IResult> GetAsync(Guid formId, string title, string? mandate, string? format, HttpContext context, bool nameless = false)
    {
        var services = context.RequestServices;
        var (db, cancel) = (services.GetRequiredService<TalkaDb>(), context.RequestAborted);
        var table = new AnswerTable(db);
        var chosen = string.Equals(format, "csv", StringComparison.OrdinalIgnoreCase) ? SheetFormat.Csv : SheetFormat.Xlsx;
        var questions = await table.QuestionsAsync(formId, cancel);
        await services.GetRequiredService<AuditTrail>().WriteAsync(TrailAct.Exported, $"answers:{formId}", mandate, chosen.ToString(), cancel: cancel);
        context.Response.ContentType = SheetWriter.ContentType(chosen);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(SheetWriter.FileName(title, services.GetRequiredService<TimeProvider>().Today(), chosen));
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.Headers.CacheControl = "no-store";
        var rows = nameless && !await HasEnoughAsync(db, formId, cancel)
            ? AsyncEnumerable.Empty<AnswerRow>() : table.RowsAsync(formId, questions);
        await SheetWriter.WriteAsync(AnswerTable.Layout(questions, withTime: !nameless), chosen, rows, context.Response.Body, cancel);
        return TypedResults.Empty;
    }
}
