using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Talka.Accounts.Security.Sessions;
using Talka.Foundation.Data;
using Talka.Foundation.Trail;

namespace Talka.Accounts.Security;

/// <summary>
/// Identity's sign-in, with a session row behind each cookie. Whatever signs somebody in ends at <see cref="SignInWithClaimsAsync"/>, so each
/// sign-in and each further step makes a new session and ends the one that the browser had.
/// </summary>
public sealed class PersonSignIn(
    UserManager<Person> people, IHttpContextAccessor http, IUserClaimsPrincipalFactory<Person> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<Person>> log, IAuthenticationSchemeProvider schemes, IUserConfirmation<Person> confirmation,
    TalkaDb db, OpenedSessions opened, IOptions<SessionLimits> limits, AuditTrail trail, TimeProvider clock)
    : SignInManager<Person>(people, http, claims, options, log, schemes, confirmation)
{
    private bool _renewing;

    public override async Task SignInWithClaimsAsync(Person user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var said = additionalClaims.ToList();
        await EndCurrentAsync();
        var session = await StartAsync(user, MethodOf(said));
        if (!_renewing)
        {
            await trail.WriteAsync(TrailAct.SignedIn, detail: session.Method.ToString(), personId: user.Id);
        }

        await base.SignInWithClaimsAsync(user, authenticationProperties, [.. said, .. ClaimsOf(session)]);
    }

    public override async Task RefreshSignInAsync(Person user)
    {
        _renewing = true;
        await base.RefreshSignInAsync(user);
        _renewing = false;
    }

    public override async Task SignOutAsync()
    {
        await EndCurrentAsync();
        await base.SignOutAsync();
    }

    public override Task<bool> CanSignInAsync(Person user) => Task.FromResult(!user.IsClosed);

    /// <summary>A second step is asked of whoever has set one up, be it an authenticator app or a passkey.</summary>
    public override Task<bool> IsTwoFactorEnabledAsync(Person user) => Task.FromResult(user.TwoFactorEnabled);

    /// <summary>Goes on for somebody who came by a one-time link: signs in, or asks for the second step where there is one.</summary>
    public Task<Microsoft.AspNetCore.Identity.SignInResult> ContinueAsync(Person person) => SignInOrTwoFactorAsync(person, isPersistent: false);

    /// <summary>What a device says about a passkey that it made; null where the browser was not asked to, or too long ago.</summary>
    internal Task<PasskeyAttestationResult?> AttestAsync(string credential) => WithStateAsync(() => PerformPasskeyAttestationAsync(credential));

    /// <summary>Whose passkey a device has shown; null as above.</summary>
    internal Task<PasskeyAssertionResult<Person>?> AssertAsync(string credential) => WithStateAsync(() => PerformPasskeyAssertionAsync(credential));

    // Identity takes a browser that brings no challenge for a bug of ours
    private async Task<T?> WithStateAsync<T>(Func<Task<T>> perform)
        where T : class => (await Context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Succeeded ? await perform() : null;

    /// <summary>Who the person of a session is to a request.</summary>
    internal async Task<ClaimsPrincipal> PrincipalOfAsync(Person person, Session session)
    {
        var principal = await CreateUserPrincipalAsync(person);
        var identity = principal.Identities.First();
        identity.AddClaims(ClaimsOf(session));
        identity.AddClaim(new Claim(SessionClaims.Method, session.Method.ToString()));
        return principal;
    }

    /// <summary>Notes that the person of this request's session has just proved who they are.</summary>
    internal async Task ProvedAsync(CancellationToken cancel)
    {
        if (Context.User.SessionId() is { } id)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            await db.Sessions().Where(session => session.Id == id).ExecuteUpdateAsync(set => set.SetProperty(session => session.ProvedAt, now), cancel);
            opened.Forget(id);
        }
    }

    internal async Task<Session> StartAsync(Person person, SignInMethod method)
    {
        var now = clock.GetUtcNow();
        var session = new Session
        {
            Id = Guid.CreateVersion7(now),
            PersonId = person.Id,
            Stamp = person.SecurityStamp ?? "",
            Method = method,
            CreatedAt = now.UtcDateTime,
            ProvedAt = (_renewing ? Context.User.ProvedAt() : null) ?? now.UtcDateTime, // a renewed session proves nothing anew
            LastSeenAt = now.UtcDateTime,
            ExpiresAt = now.UtcDateTime + limits.Value.Age,
            Address = Context.Connection.RemoteIpAddress?.ToString() ?? "",
            Browser = BrowserName.Of(Context.Request.Headers.UserAgent),
        };
        db.Add(session);
        await db.SaveChangesAsync(Context.RequestAborted);
        await db.Sessions().Where(old => old.ExpiresAt < now.UtcDateTime || (old.PersonId == person.Id && old.Stamp != session.Stamp))
            .ExecuteDeleteAsync(Context.RequestAborted);
        return session;
    }

    private async Task EndCurrentAsync()
    {
        var cookie = await Context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (cookie.Principal?.SessionId() is { } id)
        {
            await db.Sessions().Where(session => session.Id == id).ExecuteDeleteAsync(Context.RequestAborted);
            opened.Forget(id);
        }
    }

    private static Claim[] ClaimsOf(Session session) =>
        [new Claim(SessionClaims.Id, session.Id.ToString()), SessionClaims.ProvedAt(session.ProvedAt)];

    // Identity says "pwd" and "mfa"; a renewed session says what it was
    private static SignInMethod MethodOf(List<Claim> said)
    {
        var method = said.Find(claim => claim.Type == SessionClaims.Method)?.Value;
        return method switch
        {
            "pwd" => SignInMethod.Password,
            "mfa" => SignInMethod.TwoSteps,
            _ when Enum.TryParse<SignInMethod>(method, out var known) => known,
            _ => said.Exists(claim => claim.Type == ClaimTypes.AuthenticationMethod) ? SignInMethod.External : SignInMethod.Link,
        };
    }
}
