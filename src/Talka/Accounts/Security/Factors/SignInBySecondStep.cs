using Microsoft.AspNetCore.Identity;
using Talka.Foundation.Results;
using Talka.Foundation.Trail;

namespace Talka.Accounts.Security.Factors;

/// <summary>The second step of a sign-in. A wrong code counts towards the lock-out of the account as a wrong password does.</summary>
public sealed class SignInBySecondStep(PersonSignIn signIn, UserManager<Person> people, AuditTrail trail)
{
    private const int MaxLength = 40;

    public async Task<Result> ByCodeAsync(string code)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } person)
        {
            return SecurityErrors.CodeWrong();
        }

        var result = await signIn.TwoFactorAuthenticatorSignInAsync(code.Length > MaxLength ? "" : code, isPersistent: false, rememberClient: false);
        return result.Succeeded ? Result.Ok
            : await FailedAsync(person, result.IsLockedOut ? SecurityErrors.LockedOut("Code") : SecurityErrors.CodeWrong());
    }

    public async Task<Result> ByRecoveryCodeAsync(string code)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } person)
        {
            return SecurityErrors.RecoveryCodeWrong();
        }

        // Identity asks for no lock here, and counts no failures
        if (await people.IsLockedOutAsync(person))
        {
            return await FailedAsync(person, SecurityErrors.LockedOut("RecoveryCode"));
        }

        if (code.Length <= MaxLength && (await signIn.TwoFactorRecoveryCodeSignInAsync(code)).Succeeded)
        {
            await trail.WriteAsync(TrailAct.FactorChanged, "recovery code used", personId: person.Id);
            return Result.Ok;
        }

        await people.AccessFailedAsync(person);
        return await FailedAsync(person, SecurityErrors.RecoveryCodeWrong());
    }

    private async Task<Result> FailedAsync(Person person, Error error)
    {
        await trail.WriteAsync(TrailAct.SignInFailed, detail: error.Code, personId: person.Id);
        return error;
    }
}
