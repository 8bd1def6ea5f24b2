using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation.Data;
using Talka.Work.Events.SigningUp;

namespace Talka.Work.Events.Door;

/// <summary>A place where people are let in: a link for the phone of whoever stands there, who needs no account.</summary>
public sealed class EventDoor
{
    public const int NameLength = 100;

    public required Guid Id { get; init; }
    public required Guid EventId { get; init; }

    /// <summary>Such as “Main entrance”.</summary>
    public required string Name { get; set; }

    /// <summary>SHA-256 of the token in the link.</summary>
    public required string TokenHash { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required DateTime ExpiresAt { get; set; }
    public DateTime? RevokedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<EventDoor>
    {
        public void Configure(EntityTypeBuilder<EventDoor> door)
        {
            door.ToTable("event_doors");
            door.Property(d => d.Id).ValueGeneratedNever();
            door.Property(d => d.Name).HasMaxLength(NameLength);
            door.Property(d => d.TokenHash).HasMaxLength(64);
            door.HasOne<Event>().WithMany().HasForeignKey(d => d.EventId).OnDelete(DeleteBehavior.Cascade);
            door.HasIndex(d => d.TokenHash).IsUnique();
            door.HasIndex(d => new { d.EventId, d.Id });
        }
    }
}

/// <summary>
/// That somebody came in. The id is made where it was noted, also without a network, so that a synchronisation that is repeated adds nothing;
/// one that was taken back stays, and says so.
/// </summary>
public sealed class CheckIn
{
    public required Guid Id { get; init; }
    public required Guid EventId { get; init; }
    public required Guid RegistrationId { get; init; }

    /// <summary>When the person came in, by the clock of the server or, where noted without a network, of the device, never later than it was received.</summary>
    public required DateTime At { get; init; }
    public required DateTime ReceivedAt { get; init; }

    /// <summary>Null where the organiser noted it.</summary>
    public Guid? DoorId { get; init; }
    public DateTime? TakenBackAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<CheckIn>
    {
        public void Configure(EntityTypeBuilder<CheckIn> checkIn)
        {
            checkIn.ToTable("event_check_ins");
            checkIn.Property(c => c.Id).ValueGeneratedNever();
            checkIn.HasOne<Event>().WithMany().HasForeignKey(c => c.EventId).OnDelete(DeleteBehavior.Cascade);
            checkIn.HasOne<Registration>().WithMany().HasForeignKey(c => c.RegistrationId).OnDelete(DeleteBehavior.Cascade);
            checkIn.HasOne<EventDoor>().WithMany().HasForeignKey(c => c.DoorId).OnDelete(DeleteBehavior.SetNull);
            checkIn.HasIndex(c => new { c.EventId, c.ReceivedAt });
            checkIn.HasIndex(c => c.RegistrationId);
            checkIn.HasIndex(c => c.DoorId).HasFilter("door_id IS NOT NULL");
        }
    }
}

public static class DoorQueries
{
    public static IQueryable<EventDoor> EventDoors(this TalkaDb db) => db.Set<EventDoor>().AsNoTracking();

    public static IQueryable<CheckIn> CheckIns(this TalkaDb db) => db.Set<CheckIn>().AsNoTracking();
}
