using Talka.Foundation.Hosting;
using Talka.Foundation.Localisation;
using Talka.Foundation.Trail;

namespace Talka.Supervision.AuditAccess;

/// <summary>Sends the whole file of a mandate while it is made; who took it is in the trail.</summary>
internal static class MandateFileDownload
{
    public static async Task<IResult> GetAsync(
        string slug, HttpContext context, MandateFile file, AuditTrail trail, TimeProvider clock, CancellationToken cancel)
    {
        var found = await file.FindAsync(slug, cancel);
        if (!found.Succeeded)
        {
            return TypedResults.Text(found.Errors[0].Message, statusCode: found.Errors[0].Kind.HttpStatus());
        }

        await trail.WriteAsync(TrailAct.Exported, "whole file", slug, $"journal:{found.Value.Checkpoint.Size}", cancel: cancel);
        context.Response.ContentType = "application/zip";
        context.Response.Headers.ContentDisposition =
            $"attachment; filename=\"{slug}-{clock.Today().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)}.zip\"";
        await file.WriteAsync(found.Value, context.Response.Body, cancel);
        return Results.Empty;
    }
}
