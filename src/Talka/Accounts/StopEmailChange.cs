using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Talka.Accounts.Letters;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Foundation.Trail;

namespace Talka.Accounts;

/// <summary>
/// Stops a change of address by the link that went to the old one, and undoes it where it was confirmed already. Whoever asked for it was not
/// the person who reads the old address: all sessions end, what was changed or asked since is stopped along with it, and a link to choose a new
/// password goes to the old address.
/// </summary>
public sealed class StopEmailChange(TalkaDb db, UserManager<Person> people, AccountLetters letters, AuditTrail trail, TimeProvider clock)
{
    /// <summary>The change that a token stops, or null when it is unknown, stopped already, too old, or not what led to the address of today.</summary>
    public async Task<EmailChange?> FindAsync(string? token, CancellationToken cancel)
    {
        var hash = AccountLink.HashOf(token ?? "");
        var change = await db.EmailChanges().AsTracking().SingleOrDefaultAsync(change => change.StopHash == hash, cancel);
        return change?.CanBeStopped(clock.GetUtcNow().UtcDateTime) == true && await LedHereAsync(change, cancel) ? change : null;
    }

    public async Task<Result> RunAsync(string? token, CancellationToken cancel)
    {
        if (await FindAsync(token, cancel) is not { } change || await people.FindByIdAsync(change.PersonId.ToString()) is not { } person)
        {
            return AccountErrors.EmailLinkClosed();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        change.StoppedAt = now;
        try
        {
            await db.SaveChangesAsync(cancel);

            // Else the stop link of a later change, which went to the address of whoever asked for the first, would give it back to them
            await db.EmailChanges()
                .Where(other => other.PersonId == person.Id && other.StoppedAt == null && (other.ConfirmedAt == null || other.RequestedAt > change.RequestedAt))
                .ExecuteUpdateAsync(set => set.SetProperty(other => other.StoppedAt, now), cancel);
            var result = EmailChange.Same(person.UserName, change.OldEmail)
                ? await people.UpdateSecurityStampAsync(person)
                : await people.SetUserNameAsync(person, change.OldEmail); // which renews the stamp as well
            if (!result.Succeeded)
            {
                return AccountErrors.From(result);
            }

            trail.Add(TrailAct.EmailChanged, $"person:{person.Id}", detail: "stopped", personId: person.Id);
            var (link, reset) = AccountLink.Make(clock, person.Id, AccountLink.ResetLifetime);
            await letters.EmailChangeStoppedAsync(person, AccountLink.PathOf(reset), cancel);
            await db.DeleteOpenLinksAsync(person.Id, cancel);
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

    // Follows the address from the old one through what was confirmed since: a thief who changes it twice is undone as well
    private async Task<bool> LedHereAsync(EmailChange change, CancellationToken cancel)
    {
        var now = await db.People().Where(person => person.Id == change.PersonId).Select(person => person.UserName).SingleOrDefaultAsync(cancel);
        var since = await db.EmailChanges().AsNoTracking()
            .Where(other => other.PersonId == change.PersonId && other.ConfirmedAt != null && other.StoppedAt == null && other.RequestedAt >= change.RequestedAt)
            .OrderBy(other => other.RequestedAt).ThenBy(other => other.Id).ToListAsync(cancel);
        var address = since.Aggregate(change.OldEmail, (at, next) => EmailChange.Same(at, next.OldEmail) ? next.NewEmail : at);
        return EmailChange.Same(address, now);
    }
}
