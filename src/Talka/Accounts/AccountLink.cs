using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation.Data;

namespace Talka.Accounts;

/// <summary>
/// A link that lets its holder choose a password once: a new person's, or the first administrator's (who has no account yet).
/// Only the hash of the token is kept, so a copy of the database opens no account.
/// </summary>
public sealed class AccountLink
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>Of a link that somebody asked for who forgot the password.</summary>
    public static readonly TimeSpan ResetLifetime = TimeSpan.FromHours(1);

    public required Guid Id { get; init; }
    public required string TokenHash { get; init; }

    /// <summary>Whose password is set; null makes the first administrator.</summary>
    public Guid? PersonId { get; init; }
    public required DateTime ExpiresAt { get; init; }
    public DateTime? UsedAt { get; set; }

    public bool IsOpen(DateTime now) => UsedAt is null && now < ExpiresAt;

    /// <summary>A link and the token that opens it; the token is shown once and kept nowhere.</summary>
    public static (AccountLink Link, string Token) Make(TimeProvider clock, Guid? personId, TimeSpan? lifetime = null)
    {
        var token = NewToken();
        var now = clock.GetUtcNow();
        var link = new AccountLink
        {
            Id = Guid.CreateVersion7(now),
            TokenHash = HashOf(token),
            PersonId = personId,
            ExpiresAt = now.UtcDateTime + (lifetime ?? Lifetime),
        };
        return (link, token);
    }

    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public static string PathOf(string token) => "/accounts/setup?token=" + token;

    public sealed class Mapping : IEntityTypeConfiguration<AccountLink>
    {
        public void Configure(EntityTypeBuilder<AccountLink> builder)
        {
            builder.ToTable("account_links");
            builder.Property(l => l.Id).ValueGeneratedNever();
            builder.Property(l => l.TokenHash).HasMaxLength(64);
            builder.HasIndex(l => l.TokenHash).IsUnique();
            builder.Property(l => l.UsedAt).IsConcurrencyToken();
            builder.HasOne<Person>().WithMany().HasForeignKey(l => l.PersonId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

public static class AccountLinkQueries
{
    public static IQueryable<AccountLink> AccountLinks(this TalkaDb db) => db.Set<AccountLink>();
}
