using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation.Data;

namespace Talka.Accounts.Security.External;

/// <summary>An account at an outside provider that signs a person in here. Known by the provider's own unchanging name for it, never by its e-mail.</summary>
public sealed class ExternalLogin : IdentityUserLogin<Guid>
{
    public const int MaxKeyLength = 255;

    public DateTime CreatedAt { get; set; }

    public sealed class Mapping : IEntityTypeConfiguration<ExternalLogin>
    {
        public void Configure(EntityTypeBuilder<ExternalLogin> builder)
        {
            builder.ToTable("external_logins");
            builder.HasKey(l => new { l.LoginProvider, l.ProviderKey });
            builder.Property(l => l.LoginProvider).HasMaxLength(60);
            builder.Property(l => l.ProviderKey).HasMaxLength(MaxKeyLength);
            builder.Property(l => l.ProviderDisplayName).HasMaxLength(120);
            builder.Property(l => l.UserId).HasColumnName("person_id");
            builder.HasIndex(l => l.UserId);
            builder.HasOne<Person>().WithMany().HasForeignKey(l => l.UserId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

public static class ExternalLoginQueries
{
    public static IQueryable<ExternalLogin> ExternalLogins(this TalkaDb db) => db.Set<ExternalLogin>();
}
