using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation.Data;

namespace Talka.Foundation.Retention;

/// <summary>A period that an administrator has set; a kind without one has its default.</summary>
public sealed class RetentionPeriod
{
    public const int LeastDays = 1;
    public const int MostDays = 36_500;

    /// <summary>See <see cref="IRetention.Kind"/>.</summary>
    public required string Kind { get; init; }
    public required int Days { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<RetentionPeriod>
    {
        public void Configure(EntityTypeBuilder<RetentionPeriod> period)
        {
            period.ToTable("retention_periods");
            period.HasKey(p => p.Kind);
            period.Property(p => p.Kind).HasMaxLength(40);
        }
    }
}

/// <summary>The run of a day. Whoever adds the row runs: of several nodes, one.</summary>
public sealed class RetentionRun
{
    public required DateOnly Day { get; init; }
    public required DateTime StartedAt { get; init; }
    public DateTime? FinishedAt { get; set; }

    /// <summary>How many rows and files went.</summary>
    public long Gone { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<RetentionRun>
    {
        public void Configure(EntityTypeBuilder<RetentionRun> run)
        {
            run.ToTable("retention_runs");
            run.HasKey(r => r.Day);
        }
    }
}

public static class RetentionQueries
{
    public static IQueryable<RetentionPeriod> RetentionPeriods(this TalkaDb db) => db.Set<RetentionPeriod>();

    public static IQueryable<RetentionRun> RetentionRuns(this TalkaDb db) => db.Set<RetentionRun>().AsNoTracking();
}
