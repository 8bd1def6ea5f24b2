using Talka.Foundation.Files;
using Talka.Foundation.Results;
using Talka.Journal.Proofs;

namespace Talka.Journal;

/// <summary>
/// The signing key and, beside it, the last checkpoint signed with it, in the <c>keys</c> folder, readable by its owner alone.
/// The second is what a restored old copy of the database gives itself away by.
/// </summary>
public sealed class JournalKeys(DataFolder folder, IConfiguration configuration)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public string KeyFile => Path.Combine(folder.Keys, "journal.key");

    public string CheckpointFile => Path.Combine(folder.Keys, "journal.checkpoint");

    /// <summary>The name of the log in its checkpoints and keys (<c>Talka:Journal:Origin</c>).</summary>
    public string Origin => configuration["Talka:Journal:Origin"] is { Length: > 0 } origin ? origin : "talka.local/journal";

    /// <summary>The key of this installation, or null before there is one.</summary>
    public async Task<Result<SigningKey?>> FindAsync(CancellationToken cancel)
    {
        if (!File.Exists(KeyFile))
        {
            return (SigningKey?)null;
        }

        try
        {
            return SigningKey.Parse(await File.ReadAllTextAsync(KeyFile, cancel));
        }
        catch (FormatException)
        {
            return JournalErrors.SigningKeyUnreadable(KeyFile);
        }
    }

    /// <summary>Makes a key and keeps it, in place of one that there may be.</summary>
    public async Task<SigningKey> CreateAsync(CancellationToken cancel)
    {
        var key = SigningKey.Generate(Origin);
        await WriteAsync(KeyFile, key.Export() + "\n", cancel);
        return key;
    }

    /// <summary>The last checkpoint that was signed here, or null before the first.</summary>
    public async Task<Result<Checkpoint?>> LastAsync(CancellationToken cancel)
    {
        if (!File.Exists(CheckpointFile))
        {
            return (Checkpoint?)null;
        }

        try
        {
            return Checkpoint.Parse(Note.Parse(await File.ReadAllTextAsync(CheckpointFile, cancel)).Text);
        }
        catch (FormatException)
        {
            return JournalErrors.CheckpointUnreadable(CheckpointFile);
        }
    }

    public Task RememberAsync(Note note, CancellationToken cancel) => WriteAsync(CheckpointFile, note.ToString(), cancel);

    // Written beside, brought to the disk, then renamed: after a power cut there is the old file or the new one, never half of it.
    private async Task WriteAsync(string path, string text, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder.Keys, OwnerOnly | UnixFileMode.UserExecute);
        var beside = path + "." + Path.GetRandomFileName();
        await using (var stream = new FileStream(beside, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = OwnerOnly,
        }))
        {
            await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), cancel);
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
    }
}
