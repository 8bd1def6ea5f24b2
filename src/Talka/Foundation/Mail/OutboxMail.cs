using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation.Data;

namespace Talka.Foundation.Mail;

/// <summary>What became of a mail.</summary>
public enum MailState { Waiting, Sent, Failed, Cancelled }

/// <summary>A mail in the outbox. Its text is kept sealed (<see cref="MailSeal"/>), because links in it open accounts.</summary>
public sealed class OutboxMail
{
    public const int MaxAddressLength = 254;
    public const int MaxNameLength = 200;
    public const int MaxSubjectLength = 300;
    public const int MaxKeyLength = 200;
    public const int MaxErrorLength = 500;

    public required Guid Id { get; init; }
    public required string To { get; init; }
    public string? ToName { get; init; }
    public required string Subject { get; init; }

    /// <summary>Emptied some time after the mail is done with.</summary>
    public string? SealedText { get; set; }
    public required string Language { get; init; }
    public string? Key { get; init; }
    public Guid? PersonId { get; init; }
    public required DateTime CreatedAt { get; init; }
    public MailState State { get; set; }
    public int Attempts { get; set; }

    /// <summary>From when it was to be sent; the days after which it is given up count from here.</summary>
    public required DateTime NotBefore { get; set; }

    /// <summary>When the next attempt is due. While a node sends the mail this is when its claim ends, so that no other takes it up before.</summary>
    public required DateTime DueAt { get; set; }

    /// <summary>When it was sent, given up or cancelled.</summary>
    public DateTime? DoneAt { get; set; }

    /// <summary>When the text is to be emptied; null while it waits and once it is.</summary>
    public DateTime? TextUntil { get; set; }

    /// <summary>What the mail server said to the last attempt that failed.</summary>
    public string? LastError { get; set; }

    public sealed class Mapping : IEntityTypeConfiguration<OutboxMail>
    {
        public void Configure(EntityTypeBuilder<OutboxMail> builder)
        {
            builder.ToTable("outbox");
            builder.Property(m => m.Id).ValueGeneratedNever();
            builder.Property(m => m.To).HasMaxLength(MaxAddressLength);
            builder.Property(m => m.ToName).HasMaxLength(MaxNameLength);
            builder.Property(m => m.Subject).HasMaxLength(MaxSubjectLength);
            builder.Property(m => m.Language).HasMaxLength(2);
            builder.Property(m => m.Key).HasMaxLength(MaxKeyLength);
            builder.Property(m => m.LastError).HasMaxLength(MaxErrorLength);
            builder.HasIndex(m => m.Key).IsUnique();
            builder.HasIndex(m => new { m.State, m.DueAt });
            builder.HasIndex(m => new { m.State, m.Id });
            builder.HasIndex(m => m.PersonId);
            builder.HasIndex(m => m.To);
            builder.HasIndex(m => m.TextUntil);
        }
    }
}

public static class OutboxQueries
{
    public static IQueryable<OutboxMail> OutboxMails(this TalkaDb db) => db.Set<OutboxMail>();
}
