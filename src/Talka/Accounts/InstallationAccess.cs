using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Results;

namespace Talka.Accounts;

/// <summary>
/// Tells who may do what on the installation. Asked by each use case about the one in whose name it runs, whatever page or endpoint called it. The
/// program itself is never refused, somebody unknown always.
/// </summary>
public sealed class InstallationAccess(TalkaDb db, CurrentActor actor)
{
    /// <returns>Null when it may go on.</returns>
    public async Task<Error?> RefuseAsync(string policy, CancellationToken cancel)
    {
        if (actor.Value.IsProgram)
        {
            return null;
        }

        var may = policy == Policies.Administer && actor.Value.PersonId is { } person
            && await db.People().AnyAsync(known => known.Id == person && known.IsAdministrator, cancel);
        return may ? null : AccountErrors.NotAllowed();
    }

    /// <summary>For what everybody may do to themselves, and an administrator to others.</summary>
    public async Task<Error?> RefuseAboutAsync(Guid person, CancellationToken cancel) =>
        actor.Value.PersonId == person ? null : await RefuseAsync(Policies.Administer, cancel);
}
