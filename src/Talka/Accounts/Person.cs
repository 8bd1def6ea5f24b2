using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;

namespace Talka.Accounts;

/// <summary>Somebody who may sign in. The user name is the e-mail address.</summary>
public sealed class Person : IdentityUser<Guid>
{
    public const int MaxNameLength = 120;
    public const int MaxEmailLength = EmailAddress.MaxLength;

    public required string DisplayName { get; set; }

    /// <summary>May manage people and code lists.</summary>
    public bool IsAdministrator { get; set; }

    /// <summary>Came with the demo data and goes with it; its password is public.</summary>
    public bool IsDemo { get; set; }
    public string Language { get; set; } = Languages.Latvian;
    public DateTime CreatedAt { get; set; }

    /// <summary>What <c>LockoutEnd</c> says of a closed account; Identity's own lock is not used.</summary>
    internal static readonly DateTimeOffset Closed = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Nobody signs in with it until an administrator opens it again; what the person did and was let to do stays.</summary>
    public bool IsClosed => LockoutEnd == Closed;

    /// <summary>A new <c>ConcurrencyStamp</c>, for changes past Identity: what it has read meanwhile it then does not write back.</summary>
    internal static string NewStamp() => RandomNumberGenerator.GetHexString(32);

    public sealed class Mapping : IEntityTypeConfiguration<Person>
    {
        public void Configure(EntityTypeBuilder<Person> builder)
        {
            builder.ToTable("people");
            builder.Property(p => p.Id).ValueGeneratedNever();
            builder.Property(p => p.UserName).HasMaxLength(MaxEmailLength).IsRequired();
            builder.Property(p => p.NormalizedUserName).HasMaxLength(MaxEmailLength).IsRequired();
            builder.HasIndex(p => p.NormalizedUserName).IsUnique();
            builder.Property(p => p.DisplayName).HasMaxLength(MaxNameLength);
            builder.Property(p => p.Language).HasMaxLength(2);
            builder.Property(p => p.ConcurrencyStamp).HasMaxLength(40).IsConcurrencyToken();
            builder.Property(p => p.SecurityStamp).HasMaxLength(40);
            builder.Property(p => p.LockoutEnd).HasConversion<UtcInstantConverter>();
            builder.Ignore(p => p.Email).Ignore(p => p.NormalizedEmail).Ignore(p => p.EmailConfirmed);
            builder.Ignore(p => p.PhoneNumber).Ignore(p => p.PhoneNumberConfirmed);
        }
    }
}

public static class PeopleQueries
{
    public static IQueryable<Person> People(this TalkaDb db) => db.Set<Person>();

    /// <summary>
    /// Whether the installation has somebody else in whose care it is. Holds the administrators still until the transaction ends: of two who are about
    /// to leave at once, one has to wait and then finds itself the last.
    /// </summary>
    internal static async Task<bool> HasAdministratorBesidesAsync(this TalkaDb db, Guid personId, CancellationToken cancel)
    {
        // To what it is by then, and not in an order, which would read it beforehand: whoever waited would give back what the other has just taken
        await db.People().Where(person => person.IsAdministrator)
            .ExecuteUpdateAsync(set => set.SetProperty(person => person.IsAdministrator, person => person.IsAdministrator), cancel);
        return await db.People().AnyAsync(
            other => other.IsAdministrator && !other.IsDemo && other.Id != personId && (other.LockoutEnd == null || other.LockoutEnd != Person.Closed), cancel);
    }
}
