using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation.Data;

namespace Talka.Foundation.Operations;

/// <summary>That a piece of daily work was done on a day. The database holds that it is done once, on whichever node comes first.</summary>
public sealed class DailyRun
{
    public required string Name { get; init; }
    public required DateOnly Day { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<DailyRun>
    {
        public void Configure(EntityTypeBuilder<DailyRun> run)
        {
            run.ToTable("daily_runs");
            run.HasKey(r => new { r.Name, r.Day });
            run.Property(r => r.Name).HasMaxLength(60);
        }
    }
}

/// <summary>Claims daily work in the caller's transaction: another node waits for it, and takes over when it fails.</summary>
public sealed class DailyRuns(TalkaDb db)
{
    private const int DaysKept = 30;

    /// <returns>False when the day's work is done already.</returns>
    public async Task<bool> ClaimAsync(string name, DateOnly day, CancellationToken cancel)
    {
        if (await db.Set<DailyRun>().AnyAsync(run => run.Name == name && run.Day >= day, cancel))
        {
            return false;
        }

        var run = new DailyRun { Name = name, Day = day };
        db.Add(run);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (failure.IsDuplicate())
        {
            db.Entry(run).State = EntityState.Detached;
            return false;
        }

        var old = day.AddDays(-DaysKept);
        await db.Set<DailyRun>().Where(past => past.Name == name && past.Day < old).ExecuteDeleteAsync(cancel);
        return true;
    }
}
