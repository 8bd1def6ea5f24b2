using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation.Data;
using Talka.Mandates;

namespace Talka.Reporting.Summaries;

/// <summary>
/// A published summary, frozen: the bytes of its four files are kept in the file store under their hashes and are never made again.
/// </summary>
public sealed class SummaryVersion
{
    /// <summary>Slug.</summary>
    public required string Mandate { get; init; }

    /// <summary>1, 2, 3 … within the mandate.</summary>
    public required int Number { get; init; }

    /// <summary>Code of the <see cref="SummaryTemplate"/>.</summary>
    public required string Template { get; init; }

    public required string Language { get; init; }
    public required string Title { get; init; }
    public required DateTime PublishedAt { get; init; }
    public Guid? PublishedBy { get; init; }

    /// <summary>Entries of the journal that it was computed from.</summary>
    public required long JournalSize { get; init; }

    /// <summary>The signed checkpoint of that journal, as text.</summary>
    public required string Checkpoint { get; init; }

    public required string HtmlSha256 { get; init; }
    public required string PdfSha256 { get; init; }
    public required string DocxSha256 { get; init; }
    public required string JsonSha256 { get; init; }

    /// <summary>JSON array: contradictions that were pointed out and published knowingly.</summary>
    public required string Acknowledged { get; init; }

    /// <summary>JSON of <see cref="SummaryChanges"/> since the version before; null for the first.</summary>
    public string? Changes { get; init; }

    public string Sha256(SummaryFormat format) => format switch
    {
        SummaryFormat.Html => HtmlSha256,
        SummaryFormat.Pdf => PdfSha256,
        SummaryFormat.Docx => DocxSha256,
        _ => JsonSha256,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<SummaryVersion>
    {
        public void Configure(EntityTypeBuilder<SummaryVersion> version)
        {
            version.ToTable("summary_versions");
            version.HasKey(v => new { v.Mandate, v.Number });
            version.HasIndex(v => v.PublishedBy);
            version.Property(v => v.Mandate).HasMaxLength(80);
            version.Property(v => v.Template).HasMaxLength(60);
            version.Property(v => v.Language).HasMaxLength(8);
            foreach (var hash in new[] { nameof(HtmlSha256), nameof(PdfSha256), nameof(DocxSha256), nameof(JsonSha256) })
            {
                version.Property(hash).HasMaxLength(64);
            }
        }
    }
}

/// <summary>The four formats of a summary.</summary>
public enum SummaryFormat { Html, Pdf, Docx, Json }

public static class SummaryFormats
{
    /// <summary>The ending of a file's name, without the dot.</summary>
    public static string Extension(this SummaryFormat format) => format switch
    {
        SummaryFormat.Html => "html",
        SummaryFormat.Pdf => "pdf",
        SummaryFormat.Docx => "docx",
        _ => "json",
    };

    public static string ContentType(this SummaryFormat format) => format switch
    {
        SummaryFormat.Html => "text/html; charset=utf-8",
        SummaryFormat.Pdf => "application/pdf",
        SummaryFormat.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "application/json; charset=utf-8",
    };

    public static SummaryFormat? Parse(string text) =>
        Enum.GetValues<SummaryFormat>().Cast<SummaryFormat?>().FirstOrDefault(format => format!.Value.Extension() == text);
}

public static class SummaryVersionQueries
{
    /// <summary>Published versions; those of a hidden mandate are hidden with it.</summary>
    public static IQueryable<SummaryVersion> SummaryVersions(this TalkaDb db) =>
        db.Set<SummaryVersion>().AsNoTracking().Where(version => db.Mandates().Any(mandate => mandate.Slug == version.Mandate));
}
