using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation;
using Talka.Foundation.Data;

namespace Talka.Organisations;

/// <summary>The legal form, as the registers name it.</summary>
public enum OrganisationForm { Association, Foundation, TradeUnion, Religious, School, Municipality, StateBody, Company, Informal, Other }

/// <summary>
/// An organisation of the directory. Everything is public but the contact person, who is shown only with consent.
/// One that was merged into another stays, and leads there.
/// </summary>
public sealed class Organisation
{
    public const int NameLength = 300;
    public const int ShortLength = 200;
    public const int DescriptionLength = 4_000;

    public required Guid Id { get; init; }

    /// <summary>Names it in addresses.</summary>
    public required string Slug { get; init; }
    public required string Name { get; set; }

    /// <summary>The name folded and without legal form and quotation marks, by which doubles are found.</summary>
    public required string NameKey { get; set; }

    /// <summary>Eleven digits; null for one that no register knows.</summary>
    public string? RegistrationNumber { get; set; }
    public OrganisationForm Form { get; set; }

    /// <summary>Code of a planning region.</summary>
    public string? Region { get; set; }
    public string? Municipality { get; set; }

    /// <summary>Codes of areas of activity, each between two bars: <c>|culture|youth|</c>.</summary>
    public string Areas { get; set; } = "";

    /// <summary>Whether it states that it is an organisation of a national minority.</summary>
    public bool IsMinority { get; set; }

    /// <summary>Which community, in its own words.</summary>
    public string? Community { get; set; }
    public string? Website { get; set; }
    public string? Description { get; set; }

    /// <summary>Where mail to the organisation goes. Not shown.</summary>
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public string? ContactName { get; set; }

    /// <summary>When the contact person agreed to be shown; null while not.</summary>
    public DateTime? ContactConsentAt { get; set; }

    /// <summary>When the organisation itself confirmed the record.</summary>
    public DateTime? ClaimedAt { get; set; }
    public Guid? MergedIntoId { get; set; }
    public required DateTime CreatedAt { get; init; }
    public required DateTime UpdatedAt { get; set; }

    /// <summary>Whoever changes it says which version was read; the database refuses a stale one.</summary>
    public int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Organisation>
    {
        public void Configure(EntityTypeBuilder<Organisation> organisation)
        {
            organisation.ToTable("organisations");
            organisation.Property(o => o.Id).ValueGeneratedNever();
            organisation.Property(o => o.Slug).HasMaxLength(Foundation.Slug.MaxLength);
            organisation.Property(o => o.Name).HasMaxLength(NameLength);
            organisation.Property(o => o.NameKey).HasMaxLength(NameLength);
            organisation.Property(o => o.RegistrationNumber).HasMaxLength(11);
            organisation.Property(o => o.Region).HasMaxLength(40);
            organisation.Property(o => o.Municipality).HasMaxLength(ShortLength);
            organisation.Property(o => o.Areas).HasMaxLength(500);
            organisation.Property(o => o.Community).HasMaxLength(ShortLength);
            organisation.Property(o => o.Website).HasMaxLength(500);
            organisation.Property(o => o.Description).HasMaxLength(DescriptionLength);
            organisation.Property(o => o.Email).HasMaxLength(EmailAddress.MaxLength);
            organisation.Property(o => o.Phone).HasMaxLength(40);
            organisation.Property(o => o.ContactName).HasMaxLength(ShortLength);
            organisation.Property(o => o.Version).IsConcurrencyToken();
            organisation.HasOne<Organisation>().WithMany().HasForeignKey(o => o.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
            organisation.HasIndex(o => o.Slug).IsUnique();
            organisation.HasIndex(o => o.RegistrationNumber).IsUnique().HasFilter("registration_number IS NOT NULL AND merged_into_id IS NULL");
            organisation.HasIndex(o => o.NameKey);
            organisation.HasIndex(o => new { o.Region, o.NameKey });
            organisation.HasIndex(o => o.Email);
        }
    }
}

/// <summary>A link that was mailed to somebody who says to speak for an organisation. Kept as a hash, used once.</summary>
public sealed class OrganisationClaim
{
    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }
    public required string Email { get; init; }
    public required string TokenHash { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required DateTime ExpiresAt { get; init; }
    public DateTime? UsedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<OrganisationClaim>
    {
        public void Configure(EntityTypeBuilder<OrganisationClaim> claim)
        {
            claim.ToTable("organisation_claims");
            claim.Property(c => c.Id).ValueGeneratedNever();
            claim.Property(c => c.Email).HasMaxLength(EmailAddress.MaxLength);
            claim.Property(c => c.TokenHash).HasMaxLength(64);
            claim.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Cascade);
            claim.HasIndex(c => c.TokenHash).IsUnique();
            claim.HasIndex(c => c.ExpiresAt);
        }
    }
}

public static class OrganisationQueries
{
    /// <summary>Those of the directory, without those that were merged into another.</summary>
    public static IQueryable<Organisation> Organisations(this TalkaDb db) => db.Set<Organisation>().AsNoTracking().Where(o => o.MergedIntoId == null);
}
