using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Talka.Accounts.Security.Sessions;
using Talka.Foundation.Results;
using Talka.Foundation.Trail;

namespace Talka.Accounts.Security.Passkeys;

/// <summary>
/// Signs in whoever holds a passkey. The device asks for its owner's finger, face or code, so it counts as two factors; and it cannot be guessed, so
/// nobody's wrong passwords and codes keep it out.
/// </summary>
internal sealed partial class SignInWithPasskey(PersonSignIn signIn, UserManager<Person> people, AuditTrail trail, ILogger<SignInWithPasskey> log)
{
    /// <param name="credential">What the browser made, as JSON (WebAuthn's <c>AuthenticationResponseJSON</c>).</param>
    public async Task<Result> RunAsync(string? credential)
    {
        if (string.IsNullOrEmpty(credential))
        {
            return SecurityErrors.PasskeyNeedsScripts();
        }

        var shown = await signIn.AssertAsync(credential);
        if (shown is not { Succeeded: true })
        {
            LogRefused(log, shown?.Failure?.Message);
            await trail.WriteAsync(TrailAct.SignInFailed, detail: "passkey refused");
            return SecurityErrors.PasskeyUnknown();
        }

        if (shown.User.IsClosed)
        {
            await trail.WriteAsync(TrailAct.SignInFailed, detail: "account closed", personId: shown.User.Id);
            return SecurityErrors.PasskeyUnknown();
        }

        await people.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey);
        await signIn.SignInWithClaimsAsync(shown.User, isPersistent: false, [new Claim(SessionClaims.Method, nameof(SignInMethod.Passkey))]);
        return Result.Ok;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A passkey was refused: {Reason}")]
    private static partial void LogRefused(ILogger log, string? reason);
}
