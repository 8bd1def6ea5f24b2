using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation.Data;

namespace Talka.Mandates.Locks;

/// <summary>
/// That the report of an implementation year was accepted: what is dated in the year stays as it was reported. A lock is never taken away;
/// a <see cref="LateConsent"/> opens it for one entry.
/// </summary>
public sealed class YearLock
{
    public const int WhyLength = 1_000;

    public required Guid MandateId { get; init; }
    public required int Year { get; init; }
    public required DateTime LockedAt { get; init; }

    /// <summary>Who accepted; null for the program itself.</summary>
    public Guid? LockedBy { get; init; }
    public required string LockedByName { get; init; }

    /// <summary>Which report was accepted, in words.</summary>
    public required string Why { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<YearLock>
    {
        public void Configure(EntityTypeBuilder<YearLock> yearLock)
        {
            yearLock.ToTable("year_locks");
            yearLock.HasKey(l => new { l.MandateId, l.Year });
            yearLock.HasOne<Mandate>().WithMany().HasForeignKey(l => l.MandateId).OnDelete(DeleteBehavior.Cascade);
            yearLock.Property(l => l.LockedByName).HasMaxLength(200);
            yearLock.Property(l => l.Why).HasMaxLength(WhyLength);
        }
    }
}

public static class LockQueries
{
    public static IQueryable<YearLock> YearLocks(this TalkaDb db) => db.Set<YearLock>().AsNoTracking();

    public static IQueryable<LateConsent> LateConsents(this TalkaDb db) => db.Set<LateConsent>().AsNoTracking();
}
