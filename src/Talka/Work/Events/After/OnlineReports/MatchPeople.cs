namespace Talka.Work.Events.After.OnlineReports;

/// <summary>Somebody who signed up.</summary>
public sealed record Registered(Guid Id, string Name, string? Email);

/// <param name="Registration">Whom it is, or while doubtful the likeliest.</param>
public sealed record MatchedPerson(ReportPerson Person, AttendanceMatch Match, Guid? Registration);

/// <summary>
/// Finds whom the people of a report are: by e-mail; else by name, where only one who signed up has it. A name that several have, or that only resembles
/// one, is for a person to decide.
/// </summary>
public static class MatchPeople
{
    public static IReadOnlyList<MatchedPerson> Run(IReadOnlyList<ReportPerson> people, IReadOnlyList<Registered> registered)
    {
        var byEmail = registered.Where(r => r.Email is not null).DistinctBy(r => r.Email!.Trim().ToLowerInvariant(), StringComparer.Ordinal)
            .ToDictionary(r => r.Email!.Trim().ToLowerInvariant(), r => r.Id, StringComparer.Ordinal);
        var byName = registered.ToLookup(r => PersonNames.Key(r.Name), StringComparer.Ordinal);
        var words = registered.Select(r => (r.Id, Words: PersonNames.Words(r.Name))).ToList();
        var byWord = words.SelectMany(r => r.Words.Select(word => (Start: word[..1], r))).ToLookup(one => one.Start, one => one.r, StringComparer.Ordinal);
        var matched = people.Select(Match);
        return [.. Together(matched)];

        MatchedPerson Match(ReportPerson person)
        {
            if (person.Email is { } email && byEmail.TryGetValue(email, out var known))
            {
                return new(person, AttendanceMatch.ByEmail, known);
            }

            var key = PersonNames.Key(person.Name);
            var same = key.Length == 0 ? [] : byName[key].ToList();
            if (same is [var only] && PersonNames.Words(person.Name).Count > 1)
            {
                return new(person, AttendanceMatch.ByName, only.Id);
            }

            if (same.Count > 0)
            {
                return new(person, AttendanceMatch.Doubtful, same[0].Id);
            }

            var mine = PersonNames.Words(person.Name);
            var alike = mine.SelectMany(word => byWord[word[..1]]).DistinctBy(r => r.Id).FirstOrDefault(r => PersonNames.AreAlike(mine, r.Words));
            return alike.Words is null ? new(person, AttendanceMatch.Unknown, null) : new(person, AttendanceMatch.Doubtful, alike.Id);
        }
    }

    // Somebody who joined from two devices under different names is one person, whose times may overlap.
    private static IEnumerable<MatchedPerson> Together(IEnumerable<MatchedPerson> matched)
    {
        foreach (var same in matched.GroupBy(one => one.Match is AttendanceMatch.ByEmail or AttendanceMatch.ByName ? one.Registration!.Value : Guid.Empty))
        {
            if (same.Key == Guid.Empty)
            {
                foreach (var one in same)
                {
                    yield return one;
                }
            }
            else
            {
                var all = same.ToList();
                var person = all[0].Person with { Email = all.Select(one => one.Person.Email).FirstOrDefault(email => email is not null), Lines = [.. all.SelectMany(one => one.Person.Lines)] };
                yield return new MatchedPerson(person, all.Min(one => one.Match), same.Key);
            }
        }
    }
}
