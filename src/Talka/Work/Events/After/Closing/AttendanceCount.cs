using Talka.Foundation.Data;

namespace Talka.Work.Events.After.Closing;

/// <summary>What is known of one registration once the event is over.</summary>
/// <param name="PersonKey">Says who it is; the same person may have registered more than once.</param>
/// <param name="CameIn">Whether a door let them in.</param>
/// <param name="Minutes">Online; null where nothing was reported.</param>
/// <param name="Organisation">Of the directory.</param>
/// <param name="OrganisationName">In the directory or, where it is none of the directory, as typed.</param>
public sealed record Attendee(string PersonKey, bool CameIn, int? Minutes, string? Group, Guid? Organisation, string? OrganisationName);

/// <summary>Somebody who attended: all of their registrations together.</summary>
public sealed class Participant(string key)
{
    private readonly Dictionary<string, string> _organisations = new(StringComparer.Ordinal);
    private int? _minutes;

    public string Key { get; } = key;
    public bool CameIn { get; private set; }
    public string? Group { get; private set; }

    /// <summary>Whom they stood for: what tells an organisation from others, and its name.</summary>
    public IReadOnlyDictionary<string, string> Organisations => _organisations;

    public bool WasOnline(int threshold) => _minutes >= threshold;

    /// <summary>Those who attended, in the order of their first registrations.</summary>
    /// <param name="threshold">The least minutes online that count as taking part, all devices and registrations of a person together.</param>
    public static async Task<IReadOnlyList<Participant>> AmongAsync(IAsyncEnumerable<Attendee> attendees, int threshold, CancellationToken cancel)
    {
        var people = new People();
        await foreach (var attendee in attendees.WithCancellation(cancel))
        {
            people.Add(attendee);
        }

        return people.Present(threshold);
    }

    /// <inheritdoc cref="AmongAsync"/>
    public static IReadOnlyList<Participant> Among(IEnumerable<Attendee> attendees, int threshold)
    {
        var people = new People();
        foreach (var attendee in attendees)
        {
            people.Add(attendee);
        }

        return people.Present(threshold);
    }

    private void Add(Attendee attendee)
    {
        CameIn |= attendee.CameIn;
        _minutes = attendee.Minutes is { } minutes ? (_minutes ?? 0) + minutes : _minutes;
        Group ??= string.IsNullOrWhiteSpace(attendee.Group) ? null : attendee.Group;
        if (attendee.Organisation is { } id)
        {
            _organisations.TryAdd(id.ToString(), attendee.OrganisationName ?? "");
        }
        else if (!string.IsNullOrWhiteSpace(attendee.OrganisationName))
        {
            _organisations.TryAdd("\n" + TextSearch.Fold(attendee.OrganisationName.Trim()), attendee.OrganisationName.Trim());
        }
    }

    private sealed class People
    {
        private readonly Dictionary<string, Participant> _byKey = new(StringComparer.Ordinal);
        private readonly List<Participant> _all = [];

        public void Add(Attendee attendee)
        {
            if (!_byKey.TryGetValue(attendee.PersonKey, out var person))
            {
                _all.Add(_byKey[attendee.PersonKey] = person = new Participant(attendee.PersonKey));
            }

            person.Add(attendee);
        }

        public List<Participant> Present(int threshold) => _all.FindAll(person => person.CameIn || person.WasOnline(threshold));
    }
}

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
    public static AttendanceCount Of(IEnumerable<Attendee> attendees, int threshold) => Of(Participant.Among(attendees, threshold), threshold);

    public static AttendanceCount Of(IReadOnlyCollection<Participant> present, int threshold) => new(
        present.Count(person => person.CameIn),
        present.Count(person => !person.CameIn),
        present.Count(person => person.CameIn && person.WasOnline(threshold)),
        present.SelectMany(person => person.Organisations.Keys).Distinct(StringComparer.Ordinal).Count(),
        [
            .. present.GroupBy(person => person.Group ?? "", StringComparer.Ordinal)
                .Select(group => new GroupCount(group.Key, group.Count(person => person.CameIn), group.Count(person => !person.CameIn)))
                .OrderBy(group => group.Group.Length == 0).ThenBy(group => group.Group, StringComparer.Ordinal),
        ]);
}
