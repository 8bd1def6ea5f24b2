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

    /// <summary>Adds a link and removes the unused ones that were made for the same person before.</summary>
    public static async Task ReplaceOpenLinkAsync(this TalkaDb db, AccountLink link, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.AccountLinks().Where(old => old.PersonId == link.PersonId && old.UsedAt == null).ExecuteDeleteAsync(cancel);
        db.Add(link);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
