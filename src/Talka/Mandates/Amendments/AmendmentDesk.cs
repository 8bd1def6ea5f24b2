using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates.Access;

namespace Talka.Mandates.Amendments;

/// <summary>
/// How every act on an amendment is done: the permission, the transaction with the journal held still, the mandate, and the commit.
/// </summary>
public sealed class AmendmentDesk(TalkaDb db, MandateAccess access, JournalWriter journal)
{
    public async Task<Result<Guid>> RunAsync(string slug, Func<Mandate, Task<Result<Guid>>> act, CancellationToken cancel)
    {
        if (await access.RefuseAsync(slug, Policies.ProposeAmendment, cancel) is { } refused)
        {
            return refused;
        }

        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        await journal.LockAsync(cancel);
        if (await db.Set<Mandate>().AsTracking().FirstOrDefaultAsync(m => m.Slug == slug && !m.Hidden, cancel) is not { } mandate)
        {
            return MandateErrors.NotFound(slug);
        }

        var done = await act(mandate);
        if (!done.Succeeded)
        {
            db.ChangeTracker.Clear(); // what was begun is taken back
        }
        else if (own is not null)
        {
            await own.CommitAsync(cancel);
        }

        return done;
    }
}
