using Microsoft.EntityFrameworkCore;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal.Proofs;

namespace Talka.Journal;

/// <summary>
/// Signs what the journal says of itself. It signs a tree only if that tree goes on from the last one it signed, which it knows from two places:
/// the database and the key folder. An old copy of the database that was put back is therefore noticed and not signed.
/// </summary>
public sealed class CheckpointSigner(TalkaDb db, JournalKeys keys, TimeProvider clock)
{
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    /// <summary>The checkpoint of the journal as it stands, signed now unless it already was. Not to be called in a transaction: what is signed must be committed.</summary>
    /// <returns>Fails with <c>journal-rolled-back</c>, <c>journal-inconsistent</c>, <c>signing-key-missing</c>, <c>signing-key-unreadable</c>.</returns>
    public async Task<Result<SignedCheckpoint>> SignAsync(CancellationToken cancel = default)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            throw new InvalidOperationException("A checkpoint is signed outside transactions: a tree that may yet be rolled back must not be.");
        }

        await OneAtATime.WaitAsync(cancel);
        try
        {
            var last = await db.LastCheckpointAsync(cancel);
            var key = await KeyAsync(last is not null, cancel);
            var remembered = await keys.LastAsync(cancel);
            if (!key.Succeeded || !remembered.Succeeded)
            {
                return Result<SignedCheckpoint>.Failed([.. key.Errors, .. remembered.Errors]);
            }

            var tree = await db.JournalTreeAsync(cancel);
            var vkey = key.Value.Verifier.ToString();
            if (last is not null && last.Size == tree.Size && last.VerifierKey == vkey && last.Root.AsSpan().SequenceEqual(tree.Root)
                && remembered.Value is { } same && same.Size == last.Size && same.Root.AsSpan().SequenceEqual(last.Root))
            {
                return last;
            }

            Checkpoint?[] before = [last is null ? null : Checkpoint.Parse(Note.Parse(last.Note).Text), remembered.Value];
            return await InconsistencyAsync(tree, before, cancel) is { } error ? error : await SignAsync(tree, key.Value, cancel);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private async Task<SignedCheckpoint> SignAsync(JournalTree tree, SigningKey key, CancellationToken cancel)
    {
        var note = Note.Sign(new Checkpoint(keys.Origin, tree.Size, tree.Root).ToString(), key);
        var signed = new SignedCheckpoint
        {
            Size = tree.Size,
            VerifierKey = key.Verifier.ToString(),
            Root = tree.Root,
            Note = note.ToString(),
            SignedAt = clock.GetUtcNow().UtcDateTime,
        };
        // Another process may have signed the same tree with the same key meanwhile; Ed25519 then gave the same note.
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO journal_checkpoints (size, verifier_key, root, note, signed_at)
            VALUES ({signed.Size}, {signed.VerifierKey}, {signed.Root}, {signed.Note}, {signed.SignedAt})
            ON CONFLICT DO NOTHING
            """, cancel);
        await keys.RememberAsync(note, cancel);
        return signed;
    }

    private async Task<Result<SigningKey>> KeyAsync(bool hasSigned, CancellationToken cancel)
    {
        var found = await keys.FindAsync(cancel);
        return !found.Succeeded ? Result<SigningKey>.Failed(found.Errors)
            : found.Value is { } key ? key
            : hasSigned ? JournalErrors.SigningKeyMissing(keys.KeyFile)
            : await keys.CreateAsync(cancel);
    }

    private async Task<Error?> InconsistencyAsync(JournalTree tree, IEnumerable<Checkpoint?> before, CancellationToken cancel)
    {
        var reader = new TreeReader(db);
        foreach (var checkpoint in before.OfType<Checkpoint>())
        {
            if (checkpoint.Size > tree.Size)
            {
                return JournalErrors.RolledBack(tree.Size, checkpoint.Size);
            }

            if (!await HasRootAsync(reader, checkpoint.Size, checkpoint.Root, cancel))
            {
                return JournalErrors.Inconsistent(checkpoint.Size);
            }
        }

        return await HasRootAsync(reader, tree.Size, tree.Root, cancel) ? null : JournalErrors.Inconsistent(tree.Size);
    }

    private static async Task<bool> HasRootAsync(TreeReader reader, long size, byte[] root, CancellationToken cancel)
    {
        try
        {
            return (await reader.RootAsync(size, cancel)).AsSpan().SequenceEqual(root);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
