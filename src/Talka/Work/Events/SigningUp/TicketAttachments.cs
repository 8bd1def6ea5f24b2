using System.Text;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Mail;
using Talka.Foundation.Ui;
using Talka.Work.Events.Calendar;

namespace Talka.Work.Events.SigningUp;

/// <summary>What goes with a mail about registrations: one entry for the calendar (.ics) with all of them, and the QR code of each ticket as a picture.</summary>
public sealed class TicketAttachments(TalkaDb db, CalendarFile calendar, PrivateLinks links) : IMailAttachments
{
    private const int MostPictures = 20;

    public string Kind => "event";

    /// <summary>What to attach, for the outbox.</summary>
    public static string Of(IEnumerable<Registration> registrations) => "event:" + string.Join(',', registrations.Select(registration => registration.Id));

    public async Task<IReadOnlyList<MailAttachment>> MakeAsync(string what, CancellationToken cancel)
    {
        var ids = what.Split(',').Select(id => Guid.TryParse(id, out var known) ? known : Guid.Empty).ToList();
        var pictures = await db.Registrations().Where(r => ids.Contains(r.PartyId) && r.State == RegistrationState.Confirmed && r.Mode == EventMode.OnSite
                && db.Events().Any(e => e.Id == r.EventId && e.State == EventState.Published))
            .OrderBy(r => r.EventId).ThenBy(r => r.Number).Take(MostPictures).Select(r => new { r.TicketCode, r.ShortCode }).ToListAsync(cancel);
        return
        [
            .. new[] { await CalendarAsync(ids, cancel) }.OfType<MailAttachment>(),
            .. pictures.Select(ticket => new MailAttachment($"{ticket.ShortCode}.png", "image/png", QrPicture.PngFile(TicketCodes.Prefix + ticket.TicketCode))),
        ];
    }

    /// <returns>Null when none of them has a time yet.</returns>
    public async Task<MailAttachment?> CalendarAsync(IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var registrations = await db.Registrations().Where(r => ids.Contains(r.Id)).ToListAsync(cancel);
        var eventIds = registrations.ConvertAll(r => r.EventId);
        var events = await db.Events().Where(e => eventIds.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancel);
        var sessions = (await db.SessionsEverShown().Where(s => eventIds.Contains(s.EventId)).OrderBy(s => s.StartsAt).ToListAsync(cancel)).ToLookup(s => s.EventId);
        var places = registrations.Where(r => sessions[r.EventId].Any()).OrderBy(r => events[r.EventId].StartsAt)
            .Select(r => (new CalendarEntry(events[r.EventId], [.. sessions[r.EventId]]), r, links.LinkOf(r.Id))).ToList();
        if (places.Count == 0)
        {
            return null;
        }

        using var language = Languages.Use(places[0].r.Language);
        var name = Slug.From(places[0].Item1.Event.TitleText()) is { Length: > 0 } title ? title + ".ics" : "talka.ics";
        return new MailAttachment(name, CalendarFile.ContentType, Encoding.UTF8.GetBytes(calendar.OfRegistrations(places)));
    }
}
