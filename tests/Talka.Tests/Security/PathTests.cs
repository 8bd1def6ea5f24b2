using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Files;
using Talka.Tests.Support;

namespace Talka.Tests.Security;

/// <summary>No address and no name of a file leads out of the place that it is meant for.</summary>
public sealed class PathTests
{
    private static readonly string[] Climbs =
    [
        "..", "../talka.db", "..%2ftalka.db", "..%2Ftalka.db", "%2e%2e%2ftalka.db", "..%5ctalka.db", "....//talka.db", "%252e%252e%252ftalka.db", "..%c0%afkeys%c0%afmaster.key", "../../keys/master.key",
        "..%2f..%2fkeys%2fmaster.key", "%2fetc%2fpasswd", "//etc/passwd", "file:%2f%2f%2fetc%2fpasswd", "talka.db%00.csv", "../appsettings.json", "..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd", "..;/talka.db", ".%2e/talka.db",
    ];

    private static readonly string[] Places =
    [
        "/", "/lib/", "/work/mandates/sample/files/", "/mandates/", "/mandates/sample/summaries/1/summary.", "/work/mandates/sample/summary/draft.", "/log/tile/0/", "/log/tile/entries/", "/work/mandates/sample/indicators/",
        "/admin/kinds/", "/logo/",
    ];

    private static readonly string[] Private = ["/.git/config", "/.env", "/appsettings.json", "/talka.db", "/keys/master.key", "/keys/journal.key", "/Talka.dll", "/web.config", "/wwwroot/", "/lib/", "/files/"];

    [Fact]
    public async Task Addresses_ThatClimb_GiveNoFile()
    {
        await using var site = await TwoMandates.StartAsync();
        using var client = await site.SignInAsync(TwoMandates.Administrator);
        await File.WriteAllTextAsync(Path.Combine(site.Site.Folder.Root, "appsettings.json"), "SECRET-OF-THE-FOLDER");
        var found = new List<string>();
        foreach (var address in Places.SelectMany(place => Climbs.Select(climb => place + climb)).Concat(Private))
        {
            var uri = new Uri(site.Site.Address + address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
            using var answer = await client.GetAsync(uri);
            var text = Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync());
            if ((int)answer.StatusCode >= 500 || text.Contains("SQLite format 3", StringComparison.Ordinal) || text.Contains("root:x:", StringComparison.Ordinal)
                || text.Contains("SECRET-OF-THE-FOLDER", StringComparison.Ordinal) || text.Contains("ConnectionStrings", StringComparison.Ordinal)
                || (answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType is not ("text/html" or "text/plain")))
            {
                found.Add($"{address}: {(int)answer.StatusCode} {answer.Content.Headers.ContentType}");
            }
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Theory]
    [InlineData("../../keys/master.key.csv")]
    [InlineData("..\\..\\talka.csv")]
    [InlineData("/etc/cron.d/evil.csv")]
    [InlineData("C:\\evil.csv")]
    [InlineData("a\u202Evsc.exe.csv")]
    [InlineData("evil\r\nSet-Cookie: a=b.csv")]
    [InlineData("\"; filename=\"evil.html.csv")]
    public async Task Upload_WhateverItsName_LiesUnderItsHashAndIsGivenBackUnderAHarmlessName(string name)
    {
        await using var site = await TwoMandates.StartAsync();
        using var client = await site.SignInAsync();
        var before = Outside(site.Site);
        var token = SignedIn.TokenIn(await client.GetStringAsync("/work/mandates/sample/record?kind=seminar"));
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes($"Vārds\n{name.Length}\n"));
        file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"Form.Files\"; filename=\"x\"; filename*=UTF-8''{Uri.EscapeDataString(name)}");
        using var form = new MultipartFormDataContent
        {
            { new StringContent("record"), "_handler" }, { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("Fails"), "Form.Title" },
            { new StringContent("2023-04-05"), "Form.From" }, { new StringContent("3"), "Form.Participants" },
        };
        form.Add(file);

        using var answer = await client.PostAsync("/work/mandates/sample/record?kind=seminar", form);

        Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.BadRequest, $"{(int)answer.StatusCode}");
        Assert.Equal(before, Outside(site.Site));
        var store = site.Site.Services.GetRequiredService<FileStore>();
        foreach (var sha256 in store.List().Where(sha256 => sha256 != site.Other.File))
        {
            using var download = await client.GetAsync("/work/mandates/sample/files/" + sha256);
            Assert.Equal("attachment", download.Content.Headers.ContentDisposition?.DispositionType);
            var given = download.Content.Headers.ContentDisposition!.FileNameStar ?? download.Content.Headers.ContentDisposition.FileName;
            Assert.DoesNotContain(given!.Trim('"'), c => c is '/' or '\\' or '"' or '\u202E' || char.IsControl(c));
            Assert.False(download.Headers.Contains("Set-Cookie") && string.Concat(download.Headers.GetValues("Set-Cookie")).Contains("a=b", StringComparison.Ordinal));
        }
    }

    // All files of the data folder but the store's own and the database
    private static string Outside(TestSite site) => string.Join('\n', Directory.EnumerateFiles(site.Folder.Root, "*", SearchOption.AllDirectories)
        .Where(path => !path.StartsWith(site.Folder.Files, StringComparison.Ordinal) && !Path.GetFileName(path).StartsWith("talka.db", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
}
