using Talka.Foundation.Localisation;
using Talka.Reporting.Audit;
using Talka.Reporting.Audit.Checking;
using TextReader = Talka.Reporting.Audit.Reading.TextReader;

namespace Talka.Tests.Reporting.Audit;

/// <summary>What the audit says of the published summary of 2022–2025, all of it in one place, and that it says nothing else.</summary>
public sealed class SourceSummaryTests
{
    private static readonly AuditReport Report = Audit();

    [Fact]
    public void Findings_AreTheseAndNoOthers() => Assert.Equal(
        [
            "Error date-outside-period year 1 line 13",
            "Error plan-inconsistent year 2 line 39",
            "Warning carry-over-missing year 3 line 41",
            "Note evaluation-missing year - line 13",
            "Note promised-not-reported year 1 line 13",
            "Note promised-not-reported year 1 line 19",
            "Note noun-agreement year 1 line 20",
            "Note future-tense-done-work year 1 line 22",
            "Note total-missing year - line 38",
            "Note number-format year 2 line 39",
        ],
        Report.Findings.Select(finding =>
            $"{finding.Severity} {finding.Code} year {finding.Year?.ToString(Languages.EnglishCulture) ?? "-"} line {Report.Summary.Document.PlaceOf(finding.Where!.Value).Line}"));

    [Fact]
    public void Dates_AYearEarly_AreOneFindingOfNine() => Assert.Equal(
        [
            "09.02.2022. → 09/02/2023 (13)", "16.02.2022. → 16/02/2023 (13)", "02.03.2022. → 02/03/2023 (13)", "16.03.2022. → 16/03/2023 (13)",
            "23.03.2022. → 23/03/2023 (13)", "31.03.2022. → 31/03/2023 (13)", "06.04.2022. → 06/04/2023 (13)", "08.05.2022. → 08/05/2023 (15)", "09.05.2022. → 09/05/2023 (22)",
        ],
        Members("date-outside-period"));

    [Fact]
    public void Plan_OfTheSecondYear_IsHeldAgainstItsRemainderInTotalAndByStream()
    {
        Assert.Equal(["53 900,00 euro → 53,994.00 euro (39)", "23 900,00 euro → 23,994.00 euro (41)"], Members("plan-inconsistent"));
        Assert.Equal(
            "53,900.00 − 52,816.67 = 1,083.33 ≠ 1,177.33; with 53,994.00 it would be 1,177.33; 23,900.00 − 23,274.62 = 625.38 ≠ 719.38; with 23,994.00 it would be 719.38",
            Plain(One("plan-inconsistent").Working));
    }

    [Fact]
    public void CarryOver_ThatTheThirdYearDoesNotShow_IsNamed() => Assert.Equal("1 177,33 euro →  (41)", Members("carry-over-missing")[0]);

    [Fact]
    public void WorkBegun_AndNeverConcluded_IsTheReportAndTheRepository() => Assert.Equal(
        ["uzsākts veidot ziņojumu par Latvijas organizāciju noturības līmeni un risinājumiem", "uzsākts darbs pie digitālās resursu krātuves"],
        Report.Findings.Where(finding => finding.Code == "promised-not-reported").Select(finding => Quote(finding.Members[0].Where)));

    [Fact]
    public void Notes_QuoteWhatTheyMean()
    {
        Assert.Equal("29 542, 05 euro", Quote(One("number-format").Where!.Value));
        Assert.Equal("71 konsultācijas", Quote(One("noun-agreement").Where!.Value));
        Assert.Equal(
            "53,994.00 + 53,900.00 + 53,994.00 = 161,888.00; 53,994.00 + 52,816.67 + 53,994.00 = 160,804.67",
            Plain(One("total-missing").Working));
    }

    [Theory]
    [InlineData("151 dalībnieks")]
    [InlineData("118 publikācijas")]
    [InlineData("457,95 euro")]
    [InlineData("719,38 euro")]
    [InlineData("52 816,67 euro")]
    [InlineData("40008087708")]
    [InlineData("2022.gada 15.jūlijs līdz 2025.gada 14.jūlijs")]
    [InlineData("10.11.2023.")]
    [InlineData("12.10.2023.")]
    [InlineData("24.02.2024.")]
    [InlineData("16.03.2024.")]
    [InlineData("04.07.2024.")]
    [InlineData("29.11.2024.")]
    [InlineData("20.03.2025.")]
    [InlineData("28.03.2025.")]
    [InlineData("31.03.2025.")]
    public void Statement_ThatIsRight_IsNotAccused(string right)
    {
        var at = Report.Summary.Document.Text.IndexOf(right, StringComparison.Ordinal);

        Assert.True(at >= 0);
        Assert.DoesNotContain(
            Report.Findings.SelectMany(finding => finding.Members.Select(member => member.Where).Append(finding.Where!.Value)),
            span => span.Start < at + right.Length && at < span.End);
    }

    private static Finding One(string code) => Assert.Single(Report.Findings, finding => finding.Code == code);

    private static List<string> Members(string code) =>
        [.. One(code).Members.Select(member => Plain($"{Quote(member.Where)} → {member.Expected} ({Report.Summary.Document.PlaceOf(member.Where).Line})"))];

    private static string Quote(Talka.Reporting.Audit.Reading.Span span) => Plain(Report.Summary.Document.Quote(span));

    private static string Plain(string text) => text.Replace('\u00A0', ' ');

    private static AuditReport Audit()
    {
        using var language = Languages.Use("en");
        return SummaryAudit.Of(TextReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reporting/Audit/Documents/kopsavilkums-2022-2025.txt")), "kopsavilkums.txt"));
    }
}
