using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
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
public sealed class JournalWriter(TalkaDb db, TimeProvider clock, CurrentActor actor, IEnumerable<IEntryGate> gates)
{
    private const int MostErrors = 100;
    private const int TileHeight = 8;
    private const int Part = 5_000;

    /// <summary>
    /// Keeps the journal as it is until the current transaction ends: for a caller that must decide by what is recorded before it appends.
    /// Appends by others wait meanwhile. Must be called inside a transaction.
    /// </summary>
    public Task LockAsync(CancellationToken cancel = default) => new JournalStore(db).LockTreeAsync(cancel);

    /// <summary>
    /// Which of these entries the gates would turn away now, by their place in the list: for an import that tells its rows apart before it writes.
    /// An append asks the gates again.
    /// </summary>
    public async Task<IReadOnlyList<Refusal>> RefusalsAsync(IReadOnlyList<EntryContent> contents, CancellationToken cancel = default)
    {
        var refusals = new List<Refusal>();
        foreach (var gate in gates)
        {
            refusals.AddRange(await gate.RefuseAsync(contents, cancel));
        }

        return refusals;
    }

    /// <summary>Appends one entry.</summary>
    /// <returns>The entry as written, or what is wrong with the content or with what it corrects.</returns>
    public async Task<Result<JournalEntry>> AppendAsync(EntryContent content, CancellationToken cancel = default)
    {
        if (content.Kind == Kinds.Erasure)
        {
            return JournalErrors.ErasureByHand();
        }

        // The lock brings along what else must be known: an append costs three round trips (lock, write, commit).
        var tidy = EntryRules.Tidy(content);
        await using var own = await BeginAsync(cancel);
        var store = new JournalStore(db);
        var (tree, kind, mayRefuse) = await store.LockTreeAsync(tidy.Content, gates, cancel);
        var clean = tidy.Check(kind);
        if (!clean.Succeeded)
        {
            return Result<JournalEntry>.Failed(clean.Errors);
        }

        var written = await WriteAsync(store, tree, [clean.Value], null, askGates: mayRefuse, cancel);
        if (!written.Succeeded)
        {
            return Result<JournalEntry>.Failed(written.Errors);
        }

        await CommitAsync(own, cancel);
        return written.Value[0];
    }

    /// <summary>
    /// Appends entries in the order given, all or none: imports of any length, which are drawn and written part by part and never held whole.
    /// </summary>
    /// <returns>The numbers that they got, or the first hundred errors, whose fields say which entry (<c>[3].Title</c>, counted from 0).</returns>
    public async Task<Result<AppendedEntries>> AppendAllAsync(IEnumerable<EntryContent> contents, CancellationToken cancel = default)
    {
        await using var own = await BeginAsync(cancel);
        var store = new JournalStore(db);
        var tree = await store.LockTreeAsync(cancel);
        var kinds = await db.JournalKinds().ToDictionaryAsync(k => k.Code, cancel);
        var (before, drawn) = (tree.Size, 0);
        var errors = new List<Error>();
        foreach (var part in contents.Chunk(Part))
        {
            var clean = Check(part, drawn, kinds, errors);
            if (errors.Count == 0)
            {
                var written = await WriteAsync(store, tree, clean, (before, drawn), askGates: true, cancel);
                errors.AddRange(written.Errors);
            }

            drawn += part.Length;
            if (errors.Count >= MostErrors)
            {
                break;
            }
        }

        if (errors.Count > 0)
        {
            return errors;
        }

        await CommitAsync(own, cancel);
        return new AppendedEntries(before + 1, tree.Size);
    }

    /// <summary>Appends one entry that has been checked, and does what an erasure does besides.</summary>
    internal async Task<Result<JournalEntry>> AppendCheckedAsync(EntryContent content, Func<JournalStore, Task> then, CancellationToken cancel)
    {
        await using var own = await BeginAsync(cancel);
        var store = new JournalStore(db);
        var tree = await store.LockTreeAsync(cancel);
        var written = await WriteAsync(store, tree, [content], null, askGates: true, cancel);
        if (!written.Succeeded)
        {
            return Result<JournalEntry>.Failed(written.Errors);
        }

        await then(store);
        await CommitAsync(own, cancel);
        return written.Value[0];
    }

