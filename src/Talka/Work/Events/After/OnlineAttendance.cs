using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Work.Events.SigningUp;

namespace Talka.Work.Events.After;

/// <summary>What became of a line of a participant report. Doubtful ones wait for a person to decide.</summary>
public enum AttendanceMatch { ByEmail, ByName, Doubtful, Decided, Unknown, Left }

/// <summary>One participant of an online meeting, as a report of Zoom, Teams or Webex tells it; all the times that they joined, together.</summary>
public sealed class OnlineAttendance
{
    public required Guid Id { get; init; }
    public required Guid EventId { get; init; }

    /// <summary>SHA-256 of the report, so that the same one is not counted twice.</summary>
    public required string Report { get; init; }

    /// <summary>Empty once erased.</summary>
    public required string Name { get; set; }
    public string? Email { get; set; }
    public required int Minutes { get; set; }

    /// <summary>When they were there, where the report says it: so that what another report tells of the same time is not counted again.</summary>
    public string? Times { get; set; }
    public required AttendanceMatch Match { get; set; }

    /// <summary>Whom it is, or while doubtful the likeliest.</summary>
    public Guid? RegistrationId { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<OnlineAttendance>
    {
        public void Configure(EntityTypeBuilder<OnlineAttendance> attendance)
        {
            attendance.ToTable("event_online_attendance");
            attendance.Property(a => a.Id).ValueGeneratedNever();
            attendance.Property(a => a.Report).HasMaxLength(64);
            attendance.Property(a => a.Name).HasMaxLength(Registration.NameLength);
            attendance.Property(a => a.Email).HasMaxLength(EmailAddress.MaxLength);
            attendance.HasOne<Event>().WithMany().HasForeignKey(a => a.EventId).OnDelete(DeleteBehavior.Cascade);
            attendance.HasOne<Registration>().WithMany().HasForeignKey(a => a.RegistrationId).OnDelete(DeleteBehavior.SetNull);
            attendance.HasIndex(a => new { a.EventId, a.Match, a.Id });
            attendance.HasIndex(a => a.RegistrationId).HasFilter("registration_id IS NOT NULL");
            attendance.HasIndex(a => a.Email).HasFilter("email IS NOT NULL");
        }
    }
}

/// <summary>A certificate of attendance. Whoever has its code can see that it is real; the PDF is made when it is asked for the first time or by the bulk run.</summary>
public sealed class Certificate
{
    public required Guid Id { get; init; }
    public required Guid EventId { get; init; }
    public required Guid RegistrationId { get; init; }

    /// <summary>In the verification link: long and random.</summary>
    public required string Code { get; init; }

    /// <summary>As printed; empty once erased.</summary>
    public required string Name { get; set; }
    public required DateTime IssuedAt { get; init; }

    /// <summary>Of the PDF; null until it is made.</summary>
    public string? Sha256 { get; set; }
    public long Size { get; set; }
    public DateTime? RevokedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Certificate>
    {
        public void Configure(EntityTypeBuilder<Certificate> certificate)
        {
            certificate.ToTable("event_certificates");
            certificate.Property(c => c.Id).ValueGeneratedNever();
            certificate.Property(c => c.Code).HasMaxLength(40);
            certificate.Property(c => c.Name).HasMaxLength(Registration.NameLength);
            certificate.Property(c => c.Sha256).HasMaxLength(64);
            certificate.HasOne<Event>().WithMany().HasForeignKey(c => c.EventId).OnDelete(DeleteBehavior.Cascade);
            certificate.HasOne<Registration>().WithMany().HasForeignKey(c => c.RegistrationId).OnDelete(DeleteBehavior.Cascade);
            certificate.HasIndex(c => c.Code).IsUnique();
            certificate.HasIndex(c => c.RegistrationId).IsUnique();
            certificate.HasIndex(c => new { c.EventId, c.Id });
            certificate.HasIndex(c => c.Sha256).HasFilter("sha256 IS NOT NULL");
        }
    }
}

/// <summary>Long work for one event that goes on in the background: who asked sees how far it is, and a node that dies leaves it to the next.</summary>
public sealed class EventJob
{
    public required Guid Id { get; init; }
    public required Guid EventId { get; init; }

    /// <summary>Such as <c>certificates</c>; of each kind one at a time for an event.</summary>
    public required string Kind { get; init; }
    public required DateTime AskedAt { get; init; }
    public required int Total { get; set; }
    public int Done { get; set; }
    public DateTime? FinishedAt { get; set; }

    /// <summary>While a node works on it, when its claim ends.</summary>
    public DateTime? ClaimedUntil { get; set; }
    public string? Error { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<EventJob>
    {
        public void Configure(EntityTypeBuilder<EventJob> job)
        {
            job.ToTable("event_jobs");
            job.Property(j => j.Id).ValueGeneratedNever();
            job.Property(j => j.Kind).HasMaxLength(40);
            job.Property(j => j.Error).HasMaxLength(500);
            job.HasOne<Event>().WithMany().HasForeignKey(j => j.EventId).OnDelete(DeleteBehavior.Cascade);
            job.HasIndex(j => new { j.EventId, j.Kind }).IsUnique().HasFilter("finished_at IS NULL");
            job.HasIndex(j => j.ClaimedUntil).HasFilter("finished_at IS NULL");
        }
    }
}

public static class AfterQueries
{
    public static IQueryable<OnlineAttendance> OnlineAttendance(this TalkaDb db) => db.Set<OnlineAttendance>().AsNoTracking();

    public static IQueryable<Certificate> Certificates(this TalkaDb db) => db.Set<Certificate>().AsNoTracking();

    public static IQueryable<EventJob> EventJobs(this TalkaDb db) => db.Set<EventJob>().AsNoTracking();
}
