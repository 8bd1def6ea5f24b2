using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates;
using Talka.Reporting.Summaries;
using Talka.Tests.Support;

namespace Talka.Tests.Reporting.Summaries;

public sealed class PublishSummaryTests
{
    [Fact]
    public async Task Publish_CleanDraft_FreezesFourFilesAndRecordsTheirHashes()
    {
        await using var site = await TestSite.StartAsync();
        await SummarySample.LoadAsync(site);
        var version = (await PublishAsync(site)).Value;

        Assert.Equal(1, version.Number);
        Assert.Equal(9, version.JournalSize);
        Assert.Contains("\n9\n", version.Checkpoint);
        foreach (var format in Enum.GetValues<SummaryFormat>())
        {
            var bytes = await site.Client.GetByteArrayAsync($"/mandates/{SummarySample.Slug}/summaries/1/summary.{format.Extension()}");
            Assert.Equal(version.Sha256(format), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }

        using var json = JsonDocument.Parse(await site.Client.GetByteArrayAsync($"/mandates/{SummarySample.Slug}/summaries/1/summary.json"));
        Assert.Equal(1, json.RootElement.GetProperty("version").GetInt32());
        await site.InScopeAsync(async services =>
        {
            var entry = await services.GetRequiredService<TalkaDb>().JournalEntries().SingleAsync(e => e.Kind == Kinds.SummaryPublished);
            Assert.Equal(10, entry.Sequence);
            foreach (var format in Enum.GetValues<SummaryFormat>())
            {
                Assert.Contains(version.Sha256(format), entry.Description);
            }
        });
    }

    [Fact]
    public async Task Publish_HtmlAndDocx_PrintTheJsonHashAndTheCheckpoint()
    {
        await using var site = await TestSite.StartAsync();
        await SummarySample.LoadAsync(site);
        var version = (await PublishAsync(site)).Value;
        var html = System.Net.WebUtility.HtmlDecode(await site.Client.GetStringAsync($"/mandates/{SummarySample.Slug}/summaries/1/summary.html"));
        Assert.Contains(version.JsonSha256, html);
        Assert.All(version.Checkpoint.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Contains(line, html));
    }

    [Fact]
    public async Task Publish_BrokenFigure_IsRefusedAndNothingIsWritten()
    {
        await using var site = await TestSite.StartAsync();
        await SummarySample.LoadAsync(site);
        await WriteAsync(site, 2, "activities", "Semināri: {{quantity kind:semnar}}");
        var refused = await PublishAsync(site);
        Assert.Equal(["figure-broken"], refused.Errors.Select(error => error.Code));
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            Assert.Equal(0, await db.SummaryVersions().CountAsync());
            Assert.False(await db.JournalEntries().AnyAsync(e => e.Kind == Kinds.SummaryPublished));
        });
    }

    [Fact]
    public async Task Publish_ContradictingText_NeedsAcknowledgementAndRecordsIt()
    {
        await using var site = await TestSite.StartAsync();
        await SummarySample.LoadAsync(site);
        await WriteAsync(site, 2, "activities", "Kopā notika 7 semināri.");
        Assert.Equal(["contradictions-not-acknowledged"], (await PublishAsync(site, acknowledged: false)).Errors.Select(error => error.Code));
        var version = (await PublishAsync(site, acknowledged: true)).Value;
        Assert.NotEmpty(JsonSerializer.Deserialize<string[]>(version.Acknowledged)!);
    }

    [Fact]
    public async Task Publish_Again_OldBytesStayAndTheNewVersionSaysWhatChanged()
    {
        await using var site = await TestSite.StartAsync();
        await SummarySample.LoadAsync(site);
        Assert.True((await PublishAsync(site)).Succeeded);
        var before = await site.Client.GetByteArrayAsync($"/mandates/{SummarySample.Slug}/summaries/1/summary.html");
        await site.InScopeAsync(async services => Assert.True((await services.GetRequiredService<JournalWriter>().AppendAsync(
            SummarySample.Entries.First() with { Title = "Vēl viens", Participants = 9 }, CancellationToken.None)).Succeeded));

        var second = (await PublishAsync(site)).Value;
        var changes = SummaryChanges.Read(second.Changes)!;
        Assert.Equal(1, changes.Since);
        var participants = Assert.Single(changes.Figures, change => change.Before == "21");
        Assert.Equal(("30", 1), (participants.After, participants.Year));
        Assert.Equal([new TextChange(1, "activities")], changes.Texts);
        Assert.Equal(before, await site.Client.GetByteArrayAsync($"/mandates/{SummarySample.Slug}/summaries/1/summary.html"));
        var page = System.Net.WebUtility.HtmlDecode(await site.Client.GetStringAsync($"/mandates/{SummarySample.Slug}/summaries/2"));
        Assert.Contains("21 → 30", page);
        Assert.DoesNotContain("I īstenošanas gads, I īstenošanas gads", page);
    }

    [Fact]
    public async Task Publish_ContractAmended_TheNewVersionSaysWhichTermsChanged()
    {
        await using var site = await TestSite.StartAsync();
        await SummarySample.LoadAsync(site);
        Assert.True((await PublishAsync(site)).Succeeded);
        await site.InScopeAsync(async services =>
        {
            Assert.Empty((await services.GetRequiredService<AmendMandate>().RunAsync(
                SummarySample.Slug, null, terms => terms with
                {
                    Number = "7/2022",
                    SignedOn = new DateOnly(2022, 7, 1),
                    Task = "Stiprināt pilsonisko sadarbību Latgales reģionā",
                    LegalBasis = "MK noteikumi Nr. 1",
                    Authority = new Party("Sabiedrības integrācijas fonds", null),
                    Streams = [terms.Streams[0] with { Name = "sadarbībai" }, terms.Streams[1]],
                    Indicators = [terms.Indicators[0] with { Targets = new Dictionary<int, decimal> { [1] = 2, [2] = 1 } }],
                },
                new DateOnly(2024, 5, 1), "Precizēts līgums", CancellationToken.None)).Errors);
            Assert.Empty((await services.GetRequiredService<RevisePlan>().RunAsync(
                SummarySample.Slug, null, [new(2, "ilgtspeja", new Money(60000), "Palielināts")], new DateOnly(2024, 5, 1), "Precizēts plāns", CancellationToken.None)).Errors);
        });

        var second = (await PublishAsync(site, acknowledged: true)).Value;
        Assert.Equal(
            ["Authority", "LegalBasis", "Number", "PlanNote", "SignedOn", "Stream", "Target", "Task"],
            SummaryChanges.Read(second.Changes)!.Contract!.Select(change => change.Term).Order(StringComparer.Ordinal));
        var page = System.Net.WebUtility.HtmlDecode(await site.Client.GetStringAsync($"/mandates/{SummarySample.Slug}/summaries/2"));
        Assert.Contains("Līguma numurs: nav → 7/2022", page);
        Assert.Contains("Līguma datums: nav → 01.07.2022.", page);
        Assert.Contains("Deleģētājs: nav → Sabiedrības integrācijas fonds", page);
        Assert.Contains("Finansējuma virziens: sadarbības veicināšanai → sadarbībai", page);
        Assert.Contains("Mērķvērtība: Seminari, II īstenošanas gads: nav → 1", page);
        Assert.Contains("500,00 → 600,00", page);
        Assert.Contains("8 līguma ziņas", page);
    }

    [Fact]
    public async Task Publish_UnchangedSecondTime_SaysThatNothingChanged()
    {
        await using var site = await TestSite.StartAsync();
        await SummarySample.LoadAsync(site);
        Assert.True((await PublishAsync(site)).Succeeded);
        Assert.True(SummaryChanges.Read((await PublishAsync(site)).Value.Changes)!.Nothing);
    }

    [Fact]
    public async Task Publish_WithoutWeasyPrint_SaysWhatToInstallAndPublishesNothing()
    {
        await using var site = await TestSite.StartAsync(new Dictionary<string, string?> { ["Talka:WeasyPrint"] = "/nowhere/weasyprint" });
        await SummarySample.LoadAsync(site);
        var refused = await PublishAsync(site);
        Assert.Equal(["weasyprint-missing"], refused.Errors.Select(error => error.Code));
        await site.InScopeAsync(async services => Assert.Equal(0, await services.GetRequiredService<TalkaDb>().SummaryVersions().CountAsync()));
    }

    [Fact]
    public async Task Publish_TwoAtOnce_OneOfEachNumber()
    {
        await using var site = await TestSite.StartAsync();
        await SummarySample.LoadAsync(site);
        var results = await Task.WhenAll(PublishAsync(site), PublishAsync(site));
        Assert.Contains(results, result => result.Succeeded);
        Assert.All(results.SelectMany(result => result.Errors), error => Assert.Equal(ErrorKind.Conflict, error.Kind));
        await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TalkaDb>();
            Assert.Equal(await db.JournalEntries().CountAsync(e => e.Kind == Kinds.SummaryPublished), await db.SummaryVersions().CountAsync());
        });
    }

    [Fact]
    public async Task Pdf_Published_IsTaggedAndCarriesTheVeryJson()
    {
        await using var site = await TestSite.StartAsync();
        await SummarySample.LoadAsync(site);
        var version = (await PublishAsync(site)).Value;
        var pdf = Path.Combine(site.Folder.Root, "summary.pdf");
        await File.WriteAllBytesAsync(pdf, await site.Client.GetByteArrayAsync($"/mandates/{SummarySample.Slug}/summaries/1/summary.pdf"));
        await RunAsync("pdfdetach", "-save", "1", "-o", pdf + ".json", pdf);
        Assert.Equal(version.JsonSha256, Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(pdf + ".json"))));
        var structure = await RunAsync("pdfinfo", "-struct", pdf);
        Assert.All(new[] { "H1", "H2", "H3", "TH", "Table" }, name => Assert.Contains(name, structure));
        var info = await RunAsync("pdfinfo", pdf);
        Assert.Contains("Tagged:          yes", info);
        Assert.Contains("Kopsavilkums", info);
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    private static Task WriteAsync(TestSite site, int year, string section, string text) => site.InScopeAsync(async services =>
        Assert.True((await services.GetRequiredService<WriteText>().SaveAsync(SummarySample.Slug, year, section, text, 0, CancellationToken.None)).Succeeded));

    private static Task<Result<SummaryVersion>> PublishAsync(TestSite site, bool acknowledged = false) => site.InScopeAsync(services =>
        services.GetRequiredService<PublishSummary>().PublishAsync(SummarySample.Slug, SummaryTemplate.OfficialCode, acknowledged, CancellationToken.None));
}
