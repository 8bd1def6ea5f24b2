using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation;
using Talka.Foundation.Data;

namespace Talka.Administration.Notices;

/// <summary>What somebody wrote to those who run the installation.</summary>
public sealed class FeedbackMessage
{
    public const int TextLength = 4_000;
    public const int PageLength = 300;

    /// <summary>Version 7, so the order of ids is the order of time.</summary>
    public required Guid Id { get; init; }
    public required DateTime At { get; init; }
    public required string Text { get; init; }

    /// <summary>Where to answer; null when no answer is wanted.</summary>
    public string? Email { get; init; }

    /// <summary>The page that it is about.</summary>
    public string? Page { get; init; }
    public required string Language { get; init; }
    public DateTime? HandledAt { get; set; }
    public Guid? HandledBy { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<FeedbackMessage>
    {
        public void Configure(EntityTypeBuilder<FeedbackMessage> message)
        {
            message.ToTable("feedback_messages");
            message.Property(m => m.Id).ValueGeneratedNever();
            message.Property(m => m.Text).HasMaxLength(TextLength);
            message.Property(m => m.Email).HasMaxLength(EmailAddress.MaxLength);
            message.Property(m => m.Page).HasMaxLength(PageLength);
            message.Property(m => m.Language).HasMaxLength(2);
            message.HasIndex(m => m.Email);
        }
    }
}

public static class FeedbackQueries
{
    public static IQueryable<FeedbackMessage> FeedbackMessages(this TalkaDb db) => db.Set<FeedbackMessage>();
}
