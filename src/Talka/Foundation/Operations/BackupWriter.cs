using System.Formats.Tar;
using System.Security.Cryptography;

namespace Talka.Foundation.Operations;

/// <summary>Writes one backup as a tar archive, remembering what it has put in for the manifest that closes it.</summary>
internal sealed class BackupWriter(FileStream file) : IAsyncDisposable
{
    private readonly TarWriter _tar = new(file, TarEntryFormat.Pax, leaveOpen: true);
    private readonly List<BackupManifest.Item> _items = [];

    public int Count => _items.Count;

    public async Task AddFileAsync(string path, string source, CancellationToken cancel)
    {
        await using var content = File.OpenRead(source);
        await AddAsync(path, content, cancel);
    }

    public async Task AddAsync(string path, Stream content, CancellationToken cancel)
    {
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));
        content.Position = 0;
        _items.Add(new(path, content.Length, hash));
        await WriteAsync(path, content, cancel);
    }

    /// <summary>Closes the archive with its manifest and sees it onto the disk.</summary>
    public async Task FinishAsync(string provider, string program, DateTime now, CancellationToken cancel)
    {
        var manifest = new BackupManifest(BackupManifest.CurrentFormat, provider, program, now, _items);
        await WriteAsync(BackupManifest.Name, new MemoryStream(manifest.ToJson()), cancel);
        await _tar.DisposeAsync();
        file.Flush(flushToDisk: true);
    }

    public ValueTask DisposeAsync() => _tar.DisposeAsync();

    private Task WriteAsync(string path, Stream content, CancellationToken cancel) => _tar.WriteEntryAsync(
        new PaxTarEntry(TarEntryType.RegularFile, path) { DataStream = content, Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite }, cancel);
}
