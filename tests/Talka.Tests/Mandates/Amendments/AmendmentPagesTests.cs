using System.Net;
using Talka.Tests.Support;

namespace Talka.Tests.Mandates.Amendments;

/// <summary>An amendment as both sides see it.</summary>
public sealed class AmendmentPagesTests
{
    private const string Home = "/work/mandates/sample";

    [Fact]
    public async Task BudgetForm_ProposesAndShowsBothStates_AndTheOtherSideAgrees()
    {
        await using var supervised = await Supervised.StartAsync();
        using var coordinator = await supervised.SignInAsync(Supervised.Coordinator);
        using var supervisor = await supervised.SignInAsync(Supervised.Supervisor);
        var amounts = Enumerable.Range(0, 6).ToDictionary(i => $"Form.Amounts[{i}].Amount", i => i == 2 ? "29 000" : i % 2 == 0 ? "30 000" : "23 994");
        amounts["Form.Amounts[3].Note"] = "Avotā iespiests 23 900,00.";
        using var proposed = await coordinator.SendFormAsync(
            Home + "/budget/revise", "plan", new(amounts) { ["Form.DecidedOn"] = "2024-02-01", ["Form.Reason"] = "Pārdale" });
        Assert.Equal(HttpStatusCode.Redirect, proposed.StatusCode);
        var address = proposed.Leads();
        Assert.StartsWith(Home + "/amendments/", address, StringComparison.Ordinal);

        var theirs = Text(await supervisor.GetStringAsync(address));
        Assert.Contains("<del>30\u00A0000,00\u00A0euro</del>", theirs, StringComparison.Ordinal);
        Assert.Contains("<ins>29\u00A0000,00\u00A0euro</ins>", theirs, StringComparison.Ordinal);
        Assert.Contains("mainīts", theirs, StringComparison.Ordinal);
        Assert.Contains("Form.Agree", theirs, StringComparison.Ordinal);
        Assert.DoesNotContain("Form.Agree", await coordinator.GetStringAsync(address), StringComparison.Ordinal);
        Assert.Contains("Pārdale", Text(await supervisor.GetStringAsync(Home + "/amendments")), StringComparison.Ordinal);

        using var silent = await supervisor.SendFormAsync(address, "answer", new() { ["Form.Agree"] = "false" });
        Assert.Equal(HttpStatusCode.BadRequest, silent.StatusCode);
        using var agreed = await supervisor.SendFormAsync(address, "answer", new() { ["Form.Agree"] = "true" });
        Assert.Equal(HttpStatusCode.Redirect, agreed.StatusCode);
        Assert.Contains("29\u00A0000,00", Text(await coordinator.GetStringAsync(Home + "/budget")), StringComparison.Ordinal);
        Assert.Contains("Grozījumi Nr. 1: Pārdale", Text(await coordinator.GetStringAsync(Home)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenProposal_IsChangedInTheContractsOwnForms_ThenWithdrawn()
    {
        await using var supervised = await Supervised.StartAsync();
        using var supervisor = await supervised.SignInAsync(Supervised.Supervisor);
        using var proposed = await supervisor.SendFormAsync(Home + "/amendments/new", "carry-over", new()
        {
            ["Form.Stream"] = Samples.Civic,
            ["Form.Year"] = "1",
            ["Form.ToYear"] = "2",
            ["Form.Amount"] = "1 000",
            ["Form.InForce"] = "2024-02-01",
            ["Form.Reason"] = "Pārcelts",
        });
        var address = proposed.Leads();
        var id = address.Split('/')[^1];
        Assert.Contains("1\u00A0000,00", Text(await supervisor.GetStringAsync(address)), StringComparison.Ordinal);

        var targets = new Dictionary<string, string>
        {
            ["Form.Name"] = "Semināri",
            ["Form.Unit"] = "semināri",
            ["Form.Figure"] = "quantity kind:seminar",
            ["Form.Targets[0]"] = "9",
            ["Form.Targets[2]"] = "10",
            ["Form.InForce"] = "2024-03-01",
            ["Form.Reason"] = "Pārcelts, mērķi lielāki",
        };
        using var changed = await supervisor.SendFormAsync($"{Home}/indicators/seminars?proposal={id}", "indicator", targets);
        Assert.Equal(address, changed.Leads());
        var page = Text(await supervisor.GetStringAsync(address));
        Assert.Contains("<ins>9</ins>", page, StringComparison.Ordinal);
        Assert.Contains("Pārcelts, mērķi lielāki", page, StringComparison.Ordinal);
        Assert.Contains("1\u00A0000,00", page, StringComparison.Ordinal);

        using var revised = await supervisor.SendFormAsync(address, "revise", new() { ["Note.InForce"] = "2024-04-01", ["Note.Reason"] = "Galīgais pamatojums" });
        Assert.Equal(HttpStatusCode.Redirect, revised.StatusCode);
        using var withdrawn = await supervisor.SendFormAsync(address, "withdraw", []);
        Assert.Equal(HttpStatusCode.Redirect, withdrawn.StatusCode);
        Assert.Contains("Atsaukti", Text(await supervisor.GetStringAsync(address)), StringComparison.Ordinal);
        using var gone = await supervisor.GetAsync($"{Home}/amend?proposal={id}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Forms_SayWhatSavingMeans()
    {
        await using var supervised = await Supervised.StartAsync();
        using var coordinator = await supervised.SignInAsync(Supervised.Coordinator);
        using var accountant = await supervised.SignInAsync(Supervised.Accountant);
        foreach (var form in new[] { "/amend", "/years", "/budget/revise", "/budget/import", "/indicators/new", "/indicators/seminars" })
        {
            Assert.Contains("Šeit saglabātais tiek piedāvāts", Text(await coordinator.GetStringAsync(Home + form)), StringComparison.Ordinal);
        }

        Assert.Contains("tikai koordinators vai uzraugs", Text(await accountant.GetStringAsync(Home + "/budget/revise")), StringComparison.Ordinal);
        Assert.Contains("/amendments/new", await coordinator.GetStringAsync(Home + "/spending/carry-over"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/budget/revise")]
    [InlineData("/budget/import")]
    public async Task PlanForm_ForWhoeverMayNotPropose_IsTheStateOfThings(string form)
    {
        await using var supervised = await Supervised.StartAsync();
        using var accountant = await supervised.SignInAsync(Supervised.Accountant);
        var page = Text(await accountant.GetStringAsync(Home + form));

        Assert.Contains("Šo jūs nevarat mainīt", page, StringComparison.Ordinal);
        Assert.Contains("Plānotais finansējums, euro", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"Form.", page, StringComparison.Ordinal);
        Assert.DoesNotContain(form, await accountant.GetStringAsync(Home + "/budget"), StringComparison.Ordinal);
        Assert.DoesNotContain("/amendments/new", await accountant.GetStringAsync(Home + "/spending/carry-over"), StringComparison.Ordinal);
    }

    private static string Text(string html) => WebUtility.HtmlDecode(html);
}
