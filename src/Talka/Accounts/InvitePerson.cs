using Talka.Accounts.Letters;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Foundation.Trail;

namespace Talka.Accounts;

/// <summary>Gives an existing person a link to choose a password with; it goes to them by mail, and the caller may show it once. Earlier links stop working.</summary>
public sealed class InvitePerson(TalkaDb db, AccountLetters letters, AuditTrail trail, TimeProvider clock)
{
    /// <returns>The path and query of the link, such as <c>/accounts/setup?token=…</c>.</returns>
    public async Task<Result<string>> InviteAsync(Guid personId, CancellationToken cancel)
    {
        if (await db.Set<Person>().FindAsync([personId], cancel) is not { IsDemo: false } person)
        {
            return AccountErrors.PersonUnknown();
        }

        var (link, token) = AccountLink.Make(clock, personId);
        trail.Add(TrailAct.Invited, $"person:{personId}");
        await letters.InvitationAsync(person, AccountLink.PathOf(token), cancel);
        await db.ReplaceOpenLinkAsync(link, cancel);
        return AccountLink.PathOf(token);
    }
}
