using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Journal;
using Talka.Mandates;
using Talka.Reporting.Summaries;
using Talka.Tests.Mandates;
using Talka.Tests.Support;
using Talka.Tests.Work.Records;
using Talka.Work.Records;
using Talka.Work.Spending;

namespace Talka.Tests.Faults;

/// <summary>Whatever is typed is kept exactly (in Unicode normal form C, without blanks around) or refused with a word on the field; it is shown as text, and the journal stays whole.</summary>
public sealed class NaughtyStringsTests
{
    private static readonly string[] Lone = ["\uD800", "a\uDC00b", "\uDBFFx"];

    // A sheet marks a text that looks like a formula with an apostrophe, which is read away again
    private static IEnumerable<string> InSheets => NaughtyStrings.All.Where(text => text != "'=1").DistinctBy(text => Kept(text, "Note"));

    private static readonly string[] Markup = ["<script>alert", "<img src=x", "<svg/onload", "<b>treknraksts", "href=\"javascript:"];

    [Fact]
    public async Task Record_AnyText_IsKeptExactlyOrRefusedOnItsField()
    {
        await using var site = await Recording.SiteAsync();
        using var client = await site.SignInAsync();
        string[] fields = ["Title", "Description", "Place", "Region", "TargetGroup", "Series", "Channel", "Note", "Partners"];
        const string path = "/work/mandates/sample/record?kind=news-item";
        foreach (var text in NaughtyStrings.All)
        {
            // All at once; what is refused is tried field by field, so that none speaks for the others
            if (!await IsKeptAsync(fields, text))
            {
                foreach (var field in fields)
                {
                    await IsKeptAsync([field], text);
                }
            }
        }

        Assert.True(await site.CountAsync() > NaughtyStrings.All.Count / 2);
        foreach (var text in Lone)
        {
            Assert.Contains("text-not-storable", (await site.RecordAsync(new EntryForm { Kind = "news-item", From = "2023-02-09", Title = text, Place = text })).Failures());
        }

        await ShownAsTextAsync(site, client, "/work/mandates/sample/journal", "/work/mandates/sample/journal/export?format=csv", "/work/mandates/sample/journal/export?format=xlsx",
            "/mandates/sample", "/mandates/sample/activities", "/mandates/sample/figures?q=places", "/mandates/sample/figures.csv?q=count", "/work/mandates/sample/record?kind=news-item");
        for (var sequence = 1; sequence <= await site.CountAsync(); sequence += 5)
        {
            await ShownAsTextAsync(site, client, $"/mandates/sample/entries/{sequence}");
        }

        await VerifiesAsync(site);

        async Task<bool> IsKeptAsync(string[] filled, string text)
        {
            var count = await site.CountAsync();
            // Texts that are kept alike must not look like one that was sent twice
            var values = new Dictionary<string, string> { ["Form.Title"] = "Ziņa", ["Form.From"] = "2023-02-09", ["Form.Quantity"] = $"{count + 1}" };
            foreach (var field in filled)
            {
                values["Form." + field] = text;
            }

            using var answer = await client.SendFormAsync(path, "record", values);
            if (answer.StatusCode == HttpStatusCode.Redirect)
            {
                var entry = await LastAsync(site);
                Assert.All(filled, field => Assert.Equal(Kept(text, field), Said(entry, field)));
                return true;
            }

            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{string.Join(' ', filled)} = {Name(text)}: {(int)answer.StatusCode}");
            var page = await answer.Content.ReadAsStringAsync();
            Assert.Contains(filled, field => page.Contains($"href=\"#{field}\"", StringComparison.Ordinal));
            Assert.Equal(count, await site.CountAsync());
            return false;
        }
    }

