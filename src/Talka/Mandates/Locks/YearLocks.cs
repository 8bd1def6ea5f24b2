using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates.Access;

namespace Talka.Mandates.Locks;

/// <summary>Locks an implementation year when its report is accepted. What is being recorded at that moment comes wholly before or is turned away.</summary>
public sealed class YearLocks(TalkaDb db, MandateAccess access, JournalWriter journal, CurrentActor actor, TimeProvider clock)
{
    /// <summary>In the caller's transaction where there is one. A year that is locked already stays locked as it was.</summary>
    /// <param name="why">Which report was accepted, in words.</param>
    public async Task<Result> LockAsync(Guid mandateId, string slug, int year, string why, CancellationToken cancel)
    {
        if (await access.RefuseAsync(slug, Policies.Supervise, cancel) is { } refused)
        {
            return refused;
        }

        var errors = LockErrors.CheckReason(why, "Why", YearLock.WhyLength);
        if (errors.Count > 0)
        {
            return errors;
        }

        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        await journal.LockAsync(cancel);
        var terms = await db.Mandates().Where(m => m.Id == mandateId && m.Slug == slug).Select(m => m.Terms).FirstOrDefaultAsync(cancel);
        if (terms is null)
        {
            return MandateErrors.NotFound(slug);
        }

        if (terms.Years.All(y => y.Ordinal != year))
        {
            return LockErrors.YearUnknown(year);
        }

        if (!await IsLockedAsync(mandateId, year, cancel))
        {
            db.Add(new YearLock
            {
                MandateId = mandateId,
                Year = year,
                LockedAt = clock.GetUtcNow().UtcDateTime,
                LockedBy = actor.Value.PersonId,
                LockedByName = actor.Value.Name,
                Why = PlainText.Lines(why).Trim(),
            });
            await db.SaveChangesAsync(cancel);
        }

        if (own is not null)
        {
            await own.CommitAsync(cancel);
        }

        return Result.Ok;
    }

    public Task<bool> IsLockedAsync(Guid mandateId, int year, CancellationToken cancel) =>
        db.YearLocks().AnyAsync(l => l.MandateId == mandateId && l.Year == year, cancel);
}
