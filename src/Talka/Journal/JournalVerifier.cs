using System.Data;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Talka.Foundation.Data;
using Talka.Journal.Proofs;

namespace Talka.Journal;

/// <summary>What a verification found.</summary>
/// <param name="Size">Entries in the journal.</param>
/// <param name="Root">The root that was computed from them; null when a finding came first.</param>
/// <param name="Finding">The first thing that does not fit; null when all does.</param>
public sealed record Verification(long Size, byte[]? Root, Finding? Finding);

/// <param name="Sequence">The entry that does not fit, or the first of those among which it must be; null when it is about the journal as a whole.</param>
/// <param name="Code">Stable, kebab-case.</param>
/// <param name="Message">In the reader's language.</param>
public sealed record Finding(long? Sequence, string Code, string Message);

/// <summary>A checkpoint that the journal must agree with.</summary>
/// <param name="Where">Where it is kept, for the message.</param>
public sealed record ExpectedRoot(long Size, byte[] Root, string Where);

/// <summary>
/// Computes everything anew from the rows, in one consistent view of the database, entry by entry in order: payload against its salt and commitment,
/// columns and files against the payload, leaf, tree, tiles, corrections, erasures and checkpoints. Stops at the first entry that does not fit.
/// </summary>
public sealed class JournalVerifier(TalkaDb db, JournalKeys keys)
{
    private const int PageSize = 4096;

    /// <param name="outside">Checkpoints kept outside, their signatures already checked.</param>
    public async Task<Verification> VerifyAsync(IReadOnlyList<ExpectedRoot> outside, CancellationToken cancel = default)
    {
        await using var transaction = await BeginSnapshotAsync(cancel);
        var tree = await db.JournalTreeAsync(cancel);
        var remembered = await keys.LastAsync(cancel);
        if (!remembered.Succeeded)
        {
            return Found(tree, new Finding(null, remembered.Errors[0].Code, remembered.Errors[0].Message));
        }

        List<ExpectedRoot> expected = [.. outside];
        if (remembered.Value is { } last)
        {
            expected.Add(new ExpectedRoot(last.Size, last.Root, keys.CheckpointFile));
        }

        var stored = await StoredCheckpointsAsync(expected, cancel);
        if (stored is not null)
        {
            return Found(tree, stored);
        }

        var walk = new JournalWalk(expected, await ErasuresAsync(cancel), await TilesAsync(cancel), await MisfitCorrectionsAsync(cancel));
        while (true)
        {
            var (page, unreadable) = await PageAsync(walk.Sequence, cancel);
            if (page.Count > 0)
            {
                var (first, end) = (page[0].Sequence, page[^1].Sequence);
                var files = await db.JournalFiles().Where(f => f.Sequence >= first && f.Sequence <= end)
                    .OrderBy(f => f.Position).ToListAsync(cancel);
                if (walk.Take(page, files.ToLookup(f => f.Sequence)) is { } finding)
                {
                    return Found(tree, finding);
                }
            }

            if (unreadable is { } sequence)
            {
                return Found(tree, Findings.Column(sequence, "journal_entries"));
            }

            if (page.Count == 0)
            {
                break;
            }
        }

        return walk.End(tree) is { } ending ? Found(tree, ending) : new Verification(tree.Size, tree.Root, null);
    }

    // Plain ADO.NET: this is most of the time that a verification takes.
    private async Task<(List<JournalEntry> Page, long? Unreadable)> PageAsync(long after, CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = string.Create(CultureInfo.InvariantCulture,
            $"SELECT {JournalColumns.Names} FROM journal_entries WHERE sequence > {after} ORDER BY sequence LIMIT {PageSize}");
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var page = new List<JournalEntry>(PageSize);
        while (await reader.ReadAsync(cancel))
        {
            try
            {
                page.Add(EntryRow.Read(reader));
            }
            catch (Exception exception) when (exception is FormatException or InvalidCastException or OverflowException or InvalidOperationException)
            {
                return (page, reader.GetInt64(0));
            }
        }

        return (page, null);
    }

    private static Verification Found(JournalTree tree, Finding finding) => new(tree.Size, null, finding);

    // Writers go on meanwhile: all that is read belongs to the moment at which this began.
    private async Task<IAsyncDisposable> BeginSnapshotAsync(CancellationToken cancel)
    {
        if (!db.Database.IsSqlite())
        {
            return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        }

        await db.Database.OpenConnectionAsync(cancel);
        var deferred = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(deferred, cancel);
        return new Snapshot(db, deferred);
    }

    // EF Core leaves a transaction that it did not begin to whoever did.
    private sealed class Snapshot(TalkaDb db, SqliteTransaction transaction) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await db.Database.UseTransactionAsync(null);
            await transaction.DisposeAsync();
            await db.Database.CloseConnectionAsync();
        }
    }

    // Their notes must be what their columns say, signed by the key that they name; their roots are then expected of the tree.
    private async Task<Finding?> StoredCheckpointsAsync(List<ExpectedRoot> expected, CancellationToken cancel)
    {
        await foreach (var stored in db.JournalCheckpoints().OrderBy(c => c.Size).AsAsyncEnumerable().WithCancellation(cancel))
        {
            try
            {
                var note = Note.Parse(stored.Note);
                var checkpoint = Checkpoint.Parse(note.Text);
                if (checkpoint.Size == stored.Size && checkpoint.Root.AsSpan().SequenceEqual(stored.Root)
                    && note.IsSignedBy(VerifierKey.Parse(stored.VerifierKey)))
                {
                    expected.Add(new ExpectedRoot(stored.Size, stored.Root, "journal_checkpoints"));
                    continue;
                }
            }
            catch (FormatException)
            {
                // Reported below, like a note that is well formed but says something else.
            }

            return Findings.Checkpoint(stored.Size);
        }

        return null;
    }

    private Task<Dictionary<long, long>> ErasuresAsync(CancellationToken cancel) => db.JournalEntries()
        .Where(e => e.Kind == Kinds.Erasure && e.Concerns != null && e.Payload != null && e.Salt != null)
        .GroupBy(e => e.Concerns!.Value)
        .Select(g => new { Erased = g.Key, By = g.Min(e => e.Sequence) })
        .ToDictionaryAsync(e => e.Erased, e => e.By, cancel);

    private Task<Dictionary<(int, long), byte[]>> TilesAsync(CancellationToken cancel) =>
        db.JournalTiles().ToDictionaryAsync(t => (t.Level, t.Position), t => t.Hash, cancel);

    // Corrections of an entry that is not there, comes later, belongs to another mandate, is a mere voiding or the program's own.
    private Task<HashSet<long>> MisfitCorrectionsAsync(CancellationToken cancel) => db.JournalEntries()
        .Where(c => c.Corrects != null && !db.Set<JournalEntry>().Any(t =>
            t.Sequence == c.Corrects && t.Sequence < c.Sequence
            && (t.Payload == null || (t.Mandate == c.Mandate && t.Correction != CorrectionKind.Voids))
            && !db.Set<JournalKind>().Any(k => k.Code == t.Kind && k.IsSystem)))
        .Select(c => c.Sequence)
        .ToHashSetAsync(cancel);
}
