using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Mail;
using Talka.Journal;
using Talka.Mandates;
using Talka.Tests.Mandates;
using Talka.Tests.Support;

namespace Talka.Tests.Faults;

/// <summary>Two nodes on one PostgreSQL behind HAProxy: people notice nothing of which one answers, nor of one that dies.</summary>
public sealed class TwoNodesTests : IAsyncDisposable
{
    private const string RecordPage = "/work/mandates/sample/record?kind=news-item";

    private readonly string _scratch = Directory.CreateTempSubdirectory("talka-nodes-").FullName;
    private Process? _proxy;

    private string Folder => Path.Combine(_scratch, "data");

    [Fact]
    public async Task TwoNodes_OneKilled_PeopleWorkOnAndMailGoesOnce()
    {
        Assert.SkipUnless(TestSite.OnPostgres, "SQLite has one serving process");
        var connection = await PrepareAsync();
        await using var first = await TalkaProcess.ServeAsync(Folder, connection: connection, more: "--no-demo");
        await using var second = await TalkaProcess.ServeAsync(Folder, connection: connection, more: "--no-demo");
        var address = await StartProxyAsync(first.Address, second.Address);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };

        try
        {
            // Requests go to the nodes in turn: the form comes from one and is sent to the other, signed in on either
            await SignInAsync(client);
            for (var i = 0; i < 6; i++)
            {
                await RecordAsync(client, $"Ar abiem {i}");
            }

            Assert.True(await NodesThatAnsweredAsync(client) > 1, "The proxy asked one node only.");
            await first.KillAsync();
            for (var i = 0; i < 6; i++)
            {
                await RecordAsync(client, $"Ar vienu {i}");
            }
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"{failure.Message}\n{first.Output}{first.Errors}\n{second.Output}{second.Errors}", failure);
        }

        await WithAsync(connection, async services =>
        {
            var recorded = await services.GetRequiredService<TalkaDb>().JournalEntries().Select(entry => entry.Title).ToListAsync();
            Assert.Equal(12, recorded.Distinct().Count());
            Assert.Equal(12, recorded.Count);
        });
    }

    [Fact]
    public async Task TwoNodes_ManyMails_EachIsSentOnce()
    {
        Assert.SkipUnless(TestSite.OnPostgres, "SQLite has one serving process");
        const int mails = 60;
        var connection = await PrepareAsync();
        await using var server = await SmtpServer.StartAsync();
        string[] mailing = ["env", .. server.Settings.Select(setting => $"{setting.Key.Replace(":", "__", StringComparison.Ordinal)}={setting.Value}")];
        await using var first = await TalkaProcess.ServeAsync(Folder, mailing, connection, "--no-demo");
        await using var second = await TalkaProcess.ServeAsync(Folder, mailing, connection, "--no-demo");
        await WithAsync(connection, async services =>
        {
            var (db, outbox) = (services.GetRequiredService<TalkaDb>(), services.GetRequiredService<Outbox>());
            for (var i = 0; i < mails; i++)
            {
                await outbox.AddAsync(new NewMail($"persona{i}@example.org", null, $"Vēstule {i}", "Sveiki!", "lv", $"divi-mezgli-{i}"), CancellationToken.None);
            }

            await db.SaveChangesAsync();
        });

        await server.ReceiveAsync(mails, seconds: 60);
        await Task.Delay(1000); // a mail too many would come now
        var recipients = server.Mails.ConvertAll(mail => mail.To.Mailboxes.Single().Address);
        Assert.Equal(mails, recipients.Count);
        Assert.Equal(mails, recipients.Distinct().Count());
    }

    public async ValueTask DisposeAsync()
    {
        if (_proxy is { HasExited: false })
        {
            _proxy.Kill();
            await _proxy.WaitForExitAsync();
        }

        _proxy?.Dispose();
        Directory.Delete(_scratch, recursive: true);
    }

    private async Task<string> PrepareAsync()
    {
        Directory.CreateDirectory(Folder);
        var connection = await TestSite.NewDatabaseAsync(Folder);
        await WithAsync(connection, async services =>
        {
            Assert.Empty((await services.GetRequiredService<CreatePerson>().CreateAsync(
                new NewPerson("anna@example.org", "Anna Piemēra", SignedIn.Password, IsAdministrator: true), CancellationToken.None)).Errors);
            Assert.Empty((await services.GetRequiredService<CreateMandate>().RunAsync(Samples.Mandate, CancellationToken.None)).Errors);
            await SignedIn.GiveEveryRoleAsync(services);
        });
        return connection;
    }

    private async Task WithAsync(string connection, Func<IServiceProvider, Task> work)
    {
        await using var app = TalkaApp.Build(new Dictionary<string, string?>
        {
            ["Talka:Data"] = Folder,
            ["ConnectionStrings:Talka"] = connection,
            ["Logging:LogLevel:Default"] = "Warning",
        });
        await using var scope = app.Services.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }

    private async Task<string> StartProxyAsync(string first, string second)
    {
        var port = Ports.Next();
        var configuration = Path.Combine(_scratch, "haproxy.cfg");
        await File.WriteAllTextAsync(configuration, $"""
            defaults
              mode http
              timeout connect 5s
              timeout check 10s
              timeout client 60s
              timeout server 60s
              retries 2
              option redispatch
              retry-on conn-failure empty-response
            frontend people
              bind 127.0.0.1:{port}
              default_backend nodes
            backend nodes
              balance roundrobin
              option httpchk GET /health/ready
              http-response set-header X-Node %s
              default-server check inter 500ms fall 2 rise 1
              server first {new Uri(first).Authority.Replace("localhost", "127.0.0.1", StringComparison.Ordinal)}
              server second {new Uri(second).Authority.Replace("localhost", "127.0.0.1", StringComparison.Ordinal)}

            """);
        _proxy = Process.Start(new ProcessStartInfo("haproxy", ["-db", "-f", configuration]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        using var client = new HttpClient();
        for (var attempt = 0; attempt < 100; attempt++)
        {
            try
            {
                using var answer = await client.GetAsync($"http://127.0.0.1:{port}/health/live");
                if (answer.IsSuccessStatusCode)
                {
                    return $"http://127.0.0.1:{port}";
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException("HAProxy did not start: " + (_proxy.HasExited ? await _proxy.StandardError.ReadToEndAsync() : ""));
    }

    private static async Task<int> NodesThatAnsweredAsync(HttpClient client)
    {
        var nodes = new HashSet<string>();
        for (var i = 0; i < 8; i++)
        {
            using var answer = await client.GetAsync("/health/live");
            nodes.Add(answer.Headers.GetValues("X-Node").Single());
        }

        return nodes.Count;
    }

    private static async Task SignInAsync(HttpClient client)
    {
        using var content = Form("sign-in", SignedIn.TokenIn(await client.GetStringAsync("/sign-in")), new()
        {
            ["Form.Email"] = "anna@example.org",
            ["Form.Password"] = SignedIn.Password,
        });
        using var answer = await client.PostAsync("/sign-in", content);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task RecordAsync(HttpClient client, string title)
    {
        using var content = Form("record", SignedIn.TokenIn(await client.GetStringAsync(RecordPage)), new()
        {
            ["Form.Kind"] = "news-item",
            ["Form.Title"] = title,
            ["Form.From"] = "2022-08-01",
        });
        using var answer = await client.PostAsync(RecordPage, content);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther, $"{title}: {answer.StatusCode} {answer.Headers.Location}");
    }

    private static MultipartFormDataContent Form(string name, string token, Dictionary<string, string> fields)
    {
        var content = new MultipartFormDataContent { { new StringContent(name), "_handler" }, { new StringContent(token), "__RequestVerificationToken" } };
        foreach (var (field, value) in fields)
        {
            content.Add(new StringContent(value), field);
        }

        return content;
    }
}
