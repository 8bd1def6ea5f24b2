using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;

namespace Talka.Accounts;

internal static class OpenLinks
{
    /// <summary>The link that a token opens, or null when it is unknown, used, expired, or made for a first administrator who exists by now.</summary>
    public static async Task<AccountLink?> OpenLinkAsync(this TalkaDb db, string? token, TimeProvider clock, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        var hash = AccountLink.HashOf(token);
        var link = await db.AccountLinks().AsTracking().SingleOrDefaultAsync(l => l.TokenHash == hash, cancel);
        if (link?.IsOpen(clock.GetUtcNow().UtcDateTime) != true)
        {
            return null;
        }

        return link.PersonId is null && await db.People().AnyAsync(person => !person.IsDemo, cancel) ? null : link;
    }

    /// <summary>Removes the unused links of a person: one of them was used, or there is a password that they would replace.</summary>
    public static Task DeleteOpenLinksAsync(this TalkaDb db, Guid? personId, CancellationToken cancel) =>
        db.AccountLinks().Where(old => old.PersonId == personId && old.UsedAt == null).ExecuteDeleteAsync(cancel);

    /// <summary>Lets nobody else change what belongs to this person until the transaction ends: of two links that are spent at once, one waits and then is gone.</summary>
    public static Task HoldPersonAsync(this TalkaDb db, Guid? personId, CancellationToken cancel) =>
        db.People().Where(person => person.Id == personId).ExecuteUpdateAsync(set => set.SetProperty(person => person.IsDemo, person => person.IsDemo), cancel);

    /// <summary>Adds a link and removes the unused ones that were made for the same person before.</summary>
    public static async Task ReplaceOpenLinkAsync(this TalkaDb db, AccountLink link, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.DeleteOpenLinksAsync(link.PersonId, cancel);
        db.Add(link);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
