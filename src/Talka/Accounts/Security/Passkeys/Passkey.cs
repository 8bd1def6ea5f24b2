using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation.Data;

namespace Talka.Accounts.Security.Passkeys;

/// <summary>The public half of a key that a person's device, password manager or security key holds (WebAuthn).</summary>
public sealed class Passkey
{
    public const int MaxNameLength = 60;

    /// <summary>As the standard allows: https://www.w3.org/TR/webauthn-3/#credential-id</summary>
    public const int MaxCredentialIdLength = 1023;

    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>By which the device knows the key; another person cannot have the same.</summary>
    public required byte[] CredentialId { get; init; }
    public required byte[] PublicKey { get; init; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; set; }
    public required DateTime CreatedAt { get; init; }
    public DateTime? LastUsedAt { get; set; }

    /// <summary>Goes up with each use where the device counts; one that goes back was copied.</summary>
    public long SignCount { get; set; }

    /// <summary>How the device is reached ("internal", "usb"), separated by spaces.</summary>
    public required string Transports { get; init; }
    public bool IsUserVerified { get; set; }
    public bool IsBackupEligible { get; init; }
    public bool IsBackedUp { get; set; }

    public sealed class Mapping : IEntityTypeConfiguration<Passkey>
    {
        public void Configure(EntityTypeBuilder<Passkey> builder)
        {
            builder.ToTable("passkeys");
            builder.Property(p => p.Id).ValueGeneratedNever();
            builder.Property(p => p.CredentialId).HasMaxLength(MaxCredentialIdLength);
            builder.HasIndex(p => p.CredentialId).IsUnique();
            builder.HasIndex(p => p.PersonId);
            builder.Property(p => p.Name).HasMaxLength(MaxNameLength);
            builder.Property(p => p.Transports).HasMaxLength(100);
            builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

public static class PasskeyQueries
{
    public static IQueryable<Passkey> Passkeys(this TalkaDb db) => db.Set<Passkey>();
}
