using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation.Data;

namespace Talka.Accounts;

/// <summary>
/// Failed sign-ins in a row with one e-mail address, whether or not an account has it, so that being told to wait says nothing about that; or wrong
/// codes in a row at the second step of a person.
/// </summary>
public sealed class SignInAttempts
{
    /// <summary>The hash of the address as it is compared, or of <see cref="SignInGuard.SecondStepOf"/>: what people mistype is nobody's to read.</summary>
    public required string EmailHash { get; init; }
    public int Failures { get; set; }
    public DateTime LastAt { get; set; }

    /// <summary>Until then no password is looked at.</summary>
    public DateTime? LockedUntil { get; set; }

    public sealed class Mapping : IEntityTypeConfiguration<SignInAttempts>
    {
        public void Configure(EntityTypeBuilder<SignInAttempts> builder)
        {
            builder.ToTable("sign_in_attempts");
            builder.HasKey(a => a.EmailHash);
            builder.Property(a => a.EmailHash).HasMaxLength(64);
            builder.HasIndex(a => a.LastAt);
        }
    }
}

public static class SignInAttemptsQueries
{
    public static IQueryable<SignInAttempts> SignInAttempts(this TalkaDb db) => db.Set<SignInAttempts>();
}
