using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation.Data;

namespace Talka.Foundation.Trail;

/// <summary>What is worth knowing afterwards: who came in, who looked at personal data, who took data away, who changed rights and settings.</summary>
public enum TrailAct
{
    SignedIn,
    SignInFailed,
    SignedOut,
    SessionRevoked,
    PasswordSet,
    FactorChanged,
    EmailChanged,
    PersonalDataRead,
    Exported,
    RoleChanged,
    SettingChanged,
    Erased,
    Invited,
    AccessGiven,
    AccessEnded,

    /// <summary>An auditor opened a page or a file.</summary>
    Opened,

    /// <summary>The directory of organisations: a record merged, or corrected by the organisation itself.</summary>
    DirectoryChanged,
}

/// <summary>
/// One line of the audit trail. Lines are only added; the database lets them lose their words (when a person is erased) and, once their
/// time is over, go, but never say something else. A person is named by id alone, which means nobody once the account is gone.
/// </summary>
public sealed class TrailEntry
{
    public const int SubjectLength = 200;
    public const int DetailLength = 300;

    /// <summary>Version 7: begins with <see cref="At"/>, so the order of ids is the order of time.</summary>
    public required Guid Id { get; init; }
    public required DateTime At { get; init; }
    public required TrailAct Act { get; init; }

    /// <summary>Who did it; null for the program itself and for people who are not known. No foreign key: the person may be erased.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The network that it came from, not the very address.</summary>
    public string? Address { get; init; }

    /// <summary>What it was done to: an id, a code, a name of a thing; never a person's name or e-mail.</summary>
    public string? Subject { get; init; }

    /// <summary>Slug.</summary>
    public string? Mandate { get; init; }
    public string? Detail { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<TrailEntry>
    {
        public void Configure(EntityTypeBuilder<TrailEntry> entry)
        {
            entry.ToTable("audit_trail");
            entry.Property(e => e.Id).ValueGeneratedNever();
            entry.Property(e => e.Address).HasMaxLength(50);
            entry.Property(e => e.Subject).HasMaxLength(SubjectLength);
            entry.Property(e => e.Mandate).HasMaxLength(Slug.MaxLength);
            entry.Property(e => e.Detail).HasMaxLength(DetailLength);
            entry.HasIndex(e => new { e.Act, e.Id });
            entry.HasIndex(e => new { e.PersonId, e.Id });
            entry.HasIndex(e => new { e.Mandate, e.Id });
        }
    }
}

public static class TrailQueries
{
    public static IQueryable<TrailEntry> Trail(this TalkaDb db) => db.Set<TrailEntry>().AsNoTracking();
}
