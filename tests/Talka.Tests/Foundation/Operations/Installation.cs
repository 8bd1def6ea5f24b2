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

/// <summary>A data folder with a migrated database, the settings of a program that uses it, and a place for its backup.</summary>
internal sealed class Installation : IDisposable
{
    private Installation(string scratch) => Scratch = scratch;

    public string Scratch { get; }

    public string Archive => Path.Combine(Scratch, "backup.tar");

    public DataFolder Folder => new(Path.Combine(Scratch, "data"));

    public Dictionary<string, string?> Settings { get; } = new() { ["Logging:LogLevel:Default"] = "Warning" };

    public static async Task<Installation> MakeAsync()
    {
        var made = new Installation(Directory.CreateTempSubdirectory("talka-backup-").FullName);
        Directory.CreateDirectory(made.Folder.Root);
        made.Settings["Talka:Data"] = made.Folder.Root;
        made.Settings["ConnectionStrings:Talka"] = await TestSite.NewDatabaseAsync(made.Folder.Root);
        return made;
    }

    public static void ClearPools()
    {
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
    }

    public async Task<string> StoreFileAsync(string content)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        var name = $"{hash[..2]}/{hash}";
        Directory.CreateDirectory(Path.Combine(Folder.Files, hash[..2]));
        await File.WriteAllTextAsync(Path.Combine(Folder.Files, name), content);
        return name;
    }

    public async Task BackUpAsync(bool withKeys = false) => Assert.Empty((await TryBackUpAsync(withKeys)).Errors);

    public Task<Result<BackupMade>> TryBackUpAsync(bool withKeys = false, string? file = null) =>
        WithAsync(services => services.GetRequiredService<BackUp>().ToAsync(file ?? Archive, withKeys, CancellationToken.None));

    public async Task<Result<Restored>> RestoreAsync(Action<IServiceCollection>? configure = null)
    {
        ClearPools();
        await using var app = TalkaApp.Build(Settings);
        var restore = new Restore(
            app.Services.GetRequiredService<DataFolder>(), app.Services.GetRequiredService<IConfiguration>(), TimeProvider.System,
            more => TalkaApp.Build(new Dictionary<string, string?>(Settings.Concat(more).GroupBy(s => s.Key).Select(g => g.Last())), configure));
        return await restore.FromAsync(Archive, CancellationToken.None);
    }

    public Task WriteKindAsync(string code) => WithAsync(async services =>
    {
        var db = services.GetRequiredService<TalkaDb>();
        db.Add(new JournalKind { Code = code, NameLv = code, NameEn = code, CountedLv = code, CountedEn = code });
        return await db.SaveChangesAsync();
    });

    public Task<List<string>> KindsAsync() => WithAsync(services =>
        services.GetRequiredService<TalkaDb>().JournalKinds().Select(kind => kind.Code).ToListAsync());

    public async Task<T> WithAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var app = TalkaApp.Build(Settings);
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public void Dispose()
    {
        ClearPools();
        Directory.Delete(Scratch, recursive: true);
    }
}
