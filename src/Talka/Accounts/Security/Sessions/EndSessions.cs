using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Foundation.Trail;

namespace Talka.Accounts.Security.Sessions;

/// <summary>Signs a person out elsewhere.</summary>
public sealed class EndSessions(TalkaDb db, InstallationAccess access, OpenedSessions opened, AuditTrail trail)
{
    /// <summary>Ends one session of the person, or with null all but the one that asks.</summary>
    /// <param name="asking">The person's own session; null when an administrator ends them.</param>
    public async Task<Result> RunAsync(Guid personId, Guid? asking, Guid? which, CancellationToken cancel)
    {
        if (await access.RefuseAboutAsync(personId, cancel) is { } refused)
        {
            return refused;
        }

        var ended = await db.Sessions().Where(session => session.PersonId == personId && session.Id != asking && (which == null || session.Id == which))
            .ExecuteDeleteAsync(cancel);
        opened.ForgetPerson(personId);
        if (ended > 0)
        {
            var subject = asking is null ? $"person:{personId}" : which?.ToString() ?? "all others";
            await trail.WriteAsync(TrailAct.SessionRevoked, subject, personId: asking is null ? null : personId, cancel: cancel);
        }

        return which is null || ended > 0 ? Result.Ok : SecurityErrors.SessionUnknown();
    }
}
