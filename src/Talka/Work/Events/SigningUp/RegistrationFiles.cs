using System.Text;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Localisation;
using Talka.Foundation.Mail;
using Talka.Work.Events.Calendar;

namespace Talka.Work.Events.SigningUp;

/// <summary>What hangs on a private link beside the page: the entry for one's own calendar, and the materials for the registered.</summary>
internal static class RegistrationFiles
{
    public static async Task<IResult> CalendarAsync(
        string token, HttpContext context, PrivateLinks links, GuessLimit guesses, TicketAttachments tickets, CancellationToken cancel)
    {
        context.SetPrivate();
        if (links.TryRead(token) is not { } id || await tickets.CalendarAsync([id], cancel) is not { } file)
        {
            return TypedResults.StatusCode(guesses.StatusOf(context));
        }

        return TypedResults.File(file.Content, file.ContentType, file.FileName);
    }

    public static async Task<IResult> MaterialAsync(
        string token, Guid material, HttpContext context, TalkaDb db, FileStore store, PrivateLinks links, GuessLimit guesses, TimeProvider clock, CancellationToken cancel)
    {
        if (links.TryRead(token) is not { } id)
        {
            context.SetPrivate();
            return TypedResults.StatusCode(guesses.StatusOf(context));
        }

        var registration = await db.Registrations().FirstOrDefaultAsync(r => r.Id == id, cancel);
        var e = await db.EventOfAsync(id, cancel);
        var file = registration is null || e is null ? null
            : await db.EventMaterials().FirstOrDefaultAsync(m => m.Id == material && m.EventId == e.Id && m.Sha256 != null, cancel);
        if (file is null || !Materials.IsFor(file.For, e!, registration!, clock.GetUtcNow().UtcDateTime) || store.Open(file.Sha256!) is not { } content)
        {
            context.SetPrivate();
            return TypedResults.NotFound();
        }

        var answer = Downloads.Attachment(context, content, file.ContentType, file.FileName ?? file.Title, file.Sha256);
        context.SetPrivate();
        return answer;
    }
}

internal static class Materials
{
    public static bool IsFor(MaterialFor readers, EventFacts e, Registration registration, DateTime now) => readers switch
    {
        MaterialFor.Everybody => true,
        MaterialFor.Registered => registration.State == RegistrationState.Confirmed,
        _ => registration.State == RegistrationState.Confirmed && e.EndsAt <= now,
    };
}
