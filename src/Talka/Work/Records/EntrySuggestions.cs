using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Journal;

namespace Talka.Work.Records;

/// <summary>What was written in earlier entries of the mandate and may be wanted again.</summary>
public sealed record EntrySuggestions(
    IReadOnlyList<string> Series, IReadOnlyList<string> Places, IReadOnlyList<string> TargetGroups, IReadOnlyList<string> Regions)
{
    private const int Looked = 300;

    /// <summary>One query over the latest entries; older ones fall out of the suggestions.</summary>
    public static async Task<EntrySuggestions> LoadAsync(TalkaDb db, string mandate, CancellationToken cancel)
    {
        var latest = await db.EffectiveEntries().Where(e => e.Mandate == mandate && (e.Series != null || e.Place != null || e.TargetGroup != null || e.Region != null))
            .OrderByDescending(e => e.DateFrom).ThenByDescending(e => e.Sequence).Take(Looked)
            .Select(e => new { e.Series, e.Place, e.TargetGroup, e.Region }).ToListAsync(cancel);
        return new EntrySuggestions(
            Distinct(latest.Select(e => e.Series)), Distinct(latest.Select(e => e.Place)),
            Distinct(latest.Select(e => e.TargetGroup)), Distinct(latest.Select(e => e.Region)));
    }

    private static IReadOnlyList<string> Distinct(IEnumerable<string?> values) => [.. values.OfType<string>().Distinct().Take(50)];
}
