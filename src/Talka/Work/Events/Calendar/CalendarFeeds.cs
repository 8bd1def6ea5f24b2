using System.Text;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Hosting;
using Talka.Foundation.Localisation;
using Talka.Foundation.Markdown;
using Talka.Foundation.Settings;
using static Talka.Work.Events.Calendar.Texts;

namespace Talka.Work.Events.Calendar;

/// <summary>The calendar for programs: iCalendar of all (with the filters of the page), of a series and of an event, and Atom.</summary>
internal static class CalendarFeeds
{
    private const int MostEvents = 1_000;
    private const int MostInAtom = 50;
    private const int SummaryLength = 500;
    private const string AtomNamespace = "http://www.w3.org/2005/Atom";

    private static readonly TimeSpan LookedBack = TimeSpan.FromDays(60);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/events/calendar.ics", AllAsync).AllowAnonymous().CacheOutput(PublicCache.Policy);
        routes.MapGet("/events/feed.atom", AtomAsync).AllowAnonymous().CacheOutput(PublicCache.Policy);
        routes.MapGet("/events/series/{name}.ics", SeriesAsync).AllowAnonymous().CacheOutput(PublicCache.Policy);
        routes.MapGet("/events/{name}.ics", OneAsync).AllowAnonymous().CacheOutput(PublicCache.Policy);
    }

    private static async Task<IResult> AllAsync(HttpContext context, TalkaDb db, TimeProvider clock, CalendarFile file, CurrentSettings settings, CancellationToken cancel)
    {
        // Those that were just over stay, so that a calendar does not lose yesterday
        var now = clock.GetUtcNow().UtcDateTime;
        var filter = CalendarFilter.Of(context.Request.Query, clock.Today());
        var events = await filter.Between(db, now - LookedBack, DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc)).Take(MostEvents).ToListAsync(cancel);
        return Ics(file.Write(await WithSessionsAsync(db, events, cancel), T("FeedTitle", settings.Value.Name)));
    }

    private static async Task<IResult> SeriesAsync(string name, TalkaDb db, CalendarFile file, CancellationToken cancel)
    {
        if (await db.EventSeries().FirstOrDefaultAsync(s => s.Slug == name, cancel) is not { } series)
        {
            return TypedResults.NotFound();
        }

        var events = await db.PublicEvents().Where(e => e.SeriesId == series.Id).OrderBy(e => e.StartsAt).ThenBy(e => e.Id).Take(MostEvents).ToListAsync(cancel);
        return events.Count == 0 ? TypedResults.NotFound() : Ics(file.Write(await WithSessionsAsync(db, events, cancel), series.TitleText()));
    }

    private static async Task<IResult> OneAsync(string name, TalkaDb db, CalendarFile file, CancellationToken cancel)
    {
        var events = await db.PublicEvents().Where(e => e.Slug == name).Take(1).ToListAsync(cancel);
        return events.Count == 0 ? TypedResults.NotFound() : Ics(file.Write(await WithSessionsAsync(db, events, cancel), events[0].TitleText()), name + ".ics");
    }

    private static async Task<IReadOnlyList<CalendarEntry>> WithSessionsAsync(TalkaDb db, List<Event> events, CancellationToken cancel)
    {
        if (events.Count == 0)
        {
            return [];
        }

        var ids = events.ConvertAll(one => one.Id);
        var sessions = (await db.SessionsEverShown().Where(s => ids.Contains(s.EventId)).OrderBy(s => s.StartsAt).ThenBy(s => s.Id).ToListAsync(cancel)).ToLookup(s => s.EventId);
        return events.ConvertAll(one => new CalendarEntry(one, [.. sessions[one.Id]]));
    }

    private static IResult Ics(string text, string? fileName = null) => TypedResults.File(Encoding.UTF8.GetBytes(text), CalendarFile.ContentType, fileName);

    private static async Task<IResult> AtomAsync(
        HttpContext context, TalkaDb db, TimeProvider clock, SiteAddress site, CurrentSettings settings, CancellationToken cancel)
    {
        var filter = CalendarFilter.Of(context.Request.Query, clock.Today());
        var events = await filter.List(db, clock.GetUtcNow().UtcDateTime, MostInAtom).Take(MostInAtom).ToListAsync(cancel);
        await using var bytes = new MemoryStream();
        await using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("feed", AtomNamespace);
            xml.WriteAttributeString("xml", "lang", null, Languages.Current);
            xml.WriteElementString("id", site.Link("/events/feed.atom"));
            xml.WriteElementString("title", T("FeedTitle", settings.Value.Name));
            xml.WriteElementString("updated", Stamp(events.Count == 0 ? DateTime.UnixEpoch : events.Max(one => one.UpdatedAt)));
            Link(xml, "self", site.Link("/events/feed.atom" + filter.Query()));
            Link(xml, "alternate", site.Link("/events" + filter.Query()));
            xml.WriteStartElement("author");
            xml.WriteElementString("name", settings.Value.Name);
            await xml.WriteEndElementAsync();
            foreach (var one in events)
            {
                await WriteAsync(xml, one, site);
            }

            await xml.WriteEndElementAsync();
        }

        return TypedResults.File(bytes.ToArray(), "application/atom+xml; charset=utf-8");
    }

    private static async Task WriteAsync(XmlWriter xml, Event one, SiteAddress site)
    {
        var text = SafeMarkdown.ToPlain(EventText.Of(one.Description, one.DescriptionEn));
        var place = one.Mode == EventMode.Online ? T("Online") : one.Venue;
        var title = one.State switch
        {
            EventState.Cancelled => T("CancelledTitle", one.TitleText()),
            EventState.Postponed => T("PostponedTitle", one.TitleText()),
            _ => one.TitleText(),
        };
        xml.WriteStartElement("entry");
        xml.WriteElementString("id", $"urn:uuid:{one.Id}");
        xml.WriteElementString("title", title);
        xml.WriteElementString("updated", Stamp(one.UpdatedAt));
        xml.WriteElementString("published", Stamp(one.PublishedAt ?? one.CreatedAt));
        Link(xml, "alternate", site.Link(EventAddress.Public(one.Slug)));
        xml.WriteStartElement("category");
        xml.WriteAttributeString("term", one.Kind);
        await xml.WriteEndElementAsync();
        xml.WriteElementString("summary", string.Join(" · ", new[] { one.Period(), place, ShareText.Cut(text, SummaryLength) }.Where(part => !string.IsNullOrEmpty(part))));
        await xml.WriteEndElementAsync();
    }

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link");
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static string Stamp(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
