namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Years that nothing names: a noun that does not agree, told in a year, shows whether the dates around it have said which year it is.</summary>
public sealed class YearVotesTests
{
    private const string First = "Diskusija par izglītību risinājās 2021. gada 5. martā.\n\nSeminārs skolotājiem notika 2021. gada 9. maijā.\n\nPārgājiens ar jauniešiem bija 2021. gada 3. septembrī.";
    private const string Second = "Debates novadā atklāja 2022. gada 4. februārī.\n\nAtnāca 21 dalībnieki.\n\nFestivāls pie upes norisinājās 2022. gada 11. jūnijā.\n\nApaļais galds sanāca 2022. gada 7. oktobrī.";

    [Fact]
    public void DatesInOrder_SayWhereTheYearsAre() => Assert.Equal("noun-agreement 2", Frame.Latvian(First, Second, firstYear: "", secondYear: ""));

    [Fact]
    public void ADateAstray_IsNotAccusedByTheOthers() => Assert.Equal("noun-agreement 2", Frame.Latvian(First, Second + "\n\nKā jau 2021. gada 5. martā, runājām par skolām.", firstYear: "", secondYear: ""));

    [Theory]
    [InlineData("Semināri notika 2021. gada 9. maijā.\n\nVēl bija tikšanās 2022. gada 4. februārī.\n\nAtnāca 21 dalībnieki.", "Pārgājiens bija 2021. gada 3. septembrī.\n\nGājām arī 2022. gada 11. jūnijā.")]
    [InlineData("Seminārs notika 2021. gada 9. maijā.", "Debates notika 2022. gada 4. februārī.\n\nAtnāca 21 dalībnieki.")]
    public void DatesByTheme_OrTooFew_SayNothing(string first, string second) => Assert.Equal("noun-agreement", Frame.Latvian(first, second, firstYear: "", secondYear: ""));

    [Fact]
    public void WhatStandsBetweenTwoYears_BelongsToNeither() =>
        Assert.Equal("noun-agreement", Frame.Latvian(First + "\n\nAtnāca 21 dalībnieki.", Second.Replace("21 dalībnieki", "22 dalībnieki", StringComparison.Ordinal), firstYear: "", secondYear: ""));

    [Theory]
    [InlineData("I. 2021. gada 1. janvāris – 2021. gada 31. decembris", "II. 2022. gada 1. janvāris – 2022. gada 31. decembris")]
    [InlineData("2021. gada sezona (01.01.2021.–31.12.2021.)", "2022. gada sezona (01.01.2022.–31.12.2022.)")]
    public void PeriodsAsHeadings_AreTheYearsThatTheBudgetNames(string firstYear, string secondYear) =>
        Assert.Equal("date-outside-year 2", Frame.Latvian("Seminārs notika 2021. gada 5. maijā.", "Debates risinājās 2021. gada 6. maijā.", firstYear: firstYear, secondYear: secondYear));
}
