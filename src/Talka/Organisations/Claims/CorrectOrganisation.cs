using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Mail;
using Talka.Foundation.Results;
using Talka.Foundation.Trail;
using static Talka.Organisations.Texts;

namespace Talka.Organisations.Claims;

/// <summary>The organisation itself confirms and corrects its record, in a session that a mailed link opened.</summary>
public sealed class CorrectOrganisation(TalkaDb db, ClaimSession session, Outbox outbox, AuditTrail trail, TimeProvider clock)
{
    /// <param name="version">The version that was on the screen.</param>
    /// <returns>Fails as <see cref="SaveOrganisation"/> does, and with <c>claim-link-closed</c> where there is no session.</returns>
    public async Task<Result> RunAsync(Guid id, int version, OrganisationFields fields, HttpContext context)
    {
        var cancel = context.RequestAborted;
        if (!await session.IsOpenAsync(id, context) || await db.Set<Organisation>().FirstOrDefaultAsync(o => o.Id == id && o.MergedIntoId == null, cancel) is not { } organisation)
        {
            return OrganisationErrors.LinkClosed();
        }

        // The number says who it is: it is filled in, but what is there only the keepers change
        var check = (fields with { RegistrationNumber = organisation.RegistrationNumber ?? fields.RegistrationNumber }).Check();
        if (!check.Succeeded)
        {
            return Result.Failed(check.Errors);
        }

        if (organisation.Version != version)
        {
            return OrganisationErrors.Changed();
        }

        var (now, oldEmail) = (clock.GetUtcNow().UtcDateTime, organisation.Email);
        check.Value.ApplyTo(organisation, now);
        organisation.ClaimedAt = now;
        trail.Add(TrailAct.DirectoryChanged, $"organisation:{organisation.Id}", detail: "corrected by the organisation");
        if (oldEmail is not null && organisation.Email != oldEmail)
        {
            await outbox.AddAsync(new NewMail(oldEmail, organisation.Name, T("EmailChangedSubject", organisation.Name), T("EmailChangedText", organisation.Name), Languages.Current), cancel);
        }

        try
        {
            await db.SaveChangesAsync(cancel);
            return Result.Ok;
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || failure.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            return failure is DbUpdateConcurrencyException ? OrganisationErrors.Changed() : OrganisationErrors.NumberTaken();
        }
    }
}
