using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talka.Foundation.Data;
using Talka.Foundation.Results;
using Talka.Mandates;
using Talka.Mandates.Access;
using Talka.Reporting.Summaries;
using Talka.Tests.Support;
using Talka.Tests.Work.Records;
using Talka.Tests.Work.Spending;

namespace Talka.Tests.Mandates.Locks;

/// <summary>The way of a late entry through the pages, and the mark wherever it shows.</summary>
public sealed class LatePagesTests
{
    private const string Home = "/work/mandates/sample";

    private static readonly Dictionary<string, string> Expense = new()
    {
        ["Form.Title"] = "Novēlots rēķins",
        ["Form.Stream"] = Samples.Civic,
        ["Form.Date"] = "2022-10-01",
        ["Form.Amount"] = "12,50",
        ["Form.Payee"] = "SIA “Piemērs”",
    };

    [Fact]
    public async Task Expense_InALockedYear_GoesFromTheFormThroughConsentToTheMark()
    {
        await using var supervised = await Supervised.StartAsync();
        Assert.True((await supervised.LockAsync(1)).Succeeded);
        using var accountant = await supervised.SignInAsync(Supervised.Accountant);
        using var supervisor = await supervised.SignInAsync(Supervised.Supervisor);

        using var refused = await accountant.SendFormAsync(Home + "/spending/expense", "expense", Expense);
        var form = await refused.TextAsync();
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("name=\"Form.LateWhy\"", form, StringComparison.Ordinal);
        Assert.Contains("Novēlots rēķins", form, StringComparison.Ordinal);

        using var unexplained = await accountant.SendFormAsync(Home + "/spending/expense", "expense", new(Expense) { ["Ask"] = "late" });
        Assert.Contains("Norādiet pamatojumu.", await unexplained.TextAsync(), StringComparison.Ordinal);
        using var asked = await accountant.SendFormAsync(
            Home + "/spending/expense", "expense", new(Expense) { ["Form.LateWhy"] = "Rēķins saņemts jūlijā", ["Ask"] = "late" });
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        var request = asked.Leads();

        Assert.Contains("Novēlots rēķins", await supervisor.GetStringAsync(Home + "/late"), StringComparison.Ordinal);
        var detail = WebUtility.HtmlDecode(await supervisor.GetStringAsync(request));
        Assert.Contains("Rēķins saņemts jūlijā", detail, StringComparison.Ordinal);
        Assert.Contains("12,50", detail, StringComparison.Ordinal);
        Assert.DoesNotContain("Form.Give", await accountant.GetStringAsync(request), StringComparison.Ordinal);
        using var given = await supervisor.SendFormAsync(request, "decide", new() { ["Form.Give"] = "true" });
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        using var recorded = await accountant.SendFormAsync(request, "record", []);
        Assert.Equal("/mandates/sample/entries/1", recorded.Leads());

        foreach (var page in new[] { "/mandates/sample/entries/1", Home + "/spending", Home + "/journal", "/mandates/sample/figures?q=spent" })
        {
            Assert.Contains("Novēlots ieraksts", WebUtility.HtmlDecode(await accountant.GetStringAsync(page)), StringComparison.Ordinal);
        }

        foreach (var export in new[] { Home + "/spending.csv", Home + "/journal/export?format=csv", "/mandates/sample/figures.csv?q=spent" })
        {
            Assert.Contains("Novēlots ieraksts", await accountant.GetStringAsync(export), StringComparison.Ordinal);
        }

        Assert.Contains("\"late\":true", await accountant.GetStringAsync("/mandates/sample/figures.json?q=spent"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RecordCorrectAndVoid_InALockedYear_OfferToAsk()
    {
        await using var supervised = await Supervised.StartAsync();
        var seminar = (await supervised.Site.RecordAsync(Recording.Seminar())).Value.Sequence;
        await supervised.LockAsync(1);
        using var client = await supervised.SignInAsync(Supervised.Coordinator);
        var late = new Dictionary<string, string> { ["Form.LateWhy"] = "Precizēts vēlāk", ["Form.Reason"] = "Kļūda sarakstā", ["Ask"] = "late" };
        var fields = new Dictionary<string, string>(late) { ["Form.Title"] = "Vērtības", ["Form.From"] = "2023-02-09", ["Form.Participants"] = "16" };

        foreach (var (path, form, values) in new[]
        {
            (Home + "/record?kind=seminar", "record", fields), ($"{Home}/entries/{seminar}/correct", "correct", fields), ($"{Home}/entries/{seminar}/void", "void", late),
        })
        {
            using var refused = await client.SendFormAsync(path, form, values.Where(v => v.Key is not "Ask").ToDictionary());
            Assert.Contains("name=\"Form.LateWhy\"", await refused.TextAsync(), StringComparison.Ordinal);
            using var asked = await client.SendFormAsync(path, form, values);
            Assert.StartsWith(Home + "/late/", asked.Leads(), StringComparison.Ordinal);
        }

        var list = WebUtility.HtmlDecode(await client.GetStringAsync(Home + "/late"));
        Assert.Contains("labojums", list, StringComparison.Ordinal);
        Assert.Contains("anulēšana", list, StringComparison.Ordinal);
        Assert.Equal(1, await supervised.Site.CountAsync());
    }

    [Fact]
    public async Task Summary_AfterALateEntry_IsNoLongerAll_AndTheNextSaysWhatChanged()
    {
        await using var supervised = await Supervised.StartAsync();
        await supervised.Site.SpendAsync(Acts.Expense(1, 100_00));
        Assert.Empty((await PublishAsync(supervised)).Errors);
        await supervised.LockAsync(1);
        using var anybody = supervised.Site.NewClient();
        Assert.DoesNotContain("vairs nav viss", await anybody.GetStringAsync("/mandates/sample/summaries/1"), StringComparison.Ordinal);

        var consent = (await supervised.AskAsync<Talka.Work.Spending.RecordExpense>(
            record => record.RunAsync("sample", Acts.Expense(1, 50_00), CancellationToken.None), Supervised.Accountant)).Value;
        await supervised.DecideAsync(consent);
        var entry = (await supervised.RecordLateAsync(consent, Supervised.Accountant)).Value.Sequence;

        Assert.Contains("Publicētais vairs nav viss", WebUtility.HtmlDecode(await anybody.GetStringAsync("/mandates/sample/summaries/1")), StringComparison.Ordinal);
        var second = await PublishAsync(supervised);
        Assert.Empty(second.Errors);
        Assert.Contains("150", second.Value.Changes, StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await anybody.GetStringAsync("/mandates/sample/summaries/2"));
        Assert.DoesNotContain("vairs nav viss", page, StringComparison.Ordinal);
        Assert.Contains($"/mandates/sample/entries/{entry}", page, StringComparison.Ordinal);
        Assert.Contains("novēloti ierakstīti", page, StringComparison.Ordinal);
        Assert.Contains($"\"lateEntries\":[{entry}]", (await anybody.GetStringAsync("/mandates/sample/summaries/2/summary.json")).Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    // As where no authority has to accept a report first
    private static Task<Result<SummaryVersion>> PublishAsync(Supervised supervised) => supervised.Site.InScopeAsync(async services =>
    {
        var (place, db) = (services.GetRequiredService<PlaceUnderAuthority>(), services.GetRequiredService<TalkaDb>());
        var authority = await db.Mandates().Where(m => m.Slug == "sample").Select(m => m.AuthorityId).SingleAsync();
        await place.RunAsync("sample", null, "Līguma uzraudzība", CancellationToken.None);
        var published = await services.GetRequiredService<PublishSummary>().PublishAsync("sample", "official", acknowledged: true, CancellationToken.None);
        await place.RunAsync("sample", authority, "Līguma uzraudzība", CancellationToken.None);
        return published;
    });
}
