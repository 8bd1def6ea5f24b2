using Microsoft.AspNetCore.Identity;
using Talka.Accounts.Letters;
using Talka.Accounts.Security;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Foundation.Trail;

namespace Talka.Accounts;

public enum SignInStep { Done, SecondStep }

/// <summary>
/// Signs somebody in by e-mail and password. Whether an account exists shows neither in what a failure says, nor in when one has to wait,
/// nor in how long the answer takes.
/// </summary>
public sealed class SignInByPassword(
    TalkaDb db, UserManager<Person> people, PersonSignIn signIn, IPasswordHasher<Person> hasher, SignInGuard guard, AccountLetters letters,
    AuditTrail trail, TimeProvider clock)
{
    private static readonly Person Nobody = new() { DisplayName = "" };

    private static string? _hashOfNobody;

    /// <param name="fromHere">Whether the request comes from this very machine: only then demo accounts open, whose password is public.</param>
    public async Task<Result<SignInStep>> RunAsync(string? typedEmail, string? typedPassword, bool fromHere, CancellationToken cancel)
    {
        var (email, password) = (typedEmail?.Trim() ?? "", typedPassword ?? "");
        if (email.Length is 0 or > Person.MaxEmailLength || email.Any(char.IsControl) || password.Length > AccountsFeature.MaxPasswordLength)
        {
            return AccountErrors.SignInFailed();
        }

        var started = clock.GetTimestamp();
        var (waitUntil, locks) = await guard.BeginAsync(email, cancel);
        if (waitUntil is { } until)
        {
            await FailAsync(await people.FindByNameAsync(email), "locked out", cancel);
            await EvenTime.SinceAsync(started, clock, cancel);
            return AccountErrors.LockedOut(until);
        }

        var person = await people.FindByNameAsync(email);
        if (person?.PasswordHash is null || person.IsClosed || (person.IsDemo && !fromHere))
        {
            TryNobody(password);
        }
        else if (await people.CheckPasswordAsync(person, password))
        {
            return await GoOnAsync(person, cancel);
        }

        await FailAsync(person, detail: null, cancel);
        if (locks && person is { IsDemo: false })
        {
            await letters.LockedAsync(person, cancel);
            await db.SaveChangesAsync(cancel);
        }

        await EvenTime.SinceAsync(started, clock, cancel);
        return AccountErrors.SignInFailed();
    }

    private Task FailAsync(Person? person, string? detail, CancellationToken cancel) =>
        trail.WriteAsync(TrailAct.SignInFailed, detail: detail, personId: person?.Id, cancel: cancel);

    private async Task<Result<SignInStep>> GoOnAsync(Person person, CancellationToken cancel)
    {
        await guard.ClearAsync(person.UserName!, cancel);
        return (await signIn.ContinueAsync(person)).RequiresTwoFactor ? SignInStep.SecondStep : SignInStep.Done;
    }

    // Costs what looking at a real password costs
    private void TryNobody(string password) =>
        hasher.VerifyHashedPassword(Nobody, _hashOfNobody ??= hasher.HashPassword(Nobody, "nobody's"), password);
}
