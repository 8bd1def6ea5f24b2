using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates;
using Talka.Mandates.Access;

namespace Talka.Work.Events.Planning;

/// <summary>Makes a new draft of an event, in the same series, on a day that is given or still to be set.</summary>
public sealed class CopyEvent(TalkaDb db, MandateAccess access, EventCopies copies)
{
    /// <param name="key">Of the form: sent again, nothing more is made.</param>
    /// <returns>The id of the draft.</returns>
    public async Task<Result<Guid>> RunAsync(string mandate, Guid id, DateOnly? firstDay, Guid key, CancellationToken cancel)
    {
        if (await access.RefuseAsync(mandate, Policies.RunEvents, cancel) is { } refused)
        {
            return refused;
        }

        if (await db.MandateTermsAsync(mandate, cancel) is not { } terms || await db.EventsOf(mandate).FirstOrDefaultAsync(e => e.Id == id, cancel) is not { } source)
        {
            return EventErrors.NotFound();
        }

        var copyId = SubmitKey.IdFor(key, $"copy {source.Id:n}");
        if (await db.Events().AnyAsync(e => e.Id == copyId, cancel))
        {
            return copyId;
        }

        var copy = await copies.AddAsync(await WholeEvent.LoadAsync(db, source, cancel), terms, firstDay, source.SeriesId, copyId, cancel);
        if (!copy.Succeeded)
        {
            return Result<Guid>.Failed(copy.Errors);
        }

        try
        {
            await db.SaveChangesAsync(cancel);
            return copy.Value.Id;
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            return await db.Events().AnyAsync(e => e.Id == copyId, cancel) ? copyId : EventErrors.SameMoment();
        }
    }
}
