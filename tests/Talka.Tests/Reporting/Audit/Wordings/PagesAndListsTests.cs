namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Pages of plain text with heads and numbers, lists of days of all years, totals that close what stands before them, lengths of what stands beside them.</summary>
public sealed class PagesAndListsTests
{
    [Theory]
    [InlineData("4 000,00", "")]
    [InlineData("4 400,00", "budget-lines-mismatch 2")]
    public void ATable_GoesOnOverAPage(string rooms, string expected) => Assert.Equal(expected, Frame.Latvian(budget: $"""
                         Plānots     Izlietots
        I gads          10 000,00    10 000,00
          Lektori        6 000,00     6 000,00
        {Head(1)}
          Zāle           4 000,00     4 000,00
        II gads         10 000,00    10 000,00
        {Head(2)}
          Lektori        6 000,00     6 000,00
          Zāle           4 000,00     {rooms}
        Abi gadi        20 000,00    20 000,00
        """));

    [Theory]
    [InlineData("700.00", "")]
    [InlineData("770.00", "remainder-mismatch 2")]
    public void ATable_GoesOnBelowARemark(string left, string expected) => Assert.Equal(expected, Frame.English(budget: $"""
                              planned      spent
        Year 1   lessons     6,000.00   6,000.00
                 meals       4,000.00   3,500.00
                 total      10,000.00   9,500.00
                 unspent EUR 500.00, repaid on 11 January 2022
        Year 2   lessons     6,000.00   5,300.00
                 meals       4,000.00   4,000.00
                 total      10,000.00   9,300.00
                 unspent EUR {left}, repaid on 9 January 2023
        Period   total      20,000.00  18,800.00
        """));

    [Theory]
    [InlineData("4 000,00", "")]
    [InlineData("4 600,00", "budget-lines-mismatch 1")]
    public void ATable_IsOfWhatItsNumberedLineSays(string rooms, string expected) => Assert.Equal(expected, Frame.Latvian(budget: $"""
        5.1. Plāns

        Pozīcija	1. gads	2. gads
        Lektori	6 000,00	6 000,00
        Telpas	{rooms}	4 000,00
        Kopā gadā	10 000,00	10 000,00

        5.2. Izpilde

        Pozīcija	1. gads	2. gads
        Lektori	6 000,00	6 000,00
        Telpas	4 000,00	4 000,00
        Kopā gadā	10 000,00	10 000,00

        Abos gados plānoti 20 000,00 euro, izlietoti 20 000,00 euro.
        """));

    [Theory]
    [InlineData("\tplanned\t\tspent\t\tremainder", "600.00", "")]
    [InlineData("\tplanned\t\tspent\t\tremainder", "660.00", "remainder-mismatch 2")]
    public void Headers_SetWithMoreTabs_AreThoseOfTheAmounts(string header, string left, string expected) => Assert.Equal(expected, Frame.English(budget:
        $"{header}\nYear 1\t10,000.00\t10,000.00\t0.00\nYear 2\t10,000.00\t9,400.00\t{left}\nPeriod\t20,000.00\t19,400.00\t600.00\n\nThe remainder was returned to the state budget on 28 May 2023."));

    [Theory]
    [InlineData("In year 1 EUR 10,000.00 was planned and EUR 9,880.00 spent. In year 2 EUR 10,000.00 was planned and, with the funds left from year 1, EUR 10,120.00 was spent. In both years together EUR 20,000.00 was planned and EUR 20,000.00 spent.")]
    [InlineData("Year        Planned        Spent\nYear 1    10,000.00     9,900.00\nYear 2    10,000.00     9,800.00\nThe remainder, EUR 300.00, was returned.\nTotal     20,000.00    19,700.00")]
    public void WhatIsLeftOfBothYears_IsNotOfOne(string budget) => Assert.Equal("", Frame.English(budget: budget));

    [Theory]
    [InlineData("10,800.00", "20,000.00", "")]
    [InlineData("10,000.00", "19,200.00", "carry-over-missing 2")]
    public void TheSumLeft_IsTheRemainder(string second, string spent, string expected) => Assert.Equal(expected, Frame.English(budget: $"""
        | Year | Available | Spent | Left |
        |---|---|---|---|
        | 1 | 10,000.00 | 9,200.00 | 800.00 |
        | 2 | {second} | {second} | 0.00 |

        The sum left from year 1 was, as agreed, transferred to year 2 for the printing.

        Granted under the contract for both years: EUR 20,000.00. Spent in both years: EUR {spent}.
        """));

    [Theory]
    [InlineData(" (the 300,00 euro above the plan came from members' fees)", "")]
    [InlineData("", "overspent 2")]
    public void WhatWasSpentAboveThePlan_MayBeTold(string told, string expected) => Assert.Equal(expected, Frame.English(budget:
        $"Year 1: plan 10 000,00 euro, spent 10 000,00 euro. Year 2: plan 10 000,00 euro, spent 10 300,00 euro{told}. In all: plan 20 000,00 euro, spent 20 300,00 euro."));

