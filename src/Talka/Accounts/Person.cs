using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation.Data;
using Talka.Foundation.Localisation;

namespace Talka.Accounts;

/// <summary>Somebody who may sign in. The user name is the e-mail address.</summary>
public sealed class Person : IdentityUser<Guid>
{
    public const int MaxNameLength = 120;
    public const int MaxEmailLength = 254;

    public required string DisplayName { get; set; }

    /// <summary>May manage people and code lists.</summary>
    public bool IsAdministrator { get; set; }

    /// <summary>Came with the demo data and goes with it; its password is public.</summary>
    public bool IsDemo { get; set; }
    public string Language { get; set; } = Languages.Latvian;
    public DateTime CreatedAt { get; set; }

    public sealed class Mapping : IEntityTypeConfiguration<Person>
    {
        public void Configure(EntityTypeBuilder<Person> person)
        {
            person.ToTable("people");
            person.Property(p => p.Id).ValueGeneratedNever();
            person.Property(p => p.UserName).HasMaxLength(MaxEmailLength).IsRequired();
            person.Property(p => p.NormalizedUserName).HasMaxLength(MaxEmailLength).IsRequired();
            person.HasIndex(p => p.NormalizedUserName).IsUnique();
            person.Property(p => p.DisplayName).HasMaxLength(MaxNameLength);
            person.Property(p => p.Language).HasMaxLength(2);
            person.Property(p => p.ConcurrencyStamp).HasMaxLength(40).IsConcurrencyToken();
            person.Property(p => p.SecurityStamp).HasMaxLength(40);
            person.Property(p => p.LockoutEnd).HasConversion<UtcInstantConverter>();
            person.Ignore(p => p.Email).Ignore(p => p.NormalizedEmail).Ignore(p => p.EmailConfirmed);
            person.Ignore(p => p.PhoneNumber).Ignore(p => p.PhoneNumberConfirmed).Ignore(p => p.TwoFactorEnabled);
        }
    }
}

public static class PeopleQueries
{
    public static IQueryable<Person> People(this TalkaDb db) => db.Set<Person>();
}