    [Fact]
    public async Task CreateMandate_AnyText_IsKeptExactlyOrRefusedOnItsField()
    {
        await using var site = await TestSite.StartAsync();
        using var client = await site.SignInAsync();
        foreach (var text in NaughtyStrings.All)
        {
            using var answer = await client.SendFormAsync("/work/mandates/new", "mandate", new()
            {
                ["Form.Title"] = text,
                ["Form.TitleEn"] = text,
                ["Form.Task"] = text,
                ["Form.Number"] = text,
                ["Form.LegalBasis"] = text,
                ["Form.ImplementerName"] = text,
                ["Form.AuthorityName"] = text,
                ["Form.From"] = "2023-01-01",
                ["Form.To"] = "2023-12-31",
                ["Form.Streams[0].Name"] = text,
                ["Form.Streams[0].NameEn"] = text,
            });
            if (answer.StatusCode != HttpStatusCode.Redirect)
            {
                Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{Name(text)}: {(int)answer.StatusCode}");
                Assert.Contains("href=\"#", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
                continue;
            }

            var slug = answer.Headers.Location!.OriginalString.Replace(site.Address, "", StringComparison.Ordinal).Split('/')[3];
            var terms = (await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().MandateTermsAsync(slug, default)))!;
            var kept = text.Trim().Normalize();
            Assert.Equal((kept, kept, kept, kept, kept), (terms.Title, terms.Task, terms.Number, terms.Implementer.Name, terms.Streams[0].Name));
            await ShownAsTextAsync(site, client, $"/mandates/{slug}", $"/work/mandates/{slug}/summary/draft.html", $"/work/mandates/{slug}/summary/draft.json");
            await IsDocxAsync(client, slug);
        }

        foreach (var text in Lone)
        {
            var created = await site.CreateAsync(Samples.Mandate with { Slug = null, Title = text, Task = text });
            Assert.Equal("text-not-storable", created.Codes());
        }
    }

