using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Talka.Accounts.Letters;
using Talka.Accounts.Security.Factors;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Foundation.Trail;

namespace Talka.Accounts.Security;

/// <summary>
/// Shows again, within a session, who its person is, before what signs them in is changed: by all that a sign-in asks of them. Guessed here, a
/// password or a code counts as at the door.
/// </summary>
public sealed class ProveIdentity(
    TalkaDb db, UserManager<Person> people, PersonSignIn signIn, SignInGuard guard, SecondStepGuard codes, AccountLetters letters, AuditTrail trail)
{
    /// <param name="code">Of the authenticator app, where there is one.</param>
    public async Task<Result> RunAsync(Person person, string? password, string? code, CancellationToken cancel)
    {
        // Without an app the second factor is a passkey, which is shown by signing in anew
        var hasApp = await db.Authenticators().AnyAsync(app => app.PersonId == person.Id && app.ConfirmedAt != null, cancel);
        if (person.TwoFactorEnabled && !hasApp)
        {
            return SecurityErrors.PasskeyAsked();
        }

        var (waitUntil, locks) = await guard.BeginAsync(person.UserName!, cancel);
        if (waitUntil is { } until)
        {
            return await FailedAsync(person, SecurityErrors.LockedOut(until, "Password"), cancel);
        }

        if (password is null or { Length: > AccountsFeature.MaxPasswordLength } || !await people.CheckPasswordAsync(person, password))
        {
            if (locks && !person.IsDemo)
            {
                await letters.LockedAsync(person, cancel);
                await db.SaveChangesAsync(cancel);
            }

            return await FailedAsync(person, SecurityErrors.PasswordWrong(), cancel);
        }

        await guard.ClearAsync(person.UserName!, cancel);
        if (person.TwoFactorEnabled)
        {
            var right = await codes.TryAsync(
                person, "Code", SecurityErrors.CodeWrong(),
                () => people.VerifyTwoFactorTokenAsync(person, TokenOptions.DefaultAuthenticatorProvider, code ?? ""), cancel);
            if (!right.Succeeded)
            {
                return right;
            }
        }

        await signIn.ProvedAsync(cancel);
        return Result.Ok;
    }

    private async Task<Result> FailedAsync(Person person, Error error, CancellationToken cancel)
    {
        await trail.WriteAsync(TrailAct.SignInFailed, detail: $"confirm: {error.Code}", personId: person.Id, cancel: cancel);
        return error;
    }
}
