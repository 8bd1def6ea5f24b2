using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation.Data;

namespace Talka.Administration.Privacy;

public enum ErasureState { Asked, Done, Refused }

/// <summary>Somebody asked to be erased. What was decided stays for a while, to show that it was; by then the person is an id of no one.</summary>
public sealed class ErasureRequest
{
    public const int TextLength = 1_000;

    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required DateTime AskedAt { get; init; }

    /// <summary>Who wrote the request down; an administrator does for a person who asked by letter.</summary>
    public Guid? AskedBy { get; init; }

    /// <summary>The person's own words; they go with the person.</summary>
    public string? Note { get; set; }
    public ErasureState State { get; set; }
    public DateTime? DecidedAt { get; set; }
    public Guid? DecidedBy { get; set; }

    /// <summary>Why it was refused.</summary>
    public string? Reason { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ErasureRequest>
    {
        public void Configure(EntityTypeBuilder<ErasureRequest> request)
        {
            request.ToTable("erasure_requests");
            request.Property(r => r.Id).ValueGeneratedNever();
            request.Property(r => r.Note).HasMaxLength(TextLength);
            request.Property(r => r.Reason).HasMaxLength(TextLength);
            request.Property(r => r.State).IsConcurrencyToken();
            request.HasIndex(r => r.PersonId).IsUnique().HasFilter("state = 'Asked'");
            request.HasIndex(r => new { r.State, r.Id });
        }
    }
}

public static class ErasureQueries
{
    public static IQueryable<ErasureRequest> ErasureRequests(this TalkaDb db) => db.Set<ErasureRequest>();
}
