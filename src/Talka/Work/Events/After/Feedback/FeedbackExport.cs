using Microsoft.EntityFrameworkCore;
using Talka.Forms.Answers;
using Talka.Foundation.Data;

namespace Talka.Work.Events.After.Feedback;

/// <summary>The feedback of an event as a spreadsheet, under the rules of its page: no names, no times, and nothing of a handful of people.</summary>
internal static class FeedbackExport
{
    public static async Task<IResult> GetAsync(string slug, Guid id, string format, HttpContext context, TalkaDb db, CancellationToken cancel)
    {
        var e = await db.EventsOf(slug).Where(e => e.Id == id).Select(e => new { e.Slug, e.FeedbackFormId }).FirstOrDefaultAsync(cancel);
        return e?.FeedbackFormId is { } form ? await AnswerExport.GetAsync(form, e.Slug, slug, format, context, nameless: true) : TypedResults.NotFound();
    }
}
