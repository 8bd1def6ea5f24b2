using Microsoft.AspNetCore.Identity;
using Talka.Foundation.Results;
using Talka.Foundation.Trail;

namespace Talka.Accounts.Security.Factors;

/// <summary>The second step of a sign-in. Wrong codes make the next one wait, longer and longer, as wrong passwords do.</summary>
public sealed class SignInBySecondStep(PersonSignIn signIn, SecondStepGuard guard, AuditTrail trail)
{
    private const int MaxLength = 40;

    public Task<Result> ByCodeAsync(string code, CancellationToken cancel) => TryAsync(
        "Code", SecurityErrors.CodeWrong(), () => signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false), code, cancel);

    public async Task<Result> ByRecoveryCodeAsync(string code, CancellationToken cancel)
    {
        var person = await signIn.GetTwoFactorAuthenticationUserAsync();
        var result = await TryAsync("RecoveryCode", SecurityErrors.RecoveryCodeWrong(), () => signIn.TwoFactorRecoveryCodeSignInAsync(code), code, cancel);
        if (result.Succeeded)
        {
            await trail.WriteAsync(TrailAct.FactorChanged, "recovery code used", personId: person!.Id, cancel: cancel);
        }

        return result;
    }

    private async Task<Result> TryAsync(string field, Error wrong, Func<Task<SignInResult>> sign, string code, CancellationToken cancel)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } person)
        {
            return wrong;
        }

        return await guard.TryAsync(person, field, wrong, async () => code.Length <= MaxLength && (await sign()).Succeeded, cancel);
    }
}
