using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;

namespace Talka.Mandates.Access;

/// <summary>
/// Whoever gives roles on a mandate may invite the people who have one there, and send the invitation again when it has expired: as long as every right that the
/// invited has is one that the inviter could have given, and an auditor's is one that they gave. The link may be shown to the inviter, and must open nothing of others.
/// </summary>
internal sealed class InvitingOnMandates(TalkaDb db, MandateAccess access, TimeProvider clock) : IMayInvite
{
    public async Task<bool> MayAsync(Guid inviter, Guid invited, CancellationToken cancel)
    {
        if (await db.People().AnyAsync(p => p.Id == invited && p.IsAdministrator, cancel) || await db.AuthorityMembers().AnyAsync(member => member.PersonId == invited, cancel))
        {
            return false;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var roles = await (from grant in db.RoleGrants()
                           join mandate in db.Mandates() on grant.MandateId equals mandate.Id
                           where grant.PersonId == invited && (grant.ExpiresAt == null || grant.ExpiresAt > now)
                           select new
                           {
                               mandate.Slug,
                               grant.Role,
                               IsOwn = db.RoleChanges().Any(c => c.MandateId == mandate.Id && c.PersonId == invited && c.Role == grant.Role && c.IsGiven && c.ByPersonId == inviter),
                           }).ToListAsync(cancel);
        foreach (var held in roles)
        {
            if ((held.Role == MandateRole.Auditor && !held.IsOwn) || await access.StandingAsync(inviter, held.Slug, cancel) is not { } standing
                || !Policies.Allows(GiveRole.PolicyFor(held.Role), standing.Roles, isAdministrator: false))
            {
                return false;
            }
        }

        return roles.Count > 0;
    }
}
