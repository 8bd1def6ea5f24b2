using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation.Data;
using Talka.Mandates;

namespace Talka.Supervision.Reports.Calendar;

/// <summary>That a report is due on another day than the contract's years say. Only ever added; the last one counts.</summary>
public sealed class DueDateChange
{
    public required Guid Id { get; init; }
    public required Guid MandateId { get; init; }

    /// <summary>As in <see cref="Report.Year"/>.</summary>
    public required int Year { get; init; }
    public required DateOnly DueOn { get; init; }
    public required string Reason { get; init; }
    public required DateTime At { get; init; }
    public Guid? ByPersonId { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<DueDateChange>
    {
        public void Configure(EntityTypeBuilder<DueDateChange> change)
        {
            change.ToTable("due_date_changes");
            change.Property(c => c.Id).ValueGeneratedNever();
            change.Property(c => c.Reason).HasMaxLength(ReportStep.ReasonLength);
            change.HasOne<Mandate>().WithMany().HasForeignKey(c => c.MandateId).OnDelete(DeleteBehavior.Cascade);
            change.HasIndex(c => new { c.MandateId, c.Year, c.Id });
        }
    }
}

public static class DueDateQueries
{
    public static IQueryable<DueDateChange> DueDateChanges(this TalkaDb db) => db.Set<DueDateChange>().AsNoTracking();
}
