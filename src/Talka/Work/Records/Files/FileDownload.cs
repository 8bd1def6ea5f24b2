using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Trail;
using Talka.Journal;

namespace Talka.Work.Records.Files;

/// <summary>Gives out a file that an entry of the mandate names; any other name, whatever it spells, is not found.</summary>
internal static class FileDownload
{
    public static async Task<IResult> GetAsync(string slug, string sha256, HttpContext context, TalkaDb db, FileStore store, AuditTrail trail, CancellationToken cancel)
    {
        var file = await (from f in db.JournalFiles()
                          join e in db.JournalEntries() on f.Sequence equals e.Sequence
                          where f.Sha256 == sha256 && e.Mandate == slug
                          orderby f.Sequence descending
                          select f).FirstOrDefaultAsync(cancel);
        if (file is null || store.Open(file.Sha256) is not { } content)
        {
            return TypedResults.NotFound();
        }

        await trail.WriteAsync(TrailAct.Exported, "file", slug, $"entry:{file.Sequence}", cancel: cancel);
        return Downloads.Attachment(context, content, file.ContentType, file.Name, file.Sha256);
    }
}
