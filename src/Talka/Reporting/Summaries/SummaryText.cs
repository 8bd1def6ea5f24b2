using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation.Data;

namespace Talka.Reporting.Summaries;

/// <summary>What an author wrote for one section of one implementation year: Markdown with live figures.</summary>
public sealed class SummaryText
{
    public const int MaxLength = 200_000;

    /// <summary>Slug.</summary>
    public required string Mandate { get; init; }

    /// <summary>Ordinal of the implementation year; 0 for a text about the whole period.</summary>
    public required int Year { get; init; }

    /// <summary>Code of a <see cref="TemplateText"/>.</summary>
    public required string Section { get; init; }

    public required string Markdown { get; set; }

    /// <summary>Counts the changes: who saves must have read the last one.</summary>
    public int Revision { get; set; }

    public DateTime UpdatedAt { get; set; }
    public Guid? UpdatedBy { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<SummaryText>
    {
        public void Configure(EntityTypeBuilder<SummaryText> text)
        {
            text.ToTable("summary_texts");
            text.HasKey(t => new { t.Mandate, t.Year, t.Section });
            text.HasIndex(t => t.UpdatedBy);
            text.Property(t => t.Mandate).HasMaxLength(80);
            text.Property(t => t.Section).HasMaxLength(60);
            text.Property(t => t.Revision).IsConcurrencyToken();
        }
    }
}

public static class SummaryTextQueries
{
    public static IQueryable<SummaryText> SummaryTexts(this TalkaDb db) => db.Set<SummaryText>().AsNoTracking();
}
