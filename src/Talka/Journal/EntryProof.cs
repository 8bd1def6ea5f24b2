using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal.Proofs;

namespace Talka.Journal;

/// <summary>
/// That one entry stands in the journal, for anybody to check with nothing but this and the journal's public key.
/// With salt and payload, where the public may see them, also what the entry says.
/// </summary>
/// <param name="Leaf">The canonical JSON that is hashed into the tree.</param>
/// <param name="Size">Size of the tree that <paramref name="Path"/> leads to the root of.</param>
/// <param name="Checkpoint">The signed note with that root.</param>
/// <param name="Salt">Null when the payload is not public, or erased.</param>
public sealed record EntryProof(
    long Sequence, string Leaf, long Size, IReadOnlyList<byte[]> Path, string Checkpoint, byte[]? Salt, string? Payload)
{
    /// <summary>The position of the leaf, from 0.</summary>
    public long Index => Sequence - 1;

    /// <summary>Reads a proof file.</summary>
    /// <exception cref="FormatException">It is not a proof file.</exception>
    public static EntryProof Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var root = document.RootElement;
            return new EntryProof(
                root.GetProperty("index").GetInt64() + 1,
                root.GetProperty("leaf").GetString()!,
                root.GetProperty("size").GetInt64(),
                [.. root.GetProperty("path").EnumerateArray().Select(hash => hash.GetBytesFromBase64())],
                root.GetProperty("checkpoint").GetString()!,
                root.TryGetProperty("salt", out var salt) ? Convert.FromHexString(salt.GetString()!) : null,
                root.TryGetProperty("payload", out var payload) ? payload.GetString() : null);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentNullException)
        {
            throw new FormatException("Not a proof of an entry.", exception);
        }
    }

    /// <summary>The proof file: JSON with <c>index</c>, <c>leaf</c>, <c>size</c>, <c>path</c> (base64), <c>checkpoint</c>, and <c>salt</c> (hexadecimal) and <c>payload</c> where public.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions
        {
            Indented = true,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }))
        {
            json.WriteStartObject();
            json.WriteNumber("index", Index);
            json.WriteString("leaf", Leaf);
            json.WriteNumber("size", Size);
            json.WriteStartArray("path");
            foreach (var hash in Path)
            {
                json.WriteBase64StringValue(hash);
            }

            json.WriteEndArray();
            json.WriteString("checkpoint", Checkpoint);
            if (Payload is not null && Salt is not null)
            {
                json.WriteString("salt", Convert.ToHexStringLower(Salt));
                json.WriteString("payload", Payload);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>Checks the proof by itself against the public keys that are trusted.</summary>
    /// <returns>Fails with <c>checkpoint-signature</c>, <c>proof-size</c>, <c>proof-path</c> or <c>proof-payload</c>.</returns>
    public Result Verify(IReadOnlyList<VerifierKey> keys)
    {
        Note note;
        Checkpoint checkpoint;
        try
        {
            note = Note.Parse(Checkpoint);
            checkpoint = Proofs.Checkpoint.Parse(note.Text);
        }
        catch (FormatException)
        {
            return JournalErrors.CheckpointSignature();
        }

        if (!keys.Any(key => key.Name == checkpoint.Origin && note.IsSignedBy(key)))
        {
            return JournalErrors.CheckpointSignature();
        }

        if (checkpoint.Size != Size)
        {
            return JournalErrors.ProofSize();
        }

        if (!MerkleTree.VerifyInclusion(Index, Size, MerkleTree.LeafHash(Encoding.UTF8.GetBytes(Leaf)), Path, checkpoint.Root))
        {
            return JournalErrors.ProofPath(Sequence);
        }

        return (Payload is null && Salt is null)
            || (Payload is not null && Salt is not null && EntryPayload.CommitmentOf(Leaf) == Convert.ToHexStringLower(EntryPayload.Commitment(Salt, Payload)))
            ? Result.Ok
            : JournalErrors.ProofPayload(Sequence);
    }
}

/// <summary>Makes proofs from the stored tree.</summary>
public sealed class JournalProofs(TalkaDb db, CheckpointSigner signer)
{
    /// <summary>The proof of an entry in the tree as it stands now, with salt and payload when the kind is public.</summary>
    /// <returns>Fails with <c>entry-not-found</c>, or as <see cref="CheckpointSigner.SignAsync"/> does.</returns>
    public async Task<Result<EntryProof>> OfEntryAsync(long sequence, CancellationToken cancel = default)
    {
        var entry = await db.JournalEntries()
            .Where(e => e.Sequence == sequence)
            .Select(e => new
            {
                e.Commitment,
                e.Id,
                e.RecordedAt,
                e.Kind,
                e.Salt,
                e.Payload,
                IsPublic = db.Set<JournalKind>().Any(kind => kind.Code == e.Kind && kind.IsPublic),
            })
            .SingleOrDefaultAsync(cancel);
        if (entry is null)
        {
            return JournalErrors.EntryNotFound(sequence);
        }

        var signed = await signer.SignAsync(cancel);
        if (!signed.Succeeded)
        {
            return Result<EntryProof>.Failed(signed.Errors);
        }

        var path = await new TreeReader(db).InclusionProofAsync(sequence - 1, signed.Value.Size, cancel);
        return new EntryProof(
            sequence, EntryPayload.Leaf(entry.Commitment, entry.Id, entry.RecordedAt, entry.Kind), signed.Value.Size, path, signed.Value.Note,
            entry.IsPublic ? entry.Salt : null, entry.IsPublic ? entry.Payload : null);
    }

    /// <summary>
    /// Proofs of several entries in one tree, with salt and payload whatever their kind: for those who may see everything.
    /// Ask for a few hundred at most, near each other where it can be: the tiles that they share are read once.
    /// </summary>
    /// <param name="checkpoint">Of the tree that the proofs lead to; entries recorded later have none.</param>
    public async Task<IReadOnlyList<EntryProof>> OfEntriesAsync(IReadOnlyCollection<long> sequences, SignedCheckpoint checkpoint, CancellationToken cancel = default)
    {
        var entries = await db.JournalEntries().Where(e => sequences.Contains(e.Sequence) && e.Sequence <= checkpoint.Size).OrderBy(e => e.Sequence)
            .Select(e => new { e.Sequence, e.Commitment, e.Id, e.RecordedAt, e.Kind, e.Salt, e.Payload }).ToListAsync(cancel);
        var reader = new TreeReader(db);
        var proofs = new List<EntryProof>(entries.Count);
        foreach (var e in entries)
        {
            var path = await reader.InclusionProofAsync(e.Sequence - 1, checkpoint.Size, cancel);
            proofs.Add(new EntryProof(
                e.Sequence, EntryPayload.Leaf(e.Commitment, e.Id, e.RecordedAt, e.Kind), checkpoint.Size, path, checkpoint.Note, e.Salt, e.Payload));
        }

        return proofs;
    }

    /// <summary>The proof that the journal at one size is the beginning of the journal at another.</summary>
    /// <returns>Fails with <c>tree-size-unknown</c> unless 0 ≤ from ≤ to ≤ the present size.</returns>
    public async Task<Result<List<byte[]>>> ConsistencyAsync(long from, long to, CancellationToken cancel = default)
    {
        var tree = await db.JournalTreeAsync(cancel);
        return from < 0 || from > to || to > tree.Size
            ? JournalErrors.TreeSizeUnknown(tree.Size)
            : (await new TreeReader(db).ConsistencyProofAsync(from, to, cancel)).ToList();
    }
}
