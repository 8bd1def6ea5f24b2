using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Accounts;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Localisation;
using Talka.Foundation.Trail;
using Talka.Journal;
using Talka.Journal.Proofs;
using Talka.Mandates.Access;
using Talka.Reporting.Summaries;
using Talka.Tests.Journal;
using Talka.Tests.Mandates;
using Talka.Tests.Support;
using Talka.Tests.Work.Spending;

namespace Talka.Tests.Supervision.AuditAccess;

/// <summary>The whole file of a mandate as its reader gets it: unpacked, every hash, link and proof followed.</summary>
public sealed partial class MandateFileTests : IAsyncLifetime
{
    private const string Address = "/work/mandates/sample/file.zip";
    private const string Auditor = "auditors@example.org";
    private const string Viewer = "skatitajs@example.org";

    private TestSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.StartAsync();
        Assert.Empty((await _site.CreateAsync(Samples.Mandate)).Errors);
        await _site.AddPersonAsync(Auditor);
        await _site.AddPersonAsync(Viewer);
        await _site.InScopeAsync(async services =>
        {
            var give = services.GetRequiredService<GiveRole>();
            Assert.Empty((await give.RunAsync("sample", new NewRole(Auditor, null, MandateRole.Auditor, "Revīzija", TimeProvider.System.Today().AddDays(5)), CancellationToken.None)).Errors);
            Assert.Empty((await give.RunAsync("sample", new NewRole(Viewer, null, MandateRole.Viewer, "Tests"), CancellationToken.None)).Errors);
        });
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task File_OfALivedInMandate_HoldsTogether()
    {
        await LiveAsync();
        using var zip = await DownloadAsync(Auditor);
        var files = await ReadAsync(zip);

        AssertHashes(files);
        AssertLinks(files);
        await AssertProofsAsync(files);
        Assert.All(
            ["ligums/versijas/0.json", "ligums/versijas/1.json", "nauda/budzets.csv", "nauda/budzets.xlsx", "nauda/izdevumi.csv", "nauda/izdevumi.xlsx", "lomas/lomas.html", "vienosanas/grozijumi.html", "vienosanas/slegtie-gadi.html", "teksti/gads-1-activities.md"],
            path => Assert.Contains(path, files.Keys));
        Assert.All(Enum.GetValues<SummaryFormat>(), format => Assert.Contains($"kopsavilkumi/1/kopsavilkums.{format.Extension()}", files.Keys));
        Assert.Contains(Text(files, "nauda/izdevumi.csv").Split('\n'), line => line.Contains("1234,56", StringComparison.Ordinal));
        Assert.Contains("=cmd|&quot;x&quot;", Text(files, "zurnals/gads-1.html").Replace("&#x27;", "'", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Revīzija", Text(files, "lomas/lomas.html"), StringComparison.Ordinal);
        Assert.DoesNotContain(files.Values, content => Encoding.UTF8.GetString(content).Contains("Dzēšamais noslēpums", StringComparison.Ordinal));
        Assert.DoesNotContain("<script", Text(files, "index.html"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task File_TakenByAnAuditor_IsNoted_AndEndsWithTheAccess()
    {
        using (await DownloadAsync(Auditor))
        {
        }

        var noted = await _site.UseAsync<TalkaDb, List<TrailEntry>>(db => db.Trail().Where(entry => entry.Act == TrailAct.Exported && entry.Mandate == "sample").ToListAsync());
        Assert.Equal("whole file", Assert.Single(noted).Subject);

        await _site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Set<RoleGrant>().Where(grant => grant.Role == MandateRole.Auditor)
            .ExecuteUpdateAsync(set => set.SetProperty(grant => grant.ExpiresAt, DateTime.UtcNow.AddSeconds(-1))));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(Auditor));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(Viewer));
    }

    [Fact]
    public async Task File_OfABareMandate_HoldsTogetherToo()
    {
        using var zip = await DownloadAsync(Auditor);
        var files = await ReadAsync(zip);

        AssertHashes(files);
        AssertLinks(files);
    }

    [Fact]
    public async Task File_OfManyEntries_HasAProofForEach()
    {
        var appended = await _site.AppendAllAsync(Enumerable.Range(0, 450).Select(i => Entries.Seminar($"Seminārs {i}") with
        {
            Mandate = i % 3 == 0 ? "cits" : "sample",
            Year = 1 + (i % 2),
            From = new DateOnly(2022, 10, 1).AddDays(365 * (i % 2)),
            To = new DateOnly(2022, 10, 1).AddDays(365 * (i % 2)),
        }));
        Assert.Empty(appended.Errors);

        using var zip = await DownloadAsync(Auditor);
        var files = await ReadAsync(zip);

        Assert.Equal(300, files.Keys.Count(path => path.StartsWith("zurnals/ieraksti/", StringComparison.Ordinal)));
        AssertHashes(files);
        AssertLinks(files);
        await AssertProofsAsync(files);
    }

    private async Task LiveAsync()
    {
        var bytes = Encoding.UTF8.GetBytes("%PDF-1.7 rēķins");
        var stored = (await _site.UseAsync<FileStore, Talka.Foundation.Results.Result<StoredFile>>(store => store.SaveAsync(new MemoryStream(bytes), CancellationToken.None))).Value;
        var file = new EntryFile(stored.Sha256, "rēķins Nr. 5.pdf", "application/pdf", stored.Size);
        Assert.Empty((await _site.SpendAsync(Acts.Expense(1, 1_234_56) with { Files = [file] })).Errors);
        Assert.Empty((await _site.AppendAsync(Entry("=cmd|\"x\" <b>"))).Errors);
        var secret = (await _site.AppendAsync(Entry("Dzēšamais noslēpums"))).Value;
        var corrected = (await _site.AppendAsync(Entry("Kļūdains"))).Value;
        Assert.Empty((await _site.AppendAsync(Entry("Labots") with { Corrects = corrected.Sequence, Correction = CorrectionKind.Replaces, Reason = "Kļūda" })).Errors);
        Assert.Empty((await _site.AppendAsync(Entry("Atsaukts") with { Corrects = secret.Sequence, Correction = CorrectionKind.Voids, Reason = "Personas dati" })).Errors);
        await _site.InScopeAsync(async services =>
        {
            Assert.Empty((await services.GetRequiredService<EraseEntry>().EraseAsync(secret.Sequence, "Personas dati")).Errors);
            Assert.Empty((await services.GetRequiredService<Talka.Mandates.RevisePlan>().RunAsync(
                "sample", null, [new(1, Samples.Civic, new Talka.Foundation.Money(31_000_00))], new DateOnly(2022, 9, 1), "Lēmums", CancellationToken.None)).Errors);
            Assert.Empty((await services.GetRequiredService<WriteText>().SaveAsync("sample", 1, "activities", "Darīts.", 0, CancellationToken.None)).Errors);
        });
        var published = await _site.UseAsync<PublishSummary, Talka.Foundation.Results.Result<SummaryVersion>>(publish =>
            publish.PublishAsync("sample", SummaryTemplate.OfficialCode, acknowledged: true, CancellationToken.None));
        Assert.Empty(published.Errors);
    }

    private static EntryContent Entry(string title) =>
        Entries.Seminar(title) with { Mandate = "sample", From = new DateOnly(2022, 10, 1), To = new DateOnly(2022, 10, 1) };

    private async Task<ZipArchive> DownloadAsync(string email)
    {
        using var client = await ClientAsync(email);
        using var answer = await client.GetAsync(Address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        return new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
    }

    private async Task<HttpStatusCode> StatusAsync(string email)
    {
        using var client = await ClientAsync(email);
        using var answer = await client.GetAsync(Address);
        return answer.StatusCode;
    }

    private async Task<HttpClient> ClientAsync(string email)
    {
        var client = _site.NewClient();
        using var answer = await _site.TrySignInAsync(client, email, SignedIn.Password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    private static async Task<Dictionary<string, byte[]>> ReadAsync(ZipArchive zip)
    {
        var files = new Dictionary<string, byte[]>();
        foreach (var entry in zip.Entries)
        {
            using var memory = new MemoryStream();
            await using var content = await entry.OpenAsync();
            await content.CopyToAsync(memory);
            files.Add(entry.FullName, memory.ToArray());
        }

        return files;
    }

    private static string Text(Dictionary<string, byte[]> files, string path) => Encoding.UTF8.GetString(files[path]);

    private static void AssertHashes(Dictionary<string, byte[]> files)
    {
        var listed = Text(files, "SHA256SUMS").Split('\n', StringSplitOptions.RemoveEmptyEntries).ToDictionary(line => line[66..], line => line[..64]);
        Assert.Equal(files.Keys.Where(path => path != "SHA256SUMS").Order(StringComparer.Ordinal), listed.Keys.Order(StringComparer.Ordinal));
        Assert.All(listed, file => Assert.Equal(file.Value, Convert.ToHexStringLower(SHA256.HashData(files[file.Key]))));
        Assert.All(files.Keys.Where(path => path.StartsWith("faili/", StringComparison.Ordinal)), path => Assert.Equal(path.Split('/')[1], listed[path]));
    }

    // Of the file's own pages; published summaries link to the site.
    private static void AssertLinks(Dictionary<string, byte[]> files)
    {
        var pages = files.Keys.Where(path => path.EndsWith(".html", StringComparison.Ordinal) && path.Split('/')[0] is not ("kopsavilkumi" or "faili")).ToList();
        var reached = new HashSet<string>();
        foreach (var page in pages)
        {
            foreach (Match link in Href().Matches(Text(files, page)))
            {
                var target = new Uri(new Uri("zip://archive/" + page), WebUtility.HtmlDecode(link.Groups["to"].Value)).AbsolutePath;
                Assert.True(files.ContainsKey(Uri.UnescapeDataString(target)[1..]), $"{page} links to {target}");
                reached.Add(Uri.UnescapeDataString(target)[1..]);
            }
        }

        // The versions of the contract, the entries and the files are linked from the pages, not from the index: from somewhere, each of them is.
        Assert.Empty(files.Keys.Except(reached));
    }

    private static async Task AssertProofsAsync(Dictionary<string, byte[]> files)
    {
        var keys = VerifierKey.ParseAll(Text(files, "parbaude/atslega.txt"));
        var proofs = files.Keys.Where(path => path.StartsWith("zurnals/ieraksti/", StringComparison.Ordinal)).Select(path => (path, Proof: EntryProof.Parse(Text(files, path)))).ToList();
        Assert.NotEmpty(proofs);
        Assert.All(proofs, proof =>
        {
            Assert.Equal($"zurnals/ieraksti/{proof.Proof.Sequence}.json", proof.path);
            Assert.True(proof.Proof.Verify(keys).Succeeded);
            Assert.Equal(Text(files, "parbaude/kontrolpunkts.txt"), proof.Proof.Checkpoint);
        });

        // As the page in the file says: the real program, with nothing but what was unpacked
        var folder = Directory.CreateTempSubdirectory("talka-file-").FullName;
        foreach (var path in new[] { proofs[0].path, "parbaude/atslega.txt" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
            await File.WriteAllBytesAsync(Path.Combine(folder, path), files[path]);
        }

        var (code, output, errors) = await TalkaProcess.RunAsync(["verify", "--proof", Path.Combine(folder, proofs[0].path), "--key", Path.Combine(folder, "parbaude/atslega.txt")]);
        Assert.True(code == 0, output + errors);
        Directory.Delete(folder, recursive: true);
    }

    [GeneratedRegex("href=\"(?<to>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Href();
}
