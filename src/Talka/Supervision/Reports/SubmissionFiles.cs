using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Trail;

namespace Talka.Supervision.Reports;

/// <summary>What was handed in, byte for byte.</summary>
internal static class SubmissionFiles
{
    public static async Task<IResult> GetAsync(
        string slug, Guid id, Guid step, string format, HttpContext context, TalkaDb db, FileStore files, AuditTrail trail, CancellationToken cancel)
    {
        var found = await db.ReportSteps().Where(s => s.Id == step && s.ReportId == id && db.ReportsOf(slug).Any(report => report.Id == id))
            .Select(s => new { s.JsonSha256, s.HtmlSha256 }).FirstOrDefaultAsync(cancel);
        var (hash, type) = format == "json" ? (found?.JsonSha256, "application/json") : (found?.HtmlSha256, "text/html");
        if (hash is null || files.Open(hash) is not { } content)
        {
            return TypedResults.NotFound();
        }

        await trail.WriteAsync(TrailAct.Exported, "report submission", slug, $"{step:n} {format}", cancel: cancel);
        return Downloads.Attachment(context, content, type, $"{slug}-{step:n}.{format}", hash);
    }
}
