using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Hosting;
using Talka.Foundation.Pictures;
using Talka.Foundation.Settings;
using Talka.Journal;
using Talka.Work.Events.Planning;
using static Talka.Work.Events.Calendar.Texts;

namespace Talka.Work.Events.Calendar;

/// <summary>The picture that other sites show beside a link to an event that has none of its own.</summary>
internal static class EventShareImage
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/events/{name}/share.png", GetAsync).AllowAnonymous().RequireRateLimiting(RateLimits.Export).CacheOutput(PublicCache.Policy);

    /// <summary>
    /// Of the picture that an event is shared with: its own, else the drawn one, or null where none can be drawn. The drawn one has another address
    /// after each change: sites that show a picture keep what they once got from an address.
    /// </summary>
    public static string? Address(Event one, ShareCards cards) =>
        one.ImageSha256 is { } own ? EventPictures.Address(one.Slug, own) : cards.Work ? $"/events/{one.Slug}/share.png?v={one.UpdatedAt.Ticks:x}" : null;

    /// <summary>When and where, as the picture says it and as its alternative text does.</summary>
    public static IReadOnlyList<string> Lines(Event one) =>
    [
        one.State switch
        {
            EventState.Cancelled => T("IsCancelled"),
            EventState.Postponed => T("IsPostponed"),
            _ => one.Period() ?? "",
        },
        string.Join(" · ", new[] { EventChoices.Mode(one.Mode), one.Mode == EventMode.Online ? null : one.Venue }.OfType<string>()),
    ];

    private static async Task<IResult> GetAsync(string name, TalkaDb db, ShareCards cards, CurrentSettings settings, CancellationToken cancel)
    {
        if (!cards.Work || await db.PublicEvents().FirstOrDefaultAsync(e => e.Slug == name, cancel) is not { } one)
        {
            return TypedResults.NotFound();
        }

        var kind = (await db.JournalKinds().FirstOrDefaultAsync(kind => kind.Code == one.Kind, cancel))?.Name;
        return TypedResults.Bytes(cards.Draw(new ShareCard(kind, one.TitleText(), Lines(one), settings.Value.Name)), "image/png");
    }
}
