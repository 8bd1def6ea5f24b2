using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Accounts.Security.Factors;
using Talka.Foundation.Data;

namespace Talka.Mandates.Access;

/// <summary>Which roles a person has on any mandate, for the rule that some roles need a second factor.</summary>
internal sealed class HeldRoles(TalkaDb db, TimeProvider clock) : IHeldRoles
{
    public async Task<IReadOnlyCollection<string>> OfAsync(Guid personId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var roles = await db.RoleGrants().Where(grant => grant.PersonId == personId && (grant.ExpiresAt == null || grant.ExpiresAt > now))
            .Select(grant => grant.Role).Distinct().ToListAsync(cancel);
        if (await db.AuthorityMembers().AnyAsync(member => member.PersonId == personId, cancel))
        {
            roles.Add(MandateRole.Supervisor);
        }

        return [.. roles.Select(role => role.ToString())];
    }
}
