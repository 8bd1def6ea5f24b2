using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Talka.Accounts.Letters;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Foundation.Trail;

namespace Talka.Accounts;

/// <summary>Gives a person the address that they asked for, by the link that went to it. Their sessions end.</summary>
public sealed class ConfirmEmailChange(TalkaDb db, UserManager<Person> people, AccountLetters letters, AuditTrail trail, TimeProvider clock)
{
    /// <summary>The change that a token confirms, or null when it is unknown, used, stopped, too old, or begun at an address that is no longer the person's.</summary>
    public async Task<EmailChange?> FindAsync(string? token, CancellationToken cancel)
    {
        var hash = AccountLink.HashOf(token ?? "");
        var change = await db.EmailChanges().AsTracking().SingleOrDefaultAsync(change => change.ConfirmHash == hash, cancel);
        return change?.CanBeConfirmed(clock.GetUtcNow().UtcDateTime) == true
            && EmailChange.Same(change.OldEmail, await db.People().Where(person => person.Id == change.PersonId).Select(person => person.UserName).SingleOrDefaultAsync(cancel))
            ? change : null;
    }

    public async Task<Result<Person>> RunAsync(string? token, CancellationToken cancel)
    {
        if (await FindAsync(token, cancel) is not { } change || await people.FindByIdAsync(change.PersonId.ToString()) is not { } person)
        {
            return AccountErrors.EmailLinkClosed();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        change.ConfirmedAt = clock.GetUtcNow().UtcDateTime;
        try
        {
            await db.SaveChangesAsync(cancel);
            var result = await people.SetUserNameAsync(person, change.NewEmail);
            if (!result.Succeeded)
            {
                return AccountErrors.From(result);
            }

            trail.Add(TrailAct.EmailChanged, $"person:{person.Id}", personId: person.Id);
            await letters.EmailChangedAsync(person, change.OldEmail, cancel);
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return AccountErrors.EmailLinkClosed(); // stopped, or confirmed by another, at this moment
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            return AccountErrors.EmailTaken();
        }

        await transaction.CommitAsync(cancel);
        return person;
    }
}