    [Theory]
    [InlineData("Two open evenings were held: on 6 May 2022, concerning used cars, and on 9 June 2022, concerning rents and deposits.", "")]
    [InlineData("Two routes were opened: Riga and Ogre, and Cesis and Valka.", "")]
    [InlineData("Three camps were held. The first was in Tartu. The second was in Riga, with no more than 20 people. The last took place in Valka.", "")]
    [InlineData("Three camps were held. The first was in Tartu. The second was in Riga. There were no others.", "count-mismatch 2")]
    [InlineData("Three films were made: on bees, on moths and on bats and owls of the park.", "")]
    [InlineData("Two films were made: on bees, on moths and on bats.", "count-mismatch 2")]
    public void Items_ThatBeginAlike_MayHoldOthers(string second, string expected) => Assert.Equal(expected, Frame.English(second: second));

    [Theory]
    [InlineData("14,600.00", "")]
    [InlineData("15,200.00", "overspent 2")]
    public void Years_BetweenBars_HaveEachTheirAmount(string second, string expected) => Assert.Equal(expected, Frame.English(budget:
        $"planned: Y1 14,200.00 / Y2 14,600.00 / all 28,800.00\nspent: Y1 14,200.00 / Y2 {second} / all {(second == "14,600.00" ? "28,800.00" : "29,400.00")}"));

    [Theory]
    [InlineData("4 200,00", "")]
    [InlineData("4 400,00", "budget-lines-mismatch 1")]
    public void WhatMoneyIsFor_MayBeExpenses(string rest, string expected) => Assert.Equal(expected, Frame.Latvian(budget: $"""
        Pirmajam gadam bija paredzēts 10 000,00 euro, no kuriem nodarbībām 4 000,00 euro, rīkiem 1 800,00 euro, bet plakātiem un izdevumiem {rest} euro. Izlietoti 10 000,00 euro.
        Otrajā gadā plānoti 10 000,00 euro, izlietoti 10 000,00 euro. Kopā abos gados plānoti 20 000,00 euro, izlietoti 20 000,00 euro.
        """));

    [Theory]
    [InlineData("2021. gada 1. janvāris līdz 2022. gada\n31. decembris", "")]
    [InlineData("01.01.2021.–\n31.12.2022.", "")]
    [InlineData("2021. gada 1. janvāris līdz 2022. gada\n30. novembris", "period-overlap-or-gap 2")]
    public void ADate_MayBeBrokenAtTheEndOfALine(string period, string expected) => Assert.Equal(expected, Frame.Latvian(period: period));

    [Theory]
    [InlineData("Pirmā nodarbība un noslēgums:\n- 12.01.2021. pirmā nodarbība\n- 08.06.2021. koncerts\n- 05.12.2021. noslēgums\n- 11.01.2022. pirmā nodarbība\n- 07.06.2022. koncerts\n- 17.12.2022. noslēgums", "")]
    [InlineData("Nodarbības:\n- 12.01.2021. pirmā nodarbība\n- 11.02.2022. otrā nodarbība\n- 11.03.2022. trešā nodarbība\n- 17.12.2022. noslēgums", "date-outside-year 2")]
    public void DaysOfAllYearsInOrder_AreOfNoYear(string second, string expected) => Assert.Equal(expected, Frame.Latvian(second: second));

    [Theory]
    [InlineData("Trīs kursi, 15, 19 un 17 audzinātāji, kopā 51; 57 publikācijas (Facebook 22, Instagram 31, mājaslapa 4).", "")]
    [InlineData("Divi kursi, 21 un 18 audzinātāji, kopā 39, un 44 publikācijas (Facebook 20, Instagram 24).", "")]
    [InlineData("Publikācijas kopā 45: Facebook 20, Instagram 24.", "sum-mismatch 1")]
    public void ATotalAlone_ClosesWhatStandsBeforeIt(string first, string expected) => Assert.Equal(expected, Frame.Latvian(first: first));

    [Theory]
    [InlineData("2021. gada 1. janvāris – 2022. gada 31. decembris (24 mēneši)\n1) 01.01.2021.–31.12.2021. (12 mēneši); 2) 01.01.2022.–31.12.2022. (12 mēneši)", "")]
    [InlineData("2021. gada 1. janvāris – 2022. gada 31. decembris\nGadi: 1) 01.01.2021.–31.12.2021. (12 mēneši); 2) 01.01.2022.–31.12.2022. (11 mēneši)", "period-length 2")]
    [InlineData("2021. gada 1. janvāris – 2022. gada 31. decembris. Mērījumi no aprīļa līdz novembrim: 8 mēneši × 2 × 18 akas.", "")]
    public void ALength_IsThatOfTheDaysBesideIt(string period, string expected) => Assert.Equal(expected, Frame.Latvian(period: period));

    [Theory]
    [InlineData("I gads: plānots 10 000,00 euro, izlietots 9 700,00 euro.\nII gads: plānots 10 000,00 euro, izlietots 9 900,00 euro.\nNo I gada uz II gadu pārcelti 300,00 euro, no II gada atmaksāti 400,00 euro. Kopā piešķirti 20 000,00 euro un izlietoti 19 600,00 euro.", "")]
    public void WhatWasCarried_MayShowInWhatWasPaidBack(string budget, string expected) => Assert.Equal(expected, Frame.Latvian(budget: budget));

    private static string Head(int page) => $"\n\n                                                  {page}. lpp.\n     BIEDRĪBAS “PARAUGS” PĀRSKATS\n\n";
}
