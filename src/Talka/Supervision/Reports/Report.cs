using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation.Data;
using Talka.Mandates;

namespace Talka.Supervision.Reports;

/// <summary>Where a report stands, and so whose move it is: the implementer's while it is a draft or returned, else the supervisor's.</summary>
public enum ReportState { Draft, Submitted, Returned, Answered, Accepted, Published }

/// <summary>
/// A report that a mandate owes to its authority: of one implementation year, or of the whole period. What it says is the summary;
/// here is what became of it. <see cref="ReportStep"/> keeps each move for ever.
/// </summary>
public sealed class Report
{
    /// <summary>The year of the final report.</summary>
    public const int WholePeriod = 0;

    public required Guid Id { get; init; }
    public required Guid MandateId { get; init; }

    /// <summary>Ordinal of the implementation year, or <see cref="WholePeriod"/>.</summary>
    public required int Year { get; init; }

    /// <summary>Code of the summary's template.</summary>
    public required string Template { get; init; }
    public ReportState State { get; set; }

    /// <summary>Counts the moves and questions. Whoever moves it says which they saw; the database refuses a stale one.</summary>
    public int Version { get; set; }

    /// <summary>Whether the implementer may change what was handed in.</summary>
    public bool IsWithImplementer => State is ReportState.Draft or ReportState.Returned;

    /// <summary>Whether the supervisor has it and has not decided.</summary>
    public bool IsUnderReview => State is ReportState.Submitted or ReportState.Answered;

    /// <summary>Whether it speaks of a year.</summary>
    public bool Covers(int year) => Year == WholePeriod || Year == year;

    internal sealed class Mapping : IEntityTypeConfiguration<Report>
    {
        public void Configure(EntityTypeBuilder<Report> report)
        {
            report.ToTable("reports");
            report.Property(r => r.Id).ValueGeneratedNever();
            report.Ignore(r => r.IsWithImplementer).Ignore(r => r.IsUnderReview);
            report.Property(r => r.Template).HasMaxLength(60);
            report.Property(r => r.Version).IsConcurrencyToken();
            report.HasOne<Mandate>().WithMany().HasForeignKey(r => r.MandateId).OnDelete(DeleteBehavior.Cascade);
            report.HasIndex(r => new { r.MandateId, r.Year }).IsUnique();
        }
    }
}

public static class ReportQueries
{
    public static IQueryable<Report> Reports(this TalkaDb db) => db.Set<Report>().AsNoTracking();

    public static IQueryable<ReportStep> ReportSteps(this TalkaDb db) => db.Set<ReportStep>().AsNoTracking();

    /// <summary>Asked apart where a report is to be tracked: a query that asks an untracked one on the way tracks nothing.</summary>
    internal static Task<Guid?> MandateIdAsync(this TalkaDb db, string slug, CancellationToken cancel) =>
        db.Mandates().Where(mandate => mandate.Slug == slug).Select(mandate => (Guid?)mandate.Id).FirstOrDefaultAsync(cancel);

    /// <summary>A report by the mandate that its address names; of another mandate there is none.</summary>
    public static IQueryable<Report> ReportsOf(this TalkaDb db, string slug) =>
        db.Reports().Where(report => db.Mandates().Any(mandate => mandate.Slug == slug && mandate.Id == report.MandateId));
}
