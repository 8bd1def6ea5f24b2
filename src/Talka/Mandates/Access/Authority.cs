using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Accounts;

namespace Talka.Mandates.Access;

/// <summary>A ministry or foundation that supervises mandates here. Its members are the supervisors of all of them, and of no others.</summary>
public sealed class Authority
{
    public const int NameLength = 200;

    public required Guid Id { get; init; }
    public required string Name { get; set; }

    /// <summary>Null where it has none that we know.</summary>
    public string? RegistrationNumber { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Authority>
    {
        public void Configure(EntityTypeBuilder<Authority> authority)
        {
            authority.ToTable("authorities");
            authority.Property(a => a.Id).ValueGeneratedNever();
            authority.Property(a => a.Name).HasMaxLength(NameLength);
            authority.HasIndex(a => a.Name).IsUnique();
            authority.Property(a => a.RegistrationNumber).HasMaxLength(11);
        }
    }
}

/// <summary>That a person belongs to an authority.</summary>
public sealed class AuthorityMember
{
    public required Guid AuthorityId { get; init; }
    public required Guid PersonId { get; init; }
    public required DateTime Since { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<AuthorityMember>
    {
        public void Configure(EntityTypeBuilder<AuthorityMember> member)
        {
            member.ToTable("authority_members");
            member.HasKey(m => new { m.AuthorityId, m.PersonId });
            member.HasOne<Authority>().WithMany().HasForeignKey(m => m.AuthorityId).OnDelete(DeleteBehavior.Cascade);
            member.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Cascade);
            member.HasIndex(m => new { m.PersonId, m.AuthorityId });
        }
    }
}
