using Talka.Foundation.Files;
using Talka.Foundation.Hosting;
using Talka.Foundation.Localisation;
using Talka.Foundation.Trail;

namespace Talka.Supervision.AuditAccess;

/// <summary>Makes the whole file of a mandate and then sends it, so that nobody gets a part of it for the whole; who took it is in the trail.</summary>
internal static class MandateFileDownload
{
    public static async Task<IResult> GetAsync(
        string slug, MandateFile file, AuditTrail trail, TimeProvider clock, CancellationToken cancel)
    {
        var found = await file.FindAsync(slug, cancel);
        if (!found.Succeeded)
        {
            return TypedResults.Text(found.Errors[0].Message, statusCode: found.Errors[0].Kind.HttpStatus());
        }

        var made = TemporaryFile.Create();
        try
        {
            await file.WriteAsync(found.Value, made, cancel);
            made.Position = 0;
        }
        catch
        {
            await made.DisposeAsync();
            throw;
        }

        await trail.WriteAsync(TrailAct.Exported, "whole file", slug, $"journal:{found.Value.Checkpoint.Size}", cancel: cancel);
        return TypedResults.Stream(
            made, "application/zip", $"{slug}-{clock.Today().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)}.zip");
    }
}
