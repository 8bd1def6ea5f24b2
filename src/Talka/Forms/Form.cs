using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation.Data;

namespace Talka.Forms;

/// <summary>
/// A questionnaire. Its definition is data (<see cref="FormDefinition"/>) and has versions: answers name the version that they were given to,
/// so a question that changes later changes nothing that was answered.
/// </summary>
public sealed class Form
{
    public required Guid Id { get; init; }

    /// <summary>What it belongs to, such as <c>event</c>, and the id of that: whoever may change that may change the form.</summary>
    public required string OwnerKind { get; init; }
    public required Guid OwnerId { get; init; }

    /// <summary>The number of the newest version; 0 while there is none. The database refuses a stale one.</summary>
    public int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Form>
    {
        public void Configure(EntityTypeBuilder<Form> form)
        {
            form.ToTable("forms");
            form.Property(f => f.Id).ValueGeneratedNever();
            form.Property(f => f.OwnerKind).HasMaxLength(40);
            form.Property(f => f.Version).IsConcurrencyToken();
            form.HasIndex(f => new { f.OwnerKind, f.OwnerId }).IsUnique();
        }
    }
}

public sealed class FormVersion
{
    public required Guid FormId { get; init; }
    public required int Number { get; init; }

    /// <summary>The <see cref="FormDefinition"/> as JSON.</summary>
    public required string Definition { get; init; }
    public required DateTime CreatedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<FormVersion>
    {
        public void Configure(EntityTypeBuilder<FormVersion> version)
        {
            version.ToTable("form_versions");
            version.HasKey(v => new { v.FormId, v.Number });
            version.HasOne<Form>().WithMany().HasForeignKey(v => v.FormId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>One filled-in form. Who filled it in is for the owner of the form to know; here there is no name.</summary>
public sealed class FormResponse
{
    public required Guid Id { get; init; }
    public required Guid FormId { get; init; }

    /// <summary>The version that was answered last.</summary>
    public required int Version { get; set; }
    public required DateTime At { get; init; }
    public DateTime? ChangedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<FormResponse>
    {
        public void Configure(EntityTypeBuilder<FormResponse> response)
        {
            response.ToTable("form_responses");
            response.Property(r => r.Id).ValueGeneratedNever();
            response.HasOne<FormVersion>().WithMany().HasForeignKey(r => new { r.FormId, r.Version }).OnDelete(DeleteBehavior.Restrict);
            response.HasIndex(r => new { r.FormId, r.Id });
        }
    }
}

/// <summary>The answer to one question; several choices are one row each. A row a question, so that each can be counted, and erased at its own time.</summary>
public sealed class FormAnswer
{
    public const int ValueLength = 10_000;

    public required Guid ResponseId { get; init; }

    /// <summary>Code of the question.</summary>
    public required string Question { get; init; }

    /// <summary>Counts the answers to one question from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>As it is kept, whatever the language: text, code of a choice, number with a point, <c>true</c>. Of a file its SHA-256.</summary>
    public required string Value { get; init; }

    /// <summary>Of a file.</summary>
    public string? FileName { get; init; }

    /// <summary>The day on which it is to be erased; null while it stays as long as what it belongs to.</summary>
    public DateOnly? EraseOn { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<FormAnswer>
    {
        public void Configure(EntityTypeBuilder<FormAnswer> answer)
        {
            answer.ToTable("form_answers");
            answer.HasKey(a => new { a.ResponseId, a.Question, a.Ordinal });
            answer.Property(a => a.Question).HasMaxLength(60);
            answer.Property(a => a.Value).HasMaxLength(ValueLength);
            answer.Property(a => a.FileName).HasMaxLength(300);
            answer.HasOne<FormResponse>().WithMany().HasForeignKey(a => a.ResponseId).OnDelete(DeleteBehavior.Cascade);
            answer.HasIndex(a => a.EraseOn).HasFilter("erase_on IS NOT NULL");
        }
    }
}

public static class FormQueries
{
    public static IQueryable<Form> Forms(this TalkaDb db) => db.Set<Form>().AsNoTracking();

    public static IQueryable<FormVersion> FormVersions(this TalkaDb db) => db.Set<FormVersion>().AsNoTracking();

    public static IQueryable<FormResponse> FormResponses(this TalkaDb db) => db.Set<FormResponse>().AsNoTracking();

    public static IQueryable<FormAnswer> FormAnswers(this TalkaDb db) => db.Set<FormAnswer>().AsNoTracking();
}
