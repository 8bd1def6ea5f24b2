using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation.Data;
using Talka.Mandates;

namespace Talka.Work.Events;

/// <summary>Where an event stands. Closed: its attendance is counted and stands in the journal.</summary>
public enum EventState { Draft, Published, Postponed, Cancelled, Closed }

/// <summary>How people may take part.</summary>
public enum EventMode { OnSite, Online, Hybrid }

/// <summary>Whether a place is held as soon as somebody signs up, or only once the link in the mail was opened.</summary>
public enum Confirmation { ByMail, AtOnce }

/// <summary>
/// An event of a mandate, from the draft to the closing. When it takes place is what its sessions say; <see cref="StartsAt"/> and <see cref="EndsAt"/>
/// repeat it for lists. How many places are taken is counted in <see cref="EventSeats"/>.
/// </summary>
public sealed class Event
{
    public const int TitleLength = 300;
    public const int TextLength = 20_000;
    public const int ShortLength = 300;

    public required Guid Id { get; init; }
    public required Guid MandateId { get; init; }

    /// <summary>Names it in addresses, of this installation the only one. It follows the title until the event is published.</summary>
    public required string Slug { get; set; }
    public Guid? SeriesId { get; set; }
    public EventState State { get; set; }
    public required string Title { get; set; }
    public string? TitleEn { get; set; }

    /// <summary>Markdown.</summary>
    public string? Description { get; set; }
    public string? DescriptionEn { get; set; }

    /// <summary>Code of a kind of the journal, such as <c>seminar</c>: what the closing will post.</summary>
    public required string Kind { get; set; }

    /// <summary>Code of the mandate's stream that pays for it.</summary>
    public string? Stream { get; set; }
    public string? TargetGroup { get; set; }
    public EventMode Mode { get; set; }

    /// <summary>The zone in which people read its times, by its name in the time zone database.</summary>
    public string TimeZone { get; set; } = "Europe/Riga";

    /// <summary>Beginning of the first session; null while the day is still to be set: then there are no sessions, or those of the event that it is a copy of.</summary>
    public DateTime? StartsAt { get; set; }

    /// <summary>End of the last session.</summary>
    public DateTime? EndsAt { get; set; }

    /// <summary>Code of a planning region.</summary>
    public string? Region { get; set; }
    public string? Venue { get; set; }
    public string? Address { get; set; }

    /// <summary>What people with disabilities find there, in words.</summary>
    public string? Accessibility { get; set; }

    /// <summary>Shown to the registered alone.</summary>
    public string? OnlineLink { get; set; }

    /// <summary>Codes of the languages in which it is held, each between two bars: <c>|lv|ru|</c>.</summary>
    public string Languages { get; set; } = "|lv|";
    public string? Interpretation { get; set; }
    public string? ImageSha256 { get; set; }
    public string? ImageAlt { get; set; }
    public string? ImageAltEn { get; set; }

    /// <summary>When signing up opens; null for as soon as it is published.</summary>
    public DateTime? OpensAt { get; set; }

    /// <summary>When it closes; null for at the beginning of the event.</summary>
    public DateTime? ClosesAt { get; set; }
    public Confirmation Confirmation { get; set; }

    /// <summary>How long a place that became free is held for the first of the waiting list; null for giving it at once.</summary>
    public int? OfferHours { get; set; }

    /// <summary>The most people whom one registration may bring along, the person included.</summary>
    public int MostInParty { get; set; } = 1;

    /// <summary>Questions beside the standard fields.</summary>
    public Guid? FormId { get; set; }
    public Guid? FeedbackFormId { get; set; }

    /// <summary>Whom to ask.</summary>
    public string? ContactName { get; set; }
    public string? ContactEmail { get; set; }
    public string? RecordingLink { get; set; }

    /// <summary>Why it was cancelled or postponed; shown and mailed.</summary>
    public string? StateReason { get; set; }

    /// <summary>Counts the changes that people with the event in their calendar must hear of (RFC 5545).</summary>
    public int Sequence { get; set; }

    /// <summary>Whoever changes it says which version was read; the database refuses a stale one.</summary>
    public int Version { get; set; }
    public required DateTime CreatedAt { get; init; }
    public required DateTime UpdatedAt { get; set; }
    public DateTime? PublishedAt { get; set; }
    public DateTime? ClosedAt { get; set; }

    /// <summary>Sequence of the journal entry that the closing posted.</summary>
    public long? EntrySequence { get; set; }

    /// <summary>What was counted at the closing, as JSON; it outlives the people's data.</summary>
    public string? Counted { get; set; }