    private static List<EntryContent> Check(EntryContent[] part, int drawn, Dictionary<string, JournalKind> kinds, List<Error> errors)
    {
        var clean = new List<EntryContent>(part.Length);
        for (var i = 0; i < part.Length && errors.Count < MostErrors; i++)
        {
            var result = part[i].Kind == Kinds.Erasure
                ? JournalErrors.ErasureByHand()
                : EntryRules.Check(part[i], kinds.GetValueOrDefault(part[i].Kind));
            if (result.Succeeded)
            {
                clean.Add(result.Value);
            }
            else
            {
                errors.AddRange(result.Errors.Select(error => JournalErrors.At(drawn + i, error)));
            }
        }

        return clean;
    }

    private static Task CommitAsync(IDbContextTransaction? own, CancellationToken cancel) => own?.CommitAsync(cancel) ?? Task.CompletedTask;

    private async Task<IDbContextTransaction?> BeginAsync(CancellationToken cancel) =>
        db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;

    /// <param name="many">
    /// How large the journal was before the caller's first entry, for they cannot name one another, and how many of them stood before these, to say in
    /// errors which one is meant; null when there is but one.
    /// </param>
    /// <param name="askGates">False when it is known that they would let everything pass.</param>
    private async Task<Result<IReadOnlyList<JournalEntry>>> WriteAsync(
        JournalStore store, TreeFrontier tree, IReadOnlyList<EntryContent> contents, (long Before, int Drawn)? many, bool askGates, CancellationToken cancel)
    {
        var errors = await CheckReferencesAsync(contents, many, cancel);
        if (errors.Count == 0 && askGates)
        {
            // Last, when nothing else stands in the way
            var refusals = await RefusalsAsync(contents, cancel);
            errors.AddRange(refusals.Select(refusal => many is { Drawn: var drawn } ? JournalErrors.At(drawn + refusal.Index, refusal.Error) : refusal.Error));
        }

        if (errors.Count > 0)
        {
            return errors;
        }

        try
        {
            var written = new List<JournalEntry>(contents.Count);
            var tiles = new List<JournalTile>();
            var entries = Build(contents, tree, tiles, written);
            if (contents.Count == 1)
            {
                await store.InsertAsync(entries.Single(), FilesOf(contents, written), tiles, tree, cancel);
            }
            else
            {
                await store.InsertAllAsync(entries, tree, cancel);
                await store.InsertAllAsync(FilesOf(contents, written), tiles, cancel);
            }

            return written;
        }
        catch (DbException exception) when (JournalStore.IsSecondCorrection(exception))
        {
            return JournalErrors.AlreadyCorrected(contents.First(content => content.Corrects is not null).Corrects!.Value);
        }
    }

    // Made one by one while the database takes them.
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
    private async Task<List<Error>> CheckReferencesAsync(
        IReadOnlyList<EntryContent> contents, (long Before, int Drawn)? many, CancellationToken cancel)
    {
        var before = many?.Before ?? long.MaxValue;
        var errors = new List<Error>();
        var corrected = new HashSet<long>();
        foreach (var part in contents.Index().Where(item => (item.Item.Corrects ?? item.Item.Concerns) is not null).Chunk(500))
        {
            var named = part.SelectMany(item => new[] { item.Item.Corrects, item.Item.Concerns }).OfType<long>().ToHashSet();
            var targets = await db.JournalEntries()
                .Where(e => named.Contains(e.Sequence) && e.Sequence <= before)
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
                    errors.Add(many is { Drawn: var drawn } ? JournalErrors.At(drawn + index, problem) : problem);
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

/// <summary>The numbers of entries that were appended together; none when <paramref name="Last"/> is less than <paramref name="First"/>.</summary>
public readonly record struct AppendedEntries(long First, long Last)
{
    public long Count => Last - First + 1;
}
