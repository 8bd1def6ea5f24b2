using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;
using Talka.Foundation.Retention;

namespace Talka.Administration.Retention;

/// <summary>Takes away what is older than its period.</summary>
public sealed class RunRetention(TalkaDb db, RetentionKinds kinds, TimeProvider clock, ILogger<RunRetention> log)
{
    private const int FirstHour = 3;

    /// <summary>How many of each kind went.</summary>
    public async Task<IReadOnlyList<(RetentionKind Kind, long Count)>> RunAsync(CancellationToken cancel)
    {
        List<(RetentionKind, long)> gone = [];
        foreach (var kind in await kinds.ReadAsync(cancel))
        {
            gone.Add((kind, await kind.Retention.DeleteAsync(kinds.Before(kind), cancel)));
        }

        return gone;
    }

    /// <summary>Runs once a day, after three at night in Riga.</summary>
    public async Task NightlyAsync(CancellationToken cancel)
    {
        if (Riga.ToLocal(clock.GetUtcNow().UtcDateTime).Hour >= FirstHour && await RunOfTodayAsync(cancel) is { } gone)
        {
            log.LogInformation("Retention: {Gone} rows and files were older than their periods and are gone.", gone);
        }
    }

    /// <summary>Runs unless this day's run has begun already, here or on another node.</summary>
    /// <returns>How many went in all; null when it was not ours to run.</returns>
    public async Task<long?> RunOfTodayAsync(CancellationToken cancel)
    {
        var run = new RetentionRun { Day = clock.Today(), StartedAt = clock.GetUtcNow().UtcDateTime };
        if (await db.RetentionRuns().AnyAsync(other => other.Day == run.Day, cancel))
        {
            return null;
        }

        db.Add(run);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            return null;
        }

        var gone = (await RunAsync(cancel)).Sum(kind => kind.Count);
        await db.Set<RetentionRun>().Where(other => other.Day == run.Day).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.Gone, gone).SetProperty(r => r.FinishedAt, clock.GetUtcNow().UtcDateTime), cancel);
        return gone;
    }
}
