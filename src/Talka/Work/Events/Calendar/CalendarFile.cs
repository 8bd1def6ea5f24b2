using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Talka.Foundation.Hosting;
using Talka.Foundation.Markdown;
using Talka.Work.Events.SigningUp;
using static Talka.Work.Events.Calendar.Texts;
using Ics = Ical.Net.Calendar;

namespace Talka.Work.Events.Calendar;

/// <summary>An event with its sessions, those that were removed among them.</summary>
public sealed record CalendarEntry(Event Event, IReadOnlyList<EventSession> Sessions);

/// <summary>
/// Events as iCalendar (RFC 5545), a VEVENT for each session. A session keeps its UID for good, and SEQUENCE counts the changes, so that calendars that have
/// it already follow; one that was removed is cancelled under its UID. The private link is in the file of a registration alone.
/// </summary>
public sealed class CalendarFile(SiteAddress site, TimeProvider clock)
{
    public const string ContentType = "text/calendar; charset=utf-8";

    private const int DescriptionLength = 2_000;

    /// <summary>A feed, or the file of one event, as everybody may have it; in the current language.</summary>
    public string Write(IReadOnlyList<CalendarEntry> entries, string name)
    {
        var calendar = New(entries);
        calendar.AddProperty("NAME", name);
        calendar.AddProperty("X-WR-CALNAME", name);
        foreach (var (one, sessions) in entries)
        {
            foreach (var session in sessions)
            {
                calendar.Events.Add(Of(one, session, $"{session.Id}@talka", one.Sequence, isCancelled: false));
            }
        }

        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    /// <summary>What somebody who signed up puts into their own calendar: with the link where they take part online, cancelled when they are no longer registered.</summary>
    /// <param name="privatePage">The address of their own page.</param>
    public string OfRegistration(Event one, IReadOnlyList<EventSession> sessions, Registration registration, string privatePage) =>
        OfRegistrations([(new CalendarEntry(one, sessions), registration, privatePage)]);

    /// <summary>The same for several, such as all events of a cycle, in one file.</summary>
    public string OfRegistrations(IReadOnlyList<(CalendarEntry Entry, Registration Registration, string PrivatePage)> places)
    {
        var calendar = New(places.Select(place => place.Entry));
        foreach (var place in places)
        {
            Add(calendar, place.Entry, place.Registration, place.PrivatePage);
        }

        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private void Add(Ics calendar, CalendarEntry place, Registration registration, string privatePage)
    {
        var one = place.Event;
        var isOut = registration.State is RegistrationState.Cancelled or RegistrationState.Lapsed;
        foreach (var session in place.Sessions)
        {
            var entry = Of(one, session, $"{session.Id}.{registration.Id}@talka", one.Sequence + registration.Sequence, isCancelled: isOut);
            entry.Url = new Uri(privatePage);
            if (registration.Mode == EventMode.Online)
            {
                var link = isOut || registration.State != RegistrationState.Confirmed ? null : one.OnlineLink;
                entry.Location = link ?? T("Online");
                entry.Description = link is null ? entry.Description : $"{T("LinkForYou", link)}\n\n{entry.Description}";
            }

            calendar.Events.Add(entry);
        }
    }

    private Ics New(IEnumerable<CalendarEntry> entries)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var calendar = new Ics { ProductId = "-//Talka//Events//LV", Method = "PUBLISH" };
        var starts = entries.SelectMany(entry => entry.Sessions, (entry, session) => (entry.Event.TimeZone, session.StartsAt));
        foreach (var zone in starts.GroupBy(start => start.TimeZone, start => start.StartsAt).Where(zone => zone.Key != "UTC"))
        {
            // The library knows no zone whose first day is more than a year ahead
            calendar.AddTimeZone(VTimeZone.FromDateTimeZone(zone.Key, zone.Append(now).Min(), includeHistoricalData: false));
        }

        return calendar;
    }

    private CalendarEvent Of(Event one, EventSession session, string uid, int sequence, bool isCancelled)
    {
        isCancelled |= one.State == EventState.Cancelled || session.RemovedAt is not null;
        var title = EventText.Of(session.Title, session.TitleEn) is { } part ? $"{one.TitleText()}: {part}" : one.TitleText();
        var text = SafeMarkdown.ToPlain(EventText.Of(one.Description, one.DescriptionEn));
        var address = site.Link(EventAddress.Public(one.Slug));
        return new CalendarEvent
        {
            Uid = uid,
            DtStamp = new CalDateTime(Whole(one.UpdatedAt), CalDateTime.UtcTzId),
            LastModified = new CalDateTime(Whole(one.UpdatedAt), CalDateTime.UtcTzId),
            Sequence = sequence,
            Status = isCancelled ? "CANCELLED" : one.State == EventState.Postponed ? "TENTATIVE" : "CONFIRMED",
            Summary = isCancelled ? T("CancelledTitle", title) : one.State == EventState.Postponed ? T("PostponedTitle", title) : title,
            Description = $"{ShareText.Cut(text, DescriptionLength)}\n\n{address}".Trim(),
            Location = one.Mode == EventMode.Online ? T("Online") : string.Join(", ", new[] { one.Venue, one.Address }.OfType<string>()),
            Url = new Uri(address),
            DtStart = At(session.StartsAt, one.TimeZone),
            DtEnd = At(session.EndsAt, one.TimeZone),
        };
    }

    private static CalDateTime At(DateTime utc, string zone) =>
        zone == "UTC" ? new CalDateTime(Whole(utc), CalDateTime.UtcTzId) : new CalDateTime(Whole(EventTimes.Local(utc, zone)), zone);

    // Calendars know no parts of seconds
    private static DateTime Whole(DateTime time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond), time.Kind);
}
