using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Talka.Accounts.Letters;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Results;
using Talka.Foundation.Trail;

namespace Talka.Accounts;

/// <param name="Email">Asked of the first administrator only, as is the name.</param>
public sealed record AccountSetup(string? Token, string? Password, string? Repeat, string? DisplayName = null, string? Email = null);

/// <summary>
/// Spends a one-time link: sets the password of the person it was made for, or makes the first administrator. Every other open link of the person and
/// every change of address that is not confirmed yet goes with the old password.
/// </summary>
public sealed class SetUpAccount(
    TalkaDb db, UserManager<Person> people, AddPerson add, SignInGuard guard, AccountLetters letters, AuditTrail trail, TimeProvider clock)
{
    public async Task<Result<Person>> SetUpAsync(AccountSetup asked, CancellationToken cancel)
    {
        if (await db.OpenLinkAsync(asked.Token, clock, cancel) is not { } link)
        {
            return AccountErrors.LinkClosed();
        }

        if (asked.Password != asked.Repeat)
        {
            return AccountErrors.PasswordsDiffer();
        }

        // The link's row is a concurrency token: of two people who spend it at once, one fails and takes nothing.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.HoldPersonAsync(link.PersonId, cancel);
        link.UsedAt = clock.GetUtcNow().UtcDateTime;
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return AccountErrors.LinkClosed();
        }

        var result = link.PersonId is { } personId
            ? await SetPasswordAsync(personId, asked.Password ?? "", cancel)
            : await add.RunAsync(
                new NewPerson(asked.Email, asked.DisplayName, asked.Password ?? "", IsAdministrator: true, Language: Languages.Current), cancel);
        if (result.Succeeded)
        {
            await trail.WriteAsync(TrailAct.PasswordSet, personId: result.Value.Id, cancel: cancel);
            await transaction.CommitAsync(cancel);
        }

        return result;
    }

    private async Task<Result<Person>> SetPasswordAsync(Guid personId, string password, CancellationToken cancel)
    {
        if (await db.Set<Person>().FindAsync([personId], cancel) is not { IsClosed: false } person)
        {
            return AccountErrors.LinkClosed();
        }

        if (password.Length > AccountsFeature.MaxPasswordLength)
        {
            return AccountErrors.PasswordTooLong();
        }

        var isChange = person.PasswordHash is not null;
        if (isChange)
        {
            await people.RemovePasswordAsync(person);
        }

        var result = await people.AddPasswordAsync(person, password);
        if (!result.Succeeded)
        {
            return AccountErrors.From(result);
        }

        await db.StopOpenEmailChangesAsync(personId, clock.GetUtcNow().UtcDateTime, cancel);
        await db.DeleteOpenLinksAsync(personId, cancel);
        await guard.ClearAsync(person.UserName!, cancel);
        await guard.ClearAsync(SignInGuard.SecondStepOf(personId), cancel);
        if (isChange)
        {
            await letters.PasswordChangedAsync(person, cancel);
            await db.SaveChangesAsync(cancel);
        }

        return person;
    }
}
