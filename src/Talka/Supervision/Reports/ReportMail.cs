using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Hosting;
using Talka.Foundation.Localisation;
using Talka.Foundation.Mail;
using Talka.Mandates;
using Talka.Mandates.Access;
using static Talka.Supervision.Reports.Texts;

namespace Talka.Supervision.Reports;

/// <summary>Who of a mandate is written to.</summary>
public enum Side { Implementer, Supervisor, Accountant }

/// <summary>Writes to the people of one side, each in their own language, but never to the one who causes the mail.</summary>
public sealed class ReportMail(TalkaDb db, Outbox outbox, SiteAddress site, CurrentActor actor, TimeProvider clock)
{
    private const int MostPeople = 100;

    /// <summary>Adds the mails to the caller's work; the caller saves.</summary>
    /// <param name="key">Names the occasion: each person gets one mail for it.</param>
    /// <param name="write">Gives subject and text in the current language; the title of the mandate is put in front and the link after.</param>
    /// <param name="path">Of the page that the mail is about.</param>
    public async Task TellAsync(
        Guid mandateId, Side side, string key, string path, Func<(string Subject, string Text)> write, CancellationToken cancel)
    {
        var mandate = await db.Mandates().Where(m => m.Id == mandateId).Select(m => new { m.Title, m.TitleEn, m.AuthorityId }).FirstOrDefaultAsync(cancel);
        if (mandate is null)
        {
            return;
        }

        foreach (var person in await PeopleAsync(mandateId, mandate.AuthorityId, side, cancel))
        {
            using var language = Languages.Use(person.Language);
            var title = Languages.Current == Languages.English ? mandate.TitleEn ?? mandate.Title : mandate.Title;
            var (subject, text) = write();
            await outbox.AddAsync(new NewMail(
                person.Email, person.Name, $"{subject} – {title}", $"{title}\n\n{text}\n\n{T("MailLink")}\n{site.Link(path)}",
                Languages.Current, $"{key}/{person.Id:n}", person.Id), cancel);
        }
    }

    private async Task<List<Addressee>> PeopleAsync(Guid mandateId, Guid? authority, Side side, CancellationToken cancel)
    {
        var (now, self) = (clock.GetUtcNow().UtcDateTime, actor.Value.PersonId);
        var role = side == Side.Accountant ? MandateRole.Accountant : MandateRole.Coordinator;
        var ids = side == Side.Supervisor
            ? db.AuthorityMembers().Where(member => member.AuthorityId == authority).Select(member => member.PersonId)
            : db.RoleGrants().Where(g => g.MandateId == mandateId && g.Role == role && (g.ExpiresAt == null || g.ExpiresAt > now)).Select(g => g.PersonId);
        return await db.People().AsNoTracking().Where(person => ids.Contains(person.Id) && person.Id != self)
            .OrderBy(person => person.Id).Take(MostPeople)
            .Select(person => new Addressee(person.Id, person.UserName!, person.DisplayName, person.Language)).ToListAsync(cancel);
    }

    private sealed record Addressee(Guid Id, string Email, string Name, string Language);
}
