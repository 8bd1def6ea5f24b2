using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Mandates;
using Talka.Mandates.Access;

namespace Talka.Work.Events;

/// <summary>
/// What the reader may see of an event under its public address: what is published everybody, a draft whoever may run events of its mandate. They are signed in,
/// so no cache that others are served from keeps what they see.
/// </summary>
public sealed class EventSight(TalkaDb db, MandateAccess access)
{
    public async Task<Event?> FindAsync(string name, CancellationToken cancel) =>
        await db.PublicEvents().FirstOrDefaultAsync(e => e.Slug == name, cancel) ?? await DraftAsync(name, cancel);

    private async Task<Event?> DraftAsync(string name, CancellationToken cancel)
    {
        var drafts = from e in db.Events()
                     join mandate in db.Mandates() on e.MandateId equals mandate.Id
                     where e.Slug == name && e.State == EventState.Draft
                     select new { Event = e, Mandate = mandate.Slug };
        return await drafts.FirstOrDefaultAsync(cancel) is { } draft && await access.RefuseAsync(draft.Mandate, Policies.RunEvents, cancel) is null ? draft.Event : null;
    }
}
