using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation;
using Talka.Foundation.Data;

namespace Talka.Mandates.Amendments;

public enum AmendmentState
{
    /// <summary>The other side has not answered.</summary>
    Proposed,

    /// <summary>Agreed by both; it comes into force on its day.</summary>
    Agreed,
    InForce,
    Refused,
    Withdrawn,
}

/// <summary>
/// A change of a contract that one side proposes and the other agrees to: the terms as they would be, a carry-over, or both, with the day and the reason.
/// What differs is seen against the version of the terms that it was made for.
/// </summary>
public sealed class Amendment
{
    public const int ReasonLength = 2_000;

    public required Guid Id { get; init; }
    public required Guid MandateId { get; init; }

    /// <summary>1, 2, … of the mandate's amendments.</summary>
    public required int Number { get; init; }

    /// <summary>Whose proposal it is.</summary>
    public required ContractSide Side { get; init; }
    public AmendmentState State { get; set; }

    /// <summary>The version of the terms that it would change; once those in force are another version, it is stale.</summary>
    public required int BaseVersion { get; set; }

    /// <summary>The terms as they would be; those of <see cref="BaseVersion"/> where nothing but a carry-over is asked for.</summary>
    public required MandateTerms Terms { get; set; }

    public int? CarryFrom { get; set; }
    public int? CarryTo { get; set; }
    public string? CarryStream { get; set; }
    public Money? CarryAmount { get; set; }

    public required DateOnly InForce { get; set; }
    public required string Reason { get; set; }
    public required DateTime ProposedAt { get; init; }
    public Guid? ProposedBy { get; init; }
    public required string ProposedByName { get; init; }

    /// <summary>Counts every change of it; whoever answers says which state was read.</summary>
    public int Version { get; set; }

    /// <summary>The version of the terms that it led to.</summary>
    public int? AppliedVersion { get; set; }

    /// <summary>The entry of the carry-over that it led to.</summary>
    public long? AppliedSequence { get; set; }

    public CarryOverRequest? CarryOver
    {
        get => this is { CarryFrom: { } from, CarryTo: { } to, CarryStream: { } stream, CarryAmount: { } amount } ? new(from, to, stream, amount) : null;
        set => (CarryFrom, CarryTo, CarryStream, CarryAmount) = (value?.FromYear, value?.ToYear, value?.Stream, value?.Amount);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Amendment>
    {
        public void Configure(EntityTypeBuilder<Amendment> amendment)
        {
            amendment.ToTable("amendments");
            amendment.Property(a => a.Id).ValueGeneratedNever();
            amendment.HasOne<Mandate>().WithMany().HasForeignKey(a => a.MandateId).OnDelete(DeleteBehavior.Cascade);
            amendment.HasIndex(a => new { a.MandateId, a.Number }).IsUnique();
            amendment.HasIndex(a => new { a.State, a.InForce });
            amendment.Property(a => a.Terms).HasConversion(terms => TermsJson.Write(terms), json => TermsJson.Read(json), Mandate.SameTerms);
            amendment.Property(a => a.CarryStream).HasMaxLength(Foundation.Slug.MaxLength);
            amendment.Property(a => a.Reason).HasMaxLength(ReasonLength);
            amendment.Property(a => a.ProposedByName).HasMaxLength(200);
            amendment.Property(a => a.Version).IsConcurrencyToken();
            amendment.Ignore(a => a.CarryOver);
        }
    }
}

/// <summary>A wish to use, in a later year, what a year leaves over.</summary>
public sealed record CarryOverRequest(int FromYear, int ToYear, string Stream, Money Amount);

public enum AmendmentAct { Proposed, Changed, Renewed, Withdrawn, Agreed, Refused, Applied, NotApplied }

/// <summary>What happened to an amendment: never altered.</summary>
public sealed class AmendmentStep
{
    public required Guid AmendmentId { get; init; }

    /// <summary>The <see cref="Amendment.Version"/> that the act led to.</summary>
    public required int Number { get; init; }
    public required AmendmentAct Act { get; init; }
    public required DateTime At { get; init; }
    public Guid? By { get; init; }
    public required string ByName { get; init; }

    /// <summary>Null where the program did it.</summary>
    public ContractSide? Side { get; init; }

    /// <summary>The reason that was given, or why it could not be applied.</summary>
    public string? Note { get; init; }

    /// <summary>JSON of the proposed terms, where the act set them.</summary>
    public string? Terms { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<AmendmentStep>
    {
        public void Configure(EntityTypeBuilder<AmendmentStep> step)
        {
            step.ToTable("amendment_steps");
            step.HasKey(s => new { s.AmendmentId, s.Number });
            step.HasOne<Amendment>().WithMany().HasForeignKey(s => s.AmendmentId).OnDelete(DeleteBehavior.Cascade);
            step.Property(s => s.ByName).HasMaxLength(200);
        }
    }
}

public static class AmendmentQueries
{
    public static IQueryable<Amendment> Amendments(this TalkaDb db) => db.Set<Amendment>().AsNoTracking();

    public static IQueryable<AmendmentStep> AmendmentSteps(this TalkaDb db) => db.Set<AmendmentStep>().AsNoTracking();
}
