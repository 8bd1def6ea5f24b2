using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Operations;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Tests.Support;

namespace Talka.Tests.Foundation.Operations;

public sealed class BackupTests : IAsyncDisposable
{
    private readonly string _scratch = Directory.CreateTempSubdirectory("talka-backup-").FullName;

    private string Archive => Path.Combine(_scratch, "backup.tar");

    [Fact]
    public async Task Backup_OfRunningSite_HoldsDatabaseFilesAndManifestButNoKey()
    {
        await using var site = await TestSite.StartAsync();
        var stored = await StoreFileAsync(site.Folder, "attendance list");
        Directory.CreateDirectory(site.Folder.Keys);
        await File.WriteAllTextAsync(Path.Combine(site.Folder.Keys, "secret"), "secret");

        var made = await BackUpAsync(site);

        Assert.Empty(made.Errors);
        var names = await NamesAsync(Archive);
        Assert.Contains(TestSite.OnPostgres ? "database/talka.pgdump" : "database/talka.db", names);
        Assert.Contains($"files/{stored}", names);
        Assert.DoesNotContain(names, name => name.StartsWith("keys/", StringComparison.Ordinal));
        Assert.Equal("manifest.json", names[^1]);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Archive));
    }

    [Fact]
    public async Task Backup_WithKeys_HoldsThem()
    {
        await using var site = await TestSite.StartAsync();
        Directory.CreateDirectory(site.Folder.Keys);
        await File.WriteAllTextAsync(Path.Combine(site.Folder.Keys, "secret"), "secret");

        Assert.Empty((await BackUpAsync(site, withKeys: true)).Errors);

        Assert.Contains("keys/secret", await NamesAsync(Archive));
    }

    [Fact]
    public async Task Backup_OntoExistingFile_IsRefusedAndLeavesIt()
    {
        await using var site = await TestSite.StartAsync();
        await File.WriteAllTextAsync(Archive, "mine");

        var made = await BackUpAsync(site);

        Assert.Equal("backup-exists", Assert.Single(made.Errors).Code);
        Assert.Equal("mine", await File.ReadAllTextAsync(Archive));
    }

    [Fact]
    public async Task Backup_IntoMissingFolder_IsRefused()
    {
        await using var site = await TestSite.StartAsync();

        var made = await site.InScopeAsync(services =>
            services.GetRequiredService<BackUp>().ToAsync(Path.Combine(_scratch, "no", "such", "backup.tar"), false, CancellationToken.None));

        Assert.Equal("backup-not-written", Assert.Single(made.Errors).Code);
    }

    [Fact]
    public async Task Restore_OverChangedFolder_BringsBackTheSavedStateAndKeepsTheOther()
    {
        var (settings, folder) = await MakeInstallationAsync();
        var stored = await StoreFileAsync(folder, "before");
        await WriteKindAsync(settings, "before");
        await BackUpAsync(settings);
        await WriteKindAsync(settings, "after");
        File.Delete(Path.Combine(folder.Files, stored));

        var restored = await RestoreAsync(settings);

        Assert.Empty(restored.Errors);
        Assert.Contains("before", await KindsAsync(settings));
        Assert.DoesNotContain("after", await KindsAsync(settings));
        Assert.Equal("before", await File.ReadAllTextAsync(Path.Combine(folder.Files, stored)));
        Assert.True(Directory.Exists(restored.Value.Kept));
        Assert.Empty(Directory.GetDirectories(_scratch, "*.restoring-*"));
    }

    [Fact]
    public async Task Restore_OnNewMachine_MakesTheFolder()
    {
        var (settings, folder) = await MakeInstallationAsync();
        await WriteKindAsync(settings, "before");
        await BackUpAsync(settings);
        ClearPools();
        Directory.Delete(folder.Root, recursive: true);

        var restored = await RestoreAsync(settings);

        Assert.Empty(restored.Errors);
        Assert.Null(restored.Value.Kept);
        Assert.Contains("before", await KindsAsync(settings));
    }

    [Fact]
    public async Task Restore_OntoInstallationWithKey_KeepsItsKey()
    {
        var (settings, folder) = await MakeInstallationAsync();
        Directory.CreateDirectory(folder.Keys);
        await File.WriteAllTextAsync(Path.Combine(folder.Keys, "own"), "own");
        await BackUpAsync(settings);

        Assert.Empty((await RestoreAsync(settings)).Errors);

        Assert.Equal("own", await File.ReadAllTextAsync(Path.Combine(folder.Keys, "own")));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.9)]
    [InlineData(0.999)]
    public async Task Restore_OfTruncatedArchive_IsRefusedAndChangesNothing(double part)
    {
        var (settings, folder) = await MakeInstallationAsync();
        await StoreFileAsync(folder, new string('x', 50_000));
        await BackUpAsync(settings);
        await WriteKindAsync(settings, "after");
        await using (var file = File.OpenWrite(Archive))
        {
            // An archive ends with blank blocks that nothing is lost with: cut what says something.
            file.SetLength((long)((file.Length - 2048) * part));
        }

        var restored = await RestoreAsync(settings);

        Assert.Equal("backup-damaged", Assert.Single(restored.Errors).Code);
        Assert.Contains("after", await KindsAsync(settings));
        Assert.Empty(Directory.GetDirectories(_scratch, "*.restoring-*"));
    }

    [Fact]
    public async Task Restore_OfArchiveWithOneChangedByte_IsRefused()
    {
        var (settings, folder) = await MakeInstallationAsync();
        await StoreFileAsync(folder, "the very same text that is changed below");
        await BackUpAsync(settings);
        var bytes = await File.ReadAllBytesAsync(Archive);
        var at = bytes.AsSpan().IndexOf("the very same text"u8);
        bytes[at] ^= 1;
        await File.WriteAllBytesAsync(Archive, bytes);

        Assert.Equal("backup-damaged", Assert.Single((await RestoreAsync(settings)).Errors).Code);
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
        var (settings, _) = await MakeInstallationAsync();
        await WriteArchiveAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream("x"u8.ToArray()) });

        Assert.Equal("backup-unsafe", Assert.Single((await RestoreAsync(settings)).Errors).Code);
        Assert.False(Path.Exists(Path.Combine(_scratch, "outside")));
        Assert.False(Path.Exists("/tmp/talka-outside"));
    }

    [Fact]
    public async Task Restore_OfArchiveWithLink_IsRefused()
    {
        var (settings, _) = await MakeInstallationAsync();
        await WriteArchiveAsync(new PaxTarEntry(TarEntryType.SymbolicLink, "database/talka.db") { LinkName = "/etc/passwd" });

        Assert.Equal("backup-unsafe", Assert.Single((await RestoreAsync(settings)).Errors).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("this is no archive at all")]
    public async Task Restore_OfSomethingElse_IsRefused(string content)
    {
        var (settings, _) = await MakeInstallationAsync();
        await File.WriteAllTextAsync(Archive, content.PadRight(content.Length == 0 ? 0 : 2048, '.'));

        Assert.Equal("backup-damaged", Assert.Single((await RestoreAsync(settings)).Errors).Code);
    }

    [Fact]
    public async Task Restore_OfMissingFile_SaysSo()
    {
        var (settings, _) = await MakeInstallationAsync();

        Assert.Equal("backup-not-found", Assert.Single((await RestoreAsync(settings)).Errors).Code);
    }

    [Fact]
    public async Task Restore_WhileSomebodyServesTheFolder_IsRefused()
    {
        var (settings, folder) = await MakeInstallationAsync();
        await BackUpAsync(settings);
        using var server = (await FolderLock.TakeAsync(folder, FolderLock.Serving, TimeSpan.Zero, CancellationToken.None)).Value;

        var error = Assert.Single((await RestoreAsync(settings)).Errors);

        Assert.Equal("data-folder-in-use", error.Code);
        Assert.Contains(Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_OfCopyThatAPartRefuses_ChangesNothing()
    {
        var (settings, _) = await MakeInstallationAsync();
        await BackUpAsync(settings);
        await WriteKindAsync(settings, "after");

        var restored = await RestoreAsync(settings, services => services.AddScoped<IBackupPart, Refusal>());

        Assert.Equal("unfit", Assert.Single(restored.Errors).Code);
        Assert.Contains("after", await KindsAsync(settings));
    }

    public ValueTask DisposeAsync()
    {
        ClearPools();
        Directory.Delete(_scratch, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static void ClearPools()
    {
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>A data folder with a migrated database, and the settings of a program that uses it.</summary>
    private async Task<(Dictionary<string, string?> Settings, DataFolder Folder)> MakeInstallationAsync()
    {
        var folder = new DataFolder(Path.Combine(_scratch, "data"));
        Directory.CreateDirectory(folder.Root);
        var connection = await TestSite.NewDatabaseAsync(folder.Root);
        return (new() { ["Talka:Data"] = folder.Root, ["ConnectionStrings:Talka"] = connection, ["Logging:LogLevel:Default"] = "Warning" }, folder);
    }

    private static async Task<string> StoreFileAsync(DataFolder folder, string content)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        var name = $"{hash[..2]}/{hash[2..]}";
        Directory.CreateDirectory(Path.Combine(folder.Files, hash[..2]));
        await File.WriteAllTextAsync(Path.Combine(folder.Files, name), content);
        return name;
    }

    private Task<Result<BackupMade>> BackUpAsync(TestSite site, bool withKeys = false) =>
        site.InScopeAsync(services => services.GetRequiredService<BackUp>().ToAsync(Archive, withKeys, CancellationToken.None));

    private Task BackUpAsync(Dictionary<string, string?> settings) => WithAsync(settings, async services =>
        Assert.Empty((await services.GetRequiredService<BackUp>().ToAsync(Archive, false, CancellationToken.None)).Errors));

    private async Task<Result<Restored>> RestoreAsync(Dictionary<string, string?> settings, Action<IServiceCollection>? configure = null)
    {
        ClearPools();
        await using var app = TalkaApp.Build(settings);
        var restore = new Restore(
            app.Services.GetRequiredService<DataFolder>(), app.Services.GetRequiredService<IConfiguration>(), TimeProvider.System,
            more => TalkaApp.Build(new Dictionary<string, string?>(settings.Concat(more).GroupBy(s => s.Key).Select(g => g.Last())), configure));
        return await restore.FromAsync(Archive, CancellationToken.None);
    }

    private static Task WriteKindAsync(Dictionary<string, string?> settings, string code) => WithAsync(settings, async services =>
    {
        var db = services.GetRequiredService<TalkaDb>();
        db.Add(new JournalKind { Code = code, NameLv = code, NameEn = code, CountedLv = code, CountedEn = code });
        await db.SaveChangesAsync();
    });

    private static async Task<List<string>> KindsAsync(Dictionary<string, string?> settings)
    {
        List<string> codes = [];
        await WithAsync(settings, async services =>
            codes = await services.GetRequiredService<TalkaDb>().JournalKinds().Select(kind => kind.Code).ToListAsync());
        return codes;
    }

    private static async Task WithAsync(Dictionary<string, string?> settings, Func<IServiceProvider, Task> work)
    {
        await using var app = TalkaApp.Build(settings);
        await using var scope = app.Services.CreateAsyncScope();
        await work(scope.ServiceProvider);
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
        await using var tar = new TarWriter(File.Create(Archive));
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
