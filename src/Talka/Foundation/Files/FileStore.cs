using System.Buffers;
using System.Security.Cryptography;
using Talka.Foundation.Results;

namespace Talka.Foundation.Files;

/// <summary>A file that the store holds: it is known by the SHA-256 of its bytes (64 lower-case hexadecimal digits).</summary>
/// <param name="Size">In bytes.</param>
public sealed record StoredFile(string Sha256, long Size);

/// <summary>An uploaded file of an allowed type, under the harmless form of the name that its sender gave it.</summary>
public sealed record UploadedFile(string Sha256, long Size, string Name, FileType Type);

/// <summary>
/// Keeps files in the data folder, each under the SHA-256 of its bytes, so equal files are kept once and a changed byte shows.
/// A file is there whole or not at all: it is written beside, forced to the disk, then renamed into place.
/// </summary>
public sealed class FileStore(DataFolder folder)
{
    /// <summary>What is taken when the caller names no limit of its own: 25 MiB.</summary>
    public const long DefaultLimit = 25L * 1024 * 1024;

    private const int BufferSize = 128 * 1024;

    /// <summary>Stores any bytes, for files that the program itself makes.</summary>
    /// <returns>The stored file; fails with <c>file-too-large</c>, <c>disk-full</c> or <c>files-not-writable</c>, and then nothing is kept.</returns>
    public async Task<Result<StoredFile>> SaveAsync(Stream content, CancellationToken cancel, long limit = DefaultLimit)
    {
        var saved = await SaveCheckedAsync(content, _ => Result.Ok, limit, cancel);
        return saved;
    }

    /// <summary>Stores a file that a person sends, when its content is of an allowed type.</summary>
    /// <returns>The stored file; fails as <see cref="SaveAsync"/> does, and with <c>file-empty</c>, <c>file-type-not-allowed</c> or <c>file-type-mismatch</c>.</returns>
    public async Task<Result<UploadedFile>> SaveUploadAsync(
        Stream content, string fileName, CancellationToken cancel, long limit = DefaultLimit)
    {
        var name = FileNames.Safe(fileName);
        FileType? type = null;
        var saved = await SaveCheckedAsync(content, file =>
        {
            var recognised = FileTypes.Recognise(file, name);
            if (!recognised.Succeeded)
            {
                return Result.Failed(recognised.Errors);
            }

            type = recognised.Value;
            return Result.Ok;
        }, limit, cancel);
        return saved.Succeeded
            ? new UploadedFile(saved.Value.Sha256, saved.Value.Size, name, type!)
            : Result<UploadedFile>.Failed(saved.Errors);
    }

    /// <summary>The bytes of a stored file, or null when the store does not have it.</summary>
    public Stream? Open(string sha256)
    {
        try
        {
            return IsHash(sha256) ? new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, useAsync: true) : null;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public bool Exists(string sha256) => IsHash(sha256) && File.Exists(PathOf(sha256));

    /// <summary>Takes a file away, for erasure. Taking away what is not there changes nothing.</summary>
    public void Delete(string sha256)
    {
        if (Exists(sha256))
        {
            File.Delete(PathOf(sha256));
        }
    }

    /// <summary>Whether the file is there and its bytes still give its name.</summary>
    public async Task<bool> VerifyAsync(string sha256, CancellationToken cancel)
    {
        await using var content = Open(sha256);
        return content is not null && Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel)) == sha256;
    }

    /// <summary>The names of the files that were stored before an instant, in no order.</summary>
    public IEnumerable<string> List(DateTime before) => List().Where(hash => File.GetLastWriteTimeUtc(PathOf(hash)) < before);

    /// <summary>The names of all stored files, in no order.</summary>
    public IEnumerable<string> List() => Directory.Exists(folder.Files)
        ? Directory.EnumerateFiles(folder.Files, "*", SearchOption.AllDirectories).Select(path => Path.GetFileName(path)).Where(IsHash)
        : [];

    private async Task<Result<StoredFile>> SaveCheckedAsync(Stream content, Func<Stream, Result> check, long limit, CancellationToken cancel)
    {
        var incoming = Path.Combine(folder.Files, "incoming");
        var temporary = Path.Combine(incoming, Path.GetRandomFileName());
        try
        {
            Directory.CreateDirectory(incoming);
            await using var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferSize, useAsync: true);
            var (hash, size) = await CopyAsync(content, file, limit, cancel);
            if (size > limit)
            {
                return FileErrors.TooLarge(limit);
            }

            await file.FlushAsync(cancel);
            file.Position = 0;
            var checkedFile = check(file);
            if (!checkedFile.Succeeded)
            {
                return Result<StoredFile>.Failed(checkedFile.Errors);
            }

            file.Flush(flushToDisk: true);
            Place(temporary, hash);
            return new StoredFile(hash, size);
        }
        catch (IOException problem) when (FileErrors.OfDisk(problem) is { } error)
        {
            return error;
        }
        catch (UnauthorizedAccessException)
        {
            return FileErrors.NotWritable();
        }
        finally
        {
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }
        }
    }

    private static async Task<(string Hash, long Size)> CopyAsync(Stream from, Stream to, long limit, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long size = 0;
            int count;
            while (size <= limit && (count = await from.ReadAsync(buffer, cancel)) > 0)
            {
                hash.AppendData(buffer, 0, count);
                await to.WriteAsync(buffer.AsMemory(0, count), cancel);
                size += count;
            }

            return (Convert.ToHexStringLower(hash.GetHashAndReset()), size);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Place(string temporary, string hash)
    {
        var path = PathOf(hash);
        var parent = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(parent);
        File.Move(temporary, path, overwrite: true);
        DurableFolder.Flush(parent);
        DurableFolder.Flush(folder.Files);
    }

    private string PathOf(string sha256) => Path.Combine(folder.Files, sha256[..2], sha256);

    private static bool IsHash(string? text) => text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower);
}
