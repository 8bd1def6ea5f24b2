using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Talka.Foundation.Results;

namespace Talka.Foundation.Operations;

/// <summary>Unpacks a backup into an empty folder, believing nothing of it until the manifest at its end agrees with every byte.</summary>
internal static partial class BackupReader
{
    private const int LargestManifest = 512 * 1024 * 1024;

    /// <returns>Fails with <c>backup-damaged</c> or <c>backup-unsafe</c>; what is unpacked by then is of no use.</returns>
    public static async Task<Result<BackupManifest>> UnpackAsync(string archive, string folder, CancellationToken cancel)
    {
        try
        {
            await using var file = File.OpenRead(archive);
            return await UnpackAsync(file, folder, cancel);
        }
        catch (Exception damage) when (damage is InvalidDataException or EndOfStreamException or FormatException or ArgumentException)
        {
            return OperationsErrors.BackupDamaged(damage.Message);
        }
    }

    private static async Task<Result<BackupManifest>> UnpackAsync(FileStream file, string folder, CancellationToken cancel)
    {
        var found = new Dictionary<string, BackupManifest.Item>(StringComparer.Ordinal);
        BackupManifest? manifest = null;
        await using var tar = new TarReader(file);
        while (await tar.GetNextEntryAsync(cancellationToken: cancel) is { } entry)
        {
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile) || manifest is not null)
            {
                return OperationsErrors.BackupUnsafe(entry.Name);
            }

            if (entry.Name == BackupManifest.Name)
            {
                manifest = await ReadManifestAsync(entry, cancel);
                if (manifest is null)
                {
                    return OperationsErrors.BackupDamaged(BackupManifest.Name);
                }
            }
            else if (!Allowed().IsMatch(entry.Name))
            {
                return OperationsErrors.BackupUnsafe(entry.Name);
            }
            else if (!found.TryAdd(entry.Name, await SaveAsync(entry, Path.Combine(folder, entry.Name), cancel)))
            {
                return OperationsErrors.BackupDamaged(entry.Name);
            }
        }

        if (manifest is null)
        {
            return OperationsErrors.BackupDamaged(BackupManifest.Name);
        }

        var wrong = manifest.Items.FirstOrDefault(item => found.GetValueOrDefault(item.Path) != item)?.Path
            ?? found.Keys.Except(manifest.Items.Select(item => item.Path)).FirstOrDefault();
        return wrong is null ? manifest : OperationsErrors.BackupDamaged(wrong);
    }

    private static async Task<BackupManifest?> ReadManifestAsync(TarEntry entry, CancellationToken cancel)
    {
        if (entry.DataStream is null || entry.Length > LargestManifest)
        {
            return null;
        }

        var json = new byte[entry.Length];
        await entry.DataStream.ReadExactlyAsync(json, cancel);
        return BackupManifest.Parse(json);
    }

    private static async Task<BackupManifest.Item> SaveAsync(TarEntry entry, string path, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var target = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[128 * 1024];
        for (var source = entry.DataStream ?? Stream.Null; await source.ReadAsync(buffer, cancel) is var read and > 0;)
        {
            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        target.Flush(flushToDisk: true);
        return new(entry.Name, target.Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    // No name that a backup was not made with: nothing can be written outside the folder, nor over a file of its own.
    [GeneratedRegex(@"\A(database|parts|keys(/cookies)?)/[A-Za-z0-9_-][A-Za-z0-9._-]*\z|\Afiles/[0-9a-f]{2}/[0-9a-f]{62,64}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Allowed();
}
