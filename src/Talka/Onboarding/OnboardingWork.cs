using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates.Access;

namespace Talka.Onboarding;

/// <summary>
/// How every step on a draft is taken: with the journal locked, so that of two windows the second finds what the first has done,
/// and with the draft and whatever it turns into committed together.
/// </summary>
public sealed class OnboardingWork(TalkaDb db, MandateAccess access, JournalWriter journal)
{
    public async Task<Result<T>> OnAsync<T>(Guid draft, Func<OnboardingDraft, Task<Result<T>>> step, CancellationToken cancel)
    {
        if (await access.RefuseAsync(null, Policies.CreateMandates, cancel) is { } refused)
        {
            return refused;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await journal.LockAsync(cancel);
        if (await db.Set<OnboardingDraft>().FirstOrDefaultAsync(d => d.Id == draft, cancel) is not { } found)
        {
            return OnboardingErrors.NotFound();
        }

        var done = await step(found);
        if (!done.Succeeded)
        {
            db.ChangeTracker.Clear();
            return done;
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return done;
    }
}
