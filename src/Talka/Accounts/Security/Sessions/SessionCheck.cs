using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Talka.Accounts.Security.Factors;
using Talka.Foundation.Data;
using Talka.Foundation.Hosting;

namespace Talka.Accounts.Security.Sessions;

/// <summary>
/// Asks, for each request with a sign-in cookie, whether its session still stands, and who that person is now: what the cookie says about
/// rights is never believed.
/// </summary>
internal sealed class SessionCheck(
    TalkaDb db, OpenedSessions opened, PersonSignIn signIn, FactorRules rules, IOptions<SessionLimits> limits, TimeProvider clock) : ISecurityStampValidator
{
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    public async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (context.Principal is { } principal && await PrincipalAsync(principal, context.HttpContext) is { } now)
        {
            context.ReplacePrincipal(now);
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    private async Task<ClaimsPrincipal?> PrincipalAsync(ClaimsPrincipal cookie, HttpContext http)
    {
        if (cookie.SessionId() is not { } id || cookie.PersonId() is not { } personId)
        {
            return null;
        }

        if (opened.Find(id) is { } known)
        {
            return known;
        }

        var (now, cancel) = (clock.GetUtcNow().UtcDateTime, http.RequestAborted);
        var found = await db.OpenSessions(personId, limits.Value, now).Where(session => session.Id == id)
            .Join(db.People(), session => session.PersonId, person => person.Id, (session, person) => new { session, person })
            .SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        if (found.session.LastSeenAt < now - SeenEvery)
        {
            await SeenAsync(id, now, cancel);
        }

        var principal = await signIn.PrincipalOfAsync(found.person, found.session);
        await rules.MarkAsync(principal, found.person, cancel);
        opened.Remember(id, personId, principal);
        return principal;
    }

    // A disk that is full must not keep people from reading.
    private async Task SeenAsync(Guid id, DateTime now, CancellationToken cancel)
    {
        try
        {
            await db.Sessions().Where(session => session.Id == id).ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, now), cancel);
        }
        catch (Exception failure) when (StorageFailure.Of(failure) is not null)
        {
            return;
        }
    }
}