    [Fact]
    public async Task Expense_AnyText_IsKeptExactlyOrRefusedOnItsField()
    {
        await using var site = await Recording.SiteAsync();
        using var client = await site.SignInAsync();
        foreach (var (number, text) in NaughtyStrings.All.Index())
        {
            using var answer = await client.SendFormAsync("/work/mandates/sample/spending/expense", "expense", new()
            {
                ["Form.Title"] = text,
                ["Form.Payee"] = text,
                ["Form.Category"] = text,
                ["Form.DocumentNumber"] = text,
                ["Form.Note"] = text,
                ["Form.Stream"] = Samples.Civic,
                ["Form.Amount"] = $"1,{number % 100:00}", // no two alike within seconds, or they would be one sent twice
                ["Form.Date"] = "2023-02-09",
            });
            if (answer.StatusCode == HttpStatusCode.Redirect)
            {
                var entry = await LastAsync(site);
                var kept = Kept(text, "Title");
                Assert.Equal((kept, kept, kept, kept, kept), (entry.Title, entry.Payee, entry.Category, entry.DocumentNumber, entry.Note));
                continue;
            }

            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{Name(text)}: {(int)answer.StatusCode}");
            Assert.Contains("href=\"#", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        await ShownAsTextAsync(site, client, "/work/mandates/sample/spending", "/work/mandates/sample/spending.csv", "/work/mandates/sample/spending.xlsx", "/work/mandates/sample/spending/expense");
        await VerifiesAsync(site);
    }

    [Fact]
    public async Task SummaryText_AnyText_IsKeptExactlyOrRefusedAndCanBeWrittenOut()
    {
        await using var site = await Recording.SiteAsync();
        using var client = await site.SignInAsync();
        const string path = "/work/mandates/sample/summary?year=1&section=activities";
        foreach (var text in NaughtyStrings.All)
        {
            using var answer = await client.SendFormAsync(path, "text", new() { ["Form.Text"] = text, ["Form.Action"] = "save" });
            if (answer.StatusCode == HttpStatusCode.Redirect)
            {
                var kept = await site.InScopeAsync(services => services.GetRequiredService<TalkaDb>().SummaryTexts().SingleAsync(t => t.Section == "activities"));
                Assert.Equal(Lines(text).Normalize(), kept.Markdown);
                await ShownAsTextAsync(site, client, path, "/work/mandates/sample/summary/draft", "/work/mandates/sample/summary/draft.html", "/work/mandates/sample/summary/draft.json");
                await IsDocxAsync(client, "sample");
                continue;
            }

            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{Name(text)}: {(int)answer.StatusCode}");
            Assert.Contains("href=\"#Text\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Import_AnyText_IsKeptExactlyOrListedByRow()
    {
        await using var site = await Recording.SiteAsync();
        foreach (var text in InSheets)
        {
            var before = await site.CountAsync();
            var cell = "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
            var csv = $"Veids;Nosaukums;Datums;Apraksts;Vieta\nnews-item;{cell};2023-02-09;{cell};\n";
            var result = await site.ImportAsync(csv);
            if (!result.Succeeded)
            {
                Assert.All(result.Errors, error => Assert.Equal("File", error.Field)); // with a NUL in it, it is no text at all
                Assert.Contains('\0', text);
                continue;
            }

            var report = result.Value;
            if (report.Written)
            {
                var entry = await LastAsync(site);
                Assert.Equal((Kept(text, "Title"), Kept(text, "Description")), (entry.Title, entry.Description));
                Assert.Equal((0, 1), ((await site.ImportAsync(csv)).Value.New, (await site.ImportAsync(csv)).Value.Known));
                continue;
            }

            Assert.True(report.Problems.Count > 0, Name(text));
            Assert.All(report.Problems, problem => Assert.NotEqual("", problem.Message));
            Assert.Equal(before, await site.CountAsync());
        }

        await VerifiesAsync(site);
    }

    [Fact]
    public async Task ImportExpenses_AnyText_IsKeptExactlyOrListedByRow()
    {
        await using var site = await Recording.SiteAsync();
        foreach (var text in InSheets)
        {
            var cell = "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
            var csv = Encoding.UTF8.GetBytes($"Datums;Summa;Finansējuma virziens;Par ko samaksāts;Saņēmējs;Piezīme\n09.02.2023.;1,00;{Samples.Civic};{cell};{cell};{cell}\n");
            var dry = await ImportAsync(write: false);
            var written = await ImportAsync(write: true);
            if (!written.Succeeded)
            {
                Assert.All(dry.Errors.Concat(written.Errors), error => Assert.Equal("File", error.Field));
                Assert.Contains('\0', text);
                continue;
            }

            Assert.Equal(dry.Value.ProblemCount, written.Value.ProblemCount);
            Assert.Equal(written.Value.ProblemCount == 0, written.Value.Written);
            if (written.Value.Written)
            {
                var entry = await LastAsync(site);
                Assert.Equal((Kept(text, "Title"), Kept(text, "Note")), (entry.Title, entry.Note));
            }

            Task<Talka.Foundation.Results.Result<ImportReport>> ImportAsync(bool write) => site.UseAsync<ImportExpenses, Talka.Foundation.Results.Result<ImportReport>>(
                import => import.RunAsync("sample", new MemoryStream(csv), "izdevumi.csv", write, CancellationToken.None));
        }

        await VerifiesAsync(site);
    }

    // What is kept of a text; channels are codes in small letters, and lines are lines.
    private static string? Kept(string text, string field)
    {
        var kept = text.Any(c => c >= '\uFFFE') ? text : text.Trim().Normalize(); // no normal form of what is no character; it is never kept
        kept = field is "Description" or "Note" or "Partners" ? Lines(kept) : kept;
        kept = field == "Channel" ? kept.ToLowerInvariant().Normalize() : kept;
        return kept.Length == 0 ? field == "Title" ? "" : null : kept;
    }

    private static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static string? Said(EntryContent entry, string field) => field switch
    {
        "Title" => entry.Title,
        "Description" => entry.Description,
        "Place" => entry.Place,
        "Region" => entry.Region,
        "TargetGroup" => entry.TargetGroup,
        "Series" => entry.Series,
        "Channel" => entry.Channel,
        "Note" => entry.Note,
        _ => entry.Partners.Count == 0 ? null : string.Join('\n', entry.Partners),
    };

    private static Task<EntryContent> LastAsync(TestSite site) => site.InScopeAsync(async services =>
        EntryPayload.Read((await services.GetRequiredService<TalkaDb>().JournalEntries().OrderByDescending(e => e.Sequence).FirstAsync()).Payload!));

    private static async Task ShownAsTextAsync(TestSite site, HttpClient client, params string[] paths)
    {
        foreach (var path in paths)
        {
            using var answer = await client.GetAsync(path);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {(int)answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType == "text/html")
            {
                var page = await answer.Content.ReadAsStringAsync();
                Assert.All(Markup, markup => Assert.DoesNotContain(markup, page, StringComparison.OrdinalIgnoreCase));
            }
        }
    }

    private static async Task IsDocxAsync(HttpClient client, string slug)
    {
        using var docx = new ZipArchive(new MemoryStream(await client.GetByteArrayAsync($"/work/mandates/{slug}/summary/draft.docx")));
        using var document = docx.GetEntry("word/document.xml")!.Open();
        Assert.NotNull(await System.Xml.Linq.XDocument.LoadAsync(document, System.Xml.Linq.LoadOptions.None, default));
    }

    private static Task VerifiesAsync(TestSite site) => site.InScopeAsync(async services =>
        Assert.Null((await services.GetRequiredService<JournalVerifier>().VerifyAsync([])).Finding));

    private static string Name(string text) => string.Concat(text.Take(40).Select(c => c is > ' ' and < '\u007F' ? c.ToString() : $"\\u{(int)c:X4}"));
}
