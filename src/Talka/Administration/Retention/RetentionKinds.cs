using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Retention;

namespace Talka.Administration.Retention;

/// <param name="Days">In force: what an administrator has set, else the default; never less than the kind allows.</param>
public sealed record RetentionKind(IRetention Retention, int Days)
{
    public string Code => Retention.Kind;
    public string Title => Retention.Title;
}

/// <summary>The kinds of data that are kept for a time only, with the periods in force.</summary>
public sealed class RetentionKinds(TalkaDb db, IEnumerable<IRetention> features, TimeProvider clock)
{
    public async Task<IReadOnlyList<RetentionKind>> ReadAsync(CancellationToken cancel)
    {
        var set = await db.RetentionPeriods().AsNoTracking().ToDictionaryAsync(period => period.Kind, period => period.Days, cancel);
        return [.. features.OrderBy(kind => kind.Kind, StringComparer.Ordinal).Select(kind => new RetentionKind(kind, Math.Max(set.GetValueOrDefault(kind.Kind, kind.DefaultDays), kind.LeastDays)))];
    }

    /// <summary>What is older than this goes.</summary>
    public DateTime Before(RetentionKind kind) => clock.GetUtcNow().UtcDateTime.AddDays(-kind.Days);

    /// <summary>How many of each kind would go now.</summary>
    public async Task<IReadOnlyList<(RetentionKind Kind, long Count)>> CountAsync(CancellationToken cancel)
    {
        List<(RetentionKind, long)> counts = [];
        foreach (var kind in await ReadAsync(cancel))
        {
            counts.Add((kind, await kind.Retention.CountAsync(Before(kind), cancel)));
        }

        return counts;
    }
}
