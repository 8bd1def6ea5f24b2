using Talka.Foundation.Localisation;
using Talka.Reporting.Audit;
using Talka.Reporting.Audit.Checking;
using Talka.Reporting.Audit.Checking.Budgets;
using Talka.Reporting.Audit.Understanding;
using TextReader = Talka.Reporting.Audit.Reading.TextReader;

namespace Talka.Tests.Reporting.Audit.Checking.Budgets;

/// <summary>What the budget of the published summary gives, and nothing else.</summary>
public sealed class SourceBudgetTests
{
    private readonly AuditReport _report = Audit();

    [Fact]
    public void Plan_OfTheSecondYear_IsOneFindingWithItsStream()
    {
        var finding = Assert.Single(_report.Findings, finding => finding.Code == "plan-inconsistent");

        Assert.Equal((2, Severity.Error), (finding.Year, finding.Severity));
        Assert.Equal(["53 900,00 euro → 53 994,00 euro", "23 900,00 euro → 23 994,00 euro"], finding.Members.Select(member => Plain($"{member.Stated} → {member.Expected}")));
        Assert.Equal(
            "53 900,00 − 52 816,67 = 1 083,33 ≠ 1 177,33; ar 53 994,00 būtu 1 177,33; 23 900,00 − 23 274,62 = 625,38 ≠ 719,38; ar 23 994,00 būtu 719,38",
            Plain(finding.Working));
        Assert.Equal("53 900,00 euro → 53 994,00 euro; 23 900,00 euro → 23 994,00 euro", Plain(finding.Likely!));
    }

    [Fact]
    public void Budget_OfTheSource_IsReadWhole()
    {
        var budget = Budget.Of(_report.Summary);

        Assert.Equal([1, 2, 3], budget.Years);
        Assert.Equal(2, budget.Streams.Count);
        Assert.Equal(117733, budget.Amount(2, AmountRole.Remainder)!.Value.Cents);
        Assert.Equal([45795, 71938], budget.Streams.Select(stream => budget.Amount(2, AmountRole.Remainder, stream)!.Value.Cents));
        Assert.Equal(2954205, budget.Amount(2, AmountRole.Spent, budget.Streams[0])!.Value.Cents);
        Assert.Equal(3, budget[2, AmountRole.Remainder]!.CarriedTo);
    }

    [Fact]
    public void Everything_ThatIsFound_IsTheseFour()
    {
        string[] codes = [.. new IAuditRule[] { new BudgetRule(), new CarryOverRule(), new UnrecoveredRule(), new TotalMissingRule(), new NumberFormatRule() }.SelectMany(rule => rule.Codes)];

        Assert.Equal(
            ["carry-over-missing 3", "number-format 2", "plan-inconsistent 2", "total-missing "],
            _report.Findings.Where(finding => codes.Contains(finding.Code)).Select(finding => $"{finding.Code} {finding.Year}").Order(StringComparer.Ordinal));
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ');

    private static AuditReport Audit()
    {
        using var language = Languages.Use("lv");
        return SummaryAudit.Of(TextReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reporting/Audit/Documents/kopsavilkums-2022-2025.txt")), "kopsavilkums.txt"));
    }
}
