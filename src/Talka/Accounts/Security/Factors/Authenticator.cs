using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation.Data;

namespace Talka.Accounts.Security.Factors;

/// <summary>The authenticator app of a person: its secret, sealed with the master key, and how far its codes are used up.</summary>
public sealed class Authenticator
{
    public required Guid PersonId { get; init; }

    /// <summary>Sealed; see <see cref="Foundation.Secrets.MasterKey"/>.</summary>
    public required string Secret { get; set; }
    public required DateTime CreatedAt { get; init; }

    /// <summary>When a code of the app was first given; until then the app is not asked for.</summary>
    public DateTime? ConfirmedAt { get; set; }

    /// <summary>The time step of the last code that was accepted: neither it nor an earlier one is accepted again.</summary>
    public long LastStep { get; set; }

    public sealed class Mapping : IEntityTypeConfiguration<Authenticator>
    {
        public void Configure(EntityTypeBuilder<Authenticator> builder)
        {
            builder.ToTable("authenticators");
            builder.HasKey(a => a.PersonId);
            builder.Property(a => a.PersonId).ValueGeneratedNever();
            builder.Property(a => a.Secret).HasMaxLength(200);
            builder.HasOne<Person>().WithOne().HasForeignKey<Authenticator>(a => a.PersonId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

public static class AuthenticatorQueries
{
    public static IQueryable<Authenticator> Authenticators(this TalkaDb db) => db.Set<Authenticator>();
}
