using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation;
using Talka.Foundation.Data;

namespace Talka.Mandates;

/// <summary>
/// A contract. Its terms are one document, read whole and versioned whole: the row holds those in force,
/// <see cref="MandateVersion"/> every state that they ever were in. The columns beside the document are what lists and searches need.
/// </summary>
public sealed class Mandate
{
    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; set; }
    public string? TitleEn { get; set; }
    public required DateOnly From { get; set; }
    public required DateOnly To { get; set; }
    public required MandateTerms Terms { get; set; }

    /// <summary>The number of the version in force. Whoever changes the terms says which version was read; the database refuses a stale one.</summary>
    public int Version { get; set; }

    /// <summary>The authority that supervises it here; null while none does.</summary>
    public Guid? AuthorityId { get; set; }

    /// <summary>Taken out of sight, while its entries stay in the journal, which loses nothing. <see cref="MandateQueries.Mandates"/> leaves it out.</summary>
    public bool Hidden { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Mandate>
    {
        public void Configure(EntityTypeBuilder<Mandate> mandate)
        {
            mandate.ToTable("mandates");
            mandate.HasKey(m => m.Id);
            mandate.Property(m => m.Slug).HasMaxLength(Foundation.Slug.MaxLength);
            mandate.HasIndex(m => m.Slug).IsUnique();
            mandate.HasIndex(m => new { m.From, m.Slug });
            mandate.Property(m => m.Title).HasMaxLength(TermsRules.TitleLength);
            mandate.Property(m => m.TitleEn).HasMaxLength(TermsRules.TitleLength);
            mandate.Property(m => m.Terms).HasConversion(terms => TermsJson.Write(terms), json => TermsJson.Read(json), SameTerms);
            mandate.Property(m => m.Version).IsConcurrencyToken();
            mandate.HasOne<Access.Authority>().WithMany().HasForeignKey(m => m.AuthorityId).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal static ValueComparer<MandateTerms> SameTerms { get; } = new(
        (left, right) => ReferenceEquals(left, right), terms => terms.Slug.GetHashCode(StringComparison.Ordinal), terms => terms);
}

/// <summary>What brought a version of the terms about.</summary>
public enum MandateChange { Concluded, Amended, YearsSet, PlanRevised, IndicatorsSet }

/// <summary>One state of the terms, kept for ever: number 0 is the contract as concluded, each further one what a change made of it.</summary>
public sealed class MandateVersion
{
    public required Guid MandateId { get; init; }
    public required int Number { get; init; }
    public required MandateChange Change { get; init; }

    /// <summary>The day from which it holds.</summary>
    public required DateOnly InForce { get; init; }
    public string? Reason { get; init; }
    public required DateTime RecordedAt { get; init; }
    public Guid? RecordedBy { get; init; }
    public required string RecordedByName { get; init; }
    public required MandateTerms Terms { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<MandateVersion>
    {
        public void Configure(EntityTypeBuilder<MandateVersion> version)
        {
            version.ToTable("mandate_versions");
            version.HasKey(v => new { v.MandateId, v.Number });
            version.HasOne<Mandate>().WithMany().HasForeignKey(v => v.MandateId).OnDelete(DeleteBehavior.Cascade);
            version.HasIndex(v => v.RecordedBy);
            version.Property(v => v.RecordedByName).HasMaxLength(200);
            version.Property(v => v.Terms).HasConversion(terms => TermsJson.Write(terms), json => TermsJson.Read(json), Mandate.SameTerms);
        }
    }
}

/// <summary>One change of one planned amount.</summary>
public sealed class PlanRevision
{
    public required Guid MandateId { get; init; }

    /// <summary>The version of the terms that it led to.</summary>
    public required int Version { get; init; }
    public required int Year { get; init; }
    public required string Stream { get; init; }

    /// <summary>Null where nothing had been planned yet.</summary>
    public Money? Before { get; init; }
    public required Money After { get; init; }
    public required DateOnly DecidedOn { get; init; }
    public required string Reason { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<PlanRevision>
    {
        public void Configure(EntityTypeBuilder<PlanRevision> revision)
        {
            revision.ToTable("plan_revisions");
            revision.HasKey(r => new { r.MandateId, r.Version, r.Year, r.Stream });
            revision.HasOne<MandateVersion>().WithMany().HasForeignKey(r => new { r.MandateId, r.Version }).OnDelete(DeleteBehavior.Cascade);
            revision.Property(r => r.Stream).HasMaxLength(Foundation.Slug.MaxLength);
        }
    }
}
