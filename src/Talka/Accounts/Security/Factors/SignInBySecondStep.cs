using Microsoft.AspNetCore.Identity;
using Talka.Foundation.Results;

namespace Talka.Accounts.Security.Factors;

/// <summary>The second step of a sign-in. A wrong code counts towards the lock-out of the account as a wrong password does.</summary>
public sealed class SignInBySecondStep(PersonSignIn signIn, UserManager<Person> people)
{
    private const int MaxLength = 40;

    public async Task<Result> ByCodeAsync(string code)
    {
        var result = await signIn.TwoFactorAuthenticatorSignInAsync(code.Length > MaxLength ? "" : code, isPersistent: false, rememberClient: false);
        return result.Succeeded ? Result.Ok : result.IsLockedOut ? SecurityErrors.LockedOut("Code") : SecurityErrors.CodeWrong();
    }

    public async Task<Result> ByRecoveryCodeAsync(string code, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } person)
        {
            return SecurityErrors.RecoveryCodeWrong();
        }

        // Identity asks for no lock here, and counts no failures
        if (await people.IsLockedOutAsync(person))
        {
            return SecurityErrors.LockedOut("RecoveryCode");
        }

        if (code.Length <= MaxLength && (await signIn.TwoFactorRecoveryCodeSignInAsync(code)).Succeeded)
        {
            return Result.Ok;
        }

        await people.AccessFailedAsync(person);
        return SecurityErrors.RecoveryCodeWrong();
    }
}
