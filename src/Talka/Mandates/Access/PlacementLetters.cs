using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Hosting;
using Talka.Foundation.Localisation;
using Talka.Foundation.Mail;
using static Talka.Mandates.Texts;

namespace Talka.Mandates.Access;

/// <summary>Tells the people of a mandate who supervises it from now on: its coordinators, who they are told of, and those who did it so far.</summary>
public sealed class PlacementLetters(TalkaDb db, Outbox outbox, SiteAddress site, TimeProvider clock)
{
    private const int MostTold = 200;

    /// <summary>Adds the mails to the caller's work, which saves them.</summary>
    /// <param name="mandate">As it was before.</param>
    /// <param name="authority">The new one.</param>
    public async Task TellAsync(Mandate mandate, Guid? authority, string reason, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var names = await db.Authorities().Where(a => a.Id == mandate.AuthorityId || a.Id == authority).ToDictionaryAsync(a => a.Id, a => a.Name, cancel);
        var told = await db.People().Where(person => !person.IsDemo && (
                db.AuthorityMembers().Any(m => m.PersonId == person.Id && (m.AuthorityId == mandate.AuthorityId || m.AuthorityId == authority))
                || db.RoleGrants().Any(g => g.PersonId == person.Id && g.MandateId == mandate.Id && g.Role == MandateRole.Coordinator && (g.ExpiresAt == null || g.ExpiresAt > now))))
            .OrderBy(person => person.Id).Take(MostTold).Select(person => new { person.Id, person.UserName, person.DisplayName, person.Language }).ToListAsync(cancel);
        foreach (var person in told)
        {
            using var language = Languages.Use(person.Language);
            string Named(Guid? id) => id is { } known ? names[known] : T("NoAuthority");
            var text = T("PlacedText", person.DisplayName, mandate.Title, Named(mandate.AuthorityId), Named(authority), reason.Trim(), site.Link("/work"));
            await outbox.AddAsync(
                new NewMail(person.UserName!, person.DisplayName, T("PlacedSubject", mandate.Title), text, person.Language, Key: null, person.Id), cancel);
        }
    }
}
