using Microsoft.EntityFrameworkCore;
using Talka.Forms;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Organisations;

namespace Talka.Work.Events.SigningUp;

/// <summary>Changes what somebody said of themselves. The address stays: the link was mailed to it.</summary>
public sealed class ChangeRegistration(TalkaDb db, FormStore forms, FindOrganisations organisations, TimeProvider clock)
{
    /// <param name="answers">To the event's own questions, with the form that they answer; null where there are none.</param>
    /// <returns>Fails with <c>name-missing</c>, <c>text-too-long</c>, <c>text-not-storable</c>, <c>event-past</c>, <c>registration-not-active</c>.</returns>
    public async Task<Result> RunAsync(
        Guid id, string? name, string? phone, string? organisation, (CurrentForm Form, FormFilled Filled)? answers, CancellationToken cancel)
    {
        var e = await db.EventOfAsync(id, cancel);
        var registration = await db.Set<Registration>().AsTracking().FirstOrDefaultAsync(r => r.Id == id, cancel);
        if (e is null || registration is null)
        {
            return RegistrationErrors.Unknown();
        }

        if (registration.State is RegistrationState.Cancelled or RegistrationState.Lapsed)
        {
            return RegistrationErrors.NotActive();
        }

        if (!e.IsComing(clock.GetUtcNow().UtcDateTime))
        {
            return RegistrationErrors.Past();
        }

        var errors = new List<Error>();
        var clean = (Name: CleanSignUp.Line(name, "Name", Registration.NameLength, errors), Phone: CleanSignUp.Line(phone, "Phone", CleanSignUp.PhoneLength, errors),
            Organisation: CleanSignUp.Line(organisation, "Organisation", Organisation.NameLength, errors));
        if (PlainText.Tidy(name) is null)
        {
            errors.Add(RegistrationErrors.NameMissing());
        }
        else if (registration.Source == RegistrationSource.Public && CleanSignUp.IsAddress(name))
        {
            errors.Add(RegistrationErrors.NameIsAddress());
        }

        if (errors.Count > 0)
        {
            return errors;
        }

        registration.Name = clean.Name!;
        registration.Phone = clean.Phone;
        registration.OrganisationName = clean.Organisation;
        registration.OrganisationId = await organisations.ByNameAsync(clean.Organisation, cancel);
        registration.Version++;
        if (answers is { } given)
        {
            registration.ResponseId = await forms.SaveAsync(given.Form.FormId, given.Form.Version, registration.ResponseId, given.Filled, e.LastDay, cancel);
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return RegistrationErrors.Busy(); // given a place, or cancelled, at the same moment
        }

        return Result.Ok;
    }
}
