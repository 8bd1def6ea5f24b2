using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Trail;
using Talka.Journal;

namespace Talka.Mandates.Locks;

/// <summary>Gives out a document of a late entry before it is one, so that the supervisor sees what is asked for.</summary>
internal static class LateFiles
{
    public static async Task<IResult> GetAsync(
        string slug, Guid id, string sha256, HttpContext context, TalkaDb db, FileStore store, AuditTrail trail, CancellationToken cancel)
    {
        var payload = await (from consent in db.LateConsents()
                             join mandate in db.Mandates() on consent.MandateId equals mandate.Id
                             where consent.Id == id && mandate.Slug == slug
                             select consent.Content).FirstOrDefaultAsync(cancel);
        var file = string.IsNullOrEmpty(payload) ? null : EntryPayload.Read(payload).Files.FirstOrDefault(f => f.Sha256 == sha256);
        if (file is null || store.Open(file.Sha256) is not { } content)
        {
            return TypedResults.NotFound();
        }

        await trail.WriteAsync(TrailAct.Exported, "file", slug, $"late:{id}", cancel: cancel);
        return Downloads.Attachment(context, content, file.ContentType, file.Name, file.Sha256);
    }
}
