using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Mail;
using static Talka.Work.Events.SigningUp.Texts;

namespace Talka.Work.Events.SigningUp;

/// <summary>What a mail about a registration says.</summary>
public enum RegistrationNote { Confirm, Ticket, Waiting, Again, Promoted, Offered, Lapsed, OfferLapsed, Cancelled, CycleCancelled, Switched, Corrected }

/// <summary>Writes to the registered, in their language and always with their private link. Mails go out when the caller's work is committed.</summary>
public sealed class RegistrationMail(TalkaDb db, Outbox outbox, PrivateLinks links, TimeProvider clock)
{
    /// <summary>After signing up: one mail, also where it was for several events.</summary>
    public Task TellOfSignUpAsync(IReadOnlyList<(EventFacts Event, Registration Registration)> places, CancellationToken cancel) => TellOfPlacesAsync(
        places.Any(p => p.Registration.State == RegistrationState.Unconfirmed) ? RegistrationNote.Confirm
            : places.Any(p => p.Registration.State == RegistrationState.Confirmed) ? RegistrationNote.Ticket
            : RegistrationNote.Waiting,
        places, cancel);

    /// <summary>To somebody who signs up although they have: their link once more, at most once an hour, for anybody may cause it.</summary>
    public async Task TellAgainAsync(Guid registration, CancellationToken cancel)
    {
        var own = await db.Registrations().SingleAsync(r => r.Id == registration, cancel);
        var e = await db.EventOfAsync(registration, cancel);
        var key = $"event-again:{registration:n}:";
        var last = await db.OutboxMails().Where(sent => sent.To == own.Email && sent.Key!.StartsWith(key)).OrderByDescending(sent => sent.CreatedAt)
            .Select(sent => new { sent.Id, sent.CreatedAt }).FirstOrDefaultAsync(cancel);
        if (last?.CreatedAt > clock.GetUtcNow().UtcDateTime.AddHours(-1))
        {
            return;
        }

        // Two requests at the same moment know of the same last mail, and so write under one key
        await AddAsync(RegistrationNote.Again, [(e!, own)], key + (last?.Id.ToString("n") ?? own.Version.ToString(CultureInfo.InvariantCulture)), cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            db.ChangeTracker.Clear(); // written at the same moment by a second request
        }
    }

    public Task TellAsync(RegistrationNote note, EventFacts e, Registration registration, CancellationToken cancel) => AddAsync(note, [(e, registration)], null, cancel);

    public Task TellOfPlacesAsync(RegistrationNote note, IReadOnlyList<(EventFacts Event, Registration Registration)> places, CancellationToken cancel) =>
        places.Count == 0 ? Task.CompletedTask : AddAsync(note, places, null, cancel);

    private async Task AddAsync(RegistrationNote note, IReadOnlyList<(EventFacts Event, Registration Registration)> places, string? key, CancellationToken cancel)
    {
        var sorted = places.OrderBy(place => place.Event.StartsAt ?? DateTime.MaxValue).ToList();
        var (e, registration) = sorted.FirstOrDefault(place => IsSpokenOf(note, place.Registration.State), sorted[0]);
        if (registration.Email is not { } address)
        {
            return;
        }

        using var language = Languages.Use(registration.Language);
        var text = new StringBuilder(T("MailHello", registration.Name)).Append("\n\n").Append(Lead(note, e, registration)).Append("\n\n");
        foreach (var place in sorted)
        {
            AppendPlace(text, place.Event, place.Registration, await CompanionsAsync(place.Registration, cancel));
        }

        text.Append(T(note == RegistrationNote.Confirm ? "MailConfirmLink" : "MailLink")).Append('\n').Append(links.LinkOf(registration.Id)).Append("\n\n").Append(T("MailLinkPrivate"));
        if (e.ContactEmail is { } contact)
        {
            text.Append("\n\n").Append(T("MailContact", string.Join(", ", new[] { e.ContactName, contact }.OfType<string>())));
        }

        await outbox.AddAsync(
            new NewMail(address, registration.Name, T($"Mail{note}Subject", e.Title), text.Append('\n').ToString(), registration.Language, key)
            {
                Attachment = HasEntry(note) ? TicketAttachments.Of(sorted.Select(place => place.Registration)) : null,
                ReplyTo = e.ContactEmail,
            }, cancel);
    }

    // Of several events the first that the note is true of: its title, its hold, its link
    private static bool IsSpokenOf(RegistrationNote note, RegistrationState state) => note switch
    {
        RegistrationNote.Confirm => state == RegistrationState.Unconfirmed,
        RegistrationNote.Offered => state == RegistrationState.Offered,
        RegistrationNote.Waiting => state == RegistrationState.Waiting,
        RegistrationNote.Ticket or RegistrationNote.Promoted => state == RegistrationState.Confirmed,
        _ => true,
    };

    // What changes somebody's calendar comes with the entry
    private static bool HasEntry(RegistrationNote note) =>
        note is RegistrationNote.Ticket or RegistrationNote.Promoted or RegistrationNote.Switched or RegistrationNote.Again or RegistrationNote.Cancelled
            or RegistrationNote.CycleCancelled or RegistrationNote.Corrected;

    private static string Lead(RegistrationNote note, EventFacts e, Registration registration) => note switch
    {
        RegistrationNote.Confirm or RegistrationNote.Offered => T($"Mail{note}", e.Title, e.Instant(registration.HeldUntil!.Value)),
        RegistrationNote.Cancelled when registration.Reason is { } reason => T("MailCancelled", e.Title) + "\n\n" + reason,
        _ => T($"Mail{note}", e.Title),
    };

    // Those who are just being added, or changed, are not read anew
    private async Task<List<Registration>> CompanionsAsync(Registration leader, CancellationToken cancel)
    {
        var known = db.ChangeTracker.Entries<Registration>().ToList();
        var party = known.Exists(entry => entry.State == EntityState.Added && entry.Entity.Id == leader.Id)
            ? [] : await db.Registrations().Where(r => r.PartyId == leader.Id && r.Id != leader.Id).ToListAsync(cancel);
        return [.. known.Select(entry => entry.Entity).Where(r => r.PartyId == leader.Id && r.Id != leader.Id).Concat(party).DistinctBy(r => r.Id).OrderBy(r => r.Number)];
    }

    private static void AppendPlace(StringBuilder text, EventFacts e, Registration registration, List<Registration> companions)
    {
        text.Append(e.Title).Append('\n').Append(e.When()).Append('\n');
        if (registration.Mode == EventMode.OnSite && string.Join(", ", new[] { e.Venue, e.Address }.OfType<string>()) is { Length: > 0 } where)
        {
            text.Append(where).Append('\n');
        }

        text.Append(T("Mode" + registration.Mode)).Append(": ").Append(Standing(registration)).Append('\n');
        foreach (var person in companions.Where(person => person.State is not (RegistrationState.Cancelled or RegistrationState.Lapsed)))
        {
            text.Append(person.Name).Append(": ").Append(Standing(person)).Append('\n');
        }

        text.Append('\n');
    }

    private static string Standing(Registration registration) => registration is { State: RegistrationState.Confirmed, Mode: EventMode.OnSite }
        ? T("StandingWithCode", T("State" + registration.State), registration.ShortCode)
        : T("State" + registration.State);
}
