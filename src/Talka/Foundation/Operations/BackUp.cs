using System.Reflection;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Results;

namespace Talka.Foundation.Operations;

/// <param name="Path">Absolute.</param>
/// <param name="Files">How many files it holds besides the manifest.</param>
/// <param name="Size">Bytes.</param>
public sealed record BackupMade(string Path, int Files, long Size);

/// <summary>
/// Makes one archive of everything that this installation keeps, while it runs: a snapshot of the database, then the attached files (they are
/// named by their content and never change, so whatever the snapshot refers to is there by then).
/// </summary>
internal sealed class BackUp(DataFolder folder, IConfiguration configuration, IEnumerable<IBackupPart> parts, TimeProvider clock)
{
    /// <param name="file">Where to; it must not exist yet. It appears there only once it is whole.</param>
    /// <param name="withKeys">Whether the secret keys go along: whoever has the archive can then sign as this installation.</param>
    /// <returns>Fails with <c>backup-exists</c>, <c>backup-not-written</c>, <c>disk-full</c>, <c>tool-missing</c>, <c>tool-failed</c>.</returns>
    public async Task<Result<BackupMade>> ToAsync(string file, bool withKeys, CancellationToken cancel)
    {
        var path = Path.GetFullPath(file);
        if (Path.Exists(path))
        {
            return OperationsErrors.BackupExists(path);
        }

        if (!Directory.Exists(Path.GetDirectoryName(path)))
        {
            return OperationsErrors.BackupNotWritten(path, Texts.T("NoSuchFolder"));
        }

        var partial = path + ".partial";
        var snapshot = path + ".snapshot";
        try
        {
            return await WriteAsync(path, partial, snapshot, withKeys, cancel);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Migrator.IsFullDisk(failure) ? OperationsErrors.DiskFull(path) : OperationsErrors.BackupNotWritten(path, failure.Message);
        }
        finally
        {
            File.Delete(partial);
            File.Delete(snapshot);
        }
    }

    private async Task<Result<BackupMade>> WriteAsync(string path, string partial, string snapshot, bool withKeys, CancellationToken cancel)
    {
        await using var target = new FileStream(partial, new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        await using var archive = new BackupWriter(target);
        foreach (var part in parts)
        {
            foreach (var (name, bytes) in await part.FilesAsync(cancel))
            {
                await archive.AddAsync($"parts/{name}", new MemoryStream(bytes), cancel);
            }
        }

        var keeper = DatabaseKeeper.For(configuration, folder);
        var saved = await keeper.SaveAsync(snapshot, cancel);
        if (!saved.Succeeded)
        {
            return Result<BackupMade>.Failed(saved.Errors);
        }

        await archive.AddFileAsync($"database/{keeper.FileName}", snapshot, cancel);
        await AddFilesAsync(archive, cancel);
        if (withKeys && Directory.Exists(folder.Keys))
        {
            foreach (var key in Directory.EnumerateFiles(folder.Keys, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                await archive.AddFileAsync($"keys/{Path.GetRelativePath(folder.Keys, key)}", key, cancel);
            }
        }

        var program = typeof(BackUp).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        await archive.FinishAsync(keeper.Provider, program, clock.GetUtcNow().UtcDateTime, cancel);
        File.Move(partial, path);
        return new BackupMade(path, archive.Count, target.Length);
    }

    // Only finished files: what is still being received has another name.
    private async Task AddFilesAsync(BackupWriter archive, CancellationToken cancel)
    {
        if (!Directory.Exists(folder.Files))
        {
            return;
        }

        foreach (var directory in Directory.EnumerateDirectories(folder.Files).Where(d => Path.GetFileName(d).Length == 2).Order(StringComparer.Ordinal))
        {
            foreach (var file in Directory.EnumerateFiles(directory).Order(StringComparer.Ordinal))
            {
                await archive.AddFileAsync($"files/{Path.GetFileName(directory)}/{Path.GetFileName(file)}", file, cancel);
            }
        }
    }
}
