using Microsoft.EntityFrameworkCore;
using Talka.Accounts.Letters;
using Talka.Accounts.Security;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Foundation.Trail;

namespace Talka.Accounts;

/// <summary>Tells whether somebody who is no administrator may bring a person in; the parts that give roles implement it.</summary>
public interface IMayInvite
{
    /// <param name="inviter">Who wants to send the invitation.</param>
    /// <param name="invited">Who has never signed in yet.</param>
    Task<bool> MayAsync(Guid inviter, Guid invited, CancellationToken cancel);
}

/// <summary>
/// Gives an existing person a link to choose a password with; it goes to them by mail, and the caller may show it once. Earlier links stop working.
/// An administrator may send one to everybody. Others may to people whom they gave a role and who have no way in yet: to anybody else the link would
/// be a way into an account that is in use.
/// </summary>
public sealed class InvitePerson(
    TalkaDb db, InstallationAccess access, IEnumerable<IMayInvite> inviters, CurrentActor actor, WaysIn ways, AccountLetters letters, AuditTrail trail, TimeProvider clock)
{
    /// <returns>The path and query of the link, such as <c>/accounts/setup?token=…</c>.</returns>
    public async Task<Result<string>> InviteAsync(Guid personId, CancellationToken cancel)
    {
        var refused = await access.RefuseAsync(Policies.Administer, cancel);
        if (refused is not null && !await MayOtherwiseAsync(personId, cancel))
        {
            return refused;
        }

        if (await db.Set<Person>().FindAsync([personId], cancel) is not { IsDemo: false } person)
        {
            return AccountErrors.PersonUnknown();
        }

        if (person.IsClosed)
        {
            return AccountErrors.AccountClosed();
        }

        var (link, token) = AccountLink.Make(clock, personId);
        trail.Add(TrailAct.Invited, $"person:{personId}");
        await letters.InvitationAsync(person, AccountLink.PathOf(token), cancel);
        await db.ReplaceOpenLinkAsync(link, cancel);
        return AccountLink.PathOf(token);
    }

    private async Task<bool> MayOtherwiseAsync(Guid personId, CancellationToken cancel)
    {
        if (actor.Value.PersonId is not { } inviter
            || await db.People().AsNoTracking().FirstOrDefaultAsync(known => known.Id == personId, cancel) is not { } person
            || await ways.HasAnyAsync(person, cancel))
        {
            return false;
        }

        foreach (var rule in inviters)
        {
            if (await rule.MayAsync(inviter, personId, cancel))
            {
                return true;
            }
        }

        return false;
    }
}
