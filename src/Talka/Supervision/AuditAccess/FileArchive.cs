using System.IO.Compression;
using System.Text;

namespace Talka.Supervision.AuditAccess;

/// <summary>A ZIP that is written one file after another; it remembers the SHA-256 of each.</summary>
internal sealed class FileArchive : IDisposable
{
    public const string ManifestPath = "SHA256SUMS";

    private readonly Outlet _outlet;
    private readonly ZipArchive _zip;
    private readonly DateTimeOffset _at;
    private readonly Dictionary<string, string> _hashes = [];

    /// <param name="target">Only written to, and only asynchronously.</param>
    /// <param name="at">The time that all files in it bear.</param>
    public FileArchive(Stream target, DateTimeOffset at)
    {
        _outlet = new Outlet(target);
        _zip = new ZipArchive(_outlet, ZipArchiveMode.Create, leaveOpen: true);
        _at = at;
    }

    public bool Holds(string path) => _hashes.ContainsKey(path);

    /// <param name="path">With slashes, from the top of the archive.</param>
    /// <param name="isPacked">Whether its bytes are as small as they get.</param>
    public async Task AddAsync(string path, Func<Stream, Task> write, CancellationToken cancel, bool isPacked = false)
    {
        var entry = _zip.CreateEntry(path, isPacked ? CompressionLevel.NoCompression : CompressionLevel.Fastest);
        entry.LastWriteTime = _at;
        using (var content = entry.Open())
        await using (var hashing = new HashingStream(content, _outlet))
        {
            await write(hashing);
            _hashes.Add(path, hashing.Sha256());
        }

        await _outlet.DrainAsync(cancel);
    }

    public Task AddTextAsync(string path, string text, CancellationToken cancel) =>
        AddAsync(path, async target => await target.WriteAsync(Encoding.UTF8.GetBytes(text), cancel), cancel);

    /// <summary>Adds the hashes of all files, as <c>sha256sum -c</c> checks them, and ends the archive.</summary>
    public async Task EndAsync(CancellationToken cancel)
    {
        var hashes = _hashes.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{file.Value}  {file.Key}\n");
        await AddTextAsync(ManifestPath, string.Concat(hashes), cancel);
        _zip.Dispose();
        await _outlet.DrainAsync(cancel);
    }

    public void Dispose()
    {
        _zip.Dispose();
        _outlet.Dispose();
    }
}
