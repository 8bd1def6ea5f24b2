using Microsoft.EntityFrameworkCore;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;

namespace Talka.Work.Events.SigningUp;

/// <summary>
/// Puts the name or address of somebody right who mistyped it; in a cycle in all of its events. With the address goes what they are known by, also of those who
/// came along.
/// </summary>
public sealed class CorrectPerson(TalkaDb db, OrganiserDesk desk, RegistrationMail mail)
{
    /// <param name="email">Of whoever registers; people who were brought along have none.</param>
    /// <param name="tell">Whether the private link is mailed once more.</param>
    /// <returns>
    /// Fails with <c>name-missing</c>, <c>email-invalid</c>, <c>text-too-long</c>, <c>text-not-storable</c>, <c>already-registered</c>, <c>registration-erased</c>.
    /// </returns>
    public async Task<Result> RunAsync(string mandate, Guid eventId, Guid registration, string? name, string? email, bool tell, CancellationToken cancel)
    {
        if (await desk.RefuseAsync(mandate, eventId, registration, cancel) is { } refused)
        {
            return refused;
        }

        var e = (await db.EventOfAsync(registration, cancel))!;
        var own = await db.Registrations().SingleAsync(r => r.Id == registration, cancel);
        if (own.Name.Length == 0)
        {
            return RegistrationErrors.Erased();
        }

        var errors = new List<Error>();
        var clean = CleanSignUp.Line(name, "Name", Registration.NameLength, errors);
        var address = own.Id == own.PartyId ? PlainText.Tidy(email)?.ToLowerInvariant() : null;
        if (clean is null)
        {
            errors.Add(RegistrationErrors.NameMissing());
        }

        if (address is not null && !EmailAddress.IsValid(address))
        {
            errors.Add(RegistrationErrors.EmailInvalid());
        }

        return errors.Count > 0 ? errors : await WriteAsync(e, own, clean!, address, tell, cancel);
    }

    private async Task<Result> WriteAsync(EventFacts e, Registration own, string name, string? address, bool tell, CancellationToken cancel)
    {
        var same = await db.Set<Registration>().AsTracking()
            .Where(r => r.PersonKey == own.PersonKey
                && (r.EventId == e.Id || (e.SeriesId != null && db.Set<Event>().Any(other => other.Id == r.EventId && other.SeriesId == e.SeriesId))))
            .ToListAsync(cancel);
        var ids = same.ConvertAll(r => r.Id);
        var companions = await db.Set<Registration>().AsTracking().Where(r => ids.Contains(r.PartyId) && !ids.Contains(r.Id)).ToListAsync(cancel);
        var key = own.Id == own.PartyId ? address ?? $"#{own.Id:n}"
            : CleanSignUp.CompanionKey(await db.Registrations().Where(r => r.Id == own.PartyId).Select(r => r.PersonKey).SingleAsync(cancel), name);
        foreach (var person in same)
        {
            (person.Name, person.Email, person.PersonKey) = (name, address, key);
            person.Version++;
        }

        foreach (var person in companions)
        {
            person.PersonKey = CleanSignUp.CompanionKey(key, person.Name);
            person.Version++;
        }

        if (tell && same.Find(r => r.Id == own.Id) is { Email: not null } leader)
        {
            await mail.TellAsync(RegistrationNote.Corrected, e, leader, cancel);
        }

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return RegistrationErrors.Busy();
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            return RegistrationErrors.AlreadyRegistered();
        }

        return Result.Ok;
    }
}
