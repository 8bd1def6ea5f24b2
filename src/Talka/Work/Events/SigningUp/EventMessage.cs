using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation.Data;

namespace Talka.Work.Events.SigningUp;

/// <summary>What a message to the people of an event is about.</summary>
public enum MessageKind { Reminder, Changed, Cancelled, Postponed, Thanks, Own }

/// <summary>Which of the registered a message goes to.</summary>
public enum MessageTo { WithPlace, Waiting, OnSite, Online, Came, DidNotCome, Everybody }

/// <summary>
/// One message to the people of an event, sent or still to be sent. Its mails go through the outbox in parts, each under a key of message and registration,
/// so that a part that is done twice sends nothing twice.
/// </summary>
public sealed class EventMessage
{
    public required Guid Id { get; init; }
    public required Guid EventId { get; init; }
    public required MessageKind Kind { get; init; }
    public required MessageTo To { get; set; }

    /// <summary>Of a reminder: minutes before the beginning.</summary>
    public int? MinutesBefore { get; set; }

    /// <summary>Own words, by language; null for the usual ones.</summary>
    public string? Subject { get; set; }
    public string? Text { get; set; }
    public string? SubjectEn { get; set; }
    public string? TextEn { get; set; }

    /// <summary>When it is due; null for a reminder of an event without a time.</summary>
    public DateTime? DueAt { get; set; }

    /// <summary>The last registration, by id, whose mail is in the outbox; null before the first.</summary>
    public Guid? DoneTo { get; set; }
    public DateTime? SentAt { get; set; }
    public int Mails { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<EventMessage>
    {
        public void Configure(EntityTypeBuilder<EventMessage> message)
        {
            message.ToTable("event_messages");
            message.Property(m => m.Id).ValueGeneratedNever();
            message.Property(m => m.Subject).HasMaxLength(300);
            message.Property(m => m.SubjectEn).HasMaxLength(300);
            message.Property(m => m.Text).HasMaxLength(Event.TextLength);
            message.Property(m => m.TextEn).HasMaxLength(Event.TextLength);
            message.HasOne<Event>().WithMany().HasForeignKey(m => m.EventId).OnDelete(DeleteBehavior.Cascade);
            message.HasIndex(m => new { m.EventId, m.DueAt });
            message.HasIndex(m => m.DueAt).HasFilter("sent_at IS NULL AND due_at IS NOT NULL");
        }
    }
}

public static class MessageQueries
{
    public static IQueryable<EventMessage> EventMessages(this TalkaDb db) => db.Set<EventMessage>().AsNoTracking();
}
