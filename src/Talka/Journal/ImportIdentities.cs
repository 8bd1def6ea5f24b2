using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talka.Foundation.Data;

namespace Talka.Journal;

/// <summary>
/// Tells the rows of one file apart and recognises them when the file comes again. A row that brings an id of its own is known by it;
/// any other by its content and by how many equal rows stood before it, so that two genuinely equal rows are two.
/// One instance serves one file, rows in order.
/// </summary>
public sealed class ImportIdentities
{
    // A million rows of a file may be in here: as bytes, not as text.
    private readonly Dictionary<(UInt128, UInt128), int> _seen = [];

    /// <summary>The identity to keep in <see cref="EntryContent.ExternalId"/>: the row's own id, else <c>row:{SHA-256 of the content}:{occurrence}</c>.</summary>
    /// <param name="values">The row's values as read (dates and amounts in one form), not as typed: the same sheet saved as CSV and XLSX is the same.</param>
    public string Of(string? externalId, IEnumerable<string?> values)
    {
        if (!string.IsNullOrWhiteSpace(externalId))
        {
            return externalId.Trim();
        }

        var content = string.Join('\u001F', values.Select(value => value ?? ""));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(content));
        var key = (BinaryPrimitives.ReadUInt128BigEndian(hash), BinaryPrimitives.ReadUInt128BigEndian(hash.AsSpan(16)));
        var occurrence = ++CollectionsMarshal.GetValueRefOrAddDefault(_seen, key, out _);
        return string.Create(CultureInfo.InvariantCulture, $"row:{Convert.ToHexStringLower(hash)}:{occurrence}");
    }
}

/// <summary>
/// That a row was imported once whose entry is erased: so much has to be remembered, or the same file would bring back what somebody
/// asked to have erased. Only a hash of the identity stays, and it is not part of the public log.
/// </summary>
public sealed class ErasedIdentity
{
    public required string Mandate { get; init; }

    /// <summary>The area that had imported it; identities of different areas have nothing to do with each other.</summary>
    public required string Area { get; init; }

    /// <summary>SHA-256 of the identity, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    public static string HashOf(string identity) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)));

    internal sealed class Mapping : IEntityTypeConfiguration<ErasedIdentity>
    {
        public void Configure(EntityTypeBuilder<ErasedIdentity> identity)
        {
            identity.ToTable("journal_erased_identities");
            identity.HasKey(i => new { i.Mandate, i.Area, i.Hash });
            identity.Property(i => i.Mandate).HasMaxLength(EntryRules.CodeLimit);
            identity.Property(i => i.Area).HasMaxLength(EntryRules.CodeLimit);
            identity.Property(i => i.Hash).HasMaxLength(64);
        }
    }
}

public static class ImportIdentityQueries
{
    /// <summary>
    /// What the entries say that rows of an export name by their number; null where one is erased. What belongs to another mandate is left out.
    /// </summary>
    public static async Task<IReadOnlyDictionary<long, EntryContent?>> EntriesByNumberAsync(
        this TalkaDb db, string mandate, IReadOnlyCollection<long> numbers, CancellationToken cancel)
    {
        if (numbers.Count == 0)
        {
            return new Dictionary<long, EntryContent?>();
        }

        var entries = await db.JournalEntries()
            .Where(e => numbers.Contains(e.Sequence) && (e.Mandate == mandate || e.Payload == null))
            .Select(e => new { e.Sequence, e.Payload }).ToListAsync(cancel);
        return entries.ToDictionary(e => e.Sequence, e => e.Payload is null ? null : EntryPayload.Read(e.Payload));
    }

    /// <summary>Which of these identities an area has imported into a mandate before, whatever became of the entries since: corrected, voided or erased.</summary>
    public static async Task<HashSet<string>> KnownIdentitiesAsync(
        this TalkaDb db, string mandate, string area, IReadOnlyCollection<string> identities, CancellationToken cancel)
    {
        if (identities.Count == 0)
        {
            return [];
        }

        var known = await db.JournalEntries()
            .Where(e => e.Mandate == mandate && e.SourceArea == area && identities.Contains(e.ExternalId!))
            .Select(e => e.ExternalId!).ToHashSetAsync(cancel);
        var hashes = identities.Where(identity => !known.Contains(identity)).GroupBy(ErasedIdentity.HashOf).ToDictionary(same => same.Key, same => same.First());
        var erased = await db.Set<ErasedIdentity>().AsNoTracking()
            .Where(i => i.Mandate == mandate && i.Area == area && hashes.Keys.Contains(i.Hash))
            .Select(i => i.Hash).ToListAsync(cancel);
        known.UnionWith(erased.Select(hash => hashes[hash]));
        return known;
    }
}
