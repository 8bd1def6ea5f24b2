using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Foundation.Trail;
using Talka.Mandates.Access;

namespace Talka.Organisations;

/// <summary>
/// Merges a record that is a double into the one that stays: what refers to it goes over, what the other lacks is taken from it, and its address leads on.
/// </summary>
public sealed class MergeOrganisations(TalkaDb db, MandateAccess access, AuditTrail trail, TimeProvider clock)
{
    /// <returns>
    /// The record that stays; fails with <c>organisation-unknown</c>, <c>merge-target-unknown</c>, <c>merge-with-itself</c> or <c>merge-different-numbers</c>
    /// (two numbers are two organisations).
    /// </returns>
    public async Task<Result<Organisation>> RunAsync(Guid from, Guid into, CancellationToken cancel)
    {
        if (await access.RefuseAsync(null, Policies.KeepDirectory, cancel) is { } refused)
        {
            return refused;
        }

        if (from == into)
        {
            return OrganisationErrors.MergeWithItself();
        }

        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        var both = await db.Set<Organisation>().Where(o => (o.Id == from || o.Id == into) && o.MergedIntoId == null).ToListAsync(cancel);
        if (both.Find(o => o.Id == from) is not { } gone)
        {
            return OrganisationErrors.NotFound();
        }

        if (both.Find(o => o.Id == into) is not { } kept)
        {
            return OrganisationErrors.MergeTargetUnknown();
        }

        if (gone.RegistrationNumber is { } number && kept.RegistrationNumber is { } other && number != other)
        {
            return OrganisationErrors.MergeDifferentNumbers();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        try
        {
            (gone.MergedIntoId, gone.UpdatedAt) = (kept.Id, now);
            gone.Version++;
            await db.SaveChangesAsync(cancel); // before the other may take its number
            TakeOver(gone, kept, now);
            trail.Add(TrailAct.DirectoryChanged, $"organisation:{gone.Id}", detail: $"merged into {kept.Id}");
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return OrganisationErrors.Changed();
        }

        await db.Set<OrganisationClaim>().Where(claim => claim.OrganisationId == from).ExecuteDeleteAsync(cancel);
        await db.Set<Organisation>().Where(o => o.MergedIntoId == from).ExecuteUpdateAsync(set => set.SetProperty(o => o.MergedIntoId, into), cancel);
        await OrganisationReferences.MoveAsync(db, from, into, cancel);
        if (own is not null)
        {
            await own.CommitAsync(cancel);
        }

        return kept;
    }

    private static void TakeOver(Organisation gone, Organisation kept, DateTime now)
    {
        kept.RegistrationNumber ??= gone.RegistrationNumber;
        if (kept.Municipality is null && (kept.Region is null || kept.Region == gone.Region))
        {
            (kept.Region, kept.Municipality) = (kept.Region ?? gone.Region, gone.Municipality);
        }

        kept.Areas = Areas.Write(Areas.Read(kept.Areas).Concat(Areas.Read(gone.Areas)).Select(area => area.Code));
        kept.IsMinority |= gone.IsMinority;
        kept.Community ??= gone.Community;
        kept.Website ??= gone.Website;
        kept.Description ??= gone.Description;
        kept.Email ??= gone.Email;
        kept.Phone ??= gone.Phone;
        if (kept.ContactName is null)
        {
            (kept.ContactName, kept.ContactConsentAt) = (gone.ContactName, gone.ContactConsentAt);
        }

        // One record of it is enough: that which leads on keeps no contacts
        (gone.Email, gone.Phone, gone.ContactName, gone.ContactConsentAt) = (null, null, null, null);
        kept.ClaimedAt ??= gone.ClaimedAt;
        kept.UpdatedAt = now;
        kept.Version++;
    }
}
