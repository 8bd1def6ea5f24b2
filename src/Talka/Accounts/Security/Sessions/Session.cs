using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation.Data;

namespace Talka.Accounts.Security.Sessions;

/// <summary>How somebody signed in.</summary>
public enum SignInMethod { Password, TwoSteps, Passkey, External, Link }

/// <summary>
/// One browser in which a person is signed in. The sign-in cookie names it, and opens nothing once the row is gone, too old, unused for too
/// long, or older than the person's security stamp, which every change of the password or of a second factor renews.
/// </summary>
public sealed class Session
{
    public const int MaxAddressLength = 45;
    public const int MaxBrowserLength = 60;

    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>The person's security stamp at the sign-in.</summary>
    public required string Stamp { get; init; }
    public required SignInMethod Method { get; init; }
    public required DateTime CreatedAt { get; init; }

    /// <summary>When the person last proved in this session who they are; sensitive changes want it to be a few minutes ago at most.</summary>
    public required DateTime ProvedAt { get; set; }
    public required DateTime LastSeenAt { get; set; }
    public required DateTime ExpiresAt { get; init; }
    public required string Address { get; init; }

    /// <summary>Such as "Firefox, Linux".</summary>
    public required string Browser { get; init; }

    public sealed class Mapping : IEntityTypeConfiguration<Session>
    {
        public void Configure(EntityTypeBuilder<Session> builder)
        {
            builder.ToTable("sessions");
            builder.Property(s => s.Id).ValueGeneratedNever();
            builder.Property(s => s.Stamp).HasMaxLength(40);
            builder.Property(s => s.Address).HasMaxLength(MaxAddressLength);
            builder.Property(s => s.Browser).HasMaxLength(MaxBrowserLength);
            builder.HasIndex(s => s.PersonId);
            builder.HasIndex(s => s.ExpiresAt);
            builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

public static class SessionQueries
{
    public static IQueryable<Session> Sessions(this TalkaDb db) => db.Set<Session>();

    /// <summary>The sessions of a person that still open the site.</summary>
    public static IQueryable<Session> OpenSessions(this TalkaDb db, Guid personId, SessionLimits limits, DateTime now)
    {
        var unusedSince = now - limits.Idle;
        return db.Sessions().Where(session => session.PersonId == personId && session.ExpiresAt > now && session.LastSeenAt > unusedSince
            && db.People().Any(person => person.Id == personId && person.SecurityStamp == session.Stamp));
    }
}
