using Talka.Foundation.Localisation;
using Talka.Journal;
using Talka.Mandates;
using static Talka.Work.Events.After.Texts;

namespace Talka.Work.Events.After.Closing;

/// <summary>The journal entry that an event becomes.</summary>
internal static class ClosingEntry
{
    /// <summary>The area that the entries name as their source.</summary>
    public const string Area = "events";

    /// <param name="Series">Title of the cycle.</param>
    public sealed record Facts(
        int Year, DateOnly From, DateOnly To, string? RecordingLink, IReadOnlyList<string> Partners, string? Series, IReadOnlyList<EntryFile> Files);

    public static EntryContent Of(MandateTerms terms, Event e, Counted counted, Facts facts) => new()
    {
        Mandate = terms.Slug,
        Year = facts.Year,
        Stream = e.Stream,
        Kind = e.Kind,
        Title = e.Title,
        Description = e.Description,
        From = facts.From,
        To = facts.To,
        Mode = e.Mode switch
        {
            EventMode.OnSite => EntryMode.OnSite,
            EventMode.Online => EntryMode.Online,
            _ => EntryMode.Hybrid,
        },
        Place = e.Venue,
        Region = Regions.Find(e.Region)?.Latvian ?? e.Region,
        TargetGroup = e.TargetGroup ?? Groups(counted),
        Partners = facts.Partners,
        Quantity = 1,
        Participants = counted.People,
        Attendance = Attendance(counted),
        Reach = counted.Viewers,
        Links = string.IsNullOrWhiteSpace(facts.RecordingLink) ? [] : [facts.RecordingLink.Trim()],
        Series = facts.Series,
        Files = facts.Files,
        Note = Words(counted),
        Source = new EntrySource(Area, e.Id.ToString(), Address(terms.Slug, e.Id)),
    };

    /// <summary>The target groups of those who attended, where the plan names none.</summary>
    /// <returns>Null where nobody belongs to one, and where they are too many to be named.</returns>
    public static string? Groups(Counted counted) =>
        string.Join("; ", counted.Groups.Select(group => group.Group).Where(group => group.Length > 0)) is { Length: > 0 and <= EntryRules.NameLimit } names ? names : null;

    /// <summary>The measures of the count. Target groups stand among them where somebody belongs to one, unless they are too many.</summary>
    public static EntryAttendance Attendance(Counted counted) => new(
        counted.OnSite, counted.Online, counted.Organisations,
        counted.Groups.Any(group => group.Group.Length > 0) && counted.Groups.Count <= EntryRules.ListLimit
            ? [.. counted.Groups.Select(group => new GroupAttendance(group.Group.Length > 0 ? group.Group : null, group.OnSite, group.Online))]
            : [],
        counted.Series is { } series ? new CycleAttendance(series.Held, series.Attendances, series.People) : null);

    public static string Address(string mandate, Guid id) => EventAddress.Work(mandate, id, "after");

    /// <summary>How it was counted, in words. The journal speaks the language of the contract.</summary>
    public static string Words(Counted counted)
    {
        using var latvian = Languages.Use(Languages.Latvian);
        return string.Join('\n', Sentences(counted));
    }

    /// <summary>The same in the reader's language, a sentence each.</summary>
    public static IEnumerable<string> Sentences(Counted counted)
    {
        yield return T("CountedPeople", Format.Number(counted.People), Format.Number(counted.OnSite), Format.Number(counted.Online), Format.Number(counted.Threshold));
        yield return counted.Both > 0 ? T("CountedBoth", Format.Number(counted.Both)) : T("CountedOnce");
        if (counted.Groups.Any(group => group.Group.Length > 0))
        {
            yield return T("CountedGroups", string.Join("; ", counted.Groups.Select(group =>
                T("CountedGroup", group.Group.Length > 0 ? group.Group : T("NoGroup"), Format.Number(group.OnSite), Format.Number(group.Online)))));
        }

        yield return T("CountedOrganisations", Format.Number(counted.Organisations));
        if (counted.Viewers is { } viewers)
        {
            yield return T("CountedViewers", Format.Number(viewers));
        }

        if (counted.Series is { } series)
        {
            yield return T("CountedSeries", Format.Number(series.Held), Format.Number(series.Attendances), Format.Number(series.People));
        }
    }
}
