using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Personal;

namespace Talka.Foundation.Trail;

internal sealed class TrailPersonalData(TalkaDb db) : IPersonalData
{
    public string Code => "trail";
    public string Title => Texts.T("Title");
    public string AfterErasure => Texts.T("AfterErasure");
    public IReadOnlyList<PersonalColumns> Covers { get; } = [new(typeof(TrailEntry), nameof(TrailEntry.PersonId))];

    public IAsyncEnumerable<PersonalRow> ReadAsync(PersonKey person, int most) => db.Trail().Where(e => e.PersonId == person.Id)
        .OrderByDescending(e => e.Id).Take(most).AsAsyncEnumerable().Select(e => new PersonalRow(
            PersonalFact.At(e.At),
            new PersonalFact("act", Texts.T("Act"), TrailWords.Act(e.Act), e.Act.ToString()),
            new PersonalFact("address", Texts.T("Address"), e.Address),
            new PersonalFact("subject", Texts.T("Subject"), e.Subject),
            PersonalFact.Mandate(e.Mandate),
            new PersonalFact("detail", Texts.T("Detail"), e.Detail)));

    /// <summary>The lines say no names; should one do so all the same, it loses its words.</summary>
    public async Task EraseAsync(PersonKey person, CancellationToken cancel)
    {
        var email = TextSearch.Fold(person.Email);
        var name = person.Name.Contains(' ', StringComparison.Ordinal) ? TextSearch.Fold(person.Name) : email; // one short word would be found everywhere
        await db.Set<TrailEntry>().Where(e => TextSearch.Fold(e.Subject!).Contains(name) || TextSearch.Fold(e.Subject!).Contains(email))
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.Subject, (string?)null), cancel);
        await db.Set<TrailEntry>().Where(e => TextSearch.Fold(e.Detail!).Contains(name) || TextSearch.Fold(e.Detail!).Contains(email))
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.Detail, (string?)null), cancel);
    }
}

public static class TrailWords
{
    public static string Act(TrailAct act) => Texts.T("Act" + act);
}
