using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;

namespace Talka.Accounts;

/// <summary>
/// Makes guessing passwords slow: after five failures in a row with an address every further one lengthens the wait, 1, 5, 15 and then 60 minutes.
/// An attempt counts before its password is looked at, so that many at once gain nothing. Codes of the second step are guarded alike, apart from
/// passwords: a right password does not forget wrong codes, and wrong passwords keep nobody from the second step.
/// </summary>
public sealed class SignInGuard(TalkaDb db, TimeProvider clock)
{
    public const int FreeAttempts = 5;

    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    /// <summary>What stands in place of the address where the second step of a person is guarded.</summary>
    public static string SecondStepOf(Guid personId) => $"second step {personId}";

    /// <summary>Begins an attempt.</summary>
    /// <param name="email">Or <see cref="SecondStepOf"/>.</param>
    /// <returns>Until when (UTC) this address has to wait, if it does; and whether this attempt, should it fail, is the one that locks.</returns>
    public async Task<(DateTime? WaitUntil, bool Locks)> BeginAsync(string email, CancellationToken cancel)
    {
        var hash = HashOf(email);
        var now = clock.GetUtcNow().UtcDateTime;
        while (true)
        {
            if (await CountAsync(hash, now, cancel) is { } failures)
            {
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
    /// Forgets the failures of an address (or second step): its person came in, or chose a new password by a link that went there. What is too old to
    /// count goes along.
    /// </summary>
    public Task ClearAsync(string email, CancellationToken cancel)
    {
        var hash = HashOf(email);
        var forgotten = clock.GetUtcNow().UtcDateTime - Forgotten;
        return db.SignInAttempts().Where(attempts => attempts.EmailHash == hash || attempts.LastAt < forgotten).ExecuteDeleteAsync(cancel);
    }

    /// <returns>How many failures there are with this one, or null where nothing is known of the address or it has to wait. Told by the very statement that counts, so that only one attempt is the fifth.</returns>
    private async Task<int?> CountAsync(string hash, DateTime now, CancellationToken cancel)
    {
        var forgotten = now - Forgotten;
        var counted = await db.Database.SqlQuery<int>(
            $"""
             UPDATE sign_in_attempts SET
                 failures = CASE WHEN last_at < {forgotten} THEN 1 ELSE failures + 1 END,
                 last_at = {now},
                 locked_until = CASE
                     WHEN last_at < {forgotten} OR failures + 1 < {FreeAttempts} THEN NULL
                     WHEN failures + 1 = {FreeAttempts} THEN {now.AddMinutes(1)}
                     WHEN failures = {FreeAttempts} THEN {now.AddMinutes(5)}
                     WHEN failures = {FreeAttempts + 1} THEN {now.AddMinutes(15)}
                     ELSE {now.AddMinutes(60)} END
             WHERE email_hash = {hash} AND (locked_until IS NULL OR locked_until <= {now})
             RETURNING failures AS "Value"
             """).ToListAsync(cancel);
        return counted is [var failures] ? failures : null;
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
