using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;

namespace Talka.Accounts;

/// <summary>
/// Makes guessing passwords slow: after five failures in a row with an address every further one lengthens the wait, 1, 5, 15 and then 60 minutes.
/// An attempt counts before its password is looked at, so that many at once gain nothing.
/// </summary>
public sealed class SignInGuard(TalkaDb db, TimeProvider clock)
{
    public const int FreeAttempts = 5;

    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    /// <summary>Begins an attempt.</summary>
    /// <returns>Until when (UTC) this address has to wait, if it does; and whether this attempt, should it fail, is the one that locks.</returns>
    public async Task<(DateTime? WaitUntil, bool Locks)> BeginAsync(string email, CancellationToken cancel)
    {
        var hash = HashOf(email);
        var now = clock.GetUtcNow().UtcDateTime;
        while (true)
        {
            if (await CountAsync(hash, now, cancel))
            {
                var failures = await db.SignInAttempts().Where(a => a.EmailHash == hash).Select(a => a.Failures).SingleOrDefaultAsync(cancel);
                return (null, failures == FreeAttempts);
            }

            var known = await db.SignInAttempts().Where(a => a.EmailHash == hash).Select(a => new { a.LockedUntil }).SingleOrDefaultAsync(cancel);
            if (known?.LockedUntil > now)
            {
                return (known.LockedUntil, false);
            }

            if (known is null && await TryFirstAsync(hash, now, cancel))
            {
                return (null, false);
            }
        }
    }

    /// <summary>
    /// Forgets the failures of an address: its person came in, or chose a new password by a link that went there. What is too old to count goes along.
    /// </summary>
    public Task ClearAsync(string email, CancellationToken cancel)
    {
        var hash = HashOf(email);
        var forgotten = clock.GetUtcNow().UtcDateTime - Forgotten;
        return db.SignInAttempts().Where(attempts => attempts.EmailHash == hash || attempts.LastAt < forgotten).ExecuteDeleteAsync(cancel);
    }

    private async Task<bool> CountAsync(string hash, DateTime now, CancellationToken cancel)
    {
        var forgotten = now - Forgotten;
        DateTime? none = null, after1 = now.AddMinutes(1), after5 = now.AddMinutes(5), after15 = now.AddMinutes(15), after60 = now.AddMinutes(60);
        return await db.SignInAttempts().Where(a => a.EmailHash == hash && (a.LockedUntil == null || a.LockedUntil <= now)).ExecuteUpdateAsync(
            set => set
                .SetProperty(a => a.Failures, a => a.LastAt < forgotten ? 1 : a.Failures + 1)
                .SetProperty(a => a.LastAt, now)
                .SetProperty(a => a.LockedUntil, a =>
                    a.LastAt < forgotten || a.Failures + 1 < FreeAttempts ? none
                    : a.Failures + 1 == FreeAttempts ? after1
                    : a.Failures + 1 == FreeAttempts + 1 ? after5
                    : a.Failures + 1 == FreeAttempts + 2 ? after15
                    : after60),
            cancel) > 0;
    }

    private async Task<bool> TryFirstAsync(string hash, DateTime now, CancellationToken cancel)
    {
        var first = db.Add(new SignInAttempts { EmailHash = hash, Failures = 1, LastAt = now });
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            return false; // another attempt came first; count with it
        }
        finally
        {
            first.State = EntityState.Detached;
        }
    }

    internal static string HashOf(string email) => AccountLink.HashOf(email.Trim().ToUpperInvariant());
}
