using Talka.Foundation.Data;

namespace Talka.Work.Events.After.Closing;

/// <summary>What is known of one registration once the event is over.</summary>
/// <param name="PersonKey">Says who it is; the same person may have registered more than once.</param>
/// <param name="CameIn">Whether a door let them in.</param>
/// <param name="Minutes">Online; null where nothing was reported.</param>
/// <param name="Organisation">Of the directory.</param>
/// <param name="OrganisationName">As typed, where it is none of the directory.</param>
public sealed record Attendee(string PersonKey, bool CameIn, int? Minutes, string? Group, Guid? Organisation, string? OrganisationName);

/// <param name="Group">Empty for those who belong to none.</param>
public sealed record GroupCount(string Group, int OnSite, int Online);

/// <summary>
/// Who attended: on site whoever came in, online whoever stayed for the threshold. One person counts once, however often they registered and with however
/// many devices they joined; whoever was in both places counts on site.
/// </summary>
/// <param name="Both">How many of those on site had also been online for long enough.</param>
/// <param name="Organisations">Represented by at least one person who attended.</param>
public sealed record AttendanceCount(int OnSite, int Online, int Both, int Organisations, IReadOnlyList<GroupCount> Groups)
{
    public int People => OnSite + Online;

    /// <param name="threshold">The least minutes online that count as taking part.</param>
    public static AttendanceCount Of(IEnumerable<Attendee> attendees, int threshold)
    {
        var people = new Dictionary<string, Person>(StringComparer.Ordinal);
        foreach (var attendee in attendees)
        {
            if (!people.TryGetValue(attendee.PersonKey, out var person))
            {
                people[attendee.PersonKey] = person = new Person();
            }

            person.Add(attendee);
        }

        var present = people.Values.Where(person => person.Attended(threshold)).ToList();
        return new AttendanceCount(
            present.Count(person => person.CameIn),
            present.Count(person => !person.CameIn),
            present.Count(person => person.CameIn && person.WasOnline(threshold)),
            present.SelectMany(person => person.Organisations).Distinct(StringComparer.Ordinal).Count(),
            [
                .. present.GroupBy(person => person.Group ?? "", StringComparer.Ordinal)
                    .Select(group => new GroupCount(group.Key, group.Count(person => person.CameIn), group.Count(person => !person.CameIn)))
                    .OrderBy(group => group.Group.Length == 0).ThenBy(group => group.Group, StringComparer.Ordinal),
            ]);
    }

    private sealed class Person
    {
        private int? _minutes;

        public bool CameIn { get; private set; }
        public string? Group { get; private set; }
        public HashSet<string> Organisations { get; } = new(StringComparer.Ordinal);

        public bool WasOnline(int threshold) => _minutes >= threshold;

        public bool Attended(int threshold) => CameIn || WasOnline(threshold);

        public void Add(Attendee attendee)
        {
            CameIn |= attendee.CameIn;
            _minutes = attendee.Minutes is { } minutes ? (_minutes ?? 0) + minutes : _minutes;
            Group ??= string.IsNullOrWhiteSpace(attendee.Group) ? null : attendee.Group;
            if (attendee.Organisation is { } id)
            {
                Organisations.Add(id.ToString());
            }
            else if (!string.IsNullOrWhiteSpace(attendee.OrganisationName))
            {
                Organisations.Add("\n" + TextSearch.Fold(attendee.OrganisationName.Trim()));
            }
        }
    }
}
