using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation;
using Talka.Foundation.Data;

namespace Talka.Work.Events.Planning;

/// <summary>Names events and series in addresses. That there is no name twice is held by the database; here one is chosen that is free.</summary>
public sealed class EventSlugs(TalkaDb db, TimeProvider clock)
{
    // Addresses beside those of events
    private static readonly string[] Taken = ["calendar", "embed", "feed", "feedback", "my", "series"];

    private const int RandomLength = 6;
    private const string Otherwise = "pasakums";

    public async Task<string> NewAsync(string title, DateTime? startsAt, CancellationToken cancel)
    {
        var stem = Stem(title, Otherwise);
        var day = startsAt?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var slug in day is null ? [stem] : new[] { stem, $"{stem}-{day}" })
        {
            if (!Taken.Contains(slug) && !await db.Events().AnyAsync(e => e.Slug == slug, cancel))
            {
                return slug;
            }
        }

        return $"{stem}-{Random()}";
    }

    /// <summary>Whether a name tells of a title, whatever stands behind it.</summary>
    public static bool Tells(string slug, string title) => $"{slug}-".StartsWith(Stem(title, Otherwise) + "-", StringComparison.Ordinal);

    public async Task<string> NewForSeriesAsync(string title, CancellationToken cancel)
    {
        var stem = Stem(title, "cikls");
        return await db.EventSeries().AnyAsync(s => s.Slug == stem, cancel) ? $"{stem}-{Random()}" : stem;
    }

    // Room for a day or a few characters behind it. A title in another alphabet leaves nothing that an address could hold
    private static string Stem(string title, string otherwise)
    {
        var slug = Slug.From(title);
        slug = slug.Length > 45 ? slug[..45].Trim('-') : slug;
        return slug.Length == 0 ? otherwise : slug;
    }

    private string Random() => Guid.CreateVersion7(clock.GetUtcNow()).ToString("n")[^RandomLength..];
}
