using Talka.Foundation.Localisation;
using Talka.Reporting.Audit;
using TextReader = Talka.Reporting.Audit.Reading.TextReader;

namespace Talka.Tests.Reporting.Audit.Checking;

/// <summary>What the dates and the structure of the published summary give, and nothing else.</summary>
public sealed class SourceFindingsTests
{
    private static readonly string[] Codes =
    [
        "date-outside-period", "date-outside-year", "date-impossible", "weekday-mismatch", "future-tense-done-work", "period-overlap-or-gap", "period-length",
        "promised-not-reported", "section-missing", "evaluation-missing", "duplicate-item", "registration-number-invalid",
    ];

    private readonly AuditReport _report = Audit();

    [Fact]
    public void NineDates_AreOneFinding()
    {
        var finding = Assert.Single(_report.Findings, finding => finding.Code == "date-outside-period");

        Assert.Equal(1, finding.Year);
        Assert.Equal("2023", finding.Likely);
        Assert.Equal(
            ["09.02.2022.", "16.02.2022.", "02.03.2022.", "16.03.2022.", "23.03.2022.", "31.03.2022.", "06.04.2022.", "08.05.2022.", "09.05.2022."],
            finding.Members.Select(member => member.Stated));
    }

    [Fact]
    public void Unfinished_IsTheReportAndTheRepository() => Assert.Equal(
        [(1, 1), (1, 2)],
        _report.Findings.Where(finding => finding.Code == "promised-not-reported").Select(finding => (finding.Year!.Value, finding.Members.Count)));

    [Fact]
    public void NothingElse_IsFound() => Assert.Equal(
        ["date-outside-period 1", "evaluation-missing ", "future-tense-done-work 1", "promised-not-reported 1", "promised-not-reported 1"],
        _report.Findings.Where(finding => Codes.Contains(finding.Code)).Select(finding => $"{finding.Code} {finding.Year}").Order(StringComparer.Ordinal));

    private static AuditReport Audit()
    {
        using var language = Languages.Use("lv");
        return SummaryAudit.Of(TextReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reporting/Audit/Documents/kopsavilkums-2022-2025.txt")), "kopsavilkums.txt"));
    }
}
