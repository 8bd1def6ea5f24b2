using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal.Proofs;

namespace Talka.Journal;

/// <summary>
/// Appends entries: checks them, commits to them in the Merkle tree and writes the rows, all in the transaction that the
/// database context is in, or in one of its own when there is none. Whoever posts work begins the transaction first and commits after.
/// On failure nothing was written; a caller that began the transaction must roll it back.
/// </summary>
public sealed class JournalWriter(TalkaDb db, TimeProvider clock, CurrentActor actor)
{
    private const int MostErrors = 100;
    private const int TileHeight = 8;

    /// <summary>
    /// Keeps the journal as it is until the current transaction ends: for a caller that must decide by what is recorded before it appends.
    /// Appends by others wait meanwhile. Must be called inside a transaction.
    /// </summary>
    public Task LockAsync(CancellationToken cancel = default) => new JournalStore(db).LockTreeAsync(cancel);

    /// <summary>Appends one entry.</summary>
    /// <returns>The entry as written, or what is wrong with the content or with what it corrects.</returns>
    public async Task<Result<JournalEntry>> AppendAsync(EntryContent content, CancellationToken cancel = default)
    {
        if (content.Kind == Kinds.Erasure)
        {
            return JournalErrors.ErasureByHand();
        }

        // The lock brings the kind along: an append costs three round trips (lock, write, commit).
        await using var own = await BeginAsync(cancel);
        var store = new JournalStore(db);
        var (tree, kind) = await store.LockTreeAsync(content.Kind, cancel);
        var clean = EntryRules.Check(content, kind);
        if (!clean.Succeeded)
        {
            return Result<JournalEntry>.Failed(clean.Errors);
        }

        var written = await WriteAsync(store, tree, [clean.Value], own, cancel);
        return written.Succeeded ? written.Value[0] : Result<JournalEntry>.Failed(written.Errors);
    }

    /// <summary>Appends entries in the order given, all or none: imports of up to a million.</summary>
    /// <returns>The entries as written, or the first hundred errors, whose fields say which entry (<c>[3].Title</c>, counted from 0).</returns>
    public async Task<Result<IReadOnlyList<JournalEntry>>> AppendAllAsync(IReadOnlyList<EntryContent> contents, CancellationToken cancel = default)
    {
        var kinds = await db.JournalKinds().ToDictionaryAsync(k => k.Code, cancel);
        var clean = new List<EntryContent>(contents.Count);
        var errors = new List<Error>();
        for (var i = 0; i < contents.Count && errors.Count < MostErrors; i++)
        {
            var result = contents[i].Kind == Kinds.Erasure
                ? JournalErrors.ErasureByHand()
                : EntryRules.Check(contents[i], kinds.GetValueOrDefault(contents[i].Kind));
            if (result.Succeeded)
            {
                clean.Add(result.Value);
            }
            else
            {
                errors.AddRange(result.Errors.Select(error => JournalErrors.At(i, error)));
            }
        }

        return errors.Count > 0 ? errors : await InTransactionAsync(clean, cancel);
    }

    /// <summary>Appends what has been checked, and what an erasure does besides.</summary>
    internal async Task<Result<IReadOnlyList<JournalEntry>>> InTransactionAsync(
        IReadOnlyList<EntryContent> contents, CancellationToken cancel, Func<JournalStore, Task>? then = null)
    {
        if (contents.Count == 0)
        {
            return Array.Empty<JournalEntry>();
        }

        await using var own = await BeginAsync(cancel);
        var store = new JournalStore(db);
        var tree = await store.LockTreeAsync(cancel);
        return await WriteAsync(store, tree, contents, own, cancel, then);
    }

    private async Task<IDbContextTransaction?> BeginAsync(CancellationToken cancel) =>
        db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;

    private async Task<Result<IReadOnlyList<JournalEntry>>> WriteAsync(
        JournalStore store, TreeFrontier tree, IReadOnlyList<EntryContent> contents, IDbContextTransaction? own,
        CancellationToken cancel, Func<JournalStore, Task>? then = null)
    {
        var errors = await CheckReferencesAsync(contents, cancel);
        if (errors.Count > 0)
        {
            return errors;
        }

        try
        {
            var written = new List<JournalEntry>(contents.Count);
            var tiles = new List<JournalTile>();
            await store.InsertAsync(contents.Count, Build(contents, tree, tiles, written), tree, cancel);
            await store.InsertFilesAsync(FilesOf(contents, written), cancel);
            await store.InsertTilesAsync(tiles, cancel);
            if (then is not null)
            {
                await then(store);
            }

            if (own is not null)
            {
                await own.CommitAsync(cancel);
            }

            return written;
        }
        catch (DbException exception) when (JournalStore.IsSecondCorrection(exception))
        {
            return JournalErrors.AlreadyCorrected(contents.First(content => content.Corrects is not null).Corrects!.Value);
        }
    }

