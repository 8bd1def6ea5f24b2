using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Personal;

namespace Talka.Onboarding;

internal sealed class OnboardingPersonalData(TalkaDb db) : IPersonalData
{
    public string Code => "onboarding";
    public string Title => Texts.T("DataTitle");
    public string AfterErasure => Texts.T("DataErasure");
    public IReadOnlyList<PersonalColumns> Covers { get; } =
        [new(typeof(OnboardingDraft), nameof(OnboardingDraft.PersonId), nameof(OnboardingDraft.PersonName))];

    public IAsyncEnumerable<PersonalRow> ReadAsync(PersonKey person, int most) => db.OnboardingDrafts().Where(draft => draft.PersonId == person.Id)
        .OrderByDescending(draft => draft.CreatedAt).Take(most).Select(draft => new { draft.CreatedAt, draft.Mandate, draft.DocumentName })
        .AsAsyncEnumerable().Select(draft => new PersonalRow(
            PersonalFact.At(draft.CreatedAt), PersonalFact.Mandate(draft.Mandate), PersonalFact.What(draft.DocumentName)));

    public Task EraseAsync(PersonKey person, CancellationToken cancel) => db.Set<OnboardingDraft>().Where(draft => draft.PersonId == person.Id)
        .ExecuteUpdateAsync(set => set.SetProperty(draft => draft.PersonName, ErasedPerson.Name), cancel);
}
