using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Talka.Tests.Support;

namespace Talka.Tests.Faults;

/// <summary>What keeps the program from starting is said in one plain line, with exit code 1 and no stack trace.</summary>
public sealed class StartFaultTests : IAsyncDisposable
{
    private readonly string _scratch = Directory.CreateTempSubdirectory("talka-faults-").FullName;

    private string Folder => Path.Combine(_scratch, "data");

    [Fact]
    public async Task SecondServer_OnTheSameSqliteFolder_IsRefusedNamingTheFirst()
    {
        await using var first = await TalkaProcess.ServeAsync(Folder, more: "--no-demo");

        var second = await TalkaProcess.RunAsync(["--data", Folder, "--port", "0"]);

        AssertRefused(second, "data-folder-in-use");
        Assert.Contains($"pid {first.Id}", second.Errors, StringComparison.Ordinal);
        using var client = new HttpClient();
        using var answer = await client.GetAsync(first.Address);
        Assert.True((int)answer.StatusCode < 500);
    }

    [Fact]
    public async Task Server_AfterAKilledOne_StartsAgain()
    {
        await using (var first = await TalkaProcess.ServeAsync(Folder, more: "--no-demo"))
        {
            await first.KillAsync();
        }

        await using var second = await TalkaProcess.ServeAsync(Folder, more: "--no-demo");
        Assert.Equal(0, await second.StopAsync());
    }

    [Fact]
    public async Task Server_AfterAKilledMigration_StartsAgain()
    {
        Directory.CreateDirectory(Folder);
        await ExecuteAsync(
            null,
            """
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, '2026-01-01');
            """);

        await using var server = await TalkaProcess.ServeAsync(Folder, more: "--no-demo");
        Assert.Equal(0, await server.StopAsync());
    }

    [Fact]
    public async Task Database_NewerThanTheProgram_IsRefused()
    {
        Directory.CreateDirectory(Folder);
        var made = await TestSite.NewDatabaseAsync(Folder);
        var connection = TestSite.OnPostgres ? made : null;
        await ExecuteAsync(connection, "INSERT INTO \"__EFMigrationsHistory\" (migration_id, product_version) VALUES ('29990101000000_Future', '99')");

        var server = await TalkaProcess.RunAsync(["--data", Folder, "--port", "0"], connection: connection);
        var verb = await TalkaProcess.RunAsync(["backup", "--data", Folder, "--out", Path.Combine(_scratch, "x.tar")], connection: connection);

        AssertRefused(server, "database-newer");
        Assert.Contains("29990101000000_Future", server.Errors, StringComparison.Ordinal);
        AssertRefused(verb, "database-newer");
    }

    [Fact]
    public async Task PostgresServer_ThatDoesNotAnswer_IsTold()
    {
        var started = await TalkaProcess.RunAsync(
            ["--data", Folder, "--port", "0"], connection: "Host=127.0.0.1;Port=1;Username=nobody;Database=none;Timeout=3");

        AssertRefused(started, "database-unreachable");
    }

    [Fact]
    public async Task Database_ThatIsNone_IsTold()
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, "talka.db"), new string('x', 10_000));

        AssertRefused(await TalkaProcess.RunAsync(["--data", Folder, "--port", "0"]), "database-unreadable");
    }

    [Fact]
    public async Task DataFolder_ThatCannotBeWritten_IsTold()
    {
        await using (var first = await TalkaProcess.ServeAsync(Folder, more: "--no-demo"))
        {
            await first.StopAsync();
        }

        foreach (var file in Directory.GetFiles(Folder))
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }

        const UnixFileMode readOnly = UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute
            | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(_scratch, readOnly);
        File.SetUnixFileMode(Folder, readOnly);

        var started = await TalkaProcess.RunAsync(["--data", Folder, "--port", "0"], ReadOnly);
        var fresh = await TalkaProcess.RunAsync(["--data", Path.Combine(_scratch, "other"), "--port", "0"], ReadOnly);

        AssertRefused(started, "data-folder-not-writable");
        AssertRefused(fresh, "data-folder-not-writable");
    }

    [Fact]
    public async Task Port_InUse_IsTold()
    {
        await using var first = await TalkaProcess.ServeAsync(Folder, more: "--no-demo");
        var port = new Uri(first.Address).Port;

        AssertRefused(await TalkaProcess.RunAsync(["--data", Path.Combine(_scratch, "other"), "--no-demo", "--port", $"{port}"]), "address-in-use");
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        const UnixFileMode all = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        File.SetUnixFileMode(_scratch, all);
        foreach (var folder in Directory.GetDirectories(_scratch))
        {
            File.SetUnixFileMode(folder, all);
        }

        Directory.Delete(_scratch, recursive: true);
        return ValueTask.CompletedTask;
    }

    // Rights do not hold root back; a read-only mount that only the program sees does.
    private string[] ReadOnly => Environment.IsPrivilegedProcess
        ? ["unshare", "--mount", "sh", "-c", "mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\" && exec \"$@\"", _scratch]
        : [];

    private static void AssertRefused((int Code, string Output, string Errors) run, string code)
    {
        Assert.Equal(1, run.Code);
        Assert.Contains(code + ": ", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    private async Task ExecuteAsync(string? postgres, string sql)
    {
        await using DbConnection database = postgres is null
            ? new SqliteConnection($"Data Source={Path.Combine(Folder, "talka.db")};Pooling=False")
            : new NpgsqlConnection(postgres);
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
