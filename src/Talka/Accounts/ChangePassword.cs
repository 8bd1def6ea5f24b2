using Microsoft.AspNetCore.Identity;
using Talka.Accounts.Letters;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Foundation.Trail;

namespace Talka.Accounts;

public sealed record PasswordChange(string? Current, string? Password, string? Repeat);

/// <summary>
/// Gives a person who knows the old password a new one, and tells them by mail. Their sessions end; the caller renews the current one. What somebody
/// may have begun with the old password ends as well: changes of address, links to choose another.
/// </summary>
public sealed class ChangePassword(TalkaDb db, UserManager<Person> people, SignInGuard guard, AccountLetters letters, AuditTrail trail, TimeProvider clock)
{
    public async Task<Result> RunAsync(Person person, PasswordChange asked, CancellationToken cancel)
    {
        if (asked.Password?.Length > AccountsFeature.MaxPasswordLength)
        {
            return AccountErrors.PasswordTooLong();
        }

        if (asked.Password != asked.Repeat)
        {
            return AccountErrors.PasswordsDiffer();
        }

        // Whoever finds a session open must not guess faster than at the door
        if ((await guard.BeginAsync(person.UserName!, cancel)).WaitUntil is { } until)
        {
            return AccountErrors.LockedOut(until, "Current");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var result = await people.ChangePasswordAsync(person, asked.Current ?? "", asked.Password ?? "");
        if (!result.Succeeded)
        {
            await transaction.RollbackAsync(cancel);
            var errors = AccountErrors.From(result);
            if (!errors.Exists(error => error.Field == "Current"))
            {
                await guard.ClearAsync(person.UserName!, cancel); // the old one was right
            }

            return errors;
        }

        trail.Add(TrailAct.PasswordSet, personId: person.Id);
        await letters.PasswordChangedAsync(person, cancel);
        await db.SaveChangesAsync(cancel);
        await db.StopOpenEmailChangesAsync(person.Id, clock.GetUtcNow().UtcDateTime, cancel);
        await db.DeleteOpenLinksAsync(person.Id, cancel);
        await guard.ClearAsync(person.UserName!, cancel);
        await transaction.CommitAsync(cancel);
        return Result.Ok;
    }
}