    // Made one by one while the database takes them, so that a million entries are not built before the first is sent.
    private IEnumerable<JournalEntry> Build(
        IReadOnlyList<EntryContent> contents, TreeFrontier tree, List<JournalTile> tiles, List<JournalEntry> written)
    {
        var now = clock.GetUtcNow();
        var time = new DateTime(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
        var by = actor.Value.PersonId;
        foreach (var content in contents)
        {
            var id = Guid.CreateVersion7(now);
            var payload = EntryPayload.Write(content, by);
            var salt = RandomNumberGenerator.GetBytes(EntryPayload.SaltSize);
            var commitment = EntryPayload.Commitment(salt, payload);
            var leafHash = MerkleTree.LeafHash(Encoding.UTF8.GetBytes(EntryPayload.Leaf(commitment, id, time, content.Kind)));
            tree.Append(leafHash, (level, position, hash) =>
            {
                if (level % TileHeight == 0)
                {
                    tiles.Add(new JournalTile { Level = level / TileHeight, Position = position, Hash = hash });
                }
            });
            var entry = JournalEntry.Project(content, new JournalEntry
            {
                Sequence = tree.Size,
                Id = id,
                Kind = content.Kind,
                RecordedAt = time,
                Commitment = commitment,
                LeafHash = leafHash,
                Salt = salt,
                Payload = payload,
                RecordedBy = by,
            });
            written.Add(entry);
            yield return entry;
        }
    }

    private static List<JournalFile> FilesOf(IReadOnlyList<EntryContent> contents, List<JournalEntry> written) =>
    [
        .. contents.SelectMany((content, i) => content.Files.Select((file, position) => new JournalFile
        {
            Sequence = written[i].Sequence,
            Position = position,
            Sha256 = file.Sha256,
            Name = file.Name,
            ContentType = file.ContentType,
            Size = file.Size,
        })),
    ];

    // Under the lock of the tree nobody else can correct an entry meanwhile.
    private async Task<List<Error>> CheckReferencesAsync(IReadOnlyList<EntryContent> contents, CancellationToken cancel)
    {
        var errors = new List<Error>();
        var corrected = new HashSet<long>();
        foreach (var part in contents.Index().Where(item => (item.Item.Corrects ?? item.Item.Concerns) is not null).Chunk(500))
        {
            var named = part.SelectMany(item => new[] { item.Item.Corrects, item.Item.Concerns }).OfType<long>().ToHashSet();
            var targets = await db.JournalEntries()
                .Where(e => named.Contains(e.Sequence))
                .Select(e => new Target(
                    e.Sequence, e.Mandate, e.Payload == null || e.Correction == CorrectionKind.Voids,
                    db.Set<JournalEntry>().Any(later => later.Corrects == e.Sequence),
                    db.Set<JournalKind>().Any(kind => kind.Code == e.Kind && kind.IsSystem)))
                .ToDictionaryAsync(target => target.Sequence, cancel);
            foreach (var (index, content) in part)
            {
                var problem = Reference(content.Concerns, content, targets) ?? Correction(content, targets, corrected);
                if (problem is not null)
                {
                    errors.Add(contents.Count == 1 ? problem : JournalErrors.At(index, problem));
                }
            }
        }

        return errors;
    }

    private static Error? Reference(long? sequence, EntryContent content, Dictionary<long, Target> targets) =>
        sequence is not { } number ? null
        : !targets.TryGetValue(number, out var target) ? JournalErrors.EntryNotFound(number)
        : target.Mandate is not null && target.Mandate != content.Mandate ? JournalErrors.OtherMandate(number)
        : null;

    private static Error? Correction(EntryContent content, Dictionary<long, Target> targets, HashSet<long> corrected)
    {
        if (content.Corrects is not { } number)
        {
            return null;
        }

        return Reference(number, content, targets) is { } problem ? problem
            : targets[number].IsSystem ? JournalErrors.SystemEntry(number)
            : targets[number].IsCorrected || !corrected.Add(number) ? JournalErrors.AlreadyCorrected(number)
            : targets[number].IsSpent ? JournalErrors.NotEffective(number)
            : null;
    }

    /// <param name="IsSpent">It is erased, or itself a mere voiding.</param>
    private sealed record Target(long Sequence, string? Mandate, bool IsSpent, bool IsCorrected, bool IsSystem);
}
