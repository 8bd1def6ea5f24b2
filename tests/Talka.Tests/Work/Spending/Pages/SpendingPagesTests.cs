using System.Net;
using Talka.Foundation;
using Talka.Tests.Mandates;
using Talka.Tests.Support;

namespace Talka.Tests.Work.Spending.Pages;

public sealed class SpendingPagesTests
{
    private static Dictionary<string, string> Expense(string amount) => new()
    {
        ["Form.Title"] = "Telpu noma",
        ["Form.Stream"] = Samples.Civic,
        ["Form.Date"] = "2022-10-01",
        ["Form.Amount"] = amount,
        ["Form.Payee"] = "SIA “Piemērs”",
    };

    [Fact]
    public async Task NewExpense_FilledIn_IsListed()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        using var client = await site.OpenAsync();
        using var answer = await client.SendFormAsync("/work/mandates/sample/spending/expense", "expense", Expense("1 234,56"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await client.GetStringAsync("/work/mandates/sample/spending", TestContext.Current.CancellationToken));
        Assert.Contains("SIA “Piemērs”", page, StringComparison.Ordinal);
        Assert.Contains("28\u00A0765,44", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewExpense_SeveralThingsWrong_AreToldAtOnce()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        using var client = await site.OpenAsync();
        var typed = Expense("daudz");
        (typed["Form.Title"], typed["Form.Date"]) = ("", "2021-01-01");
        using var answer = await client.SendFormAsync("/work/mandates/sample/spending/expense", "expense", typed);
        var text = await answer.TextAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.All(new[] { "Amount", "Title", "Date" }, field => Assert.Contains($"href=\"#{field}\"", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("return", "Year", "Stream", "Date")]
    [InlineData("carry-over", "Year", "ToYear", "Stream")]
    public async Task Act_SeveralThingsWrong_AreToldAtOnce(string act, params string[] empty)
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        using var client = await site.OpenAsync();
        var typed = empty.ToDictionary(field => $"Form.{field}", _ => "");
        typed["Form.Amount"] = "-5";
        using var answer = await client.SendFormAsync($"/work/mandates/sample/spending/{act}", act, typed);
        var text = await answer.TextAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.All([.. empty, "Amount"], field => Assert.Contains($"href=\"#{field}\"", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task NewExpense_Overdrawn_KeepsWhatWasTypedAndGivesTheNumbers()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        using var client = await site.OpenAsync();
        using var answer = await client.SendFormAsync("/work/mandates/sample/spending/expense", "expense", Expense("30 000,01"));
        var text = await answer.TextAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("href=\"#Amount\"", text, StringComparison.Ordinal);
        Assert.Contains("pietrūktu 0,01\u00A0euro", text, StringComparison.Ordinal);
        Assert.Contains("value=\"30 000,01\"", text, StringComparison.Ordinal);
        Assert.Contains("value=\"SIA “Piemērs”\"", text, StringComparison.Ordinal);
        Assert.Empty(await site.MovementsAsync());
    }

    [Fact]
    public async Task Acts_OfEveryKind_AreRecordedThroughTheirForms()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        using var client = await site.OpenAsync();
        var expense = (await site.SpendAsync(Acts.Expense(1, 500_00))).Value.Sequence;
        var common = new Dictionary<string, string> { ["Form.Date"] = "2024-01-10", ["Form.Amount"] = "100" };
        await SendAsync("ineligible", new(common) { ["Form.Concerns"] = $"{expense}", ["Form.Why"] = "Nav līgumā" });
        await SendAsync("recovery", new(common) { ["Form.Concerns"] = $"{expense + 1}" });
        await SendAsync("return", new(common) { ["Form.Year"] = "1", ["Form.Stream"] = Samples.Civic });
        await SendAsync("carry-over", new(common) { ["Form.Year"] = "1", ["Form.ToYear"] = "2", ["Form.Stream"] = Samples.Civic });

        var position = (await site.LedgerAsync()).At(1, Samples.Civic);
        Assert.Equal((new Money(100_00), new Money(100_00), new Money(100_00), new Money(100_00)),
            (position.Ineligible, position.Recovered, position.Returned, position.CarriedOut));

        async Task SendAsync(string act, Dictionary<string, string> values)
        {
            using var answer = await client.SendFormAsync($"/work/mandates/sample/spending/{act}", act, values);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Import_ByItsPage_ChecksThenRecordsAndAddsNothingTwice()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        using var client = await site.OpenAsync();
        const string page = "/work/mandates/sample/spending/import";
        const string sheet = "Datums;Summa;Finansējuma virziens;Par ko samaksāts\n01.10.2022.;50,10;civic;Telpas\n01.10.2022.;50,10;civic;Telpas\n";
        var (shown, sha) = await client.CheckSheetAsync(page, sheet);
        Assert.Contains("Reģistrēt jaunos izdevumus: 2", shown, StringComparison.Ordinal);
        Assert.Empty(await site.MovementsAsync());

        using var written = await client.SendFormAsync(page, "import", new() { ["Form.Sha256"] = sha });
        Assert.Equal("/work/mandates/sample/spending", written.Leads());
        Assert.Equal(2, (await site.MovementsAsync()).Count);

        using var again = await client.SendFormAsync(page, "import", new() { ["Form.Sha256"] = sha });
        Assert.DoesNotContain("Reģistrēt jaunos izdevumus", await again.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(2, (await site.MovementsAsync()).Count);
    }

    [Fact]
    public async Task Spending_FilteredAndPaged_ShowsEachEntryOnce()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        for (var i = 1; i <= 53; i++)
        {
            await site.SpendAsync(Acts.Expense(1, 100) with { Title = $"Ēdināšana {i:00}" });
        }

        await site.SpendAsync(Acts.Expense(2, 200) with { Title = "Cits" });
        using var client = await site.OpenAsync();
        var first = await PageAsync("?q=Ēdin");
        Assert.Contains("53, 53,00\u00A0euro", first, StringComparison.Ordinal);
        Assert.Contains("Ēdināšana 53", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Ēdināšana 03<", first, StringComparison.Ordinal);
        Assert.DoesNotContain(">Cits<", first, StringComparison.Ordinal);
        var second = await PageAsync("?q=Ēdin&before=4");
        Assert.Contains("Ēdināšana 03<", second, StringComparison.Ordinal);
        Assert.DoesNotContain("Ēdināšana 04<", second, StringComparison.Ordinal);
        Assert.Contains(">Cits<", await PageAsync("?year=2&kind=expense&stream=civic"), StringComparison.Ordinal);

        async Task<string> PageAsync(string query) =>
            WebUtility.HtmlDecode(await client.GetStringAsync("/work/mandates/sample/spending" + query, TestContext.Current.CancellationToken));
    }
}
