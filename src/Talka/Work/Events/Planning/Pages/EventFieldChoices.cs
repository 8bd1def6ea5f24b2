using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Ui;
using Talka.Mandates;

namespace Talka.Work.Events.Planning.Pages;

/// <summary>What the form of an event offers from the database.</summary>
public sealed record EventFieldChoices(IReadOnlyList<Option> Kinds, IReadOnlyList<string> TargetGroups, IReadOnlyList<Option> Series)
{
    private const int LookedBack = 200;
    private const int SeriesOffered = 200;

    public static async Task<EventFieldChoices> LoadAsync(TalkaDb db, string mandate, CancellationToken cancel)
    {
        var kinds = await EventChoices.KindsAsync(db, cancel);
        var mandateId = await db.Mandates().Where(m => m.Slug == mandate).Select(m => m.Id).FirstOrDefaultAsync(cancel);
        var groups = await db.Events().Where(e => e.MandateId == mandateId).OrderByDescending(e => e.StartsAt).Take(LookedBack).Select(e => e.TargetGroup).ToListAsync(cancel);
        var series = await db.EventSeries().Where(s => s.MandateId == mandateId).OrderByDescending(s => s.Id).Take(SeriesOffered).ToListAsync(cancel);
        return new EventFieldChoices(
            kinds, [.. groups.OfType<string>().Distinct().Order(StringComparer.CurrentCulture)], [.. series.Select(s => new Option(s.Id.ToString(), s.TitleText()))]);
    }
}
