using System.Data.Common;
using System.Net;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Talka.Foundation.Hosting;
using Talka.Tests.Support;

namespace Talka.Tests.Foundation.Hosting;

public sealed class FailuresTests
{
    public static TheoryData<string, StorageFailureKind?> Kinds => new()
    {
        { "sqlite:13", StorageFailureKind.Full },
        { "sqlite:8", StorageFailureKind.ReadOnly },
        { "sqlite:5", StorageFailureKind.Busy },
        { "sqlite:10", StorageFailureKind.Failed },
        { "sqlite:19", null },
        { "postgres:53100", StorageFailureKind.Full },
        { "postgres:25006", StorageFailureKind.ReadOnly },
        { "postgres:23505", null },
        { "io:28", StorageFailureKind.Full },
        { "io:30", StorageFailureKind.ReadOnly },
        { "bug", null },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void StorageFailure_HoweverDeep_IsRecognised(string what, StorageFailureKind? kind)
    {
        Assert.Equal(kind, StorageFailure.Of(Make(what)));
        Assert.Equal(kind, StorageFailure.Of(new InvalidOperationException("outer", new InvalidOperationException("inner", Make(what)))));
    }

    [Theory]
    [InlineData("sqlite:13", 503, "Disks ir pilns")]
    [InlineData("postgres:53100", 503, "Disks ir pilns")]
    [InlineData("sqlite:8", 503, "tikai lasāma")]
    [InlineData("bug", 500, "Kļūdas numurs")]
    public async Task Exception_InARequest_ShowsAPageThatTellsWhatToDo(string what, int status, string text)
    {
        await using var site = await TestSite.StartAsync(configure: services => services.AddSingleton<IInterceptor>(new FailingLookup(Make(what))));
        using var nothing = new FormUrlEncodedContent([]);

        using var posted = await site.Client.PostAsync("/sign-in", nothing);
        using var read = await site.Client.GetAsync("/sign-in");

        Assert.Equal(HttpStatusCode.BadRequest, posted.StatusCode);
        Assert.Equal(status, (int)read.StatusCode);
        var page = await read.Content.ReadAsStringAsync();
        Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.Contains("Kļūdas numurs: ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret detail", page, StringComparison.Ordinal);
        Assert.True(read.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task Exception_AfterAFormWasSent_TellsHowToSendItAgain()
    {
        await using var site = await TestSite.StartAsync(configure: services => services.AddSingleton<IInterceptor>(new FailingLookup(Make("sqlite:13"))));
        using var client = site.NewClient();
        using var form = new FormUrlEncodedContent(
        [
            new("_handler", "sign-in"), new("__RequestVerificationToken", SignedIn.TokenIn(await client.GetStringAsync("/feedback"))),
        ]);

        using var posted = await client.PostAsync("/sign-in", form);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, posted.StatusCode);
        Assert.Contains("pārlādējiet šo lapu", await posted.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_LargerThanAllowed_IsAFriendly413()
    {
        await using var site = await TestSite.StartAsync();
        using var client = site.NewClient();
        var token = SignedIn.TokenIn(await client.GetStringAsync("/sign-in"));
        using var content = new StringContent(
            $"_handler=sign-in&__RequestVerificationToken={Uri.EscapeDataString(token)}&Form.Email=" + new string('a', 32_000_000),
            Encoding.UTF8, "application/x-www-form-urlencoded");

        using var response = await client.PostAsync("/sign-in", content);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("Pārāk daudz vienā reizē", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_DataFolderGone_IsLiveButNotReady()
    {
        await using var site = await TestSite.StartAsync();
        Assert.Equal("live", await site.Client.GetStringAsync("/health/live"));
        using (var ready = await site.Client.GetAsync("/health/ready"))
        {
            Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        }

        Directory.Move(site.Folder.Root, site.Folder.Root + ".away");
        try
        {
            using var lost = await site.Client.GetAsync("/health/ready");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, lost.StatusCode);
            Assert.Contains("not writable", await lost.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal("live", await site.Client.GetStringAsync("/health/live"));
        }
        finally
        {
            Directory.Move(site.Folder.Root + ".away", site.Folder.Root);
        }
    }

    private static Exception Make(string what) => what.Split(':') switch
    {
        ["sqlite", var code] => new SqliteException("secret detail", int.Parse(code)),
        ["postgres", var state] => new PostgresException("secret detail", "ERROR", "ERROR", state),
        ["io", var code] => new IOException("secret detail", int.Parse(code)),
        _ => new InvalidOperationException("secret detail"),
    };

    // A database that fails whenever people are looked up
    private sealed class FailingLookup(Exception failure) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            command.CommandText.Contains("FROM people", StringComparison.Ordinal) || command.CommandText.Contains("FROM \"people\"", StringComparison.Ordinal)
                ? throw failure
                : ValueTask.FromResult(result);
    }
}
