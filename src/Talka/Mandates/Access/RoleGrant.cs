using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Accounts;
using Talka.Foundation.Data;

namespace Talka.Mandates.Access;

/// <summary>That a person has a role on a mandate, now. <see cref="RoleChange"/> keeps how it came about.</summary>
public sealed class RoleGrant
{
    public required Guid MandateId { get; init; }
    public required Guid PersonId { get; init; }
    public required MandateRole Role { get; init; }
    public required DateTime Since { get; init; }

    /// <summary>From then on it is as if it were not there; null for a role without an end.</summary>
    public DateTime? ExpiresAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<RoleGrant>
    {
        public void Configure(EntityTypeBuilder<RoleGrant> grant)
        {
            grant.ToTable("role_grants");
            grant.HasKey(g => new { g.MandateId, g.PersonId, g.Role });
            grant.HasOne<Mandate>().WithMany().HasForeignKey(g => g.MandateId).OnDelete(DeleteBehavior.Cascade);
            grant.HasOne<Person>().WithMany().HasForeignKey(g => g.PersonId).OnDelete(DeleteBehavior.Cascade);
            grant.HasIndex(g => new { g.PersonId, g.MandateId });
        }
    }
}

/// <summary>One change of somebody's roles: never altered, so that it can be told later who let whom do what, and why.</summary>
public sealed class RoleChange
{
    public const int ReasonLength = 500;

    public required Guid Id { get; init; }
    public required DateTime At { get; init; }

    /// <summary>Who did it; null for the program itself.</summary>
    public Guid? ByPersonId { get; init; }

    /// <summary>Whose role it is. Not a foreign key: the history outlives the account.</summary>
    public required Guid PersonId { get; init; }
    public required MandateRole Role { get; init; }

    /// <summary>False where the role was taken away.</summary>
    public required bool IsGiven { get; init; }

    /// <summary>On which mandate; null where it is about belonging to an authority.</summary>
    public Guid? MandateId { get; init; }
    public Guid? AuthorityId { get; init; }
    public DateTime? ExpiresAt { get; init; }
    public required string Reason { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RoleChange>
    {
        public void Configure(EntityTypeBuilder<RoleChange> change)
        {
            change.ToTable("role_changes");
            change.Property(c => c.Id).ValueGeneratedNever();
            change.Property(c => c.Reason).HasMaxLength(ReasonLength);
            change.HasIndex(c => new { c.MandateId, c.Id });
            change.HasIndex(c => new { c.AuthorityId, c.Id });
            change.HasIndex(c => c.PersonId);
            change.HasIndex(c => c.ByPersonId);
        }
    }
}
