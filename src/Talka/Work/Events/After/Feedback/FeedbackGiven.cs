using Talka.Forms;
using Talka.Foundation.Data;

namespace Talka.Work.Events.After.Feedback;

/// <summary>
/// Who has given feedback, so that nobody gives it twice. Beside the form with the questions an event has one without any: a response to it has the id of the
/// registration, and says nothing else, not even when.
/// </summary>
internal static class FeedbackGiven
{
    public const string OwnerKind = "event-feedback-given";

    public static FormResponse Mark(Guid registration, Guid form) => new() { Id = registration, FormId = form, Version = 1, At = DateTime.UnixEpoch };

    /// <summary>The marks of all events; the id of each is that of the registration.</summary>
    public static IQueryable<FormResponse> FeedbackMarks(this TalkaDb db) => db.FormResponses().Where(response => response.At == DateTime.UnixEpoch);
}
