using Talka.Foundation;
using Talka.Journal;
using Talka.Tests.Mandates;
using Talka.Tests.Support;

namespace Talka.Tests.Work.Spending;

public sealed class SpendingTests
{
    [Fact]
    public async Task Spending_WholePeriod_ComputesPositionsAndTotals()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        await site.SpendAsync(Acts.Expense(1, 30_000_00));
        await site.SpendAsync(Acts.Expense(1, 23_994_00, Samples.Minorities));
        await site.SpendAsync(Acts.Expense(2, 29_542_05));
        await site.SpendAsync(Acts.Expense(2, 23_274_62, Samples.Minorities));
        await site.SpendAsync(Acts.CarryOver(2, 3, 457_95));
        await site.SpendAsync(Acts.CarryOver(2, 3, 719_38, Samples.Minorities));
        await site.SpendAsync(Acts.Expense(3, 30_000_00));
        await site.SpendAsync(Acts.Expense(3, 23_994_00, Samples.Minorities));

        var ledger = await site.LedgerAsync();

        Assert.Equal(new Money(1_177_33), ledger.OfYear(2).Remainder);
        Assert.Equal(new Money(1_177_33), ledger.OfYear(2).CarriedOut);
        Assert.Equal(Money.Zero, ledger.OfYear(2).Available);
        Assert.Equal(new Money(1_177_33), ledger.OfYear(3).CarriedIn);
        Assert.Equal(new Money(1_177_33), ledger.OfYear(3).Remainder);
        Assert.Equal(new Money(457_95), ledger.OfStream(Samples.Civic).Remainder);
        Assert.Equal((new Money(161_982_00), new Money(160_804_67), new Money(1_177_33)), (ledger.Total.Planned, ledger.Total.Spent, ledger.Total.Remainder));
    }

    [Fact]
    public async Task RecordExpense_MoreThanTheYearHas_IsRefusedWithTheNumbers()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        await site.SpendAsync(Acts.Expense(1, 29_000_00));
        var refused = await site.SpendAsync(Acts.Expense(1, 1_000_01));
        Assert.Equal("money-overdrawn", refused.Codes());
        Assert.Contains("0,01\u00A0euro", refused.Errors[0].Message, StringComparison.Ordinal);
        Assert.Contains("30\u00A0000,01\u00A0euro", refused.Errors[0].Message, StringComparison.Ordinal);
        Assert.True((await site.SpendAsync(Acts.Expense(1, 1_000_00))).Succeeded);
    }

    [Fact]
    public async Task RecordExpense_OutsideMandate_IsRefused()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        Assert.Equal("date-outside-mandate", (await site.SpendAsync(Acts.Expense(1, 100) with { Date = new(2022, 7, 14) })).Codes());
        Assert.Equal("date-outside-mandate", (await site.SpendAsync(Acts.Expense(1, 100) with { Date = new(2025, 7, 15) })).Codes());
        Assert.Equal(1, (await site.SpendAsync(Acts.Expense(1, 100) with { Date = new(2023, 7, 14) })).Value.Year);
        Assert.Equal(2, (await site.SpendAsync(Acts.Expense(1, 100) with { Date = new(2023, 7, 15) })).Value.Year);
    }

    [Fact]
    public async Task RecordExpense_WrongFields_NamesEachAndRecordsNothing()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        var refused = await site.SpendAsync(Acts.Expense(1, -5) with { Title = " ", Stream = "none", Payee = new string('x', 301) });
        Assert.Equal(["Amount", "Payee", "Stream", "Title"], refused.Errors.Select(e => e.Field).Order());
        Assert.Empty(await site.MovementsAsync());
        Assert.Equal("mandate-not-found", (await site.SpendAsync(Acts.Expense(1, 5), "none")).Codes());
    }

    [Fact]
    public async Task RecordExpense_TwoAtOnceThatOverspendTogether_OneIsRefused()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => site.SpendAsync(Acts.Expense(1, 20_000_00)))));
        Assert.Single(outcomes, o => o.Succeeded);
        Assert.All(outcomes.Where(o => !o.Succeeded), o => Assert.Equal("money-overdrawn", o.Codes()));
        Assert.Equal(new Money(10_000_00), (await site.LedgerAsync()).At(1, Samples.Civic).Available);
    }

    [Fact]
    public async Task CarryOver_MoreThanRemainder_IsRefused()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        await site.SpendAsync(Acts.Expense(2, 29_542_05));
        var refused = await site.SpendAsync(Acts.CarryOver(2, 3, 457_96));
        Assert.Equal("carry-over-exceeds-remainder", refused.Codes());
        Assert.Contains("457,95\u00A0euro", refused.Errors[0].Message, StringComparison.Ordinal);
        Assert.True((await site.SpendAsync(Acts.CarryOver(2, 3, 457_95))).Succeeded);
        Assert.Equal("carry-over-exceeds-remainder", (await site.SpendAsync(Acts.CarryOver(2, 3, 1))).Codes());
    }

    [Fact]
    public async Task CarryOver_NotToALaterYearOfTheContract_IsRefused()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        Assert.Equal("carry-over-not-later", (await site.SpendAsync(Acts.CarryOver(2, 1, 100))).Codes());
        Assert.Equal("carry-over-not-later", (await site.SpendAsync(Acts.CarryOver(2, 2, 100))).Codes());
        Assert.Equal("year-unknown", (await site.SpendAsync(Acts.CarryOver(3, 4, 100))).Codes());
    }

    [Fact]
    public async Task DeclareIneligible_PartByPart_NeverExceedsTheExpense()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        var expense = (await site.SpendAsync(Acts.Expense(2, 500_00, Samples.Minorities))).Value.Sequence;
        Assert.True((await site.SpendAsync(Acts.Ineligible(expense, 300_00))).Succeeded);
        var refused = await site.SpendAsync(Acts.Ineligible(expense, 200_01));
        Assert.Equal("ineligible-exceeds-expense", refused.Codes());
        Assert.Contains("500,01\u00A0euro", refused.Errors[0].Message, StringComparison.Ordinal);
        Assert.Equal("expense-not-found", (await site.SpendAsync(Acts.Ineligible(expense + 1, 1))).Codes());
        Assert.Equal(new Money(300_00), (await site.LedgerAsync()).At(2, Samples.Minorities).Ineligible);
    }

    [Fact]
    public async Task RecordRecovery_UpToTheUnrecovered_DoesNotChangeSpent()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        var expense = (await site.SpendAsync(Acts.Expense(2, 500_00))).Value.Sequence;
        var ineligible = (await site.SpendAsync(Acts.Ineligible(expense, 300_00))).Value.Sequence;
        Assert.True((await site.SpendAsync(Acts.Recovery(ineligible, 100_00))).Succeeded);
        Assert.Equal("recovery-exceeds-ineligible", (await site.SpendAsync(Acts.Recovery(ineligible, 200_01))).Codes());
        Assert.Equal("ineligible-not-found", (await site.SpendAsync(Acts.Recovery(expense, 1))).Codes());
        var position = (await site.LedgerAsync()).At(2, Samples.Civic);
        Assert.Equal((new Money(500_00), new Money(200_00)), (position.Spent, position.Unrecovered));
    }

    [Fact]
    public async Task RecordReturn_UpToTheRemainder_LowersIt()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        await site.SpendAsync(Acts.Expense(3, 29_000_00));
        Assert.Equal("money-overdrawn", (await site.SpendAsync(Acts.Return(3, 1_000_01))).Codes());
        Assert.True((await site.SpendAsync(Acts.Return(3, 400_00))).Succeeded);
        Assert.Equal(new Money(600_00), (await site.LedgerAsync()).At(3, Samples.Civic).Remainder);
        Assert.Equal("date-impossible", (await site.SpendAsync(Acts.Return(3, 1) with { Date = new(2205, 8, 1) })).Codes());
    }

    [Fact]
    public async Task Spending_Entry_LeadsBackToTheSpendingPage()
    {
        await using var site = await TestSite.StartAsync();
        await site.CreateAsync(Samples.Mandate);
        JournalEntry entry = (await site.SpendAsync(Acts.CarryOver(1, 2, 100))).Value;
        Assert.Equal("/work/mandates/sample/spending", entry.SourceUrl);
        Assert.Equal("I īstenošanas gada atlikums novirzīts uz II īstenošanas gadu", entry.Title);
    }
}
