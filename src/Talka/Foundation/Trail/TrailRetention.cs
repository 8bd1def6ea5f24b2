using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Retention;

namespace Talka.Foundation.Trail;

internal sealed class TrailRetention(TalkaDb db) : IRetention
{
    internal const int YearOfTraces = 365;

    public string Kind => "trail";
    public string Title => Texts.T("RetentionTitle");
    public int DefaultDays => 730;

    /// <summary>What an intruder did is often found out months later; and an administrator must not be able to let their own acts go.</summary>
    public int LeastDays => YearOfTraces;
    public string WhyNotLess => Texts.T("RetentionWhy");

    public Task<long> CountAsync(DateTime before, CancellationToken cancel) => Older(before).LongCountAsync(cancel);

    public Task<long> DeleteAsync(DateTime before, CancellationToken cancel) => Older(before).DeleteInPartsAsync(cancel);

    private IQueryable<TrailEntry> Older(DateTime before)
    {
        var first = TrailTime.FirstId(before);
        return db.Set<TrailEntry>().Where(entry => entry.Id < first);
    }
}
