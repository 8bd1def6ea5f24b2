using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation;
using Talka.Foundation.Data;

namespace Talka.Supervision.Reports.Review;

/// <summary>How a sample is drawn: each expense with the same chance, or each euro.</summary>
public enum SampleMethod { Count, Amount }

/// <summary>
/// Expenses drawn at random for their documents to be checked. The seed is kept, and the moment tells the expenses, so that anybody can draw it again and gets the same.
/// </summary>
public sealed class Sample
{
    public required Guid Id { get; init; }
    public required Guid ReportId { get; init; }
    public required SampleMethod Method { get; init; }

    /// <summary>How many were asked for.</summary>
    public required int Size { get; init; }
    public required string Seed { get; init; }
    public required DateTime DrawnAt { get; init; }
    public Guid? DrawnBy { get; init; }

    /// <summary>The expenses that it was drawn from.</summary>
    public required int PopulationCount { get; init; }
    public required Money PopulationAmount { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Sample>
    {
        public void Configure(EntityTypeBuilder<Sample> sample)
        {
            sample.ToTable("samples");
            sample.Property(s => s.Id).ValueGeneratedNever();
            sample.Property(s => s.Seed).HasMaxLength(SampleDrawing.SeedLength);
            sample.HasOne<Report>().WithMany().HasForeignKey(s => s.ReportId).OnDelete(DeleteBehavior.Cascade);
            sample.HasIndex(s => new { s.ReportId, s.Id });
        }
    }
}

/// <summary>What the check of a drawn expense came to.</summary>
public enum SampleMark { Unchecked, InOrder, Remark }

/// <summary>A drawn expense.</summary>
public sealed class SampleItem
{
    public const int RemarkLength = 2_000;

    public required Guid SampleId { get; init; }

    /// <summary>1, 2, 3 … in the order of the journal.</summary>
    public required int Number { get; init; }

    /// <summary>Of the expense in the journal.</summary>
    public required long Sequence { get; init; }
    public required Money Amount { get; init; }
    public SampleMark Mark { get; set; }
    public string? Remark { get; set; }
    public DateTime? MarkedAt { get; set; }
    public Guid? MarkedBy { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<SampleItem>
    {
        public void Configure(EntityTypeBuilder<SampleItem> item)
        {
            item.ToTable("sample_items");
            item.HasKey(i => new { i.SampleId, i.Number });
            item.Property(i => i.Remark).HasMaxLength(RemarkLength);
            item.HasOne<Sample>().WithMany().HasForeignKey(i => i.SampleId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

public static class SampleQueries
{
    public static IQueryable<Sample> Samples(this TalkaDb db) => db.Set<Sample>().AsNoTracking();

    public static IQueryable<SampleItem> SampleItems(this TalkaDb db) => db.Set<SampleItem>().AsNoTracking();
}
