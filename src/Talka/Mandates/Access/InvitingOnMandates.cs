using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;

namespace Talka.Mandates.Access;

/// <summary>Whoever gives roles on a mandate may invite the people who have one there, and send the invitation again when it has expired.</summary>
internal sealed class InvitingOnMandates(TalkaDb db, MandateAccess access, TimeProvider clock) : IMayInvite
{
    public async Task<bool> MayAsync(Guid inviter, Guid invited, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var roles = await (from grant in db.RoleGrants()
                           join mandate in db.Mandates() on grant.MandateId equals mandate.Id
                           where grant.PersonId == invited && (grant.ExpiresAt == null || grant.ExpiresAt > now)
                           select new { mandate.Slug, grant.Role }).ToListAsync(cancel);
        foreach (var held in roles)
        {
            if (await access.StandingAsync(inviter, held.Slug, cancel) is { } standing
                && Policies.Allows(GiveRole.PolicyFor(held.Role), standing.Roles, isAdministrator: false))
            {
                return true;
            }
        }

        return false;
    }
}
