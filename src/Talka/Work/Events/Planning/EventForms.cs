using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Forms;
using Talka.Forms.Editing;
using Talka.Forms.XlsForms;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates.Access;

namespace Talka.Work.Events.Planning;

/// <summary>The questionnaires of an event: what is asked besides the standard fields at signing up, and what afterwards.</summary>
public enum EventFormKind { SigningUp, Feedback }

public static class EventFormKinds
{
    /// <summary>What the form of an event is kept under.</summary>
    public static string OwnerKind(this EventFormKind kind) => kind == EventFormKind.Feedback ? "event-feedback" : "event";

    /// <summary>As it stands in addresses; anything else is the form of signing up.</summary>
    public const string Feedback = "feedback";

    public static EventFormKind Read(string? typed) => typed == Feedback ? EventFormKind.Feedback : EventFormKind.SigningUp;
}

/// <summary>Saves the questions of an event's form.</summary>
public sealed class SaveEventForm(TalkaDb db, MandateAccess access, DefineForm define)
{
    /// <param name="version">The version of the form that was on the screen; 0 when there was none.</param>
    public async Task<IReadOnlyList<Error>> RunAsync(string mandate, Guid id, EventFormKind kind, FormDefinition definition, int version, CancellationToken cancel)
    {
        if (await access.RefuseAsync(mandate, Policies.RunEvents, cancel) is { } refused)
        {
            return [refused];
        }

        if (!await db.EventsOf(mandate).AnyAsync(e => e.Id == id, cancel))
        {
            return [EventErrors.NotFound()];
        }

        return (await define.RunAsync(kind.OwnerKind(), id, definition, version, cancel, async form =>
        {
            // Not a change of what people see of the event itself, so that its version stays
            var one = await db.Set<Event>().SingleAsync(e => e.Id == id, cancel);
            if (kind == EventFormKind.Feedback)
            {
                one.FeedbackFormId = form;
            }
            else
            {
                one.FormId = form;
            }
        })).Errors;
    }
}

/// <summary>Gives out the questions as an XLSForm.</summary>
internal static class EventFormExport
{
    public static async Task<IResult> GetAsync(string slug, Guid id, string? which, HttpContext context, TalkaDb db, FormStore forms, CancellationToken cancel)
    {
        var title = await db.EventsOf(slug).Where(e => e.Id == id).Select(e => e.Title).FirstOrDefaultAsync(cancel);
        return title is null || await forms.OfAsync(EventFormKinds.Read(which).OwnerKind(), id, cancel) is not { } form
            ? TypedResults.NotFound()
            : await XlsFormExport.GetAsync(form.Definition, title, context, cancel);
    }
}
