using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Forms;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Organisations;

namespace Talka.Work.Events.SigningUp;

/// <summary>
/// Where a registration stands. Unconfirmed, confirmed and offered ones hold a place; waiting ones hold their turn.
/// </summary>
public enum RegistrationState { Unconfirmed, Confirmed, Waiting, Offered, Cancelled, Lapsed }

/// <summary>How somebody came to be registered.</summary>
public enum RegistrationSource { Public, Organiser, Import, WalkIn, OnlineReport }

/// <summary>
/// One person at one event. People whom somebody brings along are rows of their own with the same <see cref="PartyId"/>.
/// The private link is not kept: it is derived from the id (<c>PrivateLinks</c>).
/// </summary>
public sealed class Registration
{
    public const int NameLength = 200;

    public required Guid Id { get; init; }
    public required Guid EventId { get; init; }

    /// <summary>Of those who were registered together the id of the first, who writes for all.</summary>
    public required Guid PartyId { get; init; }

    /// <summary>Order of acceptance among those of the same way of taking part; the waiting list goes by it.</summary>
    public required long Number { get; set; }

    /// <summary>Empty once erased.</summary>
    public required string Name { get; set; }

    /// <summary>Of the first of a party; null for those brought along, walk-ins without one, and once erased.</summary>
    public string? Email { get; set; }
    public string? Phone { get; set; }

    /// <summary>
    /// Says who this is within the event: the address folded, with the name for people brought along. The database lets nobody hold two places under it.
    /// Once erased it is random; the same one in all events of a cycle, in which people are counted once.
    /// </summary>
    public required string PersonKey { get; set; }
    public Guid? OrganisationId { get; set; }

    /// <summary>As typed, where it is not one of the directory.</summary>
    public string? OrganisationName { get; set; }
    public string? TargetGroup { get; set; }

    /// <summary>On site or online, never hybrid.</summary>
    public required EventMode Mode { get; set; }
    public RegistrationState State { get; set; }
    public required RegistrationSource Source { get; init; }

    /// <summary>Of mails and of the private page.</summary>
    public required string Language { get; set; }

    /// <summary>Tells a repeated sending of the same person from a second registration; null once they left.</summary>
    public string? RequestKey { get; set; }

    /// <summary>What the QR code holds: long and random.</summary>
    public required string TicketCode { get; init; }

    /// <summary>Six characters that can be read aloud at the door; the only one in the event.</summary>
    public required string ShortCode { get; init; }
    public Guid? ResponseId { get; set; }
    public required DateTime CreatedAt { get; init; }

    /// <summary>Until when an unconfirmed one holds its place, or an offered one its offer.</summary>
    public DateTime? HeldUntil { get; set; }

    /// <summary>When the person showed that the address is theirs, or got a place without having to.</summary>
    public DateTime? ConfirmedAt { get; set; }
    public DateTime? CancelledAt { get; set; }

    /// <summary>Why the organiser cancelled it or put it before others.</summary>
    public string? Reason { get; set; }

    /// <summary>When the person first came in on site; null while nobody has seen them.</summary>
    public DateTime? CameAt { get; set; }

    /// <summary>Minutes online, all devices together; null where nothing was reported.</summary>
    public int? OnlineMinutes { get; set; }

    /// <summary>Counts the changes that the person's calendar must hear of (RFC 5545).</summary>
    public int Sequence { get; set; }
    public int Version { get; set; }

    /// <summary>That somebody has not left, worded as the index of people has it: SQLite takes an index only for a condition that says the same in the same words.</summary>
    internal const string StandingSql = "state NOT IN ('Cancelled', 'Lapsed')";

    internal sealed class Mapping : IEntityTypeConfiguration<Registration>
    {
        public void Configure(EntityTypeBuilder<Registration> registration)
        {
            registration.ToTable("event_registrations");
            registration.Property(r => r.Id).ValueGeneratedNever();
            registration.Property(r => r.Name).HasMaxLength(NameLength);
            registration.Property(r => r.Email).HasMaxLength(EmailAddress.MaxLength);
            registration.Property(r => r.Phone).HasMaxLength(40);
            registration.Property(r => r.PersonKey).HasMaxLength(EmailAddress.MaxLength + NameLength + 1);
            registration.Property(r => r.OrganisationName).HasMaxLength(Organisation.NameLength);
            registration.Property(r => r.TargetGroup).HasMaxLength(Event.ShortLength);
            registration.Property(r => r.Language).HasMaxLength(2);
            registration.Property(r => r.RequestKey).HasMaxLength(60);
            registration.Property(r => r.TicketCode).HasMaxLength(40);
            registration.Property(r => r.ShortCode).HasMaxLength(10);
            registration.Property(r => r.Reason).HasMaxLength(500);
            registration.Property(r => r.Version).IsConcurrencyToken();
            registration.HasOne<Event>().WithMany().HasForeignKey(r => r.EventId).OnDelete(DeleteBehavior.Cascade);
            registration.HasOne<Organisation>().WithMany().HasForeignKey(r => r.OrganisationId).OnDelete(DeleteBehavior.SetNull);
            registration.HasOne<FormResponse>().WithMany().HasForeignKey(r => r.ResponseId).OnDelete(DeleteBehavior.SetNull);
            registration.HasIndex(r => new { r.EventId, r.PersonKey }).IsUnique().HasFilter(StandingSql);
            registration.HasIndex(r => new { r.EventId, r.RequestKey }).IsUnique().HasFilter("request_key IS NOT NULL");
            registration.HasIndex(r => r.TicketCode).IsUnique();
            registration.HasIndex(r => new { r.EventId, r.ShortCode }).IsUnique();
            registration.HasIndex(r => new { r.EventId, r.State, r.Mode, r.Number });
            registration.HasIndex(r => new { r.EventId, r.Id });
            registration.HasIndex(r => r.PartyId);
            registration.HasIndex(r => r.HeldUntil).HasFilter("held_until IS NOT NULL");
            registration.HasIndex(r => r.Email).HasFilter("email IS NOT NULL");
            registration.HasIndex(r => r.ResponseId).HasFilter("response_id IS NOT NULL");
            registration.HasIndex(r => r.OrganisationId).HasFilter("organisation_id IS NOT NULL");
        }
    }
}

public static class RegistrationQueries
{
    public static IQueryable<Registration> Registrations(this TalkaDb db) => db.Set<Registration>().AsNoTracking();

    /// <summary>Those who have not left.</summary>
    public static IQueryable<Registration> Standing(this IQueryable<Registration> registrations) =>
        registrations.Where(r => !new[] { RegistrationState.Cancelled, RegistrationState.Lapsed }.Contains(r.State)); // becomes Registration.StandingSql

    /// <summary>Those who have a place for certain.</summary>
    public static IQueryable<Registration> WithPlace(this IQueryable<Registration> registrations) => registrations.Where(r => r.State == RegistrationState.Confirmed);
}
