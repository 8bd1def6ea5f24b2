using Microsoft.EntityFrameworkCore;
using Talka.Forms;
using Talka.Foundation.Data;
using Talka.Foundation.Files;

namespace Talka.Work.Events.SigningUp;

/// <summary>Files that people sent with their registration, for those who may see the people; always as a download.</summary>
internal static class AnswerFiles
{
    public static string Path(string mandate, Guid eventId, Guid registration, string question) => $"{EventAddress.Work(mandate, eventId, "people")}/{registration}/files/{question}";

    public static async Task<IResult> GetAsync(
        string slug, Guid id, Guid registration, string question, HttpContext context, TalkaDb db, FileStore store, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "no-store";
        var file = await (from r in db.Registrations()
                          join answer in db.FormAnswers() on r.ResponseId equals answer.ResponseId
                          where r.Id == registration && r.EventId == id && answer.Question == question && answer.FileName != null && db.EventsOf(slug).Any(e => e.Id == id)
                          select new { answer.Value, answer.FileName }).FirstOrDefaultAsync(cancel);
        return file is not null && store.Open(file.Value) is { } content
            ? Downloads.Attachment(context, content, null, file.FileName!)
            : TypedResults.NotFound();
    }
}
