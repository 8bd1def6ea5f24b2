using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Foundation.Trail;

namespace Talka.Accounts.Security.Sessions;

/// <summary>Signs a person out elsewhere.</summary>
public sealed class EndSessions(TalkaDb db, OpenedSessions opened, AuditTrail trail)
{
    /// <summary>Ends one session of the person, or with null all but the one that asks.</summary>
    public async Task<Result> RunAsync(Guid personId, Guid? asking, Guid? which, CancellationToken cancel)
    {
        var ended = await db.Sessions().Where(session => session.PersonId == personId && session.Id != asking && (which == null || session.Id == which))
            .ExecuteDeleteAsync(cancel);
        opened.ForgetPerson(personId);
        if (ended > 0)
        {
            await trail.WriteAsync(TrailAct.SessionRevoked, which?.ToString() ?? "all others", personId: personId, cancel: cancel);
        }

        return which is null || ended > 0 ? Result.Ok : SecurityErrors.SessionUnknown();
    }
}
