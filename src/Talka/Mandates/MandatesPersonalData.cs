using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Personal;

namespace Talka.Mandates;

internal sealed class MandatesPersonalData(TalkaDb db) : IPersonalData
{
    public string Code => "contract-versions";
    public string Title => Texts.T("DataTitle");
    public string AfterErasure => Texts.T("DataErasure");
    public IReadOnlyList<PersonalColumns> Covers { get; } =
        [new(typeof(MandateVersion), nameof(MandateVersion.RecordedBy), nameof(MandateVersion.RecordedByName))];

    public IAsyncEnumerable<PersonalRow> ReadAsync(PersonKey person, int most) =>
        (from version in db.Set<MandateVersion>()
         join mandate in db.Set<Mandate>() on version.MandateId equals mandate.Id
         where version.RecordedBy == person.Id
         orderby version.RecordedAt descending
         select new { mandate.Slug, version.Number, version.RecordedAt, version.RecordedByName, version.Reason })
        .Take(most).AsAsyncEnumerable().Select(version => new PersonalRow(
            PersonalFact.At(version.RecordedAt),
            PersonalFact.Mandate(version.Slug),
            new PersonalFact("version", Texts.T("DataVersion"), $"{version.Number}"),
            new PersonalFact("name", Texts.T("DataName"), version.RecordedByName),
            PersonalFact.What(version.Reason)));

    public Task EraseAsync(PersonKey person, CancellationToken cancel) => db.Set<MandateVersion>().Where(version => version.RecordedBy == person.Id)
        .ExecuteUpdateAsync(set => set.SetProperty(version => version.RecordedByName, ErasedPerson.Name), cancel);
}
