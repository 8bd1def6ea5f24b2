using Talka.Foundation.Results;

namespace Talka.Foundation.Operations;

/// <summary>A feature's say in backup and restore.</summary>
public interface IBackupPart
{
    /// <summary>
    /// Small files that travel beside the database, such as a signed checkpoint, by name without a folder. They are asked for before the database
    /// is copied, so the copy holds at least what they speak of.
    /// </summary>
    Task<IReadOnlyDictionary<string, byte[]>> FilesAsync(CancellationToken cancel);

    /// <summary>
    /// Proves a restored copy before it takes over. The part is taken from a service scope on that copy.
    /// </summary>
    /// <param name="files">What <see cref="FilesAsync"/> gave when the backup was made.</param>
    /// <returns>What the person who restores should know, or what makes the copy unfit to take over.</returns>
    Task<Result<IReadOnlyList<string>>> CheckAsync(IReadOnlyDictionary<string, byte[]> files, CancellationToken cancel);
}
