using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Results;

namespace Talka.Mandates.Access;

/// <summary>Takes a role on a mandate away. A mandate keeps somebody who runs it.</summary>
public sealed class TakeRole(TalkaDb db, MandateAccess access, RoleKeeping roles)
{
    public async Task<Result> RunAsync(string slug, Guid person, MandateRole role, string? reason, CancellationToken cancel)
    {
        if (await access.RefuseAsync(slug, GiveRole.PolicyFor(role), cancel) is { } refused)
        {
            return refused;
        }

        var errors = RoleKeeping.CheckReason(reason);
        if (errors.Count > 0)
        {
            return errors;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        // Its row is locked: of the last two coordinators who take each other's role away at once, one fails
        var mandate = await db.MandatesWithHidden().Where(m => m.Slug == slug).Select(m => m.Id).FirstOrDefaultAsync(cancel);
        await db.MandatesWithHidden().Where(m => m.Id == mandate).ExecuteUpdateAsync(set => set.SetProperty(m => m.Hidden, m => m.Hidden), cancel);
        if (role == MandateRole.Coordinator
            && !await db.RoleGrants().AnyAsync(g => g.MandateId == mandate && g.Role == role && g.PersonId != person && g.ExpiresAt == null, cancel))
        {
            return AccessErrors.LastCoordinator();
        }

        if (await db.RoleGrants().Where(g => g.MandateId == mandate && g.PersonId == person && g.Role == role).ExecuteDeleteAsync(cancel) == 0)
        {
            return AccessErrors.RoleNotHeld();
        }

        roles.Note(person, role, isGiven: false, reason!, mandate, slug);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        access.Forget();
        return Result.Ok;
    }
}
