using System.IO.Compression;
using System.Text;

namespace Talka.Supervision.AuditAccess;

/// <summary>A ZIP that goes to its reader while it is made, one file after another; it remembers the SHA-256 of each.</summary>
internal sealed class FileArchive : IAsyncDisposable
{
    public const string ManifestPath = "SHA256SUMS";

    private readonly ZipArchive _zip;
    private readonly DateTimeOffset _at;
    private readonly Dictionary<string, string> _hashes = [];

    private FileArchive(ZipArchive zip, DateTimeOffset at) => (_zip, _at) = (zip, at);

    /// <param name="target">Only written to, and only asynchronously.</param>
    /// <param name="at">The time that all files in it bear.</param>
    public static async Task<FileArchive> BeginAsync(Stream target, DateTimeOffset at, CancellationToken cancel) =>
        new(await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel), at);

    public bool Holds(string path) => _hashes.ContainsKey(path);

    /// <param name="path">With slashes, from the top of the archive.</param>
    /// <param name="isPacked">Whether its bytes are as small as they get.</param>
    public async Task AddAsync(string path, Func<Stream, Task> write, CancellationToken cancel, bool isPacked = false)
    {
        var entry = _zip.CreateEntry(path, isPacked ? CompressionLevel.NoCompression : CompressionLevel.Fastest);
        entry.LastWriteTime = _at;
        await using var content = await entry.OpenAsync(cancel);
        await using var hashing = new HashingStream(content);
        await write(hashing);
        _hashes.Add(path, hashing.Sha256());
    }

    public Task AddTextAsync(string path, string text, CancellationToken cancel) =>
        AddAsync(path, async target => await target.WriteAsync(Encoding.UTF8.GetBytes(text), cancel), cancel);

    /// <summary>The hashes of all files, as <c>sha256sum -c</c> checks them; the last file of the archive.</summary>
    public Task AddManifestAsync(CancellationToken cancel) => AddTextAsync(
        ManifestPath, string.Concat(_hashes.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{file.Value}  {file.Key}\n")), cancel);

    public ValueTask DisposeAsync() => _zip.DisposeAsync();
}
