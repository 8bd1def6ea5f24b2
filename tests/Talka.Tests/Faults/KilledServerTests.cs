using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Journal;
using Talka.Mandates;
using Talka.Reporting.Summaries;
using Talka.Tests.Mandates;
using Talka.Tests.Support;

namespace Talka.Tests.Faults;

/// <summary>A server that dies or runs out of disk while people record: whatever was confirmed to them is there, and the journal still proves itself.</summary>
public sealed class KilledServerTests : IAsyncDisposable
{
    private const string RecordPage = "/work/mandates/sample/record?kind=news-item";

    private readonly string _scratch = Directory.CreateTempSubdirectory("talka-killed-").FullName;
    private string? _postgres;
    private string? _mounted;

    private string Folder => _mounted ?? Path.Combine(_scratch, "data");

    [Fact]
    public async Task Server_KilledWhilePeopleRecord_KeepsEveryConfirmedEntry()
    {
        await PrepareAsync();
        var confirmed = new ConcurrentBag<string>();
        await using (var server = await TalkaProcess.ServeAsync(Folder, connection: _postgres, more: "--no-demo"))
        {
            var people = Enumerable.Range(1, 3).Select(person => RecordUntilItDiesAsync(server, person, confirmed)).ToArray();
            for (var waited = 0; confirmed.Count < 25 && waited < 600; waited++)
            {
                await Task.Delay(50);
            }

            await server.KillAsync();
            await Task.WhenAll(people);
        }

        Assert.InRange(confirmed.Count, 25, int.MaxValue);
        await AssertVerifiesAsync();
        var recorded = await TitlesAsync();
        Assert.Empty(confirmed.Except(recorded));
        await using var again = await TalkaProcess.ServeAsync(Folder, connection: _postgres, more: "--no-demo");
        using var client = await SignInAsync(again);
        Assert.True(await RecordAsync(client, await TokenAsync(client), "After the restart"));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(700)]
    public async Task Server_KilledWhilePublishing_HasEachVersionWholeOrNotAtAll(int milliseconds)
    {
        await PrepareAsync();
        var confirmed = 0;
        await using (var server = await TalkaProcess.ServeAsync(Folder, connection: _postgres, more: "--no-demo"))
        {
            using var client = await SignInAsync(server);
            confirmed += await PublishAsync(client) ? 1 : 0;
            var second = PublishAsync(client);
            await Task.Delay(milliseconds);
            await server.KillAsync();
            try
            {
                confirmed += await second ? 1 : 0;
            }
            catch (HttpRequestException)
            {
                // It died over it, so it had confirmed nothing.
            }
        }

        await AssertVerifiesAsync();
        var whole = await WholeVersionsAsync();
        Assert.InRange(whole, Math.Max(confirmed, 1), 2);
        await using var again = await TalkaProcess.ServeAsync(Folder, connection: _postgres, more: "--no-demo");
        using var returned = await SignInAsync(again);
        Assert.True(await PublishAsync(returned));
        Assert.Equal(whole + 1, await WholeVersionsAsync());
    }

