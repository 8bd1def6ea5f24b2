using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates;
using Talka.Mandates.Access;

namespace Talka.Work.Events.Planning;

/// <summary>Takes away a cycle that has no events, such as one that was made twice.</summary>
public sealed class DeleteSeries(TalkaDb db, MandateAccess access)
{
    public async Task<Result> RunAsync(string mandate, Guid id, CancellationToken cancel)
    {
        if (await access.RefuseAsync(mandate, Policies.RunEvents, cancel) is { } refused)
        {
            return refused;
        }

        var own = db.Set<EventSeries>().Where(s => s.Id == id && db.Mandates().Any(m => m.Slug == mandate && m.Id == s.MandateId));
        if (await own.Where(s => !db.Set<Event>().Any(e => e.SeriesId == s.Id)).ExecuteDeleteAsync(cancel) == 1)
        {
            return Result.Ok;
        }

        return await own.AnyAsync(cancel) ? EventErrors.SeriesNotEmpty() : EventErrors.SeriesNotFound();
    }
}
