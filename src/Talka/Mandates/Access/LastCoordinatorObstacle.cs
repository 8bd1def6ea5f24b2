using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Personal;

namespace Talka.Mandates.Access;

/// <summary>A mandate keeps somebody who runs it: its only coordinator is not erased before there is another.</summary>
internal sealed class LastCoordinatorObstacle(TalkaDb db, TimeProvider clock) : IErasureObstacle
{
    private const int Most = 20;

    public async Task<string?> FindAsync(PersonKey person, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var theirs = db.RoleGrants().Where(g => g.PersonId == person.Id && g.Role == MandateRole.Coordinator && (g.ExpiresAt == null || g.ExpiresAt > now)).Select(g => g.MandateId);

        // As TakeRole does: of the last two coordinators who go at once, one stays
        await db.MandatesWithHidden().Where(m => theirs.Contains(m.Id)).ExecuteUpdateAsync(set => set.SetProperty(m => m.Hidden, m => m.Hidden), cancel);
        var alone = await db.Mandates().Where(m => theirs.Contains(m.Id)
                && !db.RoleGrants().Any(g => g.MandateId == m.Id && g.Role == MandateRole.Coordinator && g.PersonId != person.Id && g.ExpiresAt == null))
            .OrderBy(m => m.Title).Select(m => m.Title).Take(Most).ToListAsync(cancel);
        return alone.Count == 0 ? null : Texts.T("ErasureOnlyCoordinator", string.Join("; ", alone));
    }
}
