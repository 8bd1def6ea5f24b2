using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Results;

namespace Talka.Accounts.Security.External;

/// <summary>Accepts an invitation with a login at an outside provider in place of a password.</summary>
public sealed class AcceptByLogin(TalkaDb db, LinkLogin link, TimeProvider clock)
{
    public async Task<Result> RunAsync(string? token, UserLoginInfo login, CancellationToken cancel)
    {
        // A link for a forgotten password adds no way in; the first administrator's link belongs to nobody yet
        if (await db.OpenLinkAsync(token, clock, cancel) is not { PersonId: { } personId } invitation
            || await db.Set<Person>().FindAsync([personId], cancel) is not { PasswordHash: null, IsClosed: false } person
            || await db.ExternalLogins().AnyAsync(known => known.UserId == personId, cancel))
        {
            return AccountErrors.LinkClosed();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.HoldPersonAsync(personId, cancel);
        invitation.UsedAt = clock.GetUtcNow().UtcDateTime;
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return AccountErrors.LinkClosed();
        }

        var linked = await link.RunAsync(person, login, cancel);
        if (linked.Succeeded)
        {
            await db.DeleteOpenLinksAsync(personId, cancel);
            await transaction.CommitAsync(cancel);
        }

        return linked;
    }
}
