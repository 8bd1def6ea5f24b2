using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation.Data;
using Talka.Organisations;

namespace Talka.Work.Events;

/// <summary>One stretch of an event. Most have one.</summary>
public sealed class EventSession
{
    public required Guid Id { get; init; }
    public required Guid EventId { get; init; }
    public required DateTime StartsAt { get; set; }
    public required DateTime EndsAt { get; set; }
    public string? Title { get; set; }
    public string? TitleEn { get; set; }

    /// <summary>The programme of the session, as Markdown.</summary>
    public string? Programme { get; set; }

    /// <summary>When it was taken out of an event that the public had seen; kept so that calendars that have it hear of it. Null for one that takes place.</summary>
    public DateTime? RemovedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<EventSession>
    {
        public void Configure(EntityTypeBuilder<EventSession> session)
        {
            session.ToTable("event_sessions");
            session.Property(s => s.Id).ValueGeneratedNever();
            session.Property(s => s.Title).HasMaxLength(Event.TitleLength);
            session.Property(s => s.TitleEn).HasMaxLength(Event.TitleLength);
            session.Property(s => s.Programme).HasMaxLength(Event.TextLength);
            session.HasOne<Event>().WithMany().HasForeignKey(s => s.EventId).OnDelete(DeleteBehavior.Cascade);
            session.HasIndex(s => new { s.EventId, s.StartsAt });
        }
    }
}

/// <summary>Somebody who speaks at an event. Shown only with consent.</summary>
public sealed class EventSpeaker
{
    public required Guid Id { get; init; }
    public required Guid EventId { get; init; }
    public required int Ordinal { get; set; }
    public required string Name { get; set; }
    public string? About { get; set; }

    /// <summary>When the speaker agreed to be named; null while not.</summary>
    public DateTime? ConsentAt { get; set; }
    public string? PhotoSha256 { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<EventSpeaker>
    {
        public void Configure(EntityTypeBuilder<EventSpeaker> speaker)
        {
            speaker.ToTable("event_speakers");
            speaker.Property(s => s.Id).ValueGeneratedNever();
            speaker.Property(s => s.Name).HasMaxLength(Event.ShortLength);
            speaker.Property(s => s.About).HasMaxLength(1_000);
            speaker.Property(s => s.PhotoSha256).HasMaxLength(64);
            speaker.HasOne<Event>().WithMany().HasForeignKey(s => s.EventId).OnDelete(DeleteBehavior.Cascade);
            speaker.HasIndex(s => new { s.EventId, s.Ordinal });
            speaker.HasIndex(s => s.PhotoSha256).HasFilter("photo_sha256 IS NOT NULL");
        }
    }
}

public enum OrganisationRole { Organiser, Partner }

public sealed class EventOrganisation
{
    public required Guid EventId { get; init; }
    public required Guid OrganisationId { get; init; }
    public required OrganisationRole Role { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<EventOrganisation>
    {
        public void Configure(EntityTypeBuilder<EventOrganisation> organisation)
        {
            organisation.ToTable("event_organisations");
            organisation.HasKey(o => new { o.EventId, o.OrganisationId });
            organisation.HasOne<Event>().WithMany().HasForeignKey(o => o.EventId).OnDelete(DeleteBehavior.Cascade);
            organisation.HasOne<Organisation>().WithMany().HasForeignKey(o => o.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            organisation.HasIndex(o => o.OrganisationId);
        }
    }
}

/// <summary>To whom a material is shown. After: to those who took part, once the event is over.</summary>
public enum MaterialFor { Everybody, Registered, After }

/// <summary>A file or a link.</summary>
public sealed class EventMaterial
{
    public required Guid Id { get; init; }
    public required Guid EventId { get; init; }
    public required int Ordinal { get; set; }
    public required string Title { get; set; }
    public MaterialFor For { get; set; }
    public string? Link { get; set; }
    public string? Sha256 { get; set; }
    public string? FileName { get; set; }
    public string? ContentType { get; set; }
    public long Size { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<EventMaterial>
    {
        public void Configure(EntityTypeBuilder<EventMaterial> material)
        {
            material.ToTable("event_materials");
            material.Property(m => m.Id).ValueGeneratedNever();
            material.Property(m => m.Title).HasMaxLength(Event.TitleLength);
            material.Property(m => m.Link).HasMaxLength(1_000);
            material.Property(m => m.Sha256).HasMaxLength(64);
            material.Property(m => m.FileName).HasMaxLength(300);
            material.Property(m => m.ContentType).HasMaxLength(200);
            material.HasOne<Event>().WithMany().HasForeignKey(m => m.EventId).OnDelete(DeleteBehavior.Cascade);
            material.HasIndex(m => new { m.EventId, m.Ordinal });
            material.HasIndex(m => m.Sha256).HasFilter("sha256 IS NOT NULL");
        }
    }
}

/// <summary>
/// The places of one way of taking part, and of one target group where that has its own. Claimed by one conditional update in the database, so that
/// no number of people at once can take more than there are.
/// </summary>
public sealed class EventSeats
{
    /// <summary>All target groups together.</summary>
    public const string Everybody = "";

    public required Guid EventId { get; init; }

    /// <summary>On site or online, never hybrid.</summary>
    public required EventMode Mode { get; init; }

    /// <summary>The target group that these places are kept for, or <see cref="Everybody"/>.</summary>
    public required string Group { get; init; }

    /// <summary>Null for no limit.</summary>
    public int? Seats { get; set; }

    /// <summary>Held by people who are confirmed, who have been offered the place, or who still have time to confirm.</summary>
    public int Taken { get; set; }

    /// <summary>People on the waiting list. While there are any, nobody who comes later passes them.</summary>
    public int Waiting { get; set; }

    /// <summary>The number of the last registration; counts in the order in which they were accepted.</summary>
    public long LastNumber { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<EventSeats>
    {
        public void Configure(EntityTypeBuilder<EventSeats> seats)
        {
            seats.ToTable("event_seats");
            seats.HasKey(s => new { s.EventId, s.Mode, s.Group });
            seats.Property(s => s.Group).HasMaxLength(Event.ShortLength);
            seats.HasOne<Event>().WithMany().HasForeignKey(s => s.EventId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
