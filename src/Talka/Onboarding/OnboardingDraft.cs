using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation.Data;

namespace Talka.Onboarding;

/// <summary>
/// A past that is being brought in: what was read in somebody's summary, and how far a person has come in confirming it.
/// The document itself is not kept, only the words that each proposal quotes.
/// </summary>
public sealed class OnboardingDraft
{
    public const int NameLength = 300;

    public required Guid Id { get; init; }

    /// <summary>Who opened it; anybody who manages mandates may go on with it.</summary>
    public Guid? PersonId { get; init; }
    public required string PersonName { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required string DocumentName { get; init; }

    /// <summary>Slug of the mandate; null until the contract is accepted.</summary>
    public string? Mandate { get; set; }

    /// <summary>The <see cref="Onboarding.Proposal"/> as JSON.</summary>
    public required string Json { get; set; }

    public Proposal Read() => Proposal.FromJson(Json);

    public void Write(Proposal proposal) => Json = proposal.ToJson();

    internal sealed class Mapping : IEntityTypeConfiguration<OnboardingDraft>
    {
        public void Configure(EntityTypeBuilder<OnboardingDraft> draft)
        {
            draft.ToTable("onboarding_drafts");
            draft.HasKey(d => d.Id);
            draft.HasIndex(d => d.PersonId);
            draft.Property(d => d.PersonName).HasMaxLength(200);
            draft.Property(d => d.DocumentName).HasMaxLength(NameLength);
            draft.Property(d => d.Mandate).HasMaxLength(Foundation.Slug.MaxLength);
        }
    }
}

public static class OnboardingQueries
{
    public static IQueryable<OnboardingDraft> OnboardingDrafts(this TalkaDb db) => db.Set<OnboardingDraft>().AsNoTracking();
}
