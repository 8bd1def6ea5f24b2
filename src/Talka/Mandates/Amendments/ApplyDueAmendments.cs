using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;

namespace Talka.Mandates.Amendments;

/// <summary>
/// Brings into force what was agreed for a day that has come. One that cannot be is open again, with the reason in its history and a mail to both sides:
/// its side renews it, and the other agrees anew. Each is looked at again under the lock, so any number of nodes may do this at once.
/// </summary>
public sealed class ApplyDueAmendments(TalkaDb db, AmendmentDesk desk, ApplyAmendment apply, ProposalKeeping proposals, TimeProvider clock)
{
    private const int Most = 200;

    /// <returns>How many came into force.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        using var latvian = Languages.Use(Languages.Latvian); // of the mails
        var (agreed, today, count) = (AmendmentState.Agreed, clock.Today(), 0);
        var due = await (from amendment in db.Amendments()
                         join mandate in db.Mandates() on amendment.MandateId equals mandate.Id
                         where amendment.State == agreed && amendment.InForce <= today
                         orderby amendment.InForce, amendment.Id
                         select new { amendment.Id, mandate.Slug }).Take(Most).ToListAsync(cancel);
        foreach (var one in due)
        {
            db.ChangeTracker.Clear();
            var applied = await desk.RunAsync(one.Slug, async mandate =>
                await FindAsync(one.Id, cancel) is { } amendment ? await apply.RunAsync(mandate, amendment, cancel) : AmendmentErrors.Moved(), cancel);
            count += applied.Succeeded ? 1 : 0;
            if (!applied.Succeeded)
            {
                var why = string.Join(' ', applied.Errors.Select(error => error.Message));
                await desk.RunAsync(one.Slug, async mandate => await FindAsync(one.Id, cancel) is { } amendment
                    ? await ReopenAsync(mandate, amendment, why, cancel)
                    : AmendmentErrors.Moved(), cancel);
            }
        }

        return count;
    }

    private Task<Amendment?> FindAsync(Guid id, CancellationToken cancel)
    {
        var agreed = AmendmentState.Agreed;
        return db.Set<Amendment>().AsTracking().FirstOrDefaultAsync(a => a.Id == id && a.State == agreed, cancel);
    }

    private Task<Foundation.Results.Result<Guid>> ReopenAsync(Mandate mandate, Amendment amendment, string why, CancellationToken cancel)
    {
        amendment.State = AmendmentState.Proposed;
        return proposals.NoteAsync(mandate, amendment, AmendmentAct.NotApplied, why, null, cancel);
    }
}
