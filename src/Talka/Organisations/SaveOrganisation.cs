using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates.Access;

namespace Talka.Organisations;

/// <summary>Adds an organisation to the directory or changes its record, for those who keep the directory.</summary>
public sealed class SaveOrganisation(TalkaDb db, MandateAccess access, TimeProvider clock)
{
    /// <param name="id">Null for a new one.</param>
    /// <param name="version">The version that was on the screen.</param>
    /// <param name="evenIfDouble">Whether to add one whose name the directory has already.</param>
    /// <returns>
    /// The record; fails with what <see cref="OrganisationFields.Check"/> says, <c>registration-number-taken</c>, <c>organisation-double</c>,
    /// <c>organisation-changed</c> or <c>organisation-unknown</c>.
    /// </returns>
    public async Task<Result<Organisation>> RunAsync(Guid? id, int version, OrganisationFields fields, bool evenIfDouble, CancellationToken cancel)
    {
        if (await access.RefuseAsync(null, Policies.KeepDirectory, cancel) is { } refused)
        {
            return refused;
        }

        var check = fields.Check();
        if (!check.Succeeded)
        {
            return Result<Organisation>.Failed(check.Errors);
        }

        var organisation = id is null ? null : await db.Set<Organisation>().FirstOrDefaultAsync(o => o.Id == id && o.MergedIntoId == null, cancel);
        if (id is not null && organisation is null)
        {
            return OrganisationErrors.NotFound();
        }

        if (organisation is not null && organisation.Version != version)
        {
            return OrganisationErrors.Changed();
        }

        if (organisation is null && !evenIfDouble && await DoubleAsync(check.Value, cancel) is { } known)
        {
            return OrganisationErrors.Double(known);
        }

        organisation ??= await NewAsync(check.Value.Name!, cancel);
        check.Value.ApplyTo(organisation, clock.GetUtcNow().UtcDateTime);
        try
        {
            await db.SaveChangesAsync(cancel);
            return organisation;
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || failure.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            return failure is DbUpdateConcurrencyException || !await NumberIsTakenAsync(check.Value, id, cancel) ? OrganisationErrors.Changed() : OrganisationErrors.NumberTaken();
        }
    }

    private async Task<string?> DoubleAsync(OrganisationFields fields, CancellationToken cancel)
    {
        var key = NameKeys.Of(fields.Name!);
        return await db.Organisations().Where(o => o.NameKey == key && (fields.RegistrationNumber == null || o.RegistrationNumber == null)).Select(o => o.Name).FirstOrDefaultAsync(cancel);
    }

    private Task<bool> NumberIsTakenAsync(OrganisationFields fields, Guid? id, CancellationToken cancel) =>
        db.Organisations().AnyAsync(o => o.RegistrationNumber == fields.RegistrationNumber && o.Id != id, cancel);

    private async Task<Organisation> NewAsync(string name, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var organisation = new Organisation
        {
            Id = Guid.CreateVersion7(now),
            Slug = (await OrganisationSlugs.FreeAsync(db, [name], cancel))[0],
            Name = name,
            NameKey = NameKeys.Of(name),
            CreatedAt = now.UtcDateTime,
            UpdatedAt = now.UtcDateTime,
        };
        db.Add(organisation);
        return organisation;
    }
}
