using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation;
using Talka.Foundation.Data;

namespace Talka.Journal;

/// <summary>
/// A row of <c>journal_entries</c>. It is written once, by <see cref="JournalWriter"/>, and never changed; triggers hold that.
/// The first six columns feed the Merkle leaf and stay for ever; all others are projected from <see cref="Payload"/>
/// for querying and become null with it when the entry is erased.
/// </summary>
public sealed class JournalEntry
{
    /// <summary>1, 2, 3 … without gaps; the leaf index of the tree plus one.</summary>
    public long Sequence { get; init; }
    public Guid Id { get; init; }
    public string Kind { get; init; } = "";
    public DateTime RecordedAt { get; init; }

    /// <summary>SHA-256(salt ‖ payload), 32 bytes.</summary>
    public byte[] Commitment { get; init; } = [];

    /// <summary>RFC 6962 leaf hash, 32 bytes.</summary>
    public byte[] LeafHash { get; init; } = [];

    /// <summary>16 random bytes; null once erased.</summary>
    public byte[]? Salt { get; init; }

    /// <summary>Canonical JSON (RFC 8785) of the whole entry; null once erased.</summary>
    public string? Payload { get; init; }

    public Guid? RecordedBy { get; init; }
    public string? Mandate { get; init; }
    public int? Year { get; init; }
    public string? Stream { get; init; }
    public string? Title { get; init; }
    public string? Description { get; init; }
    public DateOnly? DateFrom { get; init; }
    public DateOnly? DateTo { get; init; }
    public EntryMode? Mode { get; init; }
    public string? Place { get; init; }
    public string? Region { get; init; }
    public string? TargetGroup { get; init; }

    /// <summary>JSON array of names.</summary>
    public string? Partners { get; init; }
    public long? Quantity { get; init; }
    public bool? QuantityApproximate { get; init; }
    public long? Participants { get; init; }
    public bool? ParticipantsApproximate { get; init; }
    public Money? Amount { get; init; }
    public long? Reach { get; init; }
    public string? Channel { get; init; }
    public string? Series { get; init; }
    public EntryState? State { get; init; }
    public string? Note { get; init; }
    public int? ToYear { get; init; }
    public string? Category { get; init; }
    public string? Payee { get; init; }
    public string? DocumentNumber { get; init; }
    public long? Concerns { get; init; }
    public string? ExternalId { get; init; }
    public string? SourceArea { get; init; }
    public string? SourceId { get; init; }
    public string? SourceUrl { get; init; }
    public long? Corrects { get; init; }
    public CorrectionKind? Correction { get; init; }
    public string? Reason { get; init; }

    /// <summary>True for an entry that came, by consent, after the report of its year had been accepted; null for every other.</summary>
    public bool? IsLate { get; init; }

    /// <summary>The row of an entry: what feeds the leaf, salt, payload and recorder from one row, all that is projected from the content.</summary>
    internal static JournalEntry Project(EntryContent content, JournalEntry committed) => new()
    {
        Sequence = committed.Sequence,
        Id = committed.Id,
        Kind = committed.Kind,
        RecordedAt = committed.RecordedAt,
        Commitment = committed.Commitment,
        LeafHash = committed.LeafHash,
        Salt = committed.Salt,
        Payload = committed.Payload,
        RecordedBy = committed.RecordedBy,
        Mandate = content.Mandate,
        Year = content.Year,
        Stream = content.Stream,
        Title = content.Title,
        Description = content.Description,
        DateFrom = content.From,
        DateTo = content.To,
        Mode = content.Mode,
        Place = content.Place,
        Region = content.Region,
        TargetGroup = content.TargetGroup,
        Partners = content.Partners.Count == 0 ? null : EntryPayload.Names(content.Partners),
        Quantity = content.Quantity,
        QuantityApproximate = content.QuantityApproximate,
        Participants = content.Participants,
        ParticipantsApproximate = content.ParticipantsApproximate,
        Amount = content.Amount,
        Reach = content.Reach,
        Channel = content.Channel,
        Series = content.Series,
        State = content.State,
        Note = content.Note,
        ToYear = content.ToYear,
        Category = content.Category,
        Payee = content.Payee,
        DocumentNumber = content.DocumentNumber,
        Concerns = content.Concerns,
        ExternalId = content.ExternalId,
        SourceArea = content.Source.Area,
        SourceId = content.Source.Id,
        SourceUrl = content.Source.Url,
        Corrects = content.Corrects,
        Correction = content.Correction,
        Reason = content.Reason,
        IsLate = content.Late is null ? null : true,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<JournalEntry>
    {
        public void Configure(EntityTypeBuilder<JournalEntry> entry)
        {
            entry.ToTable("journal_entries");
            entry.HasKey(e => e.Sequence);
            entry.Property(e => e.Sequence).ValueGeneratedNever();
            entry.HasIndex(e => e.Id).IsUnique();
            entry.Property(e => e.Kind).HasMaxLength(60);
            entry.Property(e => e.Mandate).HasMaxLength(80);
            entry.HasIndex(e => new { e.Mandate, e.Year, e.Kind });
            entry.HasIndex(e => new { e.Mandate, e.DateFrom, e.Sequence });
            entry.HasIndex(e => e.Corrects).IsUnique().HasFilter("corrects IS NOT NULL");
            entry.HasIndex(e => new { e.RecordedBy, e.Sequence }).HasFilter("recorded_by IS NOT NULL");
            entry.HasIndex(e => e.Concerns).HasFilter("concerns IS NOT NULL");
            entry.HasIndex(e => new { e.Mandate, e.Sequence }).HasFilter("is_late IS NOT NULL");
            entry.HasIndex(e => new { e.Mandate, e.ExternalId }).HasFilter("external_id IS NOT NULL");
        }
    }
}

public static class JournalQueries
{
    public static IQueryable<JournalEntry> JournalEntries(this TalkaDb db) => db.Set<JournalEntry>().AsNoTracking();

    /// <summary>
    /// Entries of a mandate that came, by consent, after the report of their year had been accepted, the first hundred of those recorded after the journal
    /// had <paramref name="size"/> entries: what an acceptance or a publication of then did not know.
    /// </summary>
    public static async Task<IReadOnlyList<long>> LateEntriesAsync(this TalkaDb db, string mandate, long size, CancellationToken cancel) =>
        await db.JournalEntries().Where(e => e.Mandate == mandate && e.Sequence > size && e.IsLate != null)
            .OrderBy(e => e.Sequence).Select(e => e.Sequence).Take(100).ToListAsync(cancel);

    /// <summary>The entries that count: neither replaced nor voided by a later one, nor erased, nor themselves a mere voiding.</summary>
    public static IQueryable<JournalEntry> EffectiveEntries(this TalkaDb db) => db.JournalEntries().Where(e =>
        e.Payload != null
        && e.Correction != CorrectionKind.Voids
        && !db.Set<JournalEntry>().Any(later => later.Corrects == e.Sequence));
}
