using System.Globalization;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Mandates;

namespace Talka.Work.Events.Calendar;

/// <summary>Which events of the public calendar are wanted. Its members are the query of the addresses of pages and feeds.</summary>
public sealed record CalendarFilter
{
    /// <summary>Of those that began longer ago, none counts as going on: it stands among the past ones.</summary>
    private static readonly TimeSpan LongestGoingOn = TimeSpan.FromDays(92);

    private const int MostPages = 200;

    // An index holds each state in the order of time; so each is read by itself, and no list gets slower by what it does not show
    private static readonly EventState[] Shown = [EventState.Published, EventState.Postponed, EventState.Cancelled, EventState.Closed];

    public string? Text { get; init; }
    public string? Kind { get; init; }
    public string? Region { get; init; }
    public string? Language { get; init; }
    public EventMode? Mode { get; init; }
    public string? Group { get; init; }

    /// <summary>Slug.</summary>
    public string? Mandate { get; init; }
    public bool Past { get; init; }

    /// <summary>First day of the month that is shown; null for the list.</summary>
    public DateOnly? Month { get; init; }
    public int Page { get; init; } = 1;

    /// <summary>Whether anything is chosen of what is folded away at first.</summary>
    public bool IsNarrowBeyondText => Mode is not null || Array.Exists([Kind, Region, Language, Group, Mandate], text => !string.IsNullOrWhiteSpace(text));

    public bool IsNarrow => Past || Mode is not null || Array.Exists([Text, Kind, Region, Language, Group, Mandate], text => !string.IsNullOrWhiteSpace(text));

    public static CalendarFilter Of(IQueryCollection query, DateOnly today) => new()
    {
        Text = query["text"],
        Kind = query["kind"],
        Region = query["region"],
        Language = query["language"],
        Mode = Enum.GetNames<EventMode>().Contains(query["mode"].ToString()) ? Enum.Parse<EventMode>(query["mode"]!) : null,
        Group = query["group"],
        Mandate = query["mandate"],
        Past = query["show"] == "past",
        Month = query["view"] != "month" ? null : ReadMonth(query["month"]) ?? new DateOnly(today.Year, today.Month, 1),
        Page = Math.Clamp(Parse.Ordinal(query["page"]) ?? 1, 1, MostPages),
    };

    /// <summary>Coming events in their order, or past ones from the latest.</summary>
    /// <param name="most">No more than these are read of what comes before the page's end.</param>
    public IQueryable<Event> List(TalkaDb db, DateTime now, int most)
    {
        var going = now - LongestGoingOn;
        var events = Narrow(db);
        events = Past
            ? events.Where(e => e.StartsAt < now && (e.EndsAt < now || e.StartsAt < going))
            : events.Where(e => e.StartsAt >= going && e.EndsAt >= now);
        return InOrder(Shown.Select(state => InOrder(events.Where(e => e.State == state)).Take(most)).Aggregate((all, next) => all.Concat(next)));

        IQueryable<Event> InOrder(IQueryable<Event> some) =>
            Past ? some.OrderByDescending(e => e.StartsAt).ThenByDescending(e => e.Id) : some.OrderBy(e => e.StartsAt).ThenBy(e => e.Id);
    }

    /// <summary>Events of which something falls between two instants.</summary>
    public IQueryable<Event> Between(TalkaDb db, DateTime from, DateTime to)
    {
        var going = from - LongestGoingOn;
        return Narrow(db).Where(e => Shown.Contains(e.State) && e.StartsAt >= going && e.StartsAt < to && e.EndsAt > from).OrderBy(e => e.StartsAt).ThenBy(e => e.Id);
    }

    /// <summary>The filter as the query of an address, with something else in some places.</summary>
    public string Query(params (string Name, string? Value)[] changes)
    {
        var own = new List<(string Name, string? Value)>
        {
            ("text", Text), ("kind", Kind), ("region", Region), ("language", Language), ("mode", Mode?.ToString()), ("group", Group), ("mandate", Mandate),
            ("show", Past ? "past" : null), ("view", Month is null ? null : "month"), ("month", Month?.ToString("yyyy-MM", CultureInfo.InvariantCulture)),
        };
        own.RemoveAll(pair => Array.Exists(changes, change => change.Name == pair.Name));
        return QueryString.Create(own.Concat(changes).Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).Select(pair => KeyValuePair.Create(pair.Name, pair.Value))).ToString();
    }

    private IQueryable<Event> Narrow(TalkaDb db)
    {
        var events = db.PublicEvents();
        if (!string.IsNullOrEmpty(Kind))
        {
            events = events.Where(e => e.Kind == Kind);
        }

        if (!string.IsNullOrEmpty(Region))
        {
            events = events.Where(e => e.Region == Region);
        }

        if (!string.IsNullOrEmpty(Language))
        {
            var barred = $"|{Language}|";
            events = events.Where(e => e.Languages.Contains(barred));
        }

        // A hybrid event is both
        events = Mode switch
        {
            EventMode.OnSite => events.Where(e => e.Mode != EventMode.Online),
            EventMode.Online => events.Where(e => e.Mode != EventMode.OnSite),
            EventMode.Hybrid => events.Where(e => e.Mode == EventMode.Hybrid),
            _ => events,
        };

        if (!string.IsNullOrEmpty(Mandate))
        {
            events = events.Where(e => db.Mandates().Any(m => m.Slug == Mandate && m.Id == e.MandateId));
        }

        foreach (var word in TextSearch.Words(Group))
        {
            events = events.Where(e => TextSearch.Fold(e.TargetGroup ?? "").Contains(word));
        }

        foreach (var word in TextSearch.Words(Text))
        {
            events = events.Where(e => TextSearch.Fold(e.Title + " " + (e.TitleEn ?? "") + " " + (e.Description ?? "") + " " + (e.DescriptionEn ?? "") + " " + (e.Venue ?? "") + " " + (e.Address ?? "")).Contains(word));
        }

        return events;
    }

    private static DateOnly? ReadMonth(string? typed) =>
        DateOnly.TryParseExact(typed + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month.Year is >= 1990 and <= 2200 ? month : null;
}
