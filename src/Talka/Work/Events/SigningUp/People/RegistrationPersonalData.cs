using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Talka.Forms;
using Talka.Forms.Answers;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Personal;
using static Talka.Work.Events.SigningUp.Texts;

namespace Talka.Work.Events.SigningUp;

/// <summary>
/// Registrations are known by the address that they were made with. An erasure leaves a place that somebody nameless had, so that what was counted stays; places
/// and turns at coming events are given back.
/// </summary>
internal sealed class RegistrationPersonalData(
    TalkaDb db, AnswerTable answers, EraseAnswers erasing, SeatClaims claims, CancelRegistration cancelling, WaitingList waiting, TimeProvider clock) : IPersonalLink
{
    public string Code => "event-registrations";
    public string Title => T("DataTitle");
    public string AfterErasure => T("DataErasure");
    public IReadOnlyList<PersonalColumns> Covers { get; } =
    [
        new(typeof(Registration), nameof(Registration.Name), nameof(Registration.Email), nameof(Registration.Phone), nameof(Registration.PersonKey),
            nameof(Registration.OrganisationName)),
    ];

    public async IAsyncEnumerable<PersonalRow> ReadAsync(PersonKey person, int most)
    {
        var rows = await Of(person).AsNoTracking().OrderByDescending(r => r.Id).Take(most)
            .Select(r => new { Registration = r, Event = db.Events().Where(e => e.Id == r.EventId).Select(e => new { e.Title, e.FormId }).First() }).ToListAsync();
        foreach (var row in rows)
        {
            yield return Row(row.Registration, row.Event.Title, await AnswersAsync(row.Event.FormId, row.Registration.ResponseId));
        }
    }

    public async Task EraseAsync(PersonKey person, CancellationToken cancel)
    {
        var coming = await LockComingAsync(person, cancel);
        var registrations = await Of(person).AsTracking().ToListAsync(cancel);
        foreach (var e in coming)
        {
            await cancelling.LeaveAsync(e, registrations.FindAll(r => r.EventId == e.Id && IsUnused(r)), RegistrationState.Cancelled, reason: null, cancel);
        }

        var ids = registrations.ConvertAll(r => r.Id);
        var companions = await db.Set<Registration>().AsTracking().Where(r => ids.Contains(r.PartyId) && !ids.Contains(r.Id)).ToListAsync(cancel);
        var events = registrations.Select(r => r.EventId).Distinct().ToList();
        var series = await db.Events().Where(e => events.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.SeriesId ?? e.Id, cancel);
        var responses = registrations.Select(r => r.ResponseId).OfType<Guid>().ToList();

        // One key for the events of a cycle, in which people are counted once
        var keys = series.Values.Distinct().ToDictionary(one => one, _ => "#" + TicketCodes.NewTicket());
        foreach (var registration in registrations)
        {
            registration.Name = ErasedPerson.Name;
            registration.PersonKey = keys[series[registration.EventId]];
            (registration.Email, registration.Phone, registration.OrganisationName, registration.ResponseId) = (null, null, null, null);
            (registration.RequestKey, registration.Reason) = (null, null);
            registration.Version++;
        }

        // Those who came along stay, but no longer under the address
        foreach (var companion in companions)
        {
            companion.PersonKey = CleanSignUp.CompanionKey(keys[series[companion.EventId]], companion.Name);
            (companion.RequestKey, companion.Reason) = (null, null);
            companion.Version++;
        }

        await db.SaveChangesAsync(cancel);
        await erasing.ResponsesAsync(responses, cancel);
        foreach (var e in coming)
        {
            await waiting.PromoteAsync(e, cancel);
        }

        await db.SaveChangesAsync(cancel);
    }

    private async Task<IReadOnlyList<EventFacts>> LockComingAsync(PersonKey person, CancellationToken cancel)
    {
        var (now, own) = (clock.GetUtcNow().UtcDateTime, Of(person));
        var events = await db.Events().Where(e => own.Any(r => r.EventId == e.Id)).OrderBy(e => e.Id).Select(EventFacts.From(db)).ToListAsync(cancel);
        events.RemoveAll(e => !e.IsComing(now));
        foreach (var e in events)
        {
            await claims.LockAsync(e.Id, cancel);
        }

        return events;
    }

    // Whoever came already has had the place
    private static bool IsUnused(Registration registration) =>
        registration is { State: not (RegistrationState.Cancelled or RegistrationState.Lapsed), CameAt: null, OnlineMinutes: null };

    private static PersonalRow Row(Registration registration, string title, string? answers) => new(
        PersonalFact.At(registration.CreatedAt), PersonalFact.What(title),
        new PersonalFact("name", T("YourName"), registration.Name), new PersonalFact("email", T("YourEmail"), registration.Email),
        new PersonalFact("phone", T("YourPhone"), registration.Phone), new PersonalFact("organisation", T("YourOrganisation"), registration.OrganisationName),
        new PersonalFact("group", T("YourGroup"), registration.TargetGroup),
        new PersonalFact("mode", T("PersonMode"), T("Mode" + registration.Mode), registration.Mode.ToString()),
        new PersonalFact("state", T("PersonState"), T("State" + registration.State), registration.State.ToString()),
        new PersonalFact("reason", T("Reason"), registration.Reason),
        new PersonalFact("came", T("PersonCame"), registration.CameAt is { } at ? Format.Instant(at) : null, registration.CameAt?.ToString("O", CultureInfo.InvariantCulture)),
        new PersonalFact("minutes", T("PersonMinutes"), registration.OnlineMinutes?.ToString(CultureInfo.InvariantCulture)),
        new PersonalFact("answers", T("PersonAnswers"), answers));

    private async Task<string?> AnswersAsync(Guid? form, Guid? response)
    {
        if (form is not { } asked || response is not { } given)
        {
            return null;
        }

        var questions = await answers.QuestionsAsync(asked, CancellationToken.None);
        var row = (await answers.OfAsync([given], questions, CancellationToken.None)).GetValueOrDefault(given);
        return row is null ? null : string.Join("; ", questions.Where(q => row.Texts.ContainsKey(q.Code)).Select(q => $"{q.LabelText()}: {row.Texts[q.Code]}"));
    }

    private IQueryable<Registration> Of(PersonKey person)
    {
        var email = person.Email.ToLowerInvariant();
        return db.Set<Registration>().Where(r => r.Email == email);
    }
}
