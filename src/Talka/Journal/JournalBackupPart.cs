using System.Text;
using Talka.Foundation.Operations;
using Talka.Foundation.Results;
using Talka.Journal.Proofs;

namespace Talka.Journal;

/// <summary>
/// The journal's say in a backup: a checkpoint and the public key travel along, and a restored copy must agree with them and with itself.
/// </summary>
internal sealed class JournalBackupPart(CheckpointSigner signer, JournalVerifier verifier, JournalKeys keys) : IBackupPart
{
    private const string CheckpointFile = "journal.checkpoint";
    private const string KeyFile = "journal.pub";

    public async Task<IReadOnlyDictionary<string, byte[]>> FilesAsync(CancellationToken cancel)
    {
        // A journal that cannot be signed any more is worth saving all the more: what is wrong with it shows when it is restored.
        var signed = await signer.SignAsync(cancel);
        return signed.Succeeded
            ? new Dictionary<string, byte[]>
            {
                [CheckpointFile] = Encoding.UTF8.GetBytes(signed.Value.Note),
                [KeyFile] = Encoding.UTF8.GetBytes(signed.Value.VerifierKey + "\n"),
            }
            : new Dictionary<string, byte[]>();
    }

    public async Task<Result<IReadOnlyList<string>>> CheckAsync(IReadOnlyDictionary<string, byte[]> files, CancellationToken cancel)
    {
        var signedHere = await keys.LastAsync(cancel);
        List<ExpectedRoot> outside = [];
        if (files.TryGetValue(CheckpointFile, out var checkpoint) && files.TryGetValue(KeyFile, out var key))
        {
            if (Read(checkpoint, key) is not { } note)
            {
                return JournalErrors.CheckpointSignature();
            }

            var said = Checkpoint.Parse(note.Text);
            outside.Add(new ExpectedRoot(said.Size, said.Root, CheckpointFile));
            await keys.RememberAsync(note, cancel);
        }
        else
        {
            File.Delete(keys.CheckpointFile);
        }

        var verification = await verifier.VerifyAsync(outside, cancel);
        if (verification.Finding is { } finding)
        {
            return Error.Invalid(finding.Code, finding.Message);
        }

        return signedHere is { Succeeded: true, Value: { } later } && later.Size > verification.Size
            ? new[] { Texts.T("RestoredBehind", verification.Size, later.Size) }
            : Array.Empty<string>();
    }

    private static Note? Read(byte[] checkpoint, byte[] key)
    {
        try
        {
            var note = Note.Parse(Encoding.UTF8.GetString(checkpoint));
            var trusted = VerifierKey.ParseAll(Encoding.UTF8.GetString(key));
            return trusted.Any(note.IsSignedBy) ? note : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
