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
        if (await PrincipalAsync(context) is { } now)
        {
            if (OwedFactor.HidesFrom(context.HttpContext, now))
            {
                context.RejectPrincipal();
                return;
            }

            context.ReplacePrincipal(now);
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    private async Task<ClaimsPrincipal?> PrincipalAsync(CookieValidatePrincipalContext context)
    {
        var cookie = context.Principal!;
        if (cookie.SessionId() is not { } id || cookie.PersonId() is not { } personId)
        {
            return null;
        }

        if (opened.Find(id) is { } known)
        {
            return known;
        }

        var (now, cancel) = (clock.GetUtcNow().UtcDateTime, context.HttpContext.RequestAborted);
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

        return await OpenAsync(found.person, found.session, cancel);
    }

    private async Task<ClaimsPrincipal> OpenAsync(Person person, Session session, CancellationToken cancel)
    {
        var principal = await signIn.PrincipalOfAsync(person, session);
        await rules.MarkAsync(principal, person, cancel);
        opened.Remember(session.Id, person.Id, principal);
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
