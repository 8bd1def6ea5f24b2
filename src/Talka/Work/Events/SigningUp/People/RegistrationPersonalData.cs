using Microsoft.EntityFrameworkCore;
using Talka.Forms;
using Talka.Foundation.Data;
using Talka.Foundation.Personal;

namespace Talka.Work.Events.SigningUp;

/// <summary>Registrations are known by the address that they were made with. An erasure leaves a place that somebody nameless had, so that what was counted stays.</summary>
internal sealed class RegistrationPersonalData(TalkaDb db) : IPersonalData
{
    public string Code => "event-registrations";
    public string Title => Texts.T("DataTitle");
    public string AfterErasure => Texts.T("DataErasure");
    public IReadOnlyList<PersonalColumns> Covers { get; } =
    [
        new(typeof(Registration), nameof(Registration.Name), nameof(Registration.Email), nameof(Registration.Phone), nameof(Registration.PersonKey),
            nameof(Registration.OrganisationName)),
    ];

    public IAsyncEnumerable<PersonalRow> ReadAsync(PersonKey person, int most) => Of(person).AsNoTracking().OrderByDescending(r => r.Id).Take(most)
        .Select(r => new { Registration = r, Event = db.Events().First(e => e.Id == r.EventId).Title }).AsAsyncEnumerable()
        .Select(row => new PersonalRow(
            PersonalFact.At(row.Registration.CreatedAt), PersonalFact.What(row.Event),
            new PersonalFact("name", Texts.T("YourName"), row.Registration.Name), new PersonalFact("email", Texts.T("YourEmail"), row.Registration.Email),
            new PersonalFact("phone", Texts.T("YourPhone"), row.Registration.Phone), new PersonalFact("organisation", Texts.T("YourOrganisation"), row.Registration.OrganisationName),
            new PersonalFact("state", Texts.T("PersonState"), Texts.T("State" + row.Registration.State), row.Registration.State.ToString())));

    public async Task EraseAsync(PersonKey person, CancellationToken cancel)
    {
        var registrations = await Of(person).AsTracking().ToListAsync(cancel);
        var responses = registrations.Select(r => r.ResponseId).OfType<Guid>().ToList();
        foreach (var registration in registrations)
        {
            registration.Name = ErasedPerson.Name;
            registration.PersonKey = $"#{registration.Id:n}";
            (registration.Email, registration.Phone, registration.OrganisationName, registration.ResponseId) = (null, null, null, null);
            registration.Version++;
        }

        await db.SaveChangesAsync(cancel);
        await db.Set<FormResponse>().Where(response => responses.Contains(response.Id)).ExecuteDeleteAsync(cancel);
    }

    private IQueryable<Registration> Of(PersonKey person)
    {
        var email = person.Email.ToLowerInvariant();
        return db.Set<Registration>().Where(r => r.Email == email);
    }
}
