using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation.Data;

namespace Talka.Accounts.Security.Factors;

/// <summary>
/// A code on paper that stands in for a second factor that is lost, once. It has 118 random bits, so its plain hash can be neither guessed nor
/// looked up.
/// </summary>
public sealed class RecoveryCode
{
    public const int Count = 10;

    private const int Length = 24;
    private const int GroupLength = 4;

    // Letters and digits that are not mistaken for one another
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required string Hash { get; init; }
    public DateTime? UsedAt { get; set; }

    /// <summary>Such as <c>k3fx-9mtp-w2hb-7qzd-m4rc-h6ny</c>.</summary>
    public static string Make() =>
        string.Join('-', RandomNumberGenerator.GetString(Alphabet, Length).Chunk(GroupLength).Select(group => new string(group)));

    /// <summary>However the code was typed: with or without dashes, in capitals, with spaces.</summary>
    public static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Concat(code.Where(char.IsLetterOrDigit)).ToLowerInvariant())));

    public sealed class Mapping : IEntityTypeConfiguration<RecoveryCode>
    {
        public void Configure(EntityTypeBuilder<RecoveryCode> builder)
        {
            builder.ToTable("recovery_codes");
            builder.Property(c => c.Id).ValueGeneratedNever();
            builder.Property(c => c.Hash).HasMaxLength(64);
            builder.HasIndex(c => new { c.PersonId, c.Hash }).IsUnique();
            builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

public static class RecoveryCodeQueries
{
    public static IQueryable<RecoveryCode> RecoveryCodes(this TalkaDb db) => db.Set<RecoveryCode>();
}
