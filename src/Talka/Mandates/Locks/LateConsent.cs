using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation;
using Talka.Journal;

namespace Talka.Mandates.Locks;

public enum LateState
{
    /// <summary>The supervisor has not decided yet.</summary>
    Asked,

    /// <summary>It may be recorded, once, just as it was asked for.</summary>
    Given,
    Refused,

    /// <summary>It was recorded.</summary>
    Used,
}

/// <summary>
/// That somebody asked to record something in a year whose report had been accepted, and what the supervisor answered. What is to be recorded is kept
/// whole, as the journal would have it: after consent it is recorded as it was asked for, and nothing else is.
/// </summary>
public sealed class LateConsent
{
    public const int ReasonLength = 2_000;

    public required Guid Id { get; init; }
    public required Guid MandateId { get; init; }
    public required int Year { get; init; }
    public LateState State { get; set; }
    public required DateTime AskedAt { get; init; }
    public Guid? AskedBy { get; init; }
    public required string AskedByName { get; init; }
    public required string Why { get; init; }

    /// <summary>Canonical JSON of the entry (<see cref="EntryPayload"/>), without the recorder and the consent; empty, as the title is, once the entry is erased.</summary>
    public required string Content { get; init; }

    /// <summary>What it was about was erased.</summary>
    public bool IsErased => Content.Length == 0;

    // What lists show of the content
    public required string Kind { get; init; }
    public required string Title { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public Money? Amount { get; init; }

    /// <summary>Sequence of the entry that it would correct or void; null for a new entry.</summary>
    public long? Corrects { get; init; }
    public CorrectionKind? Correction { get; init; }

    public DateTime? DecidedAt { get; set; }
    public Guid? DecidedBy { get; set; }
    public string? DecidedByName { get; set; }

    /// <summary>Always there for a refusal.</summary>
    public string? DecisionReason { get; set; }

    /// <summary>The entry that it became.</summary>
    public long? Sequence { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<LateConsent>
    {
        public void Configure(EntityTypeBuilder<LateConsent> consent)
        {
            consent.ToTable("late_consents");
            consent.Property(c => c.Id).ValueGeneratedNever();
            consent.Ignore(c => c.IsErased);
            consent.HasOne<Mandate>().WithMany().HasForeignKey(c => c.MandateId).OnDelete(DeleteBehavior.Cascade);
            consent.HasIndex(c => new { c.MandateId, c.Id });
            consent.HasIndex(c => new { c.MandateId, c.State, c.Id });
            consent.Property(c => c.AskedByName).HasMaxLength(200);
            consent.Property(c => c.DecidedByName).HasMaxLength(200);
            consent.Property(c => c.Why).HasMaxLength(ReasonLength);
            consent.Property(c => c.DecisionReason).HasMaxLength(ReasonLength);
            consent.Property(c => c.Kind).HasMaxLength(60);
            consent.Property(c => c.Title).HasMaxLength(EntryRules.TitleLimit);
        }
    }
}
