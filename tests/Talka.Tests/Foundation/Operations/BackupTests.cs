using System.Formats.Tar;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Operations;
using Talka.Foundation.Results;
using Talka.Tests.Support;

namespace Talka.Tests.Foundation.Operations;

public sealed class BackupTests : IAsyncLifetime
{
    private Installation _at = null!;

    [Fact]
    public async Task Backup_OfRunningSite_HoldsDatabaseFilesAndManifestButNoKey()
    {
        var stored = await _at.StoreFileAsync("attendance list");
        Directory.CreateDirectory(_at.Folder.Keys);
        await File.WriteAllTextAsync(Path.Combine(_at.Folder.Keys, "secret"), "secret");

        var made = await _at.TryBackUpAsync();

        Assert.Empty(made.Errors);
        var names = await NamesAsync(_at.Archive);
        Assert.Contains(TestSite.OnPostgres ? "database/talka.pgdump" : "database/talka.db", names);
        Assert.Contains($"files/{stored}", names);
        Assert.DoesNotContain(names, name => name.StartsWith("keys/", StringComparison.Ordinal));
        Assert.Equal("manifest.json", names[^1]);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_at.Archive));
    }

    [Fact]
    public async Task Backup_WithKeys_HoldsThem()
    {
        Directory.CreateDirectory(_at.Folder.Keys);
        await File.WriteAllTextAsync(Path.Combine(_at.Folder.Keys, "secret"), "secret");

        Assert.Empty((await _at.TryBackUpAsync(withKeys: true)).Errors);

        Assert.Contains("keys/secret", await NamesAsync(_at.Archive));
    }

    [Fact]
    public async Task Backup_OntoExistingFile_IsRefusedAndLeavesIt()
    {
        await File.WriteAllTextAsync(_at.Archive, "mine");

        var made = await _at.TryBackUpAsync();

        Assert.Equal("backup-exists", Assert.Single(made.Errors).Code);
        Assert.Equal("mine", await File.ReadAllTextAsync(_at.Archive));
    }

    [Fact]
    public async Task Backup_IntoMissingFolder_IsRefused()
    {

        var made = await _at.TryBackUpAsync(file: Path.Combine(_at.Scratch, "no", "such", "backup.tar"));

        Assert.Equal("backup-not-written", Assert.Single(made.Errors).Code);
    }

    [Fact]
    public async Task Restore_OverChangedFolder_BringsBackTheSavedStateAndKeepsTheOther()
    {
        var stored = await _at.StoreFileAsync("before");
        await _at.WriteKindAsync("before");
        await _at.BackUpAsync();
        await _at.WriteKindAsync("after");
        File.Delete(Path.Combine(_at.Folder.Files, stored));

        var restored = await _at.RestoreAsync();

        Assert.Empty(restored.Errors);
        Assert.Contains("before", await _at.KindsAsync());
        Assert.DoesNotContain("after", await _at.KindsAsync());
        Assert.Equal("before", await File.ReadAllTextAsync(Path.Combine(_at.Folder.Files, stored)));
        Assert.True(Directory.Exists(restored.Value.Kept));
        Assert.Empty(Directory.GetDirectories(_at.Scratch, "*.restoring-*"));
    }

    [Fact]
    public async Task Restore_OnNewMachine_MakesTheFolder()
    {
        await _at.WriteKindAsync("before");
        await _at.BackUpAsync();
        Installation.ClearPools();
        Directory.Delete(_at.Folder.Root, recursive: true);

        var restored = await _at.RestoreAsync();

        Assert.Empty(restored.Errors);
        Assert.Null(restored.Value.Kept);
        Assert.Contains("before", await _at.KindsAsync());
    }

    [Fact]
    public async Task Restore_OntoInstallationWithKey_KeepsItsKey()
    {
        Directory.CreateDirectory(_at.Folder.Keys);
        await File.WriteAllTextAsync(Path.Combine(_at.Folder.Keys, "own"), "own");
        await _at.BackUpAsync();

        Assert.Empty((await _at.RestoreAsync()).Errors);

        Assert.Equal("own", await File.ReadAllTextAsync(Path.Combine(_at.Folder.Keys, "own")));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.9)]
    [InlineData(0.999)]
    public async Task Restore_OfTruncatedArchive_IsRefusedAndChangesNothing(double part)
    {
        await _at.StoreFileAsync(new string('x', 50_000));
        await _at.BackUpAsync();
        await _at.WriteKindAsync("after");
        await using (var file = File.OpenWrite(_at.Archive))
        {
            // An archive ends with blank blocks that nothing is lost with: cut what says something.
            file.SetLength((long)((file.Length - 2048) * part));
        }

        var restored = await _at.RestoreAsync();

        Assert.Equal("backup-damaged", Assert.Single(restored.Errors).Code);
        Assert.Contains("after", await _at.KindsAsync());
        Assert.Empty(Directory.GetDirectories(_at.Scratch, "*.restoring-*"));
    }

    [Fact]
    public async Task Restore_OfArchiveWithOneChangedByte_IsRefused()
    {
        await _at.StoreFileAsync("the very same text that is changed below");
        await _at.BackUpAsync();
        var bytes = await File.ReadAllBytesAsync(_at.Archive);
        var at = bytes.AsSpan().IndexOf("the very same text"u8);
        bytes[at] ^= 1;
        await File.WriteAllBytesAsync(_at.Archive, bytes);

        Assert.Equal("backup-damaged", Assert.Single((await _at.RestoreAsync()).Errors).Code);
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("/tmp/talka-outside")]
    [InlineData("files/../../outside")]
    [InlineData("database/../talka.lock")]
    [InlineData("appsettings.json")]
    [InlineData("files/ab/notahash")]
    public async Task Restore_OfArchiveThatWritesElsewhere_IsRefused(string name)
    {
        await WriteArchiveAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream("x"u8.ToArray()) });

        Assert.Equal("backup-unsafe", Assert.Single((await _at.RestoreAsync()).Errors).Code);
        Assert.False(Path.Exists(Path.Combine(_at.Scratch, "outside")));
        Assert.False(Path.Exists("/tmp/talka-outside"));
    }

    [Fact]
    public async Task Restore_OfArchiveWithLink_IsRefused()
    {
        await WriteArchiveAsync(new PaxTarEntry(TarEntryType.SymbolicLink, "database/talka.db") { LinkName = "/etc/passwd" });

        Assert.Equal("backup-unsafe", Assert.Single((await _at.RestoreAsync()).Errors).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("this is no archive at all")]
    public async Task Restore_OfSomethingElse_IsRefused(string content)
    {
        await File.WriteAllTextAsync(_at.Archive, content.PadRight(content.Length == 0 ? 0 : 2048, '.'));

        Assert.Equal("backup-damaged", Assert.Single((await _at.RestoreAsync()).Errors).Code);
    }

    [Fact]
    public async Task Restore_OfMissingFile_SaysSo()
    {

        Assert.Equal("backup-not-found", Assert.Single((await _at.RestoreAsync()).Errors).Code);
    }

    [Fact]
    public async Task Restore_WhileSomebodyServesTheFolder_IsRefused()
    {
        await _at.BackUpAsync();
        using var server = (await FolderLock.TakeAsync(_at.Folder, FolderLock.Serving, TimeSpan.Zero, CancellationToken.None)).Value;

        var error = Assert.Single((await _at.RestoreAsync()).Errors);

        Assert.Equal("data-folder-in-use", error.Code);
        Assert.Contains(Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_OfCopyThatAPartRefuses_ChangesNothing()
    {
        await _at.BackUpAsync();
        await _at.WriteKindAsync("after");

        var restored = await _at.RestoreAsync(services => services.AddScoped<IBackupPart, Refusal>());

        Assert.Equal("unfit", Assert.Single(restored.Errors).Code);
        Assert.Contains("after", await _at.KindsAsync());
    }

    public async ValueTask InitializeAsync() => _at = await Installation.MakeAsync();

    public ValueTask DisposeAsync()
    {
        _at.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<List<string>> NamesAsync(string archive)
    {
        await using var tar = new TarReader(File.OpenRead(archive));
        List<string> names = [];
        while (await tar.GetNextEntryAsync() is { } entry)
        {
            names.Add(entry.Name);
        }

        return names;
    }

    private async Task WriteArchiveAsync(TarEntry entry)
    {
        await using var tar = new TarWriter(File.Create(_at.Archive));
        await tar.WriteEntryAsync(entry);
    }

    private sealed class Refusal : IBackupPart
    {
        public Task<IReadOnlyDictionary<string, byte[]>> FilesAsync(CancellationToken cancel) =>
            Task.FromResult<IReadOnlyDictionary<string, byte[]>>(new Dictionary<string, byte[]>());

        public Task<Result<IReadOnlyList<string>>> CheckAsync(IReadOnlyDictionary<string, byte[]> files, CancellationToken cancel) =>
            Task.FromResult<Result<IReadOnlyList<string>>>(Error.Invalid("unfit", "unfit"));
    }
}
