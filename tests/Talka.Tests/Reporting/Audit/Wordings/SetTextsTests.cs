namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>How a text is set says nothing of what it tells: drawn tables, numbered headings, numerals that head years, lists of years.</summary>
public sealed class SetTextsTests
{
    [Theory]
    [InlineData("4 000,00", "")]
    [InlineData("4 400,00", "budget-lines-mismatch 2")]
    public void ADrawnTable_IsOneTable(string rooms, string expected) => Assert.Equal(expected, Frame.Latvian(budget: $"""
        +-----------+-----------+-----------+
        |           | Plānots   | Izlietots |
        +-----------+-----------+-----------+
        | I gads    | 10 000,00 | 10 000,00 |
        +-----------+-----------+-----------+
        | II gads   | 10 000,00 | 10 000,00 |
        +-----------+-----------+-----------+
        |   Lektori |  6 000,00 |  6 000,00 |
        +-----------+-----------+-----------+
        |   Zāle    |  4 000,00 | {rooms,9} |
        +-----------+-----------+-----------+
        | Kopā      | 20 000,00 | 20 000,00 |
        +-----------+-----------+-----------+
        """));

    [Theory]
    [InlineData("9,880.00", "")]
    [InlineData("9,808.00", "budget-lines-mismatch")]
    public void CarriedOut_BesideCarriedIn_GoesOnToTheNextYear(string spent, string expected) => Assert.Equal(expected, Frame.English(budget: $"""
        | Year     | Carried in | Planned   | Spent     | Carried out | Returned |
        | Year 1   | 0.00       | 10,000.00 | {spent}  | 120.00      | 0.00     |
        | Year 2   | 120.00     | 10,000.00 | 10,120.00 | 0.00        | 0.00     |
        | Together | –          | 20,000.00 | 20,000.00 | –           | 0.00     |
        """));

    [Theory]
    [InlineData("14 May 2022", "")]
    [InlineData("14 May 2021", "date-outside-year 2")]
    public void TheNumberOfAHeading_IsNotThatOfItsYear(string day, string expected) => Assert.Equal(expected, Frame.English(
        firstYear: "6. Year I: 1 January 2021 to 31 December 2021", secondYear: "7. Year II: 1 January 2022 to 31 December 2022", second: $"On {day} the lake was cleaned."));

    [Theory]
    [InlineData("14.05.2021.", "")]
    [InlineData("14.05.2022.", "date-outside-year 1")]
    public void Numerals_OfWhichThePeriodsAreGiven_HeadTheYears(string day, string expected) => Assert.Equal(expected, Frame.Latvian(
        period: "01.01.2021. - 31.12.2022.\n\nI    01.01.2021. - 31.12.2021.\nII   01.01.2022. - 31.12.2022.",
        firstYear: "I", first: $"* ezera talka {day}", secondYear: "II", second: "* ezera talka 13.05.2022."));

    [Theory]
    [InlineData("On 4 April 2021 the mayor came to see the boats.", "")]
    [InlineData("On 4 April 2024 the mayor came to see the boats.", "date-outside-period")]
    public void BelowAListOfYears_NothingIsOfTheLast(string below, string expected) => Assert.Equal(expected, Frame.English(
        firstYear: "Boats", first: "- Year 1: 12 boats were mended.\n- Year 2: 15 boats were mended.", secondYear: "Visits", second: below));

    [Theory]
    [InlineData("a span of two years, of which the first ended on 31 December 2021", "")]
    [InlineData("a span of three years, of which the first ended on 31 December 2021", "period-length")]
    [InlineData("or twenty-four months", "")]
    [InlineData("or thirty months", "period-length")]
    public void ALength_StandsRightBehindItsDays(string length, string expected) =>
        Assert.Equal(expected, Frame.English(period: $"From 1 January 2021 to 31 December 2022, {length}."));
}
