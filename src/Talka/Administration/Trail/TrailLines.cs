using Microsoft.EntityFrameworkCore;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Personal;
using Talka.Foundation.Trail;

namespace Talka.Administration.Trail;

/// <param name="Who">The name of whoever did it, as it is today; null for the program, or for somebody who is not known.</param>
internal sealed record TrailLine(TrailEntry Entry, string? Who, string? Subject);

internal static class TrailLines
{
    private const string PersonPrefix = "person:";

    /// <summary>Puts names to ids; who has been erased has none.</summary>
    public static async Task<IReadOnlyList<TrailLine>> NamedAsync(this IReadOnlyList<TrailEntry> entries, TalkaDb db, CancellationToken cancel)
    {
        List<Guid> ids = [.. entries.SelectMany(entry => new[] { entry.PersonId, SubjectId(entry) }).OfType<Guid>().Distinct()];
        var names = await db.People().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.DisplayName, cancel);
        return [.. entries.Select(entry => new TrailLine(
            entry, Name(entry.PersonId), SubjectId(entry) is { } subject ? Name(subject) : entry.Subject))];

        string? Name(Guid? id) => id is { } known ? ErasedPerson.Shown(names.GetValueOrDefault(known)) : null;
    }

    private static Guid? SubjectId(TrailEntry entry) =>
        entry.Subject?.StartsWith(PersonPrefix, StringComparison.Ordinal) == true && Guid.TryParse(entry.Subject.AsSpan(PersonPrefix.Length), out var id) ? id : null;
}
