using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Foundation.Files;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Mandates.Locks;
using Talka.Reporting.Summaries;
using Talka.Supervision.Reports;
using Talka.Supervision.Reports.Calendar;
using Talka.Supervision.Reports.Review;
using Talka.Tests.Support;
using Talka.Work.Records;
using static Talka.Tests.Supervision.Reports.Reporting;

namespace Talka.Tests.Supervision.AuditAccess;

/// <summary>What went back and forth between the sides, as the whole file of a mandate tells it.</summary>
public sealed class ReportsInFileTests
{
    [Fact]
    public async Task File_OfTwoReportsHandedInWithoutAChangeBetween_IsWhole()
    {
        await using var site = await StartAsync();
        foreach (var year in new[] { 1, 2 })
        {
            var report = await site.OpenAsync(year);
            Assert.Equal("", await site.SubmitAsync(report.Id));
        }

        var hashes = await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().ReportSteps()
            .Where(step => step.JsonSha256 != null).Select(step => step.JsonSha256).ToListAsync());
        Assert.Single(hashes.Distinct()); // as handed in, they are one and the same

        var files = await ReadAsync(site);
        Assert.Contains("parskati/parskats-1.html", files.Keys);
        Assert.Contains("parskati/parskats-2.html", files.Keys);
        Assert.Contains("SHA256SUMS", files.Keys);
    }

    [Fact]
    public async Task File_HoldsSamplesDueDatesAnswersAndDocumentsOfLateRequests()
    {
        await using var site = await StartAsync();
        await site.InScopeAsync(async services => Assert.Empty(
            (await services.GetRequiredService<WriteText>().SaveAsync(MandateSlug, 1, "activities", "Kopā notika 7 semināri.", 1, CancellationToken.None)).Errors));
        var report = await site.AcceptYearAsync(1);
        var sample = (await site.AsAsync<DrawSample, Result<Sample>>(Supervisor, draw =>
            draw.RunAsync(MandateSlug, report.Id, SampleMethod.Count, 1, "sēkla-7", CancellationToken.None))).Value;
        Assert.True((await site.AsAsync<MarkSampleItem, Result>(Supervisor, mark =>
            mark.RunAsync(MandateSlug, sample.Id, 1, SampleMark.Remark, "Rēķinam nav paraksta", CancellationToken.None))).Succeeded);
        Assert.True((await site.AsAsync<SetDueDate, Result>(Supervisor, set =>
            set.RunAsync(MandateSlug, 2, new(2024, 9, 1), "Vienošanās Nr. 9", CancellationToken.None))).Succeeded);
        var document = (await site.InScopeAsync(services => services.GetRequiredService<FileStore>()
            .SaveAsync(new MemoryStream(Encoding.UTF8.GetBytes("%PDF-1.7 saraksts")), CancellationToken.None))).Value;
        await site.AsAsync<IServiceProvider, Result<Guid>>(Coordinator, async services =>
        {
            await services.GetRequiredService<RecordEntry>().RunAsync(
                MandateSlug, new() { Kind = "seminar", Title = "Aizmirstais", From = "2023-05-04", Participants = "3" },
                [new EntryFile(document.Sha256, "saraksts.pdf", "application/pdf", document.Size)], CancellationToken.None);
            return await services.GetRequiredService<AskConsent>().RunAsync(MandateSlug, "Aizmirsts", CancellationToken.None);
        });

        var files = await ReadAsync(site);
        var page = files["parskati/parskats-1.html"];
        Assert.All(["Tā ir.", "7 semināri", "sēkla-7", "Rēķinam nav paraksta"], text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.Contains("Vienošanās Nr. 9", files["parskati/termini.html"], StringComparison.Ordinal);
        Assert.Contains($"faili/{document.Sha256}/saraksts.pdf", files.Keys);
        Assert.Contains("saraksts.pdf", files["vienosanas/slegtie-gadi.html"], StringComparison.Ordinal);

        // Requests are told also where there is no lock any more
        await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Set<YearLock>().ExecuteDeleteAsync());
        Assert.Contains("Aizmirstais", (await ReadAsync(site))["vienosanas/slegtie-gadi.html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_ThatCannotBeMade_IsAnErrorAndNotAShortFile()
    {
        await using var site = await StartAsync();
        var report = await site.OpenAsync();
        await site.SubmitAsync(report.Id);
        await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().Set<ReportStep>().Where(step => step.Findings != null)
            .ExecuteUpdateAsync(set => set.SetProperty(step => step.Findings, "no JSON")));
        using var answer = await (await ClientAsync(site)).GetAsync($"/work/mandates/{MandateSlug}/file.zip");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    private static async Task<Dictionary<string, string>> ReadAsync(TestSite site)
    {
        using var client = await ClientAsync(site);
        using var answer = await client.GetAsync($"/work/mandates/{MandateSlug}/file.zip");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var zip = new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
        var files = new Dictionary<string, string>();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            files.Add(entry.FullName, WebUtility.HtmlDecode(await reader.ReadToEndAsync()));
        }

        return files;
    }

    private static async Task<HttpClient> ClientAsync(TestSite site)
    {
        var client = site.NewClient();
        using var signedIn = await site.TrySignInAsync(client, Auditor, SignedIn.Password);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        return client;
    }
}