    [Fact]
    public async Task Server_OnAFullDisk_RefusesPlainlyAndGoesOnOnceThereIsRoom()
    {
        if (!await MountSmallDiskAsync())
        {
            Assert.Fail("A disk to fill up could not be mounted: run the tests as root, or in a user namespace that may mount.");
        }

        await PrepareAsync(sqlite: true);
        await using (var server = await TalkaProcess.ServeAsync(Folder, more: "--no-demo"))
        {
            using var client = await SignInAsync(server);
            var token = await TokenAsync(client);
            Assert.True(await RecordAsync(client, token, "Before"));
            var filler = Path.Combine(Folder, "filler");
            FillUp(filler);

            List<string> confirmed = ["Before"];
            var refused = "";
            for (var i = 0; i < 200 && refused.Length == 0; i++)
            {
                using var answer = await PostAsync(client, token, $"Meanwhile {i}");
                if (answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther)
                {
                    confirmed.Add($"Meanwhile {i}");
                }
                else
                {
                    Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
                    refused = await answer.Content.ReadAsStringAsync();
                }
            }

            Assert.Contains("disk", refused, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("SqliteException", refused, StringComparison.Ordinal);
            File.Delete(filler);
            Assert.True(await RecordAsync(client, token, "After"));
            confirmed.Add("After");
            Assert.Empty(confirmed.Except(await TitlesAsync()));
            await server.StopAsync();
        }

        await AssertVerifiesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        if (_mounted is not null)
        {
            await CommandAsync("umount", "--lazy", _mounted);
        }

        Directory.Delete(_scratch, recursive: true);
    }

    private async Task PrepareAsync(bool sqlite = false)
    {
        Directory.CreateDirectory(Folder);
        if (TestSite.OnPostgres && !sqlite)
        {
            _postgres = await TestSite.NewDatabaseAsync(Folder);
        }

        await WithAsync(async services =>
        {
            Assert.Empty((await Migrator.MigrateAsync(services, CancellationToken.None)).Errors);
            Assert.Empty((await services.GetRequiredService<CreatePerson>().CreateAsync(
                new NewPerson("anna@example.org", "Anna Piemēra", SignedIn.Password, IsAdministrator: true), CancellationToken.None)).Errors);
            Assert.Empty((await services.GetRequiredService<CreateMandate>().RunAsync(Samples.Mandate, CancellationToken.None)).Errors);
            await SignedIn.GiveEveryRoleAsync(services);
            return true;
        });
        SqliteConnection.ClearAllPools();
    }

    private async Task<T> WithAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var app = TalkaApp.Build(new Dictionary<string, string?>
        {
            ["Talka:Data"] = Folder,
            ["ConnectionStrings:Talka"] = _postgres ?? "",
            ["Logging:LogLevel:Default"] = "Warning",
        });
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    private async Task<HashSet<string>> TitlesAsync() => await WithAsync(async services =>
        (await services.GetRequiredService<TalkaDb>().JournalEntries().Select(entry => entry.Title!).ToListAsync()).ToHashSet());

    private async Task AssertVerifiesAsync()
    {
        var verification = await WithAsync(services => services.GetRequiredService<JournalVerifier>().VerifyAsync([]));
        Assert.Null(verification.Finding);
    }

    /// <summary>How many versions there are, each proven to have its journal entry and all four files with the bytes that it names.</summary>
    private Task<int> WholeVersionsAsync() => WithAsync(async services =>
    {
        var db = services.GetRequiredService<TalkaDb>();
        var files = services.GetRequiredService<FileStore>();
        var versions = await db.SummaryVersions().ToListAsync();
        foreach (var hash in versions.SelectMany(v => new[] { v.HtmlSha256, v.PdfSha256, v.DocxSha256, v.JsonSha256 }))
        {
            await using var content = files.Open(hash);
            Assert.Equal(hash, Convert.ToHexStringLower(await SHA256.HashDataAsync(content!)));
        }

        Assert.Equal(versions.Count, await db.JournalEntries().CountAsync(entry => entry.Kind == Kinds.SummaryPublished));
        return versions.Count;
    });

    private static async Task<bool> PublishAsync(HttpClient client)
    {
        const string draft = "/work/mandates/sample/summary/draft";
        using var content = Form("publish", SignedIn.TokenIn(await client.GetStringAsync(draft)), new() { ["Form.Template"] = "official" });
        using var answer = await client.PostAsync(draft, content);
        return answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther;
    }

    private static async Task RecordUntilItDiesAsync(TalkaProcess server, int person, ConcurrentBag<string> confirmed)
    {
        try
        {
            using var client = await SignInAsync(server);
            var token = await TokenAsync(client);
            for (var i = 0; i < 10_000; i++)
            {
                var title = $"News {person}-{i}";
                if (await RecordAsync(client, token, title))
                {
                    confirmed.Add(title);
                }
            }
        }
        catch (HttpRequestException)
        {
            // It died; what it had confirmed until then is what counts.
        }
    }

    private static async Task<HttpClient> SignInAsync(TalkaProcess server)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(server.Address) };
        using var content = Form("sign-in", SignedIn.TokenIn(await client.GetStringAsync("/sign-in")), new()
        {
            ["Form.Email"] = "anna@example.org",
            ["Form.Password"] = SignedIn.Password,
        });
        using var answer = await client.PostAsync("/sign-in", content);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    private static async Task<string> TokenAsync(HttpClient client) => SignedIn.TokenIn(await client.GetStringAsync(RecordPage));

    private static async Task<bool> RecordAsync(HttpClient client, string token, string title)
    {
        using var answer = await PostAsync(client, token, title);
        return answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther;
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string token, string title)
    {
        using var content = Form("record", token, new()
        {
            ["Form.Kind"] = "news-item",
            ["Form.Title"] = title,
            ["Form.From"] = "2022-08-01",
        });
        return await client.PostAsync(RecordPage, content);
    }

    private static MultipartFormDataContent Form(string handler, string token, Dictionary<string, string> fields)
    {
        var content = new MultipartFormDataContent { { new StringContent(handler), "_handler" }, { new StringContent(token), "__RequestVerificationToken" } };
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        return content;
    }

    private async Task<bool> MountSmallDiskAsync()
    {
        var disk = Directory.CreateDirectory(Path.Combine(_scratch, "disk")).FullName;
        if (!await CommandAsync("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", disk))
        {
            return false;
        }

        _mounted = disk;
        return true;
    }

    private static void FillUp(string path)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            for (var block = new byte[4096]; ;)
            {
                file.Write(block);
            }
        }
        catch (IOException)
        {
            // Full, as it should be.
        }
    }

    private static async Task<bool> CommandAsync(string program, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(program, arguments);
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}
