using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Talka.Accounts.Letters;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Foundation.Trail;

namespace Talka.Accounts;

/// <summary>
/// Stops a change of address by the link that went to the old one, and undoes it where it was confirmed already. Whoever asked for it was not
/// the person who reads the old address: all sessions end, and a link to choose a new password goes to the old address.
/// </summary>
public sealed class StopEmailChange(TalkaDb db, UserManager<Person> people, AccountLetters letters, AuditTrail trail, TimeProvider clock)
{
    /// <summary>The change that a token stops, or null when it is unknown, stopped already or too old.</summary>
    public async Task<EmailChange?> FindAsync(string? token, CancellationToken cancel)
    {
        var hash = AccountLink.HashOf(token ?? "");
        var change = await db.EmailChanges().AsTracking().SingleOrDefaultAsync(change => change.StopHash == hash, cancel);
        return change?.CanBeStopped(clock.GetUtcNow().UtcDateTime) == true ? change : null;
    }

    public async Task<Result> RunAsync(string? token, CancellationToken cancel)
    {
        if (await FindAsync(token, cancel) is not { } change || await people.FindByIdAsync(change.PersonId.ToString()) is not { } person)
        {
            return AccountErrors.EmailLinkClosed();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        change.StoppedAt = clock.GetUtcNow().UtcDateTime;
        try
        {
            await db.SaveChangesAsync(cancel);
            var result = person.UserName == change.OldEmail
                ? await people.UpdateSecurityStampAsync(person)
                : await people.SetUserNameAsync(person, change.OldEmail); // which renews the stamp as well
            if (!result.Succeeded)
            {
                return AccountErrors.From(result);
            }

            trail.Add(TrailAct.EmailChanged, $"person:{person.Id}", detail: "stopped", personId: person.Id);
            var (link, reset) = AccountLink.Make(clock, person.Id, AccountLink.ResetLifetime);
            await letters.EmailChangeStoppedAsync(person, AccountLink.PathOf(reset), cancel);
            await db.AccountLinks().Where(old => old.PersonId == person.Id && old.UsedAt == null).ExecuteDeleteAsync(cancel);
            db.Add(link);
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return AccountErrors.EmailLinkClosed();
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            return AccountErrors.EmailTaken();
        }

        await transaction.CommitAsync(cancel);
        return Result.Ok;
    }
}
