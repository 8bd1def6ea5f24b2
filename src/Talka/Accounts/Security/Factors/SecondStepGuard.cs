using Talka.Accounts.Letters;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Foundation.Trail;

namespace Talka.Accounts.Security.Factors;

/// <summary>
/// Lets a code be tried, unless too many were wrong before it. Whoever gets that far knows the password already, so the person is told when the wait
/// begins.
/// </summary>
public sealed class SecondStepGuard(TalkaDb db, SignInGuard guard, AccountLetters letters, AuditTrail trail)
{
    /// <param name="isRight">Looks at the code, and uses it up where it is right.</param>
    public async Task<Result> TryAsync(Person person, string field, Error wrong, Func<Task<bool>> isRight, CancellationToken cancel)
    {
        var key = SignInGuard.SecondStepOf(person.Id);
        var (waitUntil, locks) = await guard.BeginAsync(key, cancel);
        if (waitUntil is { } until)
        {
            return await FailedAsync(person, SecurityErrors.LockedOut(until, field), cancel);
        }

        if (await isRight())
        {
            await guard.ClearAsync(key, cancel);
            return Result.Ok;
        }

        if (locks)
        {
            await letters.StepLockedAsync(person, cancel);
            await db.SaveChangesAsync(cancel);
        }

        return await FailedAsync(person, wrong, cancel);
    }

    private async Task<Result> FailedAsync(Person person, Error error, CancellationToken cancel)
    {
        await trail.WriteAsync(TrailAct.SignInFailed, detail: error.Code, personId: person.Id, cancel: cancel);
        return error;
    }
}
