using Microsoft.EntityFrameworkCore;
using Talka.Accounts.Letters;
using Talka.Accounts.Security.Sessions;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Foundation.Trail;

namespace Talka.Accounts;

/// <summary>
/// Closes the account of somebody who has left, or opens it again. A closed one signs nobody in, by whatever way, and gets no link; its roles, and all
/// that was done with it, stay.
/// </summary>
public sealed class CloseAccount(TalkaDb db, InstallationAccess access, CurrentActor actor, OpenedSessions opened, AccountLetters letters, AuditTrail trail)
{
    /// <returns>
    /// Fails with <c>not-allowed</c>, <c>reason-missing</c>, <c>reason-too-long</c>, <c>reason-not-storable</c>, <c>own-account</c>, <c>person-unknown</c>,
    /// <c>person-of-demo</c>, <c>rights-already</c>, <c>last-administrator</c>.
    /// </returns>
    public async Task<Result> RunAsync(Guid personId, bool close, string? reason, CancellationToken cancel)
    {
        if (await access.RefuseAsync(Policies.Administer, cancel) is { } refused)
        {
            return refused;
        }

        if (ChangeAdministration.CheckReason(reason) is { } error)
        {
            return error;
        }

        if (actor.Value.PersonId == personId)
        {
            return AccountErrors.OwnAccount();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var others = await db.HasAdministratorBesidesAsync(personId, cancel);
        if (await db.People().AsNoTracking().FirstOrDefaultAsync(known => known.Id == personId, cancel) is not { } person)
        {
            return AccountErrors.PersonUnknown();
        }

        if (person.IsDemo || person.IsClosed == close || (close && person.IsAdministrator && !others))
        {
            return person.IsDemo ? AccountErrors.DemoPerson() : person.IsClosed == close ? AccountErrors.RightsAlready() : AccountErrors.LastAdministrator();
        }

        var (closed, stamp, secured) = (close ? Person.Closed : (DateTimeOffset?)null, Person.NewStamp(), Person.NewStamp());
        await db.People().Where(known => known.Id == personId).ExecuteUpdateAsync(
            set => set.SetProperty(known => known.LockoutEnd, closed).SetProperty(known => known.ConcurrencyStamp, stamp).SetProperty(known => known.SecurityStamp, secured), cancel);
        await db.Sessions().Where(session => session.PersonId == personId).ExecuteDeleteAsync(cancel);
        await db.DeleteOpenLinksAsync(personId, cancel);
        trail.Add(close ? TrailAct.AccessEnded : TrailAct.AccessGiven, $"person:{personId}", detail: $"account {(close ? "closed" : "opened")}: {reason!.Trim()}");
        await letters.AccountClosedAsync(person, close, reason!.Trim(), cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        opened.ForgetPerson(personId);
        return Result.Ok;
    }
}
