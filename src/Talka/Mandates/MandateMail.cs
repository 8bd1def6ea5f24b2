using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Hosting;
using Talka.Foundation.Localisation;
using Talka.Foundation.Mail;
using Talka.Mandates.Access;

namespace Talka.Mandates;

/// <summary>Mails to the people of a mandate, each in their own language; they go out when the caller's work is committed.</summary>
public sealed class MandateMail(TalkaDb db, Outbox outbox, SiteAddress site, CurrentActor actor, TimeProvider clock)
{
    private const int Most = 500;

    /// <summary>To everybody who speaks for a side, but whoever causes it.</summary>
    /// <param name="write">Subject and text, asked for in the language of the reader.</param>
    /// <param name="path">The page that the mail leads to.</param>
    /// <param name="key">Names the event, so that each gets one mail of it.</param>
    /// <param name="withAccountants">Whether it is about money, so that those of the implementer who keep it are told as well.</param>
    public async Task ToSideAsync(
        Mandate mandate, ContractSide side, Func<(string Subject, string Text)> write, string path, string key, CancellationToken cancel, bool withAccountants = false)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var people = side == ContractSide.Authority
            ? from member in db.AuthorityMembers()
              join person in db.People() on member.PersonId equals person.Id
              where member.AuthorityId == mandate.AuthorityId
              select person
            : db.People().Where(person => db.RoleGrants().Any(grant => grant.PersonId == person.Id && grant.MandateId == mandate.Id
                && (grant.Role == MandateRole.Coordinator || (withAccountants && grant.Role == MandateRole.Accountant)) && (grant.ExpiresAt == null || grant.ExpiresAt > now)));
        await SendAsync(people, write, path, key, cancel);
    }

    /// <summary>To one person, unless they caused it themselves or are no longer here.</summary>
    /// <inheritdoc cref="ToSideAsync"/>
    public Task ToPersonAsync(Guid person, Func<(string Subject, string Text)> write, string path, string key, CancellationToken cancel) =>
        SendAsync(db.People().Where(p => p.Id == person), write, path, key, cancel);

    private async Task SendAsync(IQueryable<Person> people, Func<(string Subject, string Text)> write, string path, string key, CancellationToken cancel)
    {
        var (self, link) = (actor.Value.PersonId, site.Link(path));
        var readers = await people.Where(p => p.Id != self).OrderBy(p => p.Id)
            .Select(p => new { p.Id, p.UserName, p.DisplayName, p.Language }).Take(Most).ToListAsync(cancel);
        foreach (var reader in readers)
        {
            using var language = Languages.Use(reader.Language);
            var (subject, text) = write();
            await outbox.AddAsync(
                new NewMail(reader.UserName!, reader.DisplayName, subject, $"{text}\n\n{link}\n", reader.Language, $"{key}:{reader.Id}", reader.Id), cancel);
        }
    }
}
