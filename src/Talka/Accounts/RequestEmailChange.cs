using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Talka.Accounts.Letters;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;

namespace Talka.Accounts;

/// <summary>
/// Begins a change of address: a link to confirm it goes to the new one, a link to stop it to the old one. That the new one has an account
/// already is told to nobody but whoever reads its mail.
/// </summary>
public sealed class RequestEmailChange(TalkaDb db, UserManager<Person> people, SignInGuard guard, AccountLetters letters, TimeProvider clock)
{
    private const int MostInADay = 5;

    public async Task<Result> RunAsync(Person person, string? newEmail, string? password, CancellationToken cancel)
    {
        var email = newEmail?.Trim();
        if (person.IsDemo || !EmailAddress.IsValid(email))
        {
            return AccountErrors.EmailInvalid();
        }

        if (string.Equals(email, person.UserName, StringComparison.OrdinalIgnoreCase))
        {
            return AccountErrors.EmailSame();
        }

        if ((await guard.BeginAsync(person.UserName!, cancel)).WaitUntil is { } until)
        {
            return AccountErrors.LockedOut(until, "Current");
        }

        if (password is null or { Length: > AccountsFeature.MaxPasswordLength } || !await people.CheckPasswordAsync(person, password))
        {
            return AccountErrors.PasswordWrong();
        }

        await guard.ClearAsync(person.UserName!, cancel);
        var now = clock.GetUtcNow();
        var yesterday = now.UtcDateTime.AddDays(-1);
        if (await db.EmailChanges().CountAsync(change => change.PersonId == person.Id && change.RequestedAt > yesterday, cancel) >= MostInADay)
        {
            return AccountErrors.TooManyEmailChanges();
        }

        await BeginAsync(person, email!, now, cancel);
        return Result.Ok;
    }

    private async Task BeginAsync(Person person, string email, DateTimeOffset now, CancellationToken cancel)
    {
        var (confirm, stop) = (AccountLink.NewToken(), AccountLink.NewToken());
        var taken = await people.FindByNameAsync(email);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.StopOpenEmailChangesAsync(person.Id, now.UtcDateTime, cancel);
        var closed = now.UtcDateTime - EmailChange.StopLifetime;
        await db.EmailChanges().Where(change => change.RequestedAt < closed).ExecuteDeleteAsync(cancel);
        db.Add(new EmailChange
        {
            Id = Guid.CreateVersion7(now),
            PersonId = person.Id,
            OldEmail = person.UserName!,
            NewEmail = email,
            ConfirmHash = AccountLink.HashOf(confirm),
            StopHash = AccountLink.HashOf(stop),
            RequestedAt = now.UtcDateTime,
        });
        await (taken is null ? letters.ConfirmEmailAsync(person, email, confirm, cancel) : letters.EmailTakenAsync(taken, cancel));
        await letters.EmailChangeBegunAsync(person, email, stop, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
