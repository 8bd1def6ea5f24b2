using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates;
using Talka.Mandates.Access;

namespace Talka.Work.Events.Planning;

/// <summary>What the small changes of one event share: who may, which version was read, and that it is saved whole.</summary>
public sealed class EventChange(TalkaDb db, MandateAccess access, TimeProvider clock)
{
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <param name="act">Changes the event, adds what belongs to it, and says what prevents it.</param>
    public async Task<Result> RunAsync(string mandate, Guid id, int version, Func<Event, Task<Result>> act, CancellationToken cancel)
    {
        if (await access.RefuseAsync(mandate, Policies.RunEvents, cancel) is { } refused)
        {
            return refused;
        }

        // Told apart: what asks for mandates reads without tracking
        var mandateId = await db.Mandates().Where(m => m.Slug == mandate).Select(m => m.Id).FirstOrDefaultAsync(cancel);
        if (await db.Set<Event>().FirstOrDefaultAsync(e => e.Id == id && e.MandateId == mandateId, cancel) is not { } one)
        {
            return EventErrors.NotFound();
        }

        if (one.Version != version)
        {
            return EventErrors.Changed();
        }

        var done = await act(one);
        if (!done.Succeeded)
        {
            return done;
        }

        if (db.Entry(one).State != EntityState.Deleted)
        {
            one.Version = version + 1;
            one.UpdatedAt = Now;
        }

        try
        {
            await db.SaveChangesAsync(cancel);
            return Result.Ok;
        }
        catch (DbUpdateConcurrencyException)
        {
            return EventErrors.Changed();
        }
    }

    public Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());
}
