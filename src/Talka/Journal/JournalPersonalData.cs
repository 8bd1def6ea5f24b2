using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Localisation;
using Talka.Foundation.Personal;

namespace Talka.Journal;

/// <summary>
/// Who recorded an entry stands in its salted payload, and what is committed is never changed: the id stays and means no one once the account is gone.
/// </summary>
internal sealed class JournalPersonalData(TalkaDb db) : IPersonalData
{
    public string Code => "journal";
    public string Title => Texts.T("DataTitle");
    public string AfterErasure => Texts.T("DataErasure");
    public IReadOnlyList<PersonalColumns> Covers { get; } = [new(typeof(JournalEntry), nameof(JournalEntry.RecordedBy))];

    public IAsyncEnumerable<PersonalRow> ReadAsync(PersonKey person, int most) => db.JournalEntries().Where(e => e.RecordedBy == person.Id)
        .OrderByDescending(e => e.Sequence).Take(most).Select(e => new { e.Sequence, e.RecordedAt, e.Mandate, e.Title })
        .AsAsyncEnumerable().Select(e => new PersonalRow(
            PersonalFact.At(e.RecordedAt),
            PersonalFact.Mandate(e.Mandate),
            new PersonalFact("entry", Texts.T("DataEntry"), e.Sequence.ToString(CultureInfo.InvariantCulture)),
            PersonalFact.What(e.Title)));
}

/// <summary>Entries whose words name a person; each is looked at and, if need be, voided and erased by itself.</summary>
internal sealed class JournalMentions(TalkaDb db) : IPersonMentions
{
    public IReadOnlyList<PersonalColumns> Covers { get; } = [new(typeof(JournalEntry), nameof(JournalEntry.Payload))];

    public IAsyncEnumerable<PersonMention> FindAsync(IReadOnlyList<string> stems, int most)
    {
        var entries = db.JournalEntries().Where(e => e.Payload != null);
        foreach (var stem in stems)
        {
            entries = entries.Where(e => TextSearch.Fold(e.Payload!).Contains(stem));
        }

        return entries.OrderBy(e => e.Sequence).Take(most).Select(e => new { e.Sequence, e.Mandate, e.Title }).AsAsyncEnumerable()
            .Select(e => new PersonMention(Texts.T("MentionOf", Format.Number(e.Sequence), e.Title), $"/mandates/{e.Mandate}/entries/{e.Sequence}"));
    }
}

internal sealed class JournalFileNames(TalkaDb db) : IFileNames
{
    public IReadOnlyList<(Type Entity, string Property)> Covers { get; } = [(typeof(JournalFile), nameof(JournalFile.Sha256))];

    public async Task<IReadOnlyCollection<string>> NamedAsync(IReadOnlyCollection<string> hashes, CancellationToken cancel) =>
        await db.JournalFiles().Where(file => hashes.Contains(file.Sha256)).Select(file => file.Sha256).Distinct().ToListAsync(cancel);
}
