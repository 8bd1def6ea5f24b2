using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Personal;

namespace Talka.Administration.Privacy;

/// <param name="Rows">The newest of what is kept.</param>
/// <param name="More">Whether there is more than that.</param>
public sealed record PersonalSection(IPersonalData Data, IReadOnlyList<PersonalRow> Rows, bool More);

/// <summary>Everything that is kept about somebody, feature by feature; the account first.</summary>
public sealed class PersonalReport(TalkaDb db, IEnumerable<IPersonalData> features, KnownPeople known)
{
    /// <summary>The features that keep something, in the order in which they are shown.</summary>
    public IReadOnlyList<IPersonalData> Features { get; } = [.. features.OrderBy(data => data is not IPersonalAccount).ThenBy(data => data.Code, StringComparer.Ordinal)];

    /// <summary>Without the account: for people who have none.</summary>
    public IReadOnlyList<IPersonalData> OfAddress => [.. Features.Where(data => data is not IPersonalAccount)];

    /// <summary>The person with the account, or else somebody who is known by their address; null for neither.</summary>
    public async Task<PersonKey?> FindAsync(Guid id, CancellationToken cancel) =>
        await db.People().Where(person => person.Id == id).Select(person => new PersonKey(person.Id, person.DisplayName, person.UserName!)).FirstOrDefaultAsync(cancel)
        ?? (await known.FindAsync(id, cancel))?.Person;

    /// <summary>What there is to show on a page: of each feature at most so many rows.</summary>
    public Task<IReadOnlyList<PersonalSection>> ReadAsync(PersonKey person, int most, CancellationToken cancel) => ReadAsync(Features, person, most, cancel);

    /// <summary>The same for somebody without an account.</summary>
    public Task<IReadOnlyList<PersonalSection>> ReadOfAddressAsync(PersonKey person, int most, CancellationToken cancel) => ReadAsync(OfAddress, person, most, cancel);

    private static async Task<IReadOnlyList<PersonalSection>> ReadAsync(IReadOnlyList<IPersonalData> features, PersonKey person, int most, CancellationToken cancel)
    {
        List<PersonalSection> sections = [];
        foreach (var data in features)
        {
            var rows = await data.ReadAsync(person, most + 1).ToListAsync(cancel);
            sections.Add(new PersonalSection(data, [.. rows.Take(most)], rows.Count > most));
        }

        return sections;
    }
}
