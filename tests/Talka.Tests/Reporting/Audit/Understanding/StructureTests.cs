using Talka.Reporting.Audit.Reading;
using Talka.Reporting.Audit.Understanding;
using TextReader = Talka.Reporting.Audit.Reading.TextReader;

namespace Talka.Tests.Reporting.Audit.Understanding;

public sealed class StructureTests
{
    [Fact]
    public void Source_Read_HasItsPeriodAndYears()
    {
        var summary = Source();

        Assert.Equal("lv", summary.Language);
        Assert.Equal(Days("2022-07-15", "2025-07-14"), summary.Whole);
        Assert.Equal(
            [(1, Days("2022-07-15", "2023-07-14")), (2, Days("2023-07-15", "2024-07-14")), (3, Days("2024-07-15", "2025-07-14"))],
            summary.Years.Select(year => (year.Ordinal, year.Period!.Value)));
        Assert.All(summary.Years, year => Assert.NotNull(year.PeriodSpan));
    }

    [Theory]
    [InlineData("09.02.2022. “Vērtības", SummarySection.Description, 1)]
    [InlineData("Kopā 118 publikācijas", SummarySection.Description, 1)]
    [InlineData("10.11.2023. organizēts", SummarySection.Description, 2)]
    [InlineData("04.07.2024. rīkota spēle", SummarySection.Description, 2)]
    [InlineData("Pēc 2024. g. martā", SummarySection.Description, 2)]
    [InlineData("20.03.2025. publicēts", SummarySection.Description, 3)]
    [InlineData("31.03.2025. rīkota", SummarySection.Description, 3)]
    [InlineData("reģistrācijas Nr.40008087708", SummarySection.Implementer, null)]
    [InlineData("2022.gada 15.jūlijs līdz 2025", SummarySection.Period, null)]
    [InlineData("53 900,00", SummarySection.Budget, null)]
    [InlineData("29 542, 05", SummarySection.Budget, null)]
    public void Source_Read_PutsEachPassageInItsSectionAndYear(string words, SummarySection section, int? year)
    {
        var passage = At(Source(), words);

        Assert.Equal((section, year), (passage.Section, passage.Year));
        Assert.False(passage.IsLabel);
    }

    [Fact]
    public void Source_Read_HasAllFields()
    {
        var summary = Source();

        foreach (var section in Enum.GetValues<SummarySection>())
        {
            Assert.Contains(summary.Passages, passage => passage.Section == section);
        }
    }

    private static Passage At(ReadSummary summary, string words)
    {
        var at = summary.Document.Text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(at >= 0, words);
        return summary.Passages.Last(passage => passage.Span.Start <= at);
    }

    private static ReadSummary Source() =>
        SummaryReader.Read(TextReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reporting/Audit/Documents/kopsavilkums-2022-2025.txt")), "kopsavilkums.txt"));

    private static Period Days(string from, string to) => new(DateOnly.Parse(from), DateOnly.Parse(to));
}
