using System.Globalization;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;

namespace Talka.Work.Events.Planning.Pages;

public enum EventsShown { Coming, Past, Drafts, All }

/// <summary>Which events of a mandate are wanted. Its members are the query of the page's address.</summary>
public sealed record EventListFilter(EventsShown Show, string? Text, string? Kind, int Page)
{
    private const int MostPages = 400;

    public bool IsNarrow => Show != EventsShown.Coming || !string.IsNullOrWhiteSpace(Text) || !string.IsNullOrEmpty(Kind);

    public static EventListFilter Of(string? show, string? text, string? kind, string? page) => new(
        Enum.GetNames<EventsShown>().Contains(show) ? Enum.Parse<EventsShown>(show!) : EventsShown.Coming, text, kind, Math.Clamp(Parse.Ordinal(page) ?? 1, 1, MostPages));

    /// <summary>In the order in which they are shown.</summary>
    public IQueryable<Event> Apply(TalkaDb db, Guid mandate, DateTime now)
    {
        var events = db.Events().Where(e => e.MandateId == mandate);
        if (!string.IsNullOrEmpty(Kind))
        {
            events = events.Where(e => e.Kind == Kind);
        }

        foreach (var word in TextSearch.Words(Text))
        {
            events = events.Where(e => TextSearch.Fold(e.Title + " " + (e.TitleEn ?? "") + " " + (e.Venue ?? "")).Contains(word));
        }

        return Show switch
        {
            EventsShown.Coming => events.Where(e => e.State != EventState.Draft && (e.EndsAt == null || e.EndsAt >= now)).OrderBy(e => e.StartsAt).ThenBy(e => e.Id),
            EventsShown.Past => events.Where(e => e.State != EventState.Draft && e.EndsAt < now).OrderByDescending(e => e.StartsAt).ThenByDescending(e => e.Id),
            EventsShown.Drafts => events.Where(e => e.State == EventState.Draft).OrderByDescending(e => e.Id),
            _ => events.OrderByDescending(e => e.StartsAt).ThenByDescending(e => e.Id),
        };
    }

    /// <summary>The filter as the query of an address, on another page.</summary>
    public string Query(int page) => QueryString.Create(new (string Name, string? Value)[]
    {
        ("show", Show == EventsShown.Coming ? null : Show.ToString()), ("text", Text), ("kind", Kind), ("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => KeyValuePair.Create(pair.Name, pair.Value))).ToString();
}
