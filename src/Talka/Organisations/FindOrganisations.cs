using Microsoft.EntityFrameworkCore;
using Talka.Foundation;
using Talka.Foundation.Data;

namespace Talka.Organisations;

/// <summary>Finds the organisation that somebody means by what they typed: its name in any spelling, or its registration number.</summary>
public sealed class FindOrganisations(TalkaDb db)
{
    private const int Offered = 10;
    private const int Part = 500;

    /// <returns>The id; null when the directory has none, or several, of the name.</returns>
    public async Task<Guid?> ByNameAsync(string? typed, CancellationToken cancel) =>
        typed is not null && (await ByNamesAsync([typed], cancel)).TryGetValue(typed, out var id) ? id : null;

    /// <summary>Many at once, such as those of an import; names that are not clearly one of the directory are not in the answer.</summary>
    public async Task<IReadOnlyDictionary<string, Guid>> ByNamesAsync(IReadOnlyCollection<string> typed, CancellationToken cancel)
    {
        var found = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var part in typed.Distinct().Chunk(Part))
        {
            var keys = part.ToDictionary(name => name, NameKeys.Of);
            var numbers = part.ToDictionary(name => name, name => RegistrationNumber.Clean(name) is { } number && RegistrationNumber.IsValid(number) ? number : null);
            var (wantedKeys, wantedNumbers) = (keys.Values.Where(key => key.Length > 0).Distinct().ToList(), numbers.Values.OfType<string>().Distinct().ToList());
            var known = await db.Organisations().Where(o => wantedKeys.Contains(o.NameKey) || wantedNumbers.Contains(o.RegistrationNumber!))
                .Select(o => new { o.Id, o.NameKey, o.RegistrationNumber }).ToListAsync(cancel);
            var byNumber = known.Where(o => o.RegistrationNumber is not null).ToDictionary(o => o.RegistrationNumber!, o => o.Id);
            var byKey = known.GroupBy(o => o.NameKey).Where(group => group.Count() == 1).ToDictionary(group => group.Key, group => group.Single().Id);
            foreach (var name in part)
            {
                if ((numbers[name] is { } number && byNumber.TryGetValue(number, out var id)) || byKey.TryGetValue(keys[name], out id))
                {
                    found[name] = id;
                }
            }
        }

        return found;
    }

    /// <summary>The first names of the directory in which all words that were typed begin a word.</summary>
    public async Task<IReadOnlyList<string>> OfferAsync(string? typed, CancellationToken cancel)
    {
        var words = NameKeys.Words(typed);
        if (words.Count == 0)
        {
            return [];
        }

        var organisations = db.Organisations();
        foreach (var word in words)
        {
            var inside = " " + word;
            organisations = organisations.Where(o => o.NameKey.StartsWith(word) || o.NameKey.Contains(inside));
        }

        return await organisations.OrderBy(o => o.NameKey).ThenBy(o => o.Id).Select(o => o.Name).Take(Offered).ToListAsync(cancel);
    }
}
