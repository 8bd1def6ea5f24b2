using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Personal;
using static Talka.Work.Events.Planning.Texts;

namespace Talka.Work.Events.Planning;

/// <summary>Whom visitors may ask about an event: known by the address, and taken out of the events by an erasure.</summary>
internal sealed class PlanningPersonalData(TalkaDb db) : IPersonalData
{
    public string Code => "event-contacts";
    public string Title => T("DataTitle");
    public string AfterErasure => T("DataErasure");
    public IReadOnlyList<PersonalColumns> Covers { get; } = [new(typeof(Event), nameof(Event.ContactName), nameof(Event.ContactEmail))];

    public IAsyncEnumerable<PersonalRow> ReadAsync(PersonKey person, int most) => Of(person).OrderByDescending(e => e.Id).Take(most)
        .Select(e => new { e.Title, e.ContactName, e.UpdatedAt }).AsAsyncEnumerable()
        .Select(e => new PersonalRow(PersonalFact.At(e.UpdatedAt), PersonalFact.What(e.Title), new PersonalFact("name", T("ContactName"), e.ContactName)));

    public Task EraseAsync(PersonKey person, CancellationToken cancel) =>
        Of(person).ExecuteUpdateAsync(set => set.SetProperty(e => e.ContactName, (string?)null).SetProperty(e => e.ContactEmail, (string?)null), cancel);

    // As typed before addresses were brought to small letters
    private IQueryable<Event> Of(PersonKey person)
    {
        var email = person.Email.ToLowerInvariant();
        return db.Events().Where(e => e.ContactEmail != null && e.ContactEmail.ToLower() == email);
    }
}

/// <summary>Speakers are known by their names alone: whoever decides about an erasure looks whether it is the same person.</summary>
internal sealed class SpeakerMentions(TalkaDb db) : IPersonMentions
{
    public IReadOnlyList<PersonalColumns> Covers { get; } = [new(typeof(EventSpeaker), nameof(EventSpeaker.Name))];

    public IAsyncEnumerable<PersonMention> FindAsync(IReadOnlyList<string> stems, int most)
    {
        var speakers = db.EventSpeakers();
        foreach (var stem in stems)
        {
            speakers = speakers.Where(s => TextSearch.Fold(s.Name).Contains(stem));
        }

        return (from speaker in speakers
                join one in db.Events() on speaker.EventId equals one.Id
                join mandate in db.Set<Mandates.Mandate>() on one.MandateId equals mandate.Id
                orderby one.Id descending
                select new { one.Id, one.Title, mandate.Slug }).Take(most).AsAsyncEnumerable()
            .Select(found => new PersonMention(T("MentionOf", found.Title), EventAddress.Work(found.Slug, found.Id)));
    }
}

/// <summary>Pictures, photos and materials.</summary>
internal sealed class PlanFileNames(TalkaDb db) : IFileNames
{
    public IReadOnlyList<(Type Entity, string Property)> Covers { get; } =
        [(typeof(Event), nameof(Event.ImageSha256)), (typeof(EventSpeaker), nameof(EventSpeaker.PhotoSha256)), (typeof(EventMaterial), nameof(EventMaterial.Sha256))];

    public async Task<IReadOnlyCollection<string>> NamedAsync(IReadOnlyCollection<string> hashes, CancellationToken cancel) =>
    [
        .. await db.Events().Where(e => e.ImageSha256 != null && hashes.Contains(e.ImageSha256)).Select(e => e.ImageSha256!).ToListAsync(cancel),
        .. await db.EventSpeakers().Where(s => s.PhotoSha256 != null && hashes.Contains(s.PhotoSha256)).Select(s => s.PhotoSha256!).ToListAsync(cancel),
        .. await db.EventMaterials().Where(m => m.Sha256 != null && hashes.Contains(m.Sha256)).Select(m => m.Sha256!).ToListAsync(cancel),
    ];
}
