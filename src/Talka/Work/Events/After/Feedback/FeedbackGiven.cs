using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation.Data;
using Talka.Work.Events.SigningUp;

namespace Talka.Work.Events.After.Feedback;

/// <summary>That somebody has given feedback, so that nobody gives it twice. Neither what they said nor when is kept with it.</summary>
public sealed class FeedbackGiven
{
    public required Guid RegistrationId { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<FeedbackGiven>
    {
        public void Configure(EntityTypeBuilder<FeedbackGiven> given)
        {
            given.ToTable("event_feedback_given");
            given.HasKey(g => g.RegistrationId);
            given.Property(g => g.RegistrationId).ValueGeneratedNever();
            given.HasOne<Registration>().WithMany().HasForeignKey(g => g.RegistrationId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

public static class FeedbackQueries
{
    public static IQueryable<FeedbackGiven> FeedbackGiven(this TalkaDb db) => db.Set<FeedbackGiven>().AsNoTracking();
}
