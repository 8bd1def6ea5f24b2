using System.Text.Json.Nodes;
using Talka.Foundation.Hosting;
using Talka.Foundation.Markdown;

namespace Talka.Work.Events.Calendar;

/// <summary>
/// An event as schema.org describes one, for search engines. The text has no <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c> (they are written as escapes),
/// so nothing in it can end the element that holds it.
/// </summary>
internal static class EventJsonLd
{
    private const string Schema = "https://schema.org/";
    private const int DescriptionLength = 5_000;

    /// <param name="image">The address of the picture, if there is one.</param>
    public static string Write(WholeEvent whole, string organisation, string? image, SiteAddress site)
    {
        var one = whole.Event;
        var address = site.Link(EventAddress.Public(one.Slug));
        var json = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Event",
            ["name"] = one.TitleText(),
            ["description"] = ShareText.Cut(SafeMarkdown.ToPlain(EventText.Of(one.Description, one.DescriptionEn)), DescriptionLength),
            ["url"] = address,
            ["eventStatus"] = Schema + one.State switch
            {
                EventState.Cancelled => "EventCancelled",
                EventState.Postponed => "EventPostponed",
                _ => "EventScheduled",
            },
            ["eventAttendanceMode"] = Schema + one.Mode switch
            {
                EventMode.Online => "OnlineEventAttendanceMode",
                EventMode.Hybrid => "MixedEventAttendanceMode",
                _ => "OfflineEventAttendanceMode",
            },
            ["location"] = Location(one, address),
            ["organizer"] = new JsonArray([.. Organisers(whole, organisation).Select(name => new JsonObject { ["@type"] = "Organization", ["name"] = name })]),
            ["isAccessibleForFree"] = true,
            ["inLanguage"] = new JsonArray([.. EventText.Codes(one.Languages).Select(code => JsonValue.Create(code))]),
            ["offers"] = new JsonObject
            {
                ["@type"] = "Offer",
                ["price"] = 0,
                ["priceCurrency"] = "EUR",
                ["url"] = address,
            },
        };
        if (image is not null)
        {
            json["image"] = site.Link(image);
        }

        if (one is { StartsAt: { } from, EndsAt: { } to })
        {
            json["startDate"] = EventTimes.Exact(from, one.TimeZone);
            json["endDate"] = EventTimes.Exact(to, one.TimeZone);
        }

        var speakers = whole.Speakers.Where(speaker => speaker.ConsentAt is not null).ToList();
        if (speakers.Count > 0)
        {
            json["performer"] = new JsonArray([.. speakers.Select(speaker => new JsonObject { ["@type"] = "Person", ["name"] = speaker.Name })]);
        }

        return json.ToJsonString();
    }

    private static JsonArray Location(Event one, string address)
    {
        var places = new JsonArray();
        if (one.Mode != EventMode.Online)
        {
            places.Add(new JsonObject { ["@type"] = "Place", ["name"] = one.Venue, ["address"] = one.Address });
        }

        // The link itself is for the registered alone
        if (one.Mode != EventMode.OnSite)
        {
            places.Add(new JsonObject { ["@type"] = "VirtualLocation", ["url"] = address });
        }

        return places;
    }

    private static IEnumerable<string> Organisers(WholeEvent whole, string organisation)
    {
        var named = whole.Organisations.Where(one => one.Role == OrganisationRole.Organiser).Select(one => one.Name).ToList();
        return named.Count > 0 ? named : [organisation];
    }
}
