using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Talka.Supervision.Reports;

/// <summary>
/// One move of a report: who, when, why. Only ever added. A move that hands the report in also keeps what was handed in:
/// the summary's files as they were, in the file store under their hashes, and what the checks found with the author's answers.
/// </summary>
public sealed class ReportStep
{
    public const int ReasonLength = 4_000;

    public required Guid Id { get; init; }
    public required Guid ReportId { get; init; }

    /// <summary>Null for the first.</summary>
    public ReportState? From { get; init; }
    public required ReportState To { get; init; }

    /// <summary>Whether it goes back; a report is also returned without going back.</summary>
    public bool TakesBack { get; init; }
    public required DateTime At { get; init; }

    /// <summary>Null for the program itself. Not a foreign key: the history outlives the account.</summary>
    public Guid? ByPersonId { get; init; }

    /// <summary>Empty where none was asked for.</summary>
    public required string Reason { get; init; }

    public string? JsonSha256 { get; init; }
    public long? JsonSize { get; init; }
    public string? HtmlSha256 { get; init; }
    public long? HtmlSize { get; init; }

    /// <summary>JSON of <see cref="AnsweredFinding"/>s; null where nothing was handed in.</summary>
    public string? Findings { get; init; }

    /// <summary>Whether the supervisor moved; else the implementer did.</summary>
    public bool IsSupervisors => (TakesBack ? From : To) is ReportState.Returned or ReportState.Accepted;

    internal sealed class Mapping : IEntityTypeConfiguration<ReportStep>
    {
        public void Configure(EntityTypeBuilder<ReportStep> step)
        {
            step.ToTable("report_steps");
            step.Property(s => s.Id).ValueGeneratedNever();
            step.Ignore(s => s.IsSupervisors);
            step.Property(s => s.Reason).HasMaxLength(ReasonLength);
            step.Property(s => s.JsonSha256).HasMaxLength(64);
            step.Property(s => s.HtmlSha256).HasMaxLength(64);
            step.HasOne<Report>().WithMany().HasForeignKey(s => s.ReportId).OnDelete(DeleteBehavior.Cascade);
            step.HasIndex(s => new { s.ReportId, s.Id });
        }
    }
}
