using System.Text;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Journal;
using Talka.Tests.Mandates;
using Talka.Tests.Support;
using Talka.Work.Records;
using Talka.Work.Records.Import;

namespace Talka.Tests.Work.Records;

/// <summary>Short ways to record things in the sample mandate.</summary>
internal static class Recording
{
    public const string Mandate = "sample";

    public static async Task<TestSite> SiteAsync()
    {
        var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        return site;
    }

    public static EntryForm Seminar() => new() { Kind = "seminar", Title = "Vērtības", From = "2023-02-09", Participants = "15", Mode = "on-site", Place = "Rīga" };

    public static Task<Result<JournalEntry>> RecordAsync(this TestSite site, EntryForm form, params EntryFile[] files) =>
        site.UseAsync<RecordEntry, Result<JournalEntry>>(record => record.RunAsync(Mandate, form, files, CancellationToken.None));

    public static Task<Result<JournalEntry>> CorrectAsync(this TestSite site, long sequence, EntryForm form, params EntryFile[] files) =>
        site.UseAsync<CorrectEntry, Result<JournalEntry>>(correct => correct.RunAsync(Mandate, sequence, form, files, CancellationToken.None));

    public static Task<Result<JournalEntry>> VoidAsync(this TestSite site, long sequence, string? reason = "Kļūda") =>
        site.UseAsync<VoidEntry, Result<JournalEntry>>(voiding => voiding.RunAsync(Mandate, sequence, reason, CancellationToken.None));

    public static Task<Result<ImportReport>> ImportAsync(this TestSite site, string csv, bool write = true) =>
        site.ImportAsync(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "ieraksti.csv", write);

    public static Task<Result<ImportReport>> ImportAsync(this TestSite site, Stream file, string name, bool write = true) =>
        site.UseAsync<ImportEntries, Result<ImportReport>>(import => import.RunAsync(Mandate, file, name, write, CancellationToken.None));

    public static Task<int> CountAsync(this TestSite site) => site.UseAsync<TalkaDb, int>(async db => (int)(await db.JournalTreeAsync()).Size);

    public static string[] Failures<T>(this Result<T> result) => [.. result.Errors.Select(error => error.Code)];
}
