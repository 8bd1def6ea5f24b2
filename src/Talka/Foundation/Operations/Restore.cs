using System.Globalization;
using Microsoft.Data.Sqlite;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Results;

namespace Talka.Foundation.Operations;

/// <param name="Folder">The data folder, now holding the backup's state.</param>
/// <param name="Kept">Where the state before is kept, or null when there was none.</param>
/// <param name="MadeAt">When the backup was made, UTC.</param>
/// <param name="Remarks">What the person who restores should know.</param>
public sealed record Restored(string Folder, string? Kept, DateTime MadeAt, IReadOnlyList<string> Remarks);

/// <summary>
/// Brings back what <see cref="BackUp"/> saved. The archive is unpacked beside the data folder, held against its manifest, migrated to this
/// program's version and proven by every <see cref="IBackupPart"/>; only then does it take over, by renaming. Until then nothing live changes.
/// </summary>
/// <param name="build">Builds the application on other settings; see <see cref="Hosting.VerbHost.Build"/>.</param>
internal sealed class Restore(
    DataFolder folder, IConfiguration configuration, TimeProvider clock, Func<IReadOnlyDictionary<string, string?>, IHost> build)
{
    /// <returns>
    /// Fails with <c>backup-not-found</c>, <c>backup-damaged</c>, <c>backup-unsafe</c>, <c>backup-of-other-database</c>,
    /// <c>data-folder-in-use</c>, <c>database-in-use</c>, <c>restore-not-renamed</c>, those of <see cref="Migrator"/>, or what a part found wrong.
    /// </returns>
    public async Task<Result<Restored>> FromAsync(string archive, CancellationToken cancel)
    {
        if (!File.Exists(archive))
        {
            return OperationsErrors.BackupNotFound(archive);
        }

        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder.Root));
        FolderLock? taken = null;
        try
        {
            if (Directory.Exists(root))
            {
                var mine = await FolderLock.TakeAsync(folder, FolderLock.Restoring, TimeSpan.Zero, cancel);
                if (!mine.Succeeded)
                {
                    return Result<Restored>.Failed(mine.Errors);
                }

                taken = mine.Value;
            }

            return await UnpackAsync(archive, root, cancel);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SqliteException
            && Migrator.Expected(failure, new DataFolder(Path.GetDirectoryName(root) ?? root)) is { } error)
        {
            return error;
        }
        finally
        {
            taken?.Dispose();
        }
    }

    private async Task<Result<Restored>> UnpackAsync(string archive, string root, CancellationToken cancel)
    {
        var stamp = clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var beside = new DataFolder($"{root}.restoring-{stamp}");
        beside.Create();
        var keeper = DatabaseKeeper.For(configuration, folder);
        try
        {
            var manifest = await BackupReader.UnpackAsync(archive, beside.Root, cancel);
            if (!manifest.Succeeded)
            {
                return Result<Restored>.Failed(manifest.Errors);
            }

            if (manifest.Value.Provider != keeper.Provider)
            {
                return OperationsErrors.BackupOfOtherDatabase(manifest.Value.Provider, keeper.Provider);
            }

            var proven = await ProveAsync(keeper, beside, cancel);
            return proven.Succeeded
                ? await TakeOverAsync(keeper, beside, root, stamp, manifest.Value.CreatedAt, proven.Value, cancel)
                : Result<Restored>.Failed(proven.Errors);
        }
        finally
        {
            await keeper.DropAsync(CancellationToken.None);
            if (Directory.Exists(beside.Root) && !File.Exists(Path.Combine(beside.Root, Proven)))
            {
                Directory.Delete(beside.Root, recursive: true);
            }
        }
    }

    private async Task<Result<IReadOnlyList<string>>> ProveAsync(IDatabaseKeeper keeper, DataFolder beside, CancellationToken cancel)
    {
        var database = Path.Combine(beside.Root, "database");
        if (!File.Exists(Path.Combine(database, keeper.FileName)))
        {
            return OperationsErrors.BackupDamaged($"database/{keeper.FileName}");
        }

        var loaded = await keeper.LoadAsync(Path.Combine(database, keeper.FileName), beside, cancel);
        if (!loaded.Succeeded)
        {
            return Result<IReadOnlyList<string>>.Failed(loaded.Errors);
        }

        Directory.Delete(database, recursive: true);
        KeepKeys(beside);
        using var copy = build(new Dictionary<string, string?>
        {
            ["Talka:Data"] = beside.Root,
            ["ConnectionStrings:Talka"] = loaded.Value,
        });
        var migrated = await Migrator.MigrateAsync(copy.Services, cancel);
        return migrated.Succeeded
            ? await CheckAsync(copy.Services, beside, cancel)
            : Result<IReadOnlyList<string>>.Failed(migrated.Errors);
    }

    private static async Task<Result<IReadOnlyList<string>>> CheckAsync(IServiceProvider services, DataFolder beside, CancellationToken cancel)
    {
        var parts = Path.Combine(beside.Root, "parts");
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in Directory.Exists(parts) ? Directory.EnumerateFiles(parts) : [])
        {
            files.Add(Path.GetFileName(file), await File.ReadAllBytesAsync(file, cancel));
        }

        List<string> remarks = [];
        await using var scope = services.CreateAsyncScope();
        foreach (var part in scope.ServiceProvider.GetServices<IBackupPart>())
        {
            var fit = await part.CheckAsync(files, cancel);
            if (!fit.Succeeded)
            {
                return fit;
            }

            remarks.AddRange(fit.Value);
        }

        return remarks;
    }

    // Written when everything is proven: from then on the copy is worth keeping, even if it cannot take over by itself.
    private const string Proven = "restored";

    private static async Task<Result<Restored>> TakeOverAsync(
        IDatabaseKeeper keeper, DataFolder beside, string root, string stamp, DateTime madeAt, IReadOnlyList<string> remarks,
        CancellationToken cancel)
    {
        var suffix = $".before-restore-{stamp}";
        var switched = await keeper.TakeOverAsync(suffix, cancel);
        if (!switched.Succeeded)
        {
            return Result<Restored>.Failed(switched.Errors);
        }

        await File.WriteAllTextAsync(Path.Combine(beside.Root, Proven), $"{stamp}\n", CancellationToken.None);
        try
        {
            var kept = Directory.Exists(root) ? root + suffix : null;
            if (kept is not null)
            {
                Directory.Move(root, kept);
            }

            Directory.Move(beside.Root, root);
            return new Restored(root, kept, madeAt, remarks);
        }
        catch (IOException failure)
        {
            return OperationsErrors.NotRenamed(beside.Root, root, failure.Message);
        }
    }

    // An archive seldom holds the secret keys. Those that this installation has are its own, and stay.
    private void KeepKeys(DataFolder beside)
    {
        if (!Directory.Exists(folder.Keys))
        {
            return;
        }

        foreach (var key in Directory.EnumerateFiles(folder.Keys, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(beside.Keys, Path.GetRelativePath(folder.Keys, key));
            if (!File.Exists(target))
            {
                new DataFolder(Path.GetDirectoryName(target)!).Create();
                File.Copy(key, target);
            }
        }
    }
}
