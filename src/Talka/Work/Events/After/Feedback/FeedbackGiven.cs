using Talka.Forms;
using Talka.Foundation.Data;
using Talka.Work.Events.SigningUp;

namespace Talka.Work.Events.After.Feedback;

/// <summary>
/// Who has given feedback, so that nobody gives it twice. Beside the form with the questions an event has one without any: a response to it has the id of the
/// registration, and says nothing else, not even when.
/// </summary>
internal static class FeedbackGiven
{
    public const string OwnerKind = "event-feedback-given";

    public static FormResponse Mark(Guid registration, Guid form) => new() { Id = registration, FormId = form, Version = 1, At = DateTime.UnixEpoch };

    /// <summary>
    /// Whether somebody was there to tell how it was: whoever attended. Until that is known, before the event is closed and while nobody of those who take
    /// part in the same way was seen, whoever had a place.
    /// </summary>
    /// <param name="threshold">The least minutes online that counted; null while the event is not closed.</param>
    /// <param name="othersSeen">Whether anybody who takes part in the same way was seen.</param>
    public static bool MayBy(Registration registration, int? threshold, bool othersSeen) =>
        registration.CameAt is not null || registration.OnlineMinutes >= (threshold ?? 1)
        || (threshold is null && !othersSeen && registration.State == RegistrationState.Confirmed);

    /// <summary>The marks of all events; the id of each is that of the registration.</summary>
    public static IQueryable<FormResponse> FeedbackMarks(this TalkaDb db) => db.FormResponses().Where(response => response.At == DateTime.UnixEpoch);
}