    /// <summary>When the personal data of the registered were erased.</summary>
    public DateTime? ErasedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Event>
    {
        public void Configure(EntityTypeBuilder<Event> builder)
        {
            builder.ToTable("events");
            builder.Property(e => e.Id).ValueGeneratedNever();
            builder.Property(e => e.Slug).HasMaxLength(Foundation.Slug.MaxLength);
            builder.Property(e => e.Title).HasMaxLength(TitleLength);
            builder.Property(e => e.TitleEn).HasMaxLength(TitleLength);
            builder.Property(e => e.Description).HasMaxLength(TextLength);
            builder.Property(e => e.DescriptionEn).HasMaxLength(TextLength);
            builder.Property(e => e.Kind).HasMaxLength(80);
            builder.Property(e => e.Stream).HasMaxLength(80);
            builder.Property(e => e.TargetGroup).HasMaxLength(ShortLength);
            builder.Property(e => e.TimeZone).HasMaxLength(60);
            builder.Property(e => e.Region).HasMaxLength(40);
            builder.Property(e => e.Venue).HasMaxLength(ShortLength);
            builder.Property(e => e.Address).HasMaxLength(ShortLength);
            builder.Property(e => e.Accessibility).HasMaxLength(2_000);
            builder.Property(e => e.OnlineLink).HasMaxLength(1_000);
            builder.Property(e => e.Languages).HasMaxLength(100);
            builder.Property(e => e.Interpretation).HasMaxLength(ShortLength);
            builder.Property(e => e.ImageSha256).HasMaxLength(64);
            builder.Property(e => e.ImageAlt).HasMaxLength(ShortLength);
            builder.Property(e => e.ImageAltEn).HasMaxLength(ShortLength);
            builder.Property(e => e.ContactName).HasMaxLength(ShortLength);
            builder.Property(e => e.ContactEmail).HasMaxLength(254);
            builder.Property(e => e.RecordingLink).HasMaxLength(1_000);
            builder.Property(e => e.StateReason).HasMaxLength(1_000);
            builder.Property(e => e.Version).IsConcurrencyToken();
            builder.HasOne<Mandate>().WithMany().HasForeignKey(e => e.MandateId).OnDelete(DeleteBehavior.Cascade);
            builder.HasOne<EventSeries>().WithMany().HasForeignKey(e => e.SeriesId).OnDelete(DeleteBehavior.SetNull);
            builder.HasIndex(e => e.Slug).IsUnique();
            builder.HasIndex(e => new { e.MandateId, e.StartsAt });
            builder.HasIndex(e => new { e.State, e.StartsAt });
            builder.HasIndex(e => new { e.SeriesId, e.StartsAt });
            builder.HasIndex(e => new { e.ErasedAt, e.EndsAt });
            builder.HasIndex(e => e.ImageSha256).HasFilter("image_sha256 IS NOT NULL");
        }
    }
}

/// <summary>A cycle of events that belong together.</summary>
public sealed class EventSeries
{
    public required Guid Id { get; init; }
    public required Guid MandateId { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; set; }
    public string? TitleEn { get; set; }
    public string? Description { get; set; }
    public string? DescriptionEn { get; set; }

    /// <summary>How many events it is to have; null where none were promised.</summary>
    public int? PlannedCount { get; set; }

    /// <summary>Whether one registration is for all of its events.</summary>
    public bool CommonRegistration { get; set; }
    public int Version { get; set; }
    public required DateTime CreatedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<EventSeries>
    {
        public void Configure(EntityTypeBuilder<EventSeries> series)
        {
            series.ToTable("event_series");
            series.Property(s => s.Id).ValueGeneratedNever();
            series.Property(s => s.Slug).HasMaxLength(Foundation.Slug.MaxLength);
            series.Property(s => s.Title).HasMaxLength(Event.TitleLength);
            series.Property(s => s.TitleEn).HasMaxLength(Event.TitleLength);
            series.Property(s => s.Description).HasMaxLength(Event.TextLength);
            series.Property(s => s.DescriptionEn).HasMaxLength(Event.TextLength);
            series.Property(s => s.Version).IsConcurrencyToken();
            series.HasOne<Mandate>().WithMany().HasForeignKey(s => s.MandateId).OnDelete(DeleteBehavior.Cascade);
            series.HasIndex(s => s.Slug).IsUnique();
            series.HasIndex(s => new { s.MandateId, s.Id });
        }
    }
}

public static class EventQueries
{
    public static IQueryable<Event> Events(this TalkaDb db) => db.Set<Event>().AsNoTracking();

    public static IQueryable<EventSeries> EventSeries(this TalkaDb db) => db.Set<EventSeries>().AsNoTracking();

    /// <summary>The sessions that take place.</summary>
    public static IQueryable<EventSession> EventSessions(this TalkaDb db) => db.SessionsEverShown().Where(s => s.RemovedAt == null);

    /// <summary>With those that were removed, for calendars, which must hear of it.</summary>
    public static IQueryable<EventSession> SessionsEverShown(this TalkaDb db) => db.Set<EventSession>().AsNoTracking();

    public static IQueryable<EventSpeaker> EventSpeakers(this TalkaDb db) => db.Set<EventSpeaker>().AsNoTracking();

    public static IQueryable<EventMaterial> EventMaterials(this TalkaDb db) => db.Set<EventMaterial>().AsNoTracking();

    public static IQueryable<EventOrganisation> EventOrganisations(this TalkaDb db) => db.Set<EventOrganisation>().AsNoTracking();

    public static IQueryable<EventSeats> EventSeats(this TalkaDb db) => db.Set<EventSeats>().AsNoTracking();

    /// <summary>What the public may see: everything but drafts, of mandates that are in sight.</summary>
    public static IQueryable<Event> PublicEvents(this TalkaDb db)
    {
        // A call within the question would be compiled each time that it is asked
        var mandates = db.Mandates();
        return db.Events().Where(e => e.State != EventState.Draft && mandates.Any(mandate => mandate.Id == e.MandateId));
    }

    /// <summary>An event by its mandate, as the addresses of work name it; of another mandate there is none.</summary>
    public static IQueryable<Event> EventsOf(this TalkaDb db, string mandate) =>
        db.Events().Where(e => db.Mandates().Any(m => m.Slug == mandate && m.Id == e.MandateId));
}
