namespace Talka.Tests.Reporting.Audit.Wordings;

/// <summary>Years that days or calendars name, lengths beside their own days, money asked for, granted and paid back, and work that a second year reports again.</summary>
public sealed class YearsAndAmountsTests
{
    [Theory]
    [InlineData("|Kursi|Ekskursijas|Kopā\nPlāns no 01.01.2021. līdz 31.12.2021.|6 000,00|4 000,00|10 000,00\nIzpilde|5 900,00|4 000,00|9 900,00\nAtlikums (atmaksāts)|100,00|0,00|100,00\nPlāns no 01.01.2022. līdz 31.12.2022.|6 000,00|4 000,00|10 000,00\nIzpilde|5 800,00|4 000,00|9 800,00\nAtlikums (atmaksāts)|300,00|0,00|200,00\nPlāns abos gados kopā|12 000,00|8 000,00|20 000,00\nIzpilde abos gados kopā|11 700,00|8 000,00|19 700,00", "remainder-mismatch 2")]
    [InlineData("|Kursi|Ekskursijas|Kopā\nPlāns no 01.01.2021. līdz 31.12.2021.|6 000,00|4 000,00|10 000,00\nIzpilde|5 900,00|4 000,00|9 900,00\nAtlikums (atmaksāts)|100,00|0,00|100,00\nPlāns no 01.01.2022. līdz 31.12.2022.|6 000,00|4 000,00|10 000,00\nIzpilde|5 800,00|4 000,00|9 800,00\nAtlikums (atmaksāts)|200,00|0,00|200,00\nPlāns abos gados kopā|12 000,00|8 000,00|20 000,00\nIzpilde abos gados kopā|11 700,00|8 000,00|19 700,00", "")]
    [InlineData("|Kursi|Grants scheme|Kopā\n2021 plānots|6 000,00|4 000,00|10 000,00\n2021 izlietots|6 000,00|4 000,00|10 000,00\n2022 plānots|6 000,00|4 000,00|10 000,00\n2022 izlietots|6 000,00|3 900,00|9 900,00\nPeriodā plānots|12 000,00|8 000,00|20 000,00\nPeriodā izlietots|12 000,00|7 900,00|19 800,00", "budget-lines-mismatch")]
    [InlineData("|Kursi|Grants scheme|Kopā\n2021 plānots|6 000,00|4 000,00|10 000,00\n2021 izlietots|6 000,00|4 000,00|10 000,00\n2022 plānots|6 000,00|4 000,00|10 000,00\n2022 izlietots|6 000,00|3 900,00|9 900,00\nPeriodā plānots|12 000,00|8 000,00|20 000,00\nPeriodā izlietots|12 000,00|7 900,00|19 900,00", "")]
    public void RowsOfATable_AreOfTheYearThatTheirDaysName(string rows, string found) => Assert.Equal(found, Frame.Table(rows.Split('\n')));

    [Theory]
    [InlineData("2021-01-01 – 2021-12-31: plāns 10 000,00 eur, izlietots 9 700,00 eur, atlikums 400,00 eur, atmaksāts.\n\n2022-01-01 – 2022-12-31: plāns 10 000,00 eur, izlietots 10 000,00 eur.\n\nPeriodā: plāns 20 000,00 eur, izlietots 19 700,00 eur.", "remainder-mismatch 1")]
    [InlineData("2021-01-01 – 2021-12-31: plāns 10 000,00 eur, izlietots 9 700,00 eur, atlikums 300,00 eur, atmaksāts.\n\n2022-01-01 – 2022-12-31: plāns 10 000,00 eur, izlietots 10 000,00 eur.\n\nPeriodā: plāns 20 000,00 eur, izlietots 19 700,00 eur.", "")]
    [InlineData("Pirmais gads: plāns 10 000,00 euro, izlietots 9 560,00 euro. Atlikušie 440,00 euro novirzīti otrajam gadam.\n\nOtrais gads: plāns 10 000,00 euro, izlietots 10 000,00 euro, atlikums 0,00 euro.\n\nKopā: plāns 20 000,00 euro, izlietots 19 560,00 euro.", "carry-over-missing 2")]
    [InlineData("Pirmais gads: plāns 10 000,00 euro, izlietots 9 560,00 euro. Atlikušie 440,00 euro novirzīti otrajam gadam.\n\nOtrais gads: plāns 10 000,00 euro, izlietots 10 440,00 euro, atlikums 0,00 euro.\n\nKopā: plāns 20 000,00 euro, izlietots 20 000,00 euro.", "")]
    public void Text_IsOfTheYearThatItBeginsWith(string text, string found) => Assert.Equal(found, Frame.Latvian(budget: text));

    [Theory]
    [InlineData("Year 1: planned EUR 10,000.00, spent EUR 10,000.00.\n\nYear 2: planned EUR 10,000.00, spent EUR 9,900.00, remainder EUR 100.00 (returned).\n\nAll years. Planned EUR 20,000.00. Spent EUR 19,800.00.", "budget-lines-mismatch")]
    [InlineData("Year 1: planned EUR 10,000.00, spent EUR 10,000.00.\n\nYear 2: planned EUR 10,000.00, spent EUR 9,900.00, remainder EUR 100.00 (returned).\n\nAll years. Planned EUR 20,000.00. Spent EUR 19,900.00.", "")]
    public void AllYears_HoldForTheirWholeText(string text, string found) => Assert.Equal(found, Frame.English(budget: text));

    [Theory]
    [InlineData("EUR 800.00 in the first year, for a hall that was used by others.", "Of the EUR 800.00 the association paid back EUR 500.00 in March 2022; EUR 200.00 remain unrecovered.", "unrecovered-mismatch 1")]
    [InlineData("EUR 800.00 in the first year, for a hall that was used by others.", "Of the EUR 800.00 the association paid back EUR 500.00 in March 2022; EUR 300.00 remain unrecovered.", "")]
    public void WhatIsDivided_IsWhatWasSpentWrongly(string ineligible, string unrecovered, string found) => Assert.Equal(found, Frame.English(ineligible: ineligible, unrecovered: unrecovered));

    [Theory]
    [InlineData("Neatgūto līdzekļu apmērs ir 500,00 euro, jo biedrība martā pārskaitīja ministrijai 300,00 euro un aprīlī – vēl 100,00 euro.", "unrecovered-mismatch")]
    [InlineData("Neatgūto līdzekļu apmērs ir 400,00 euro, jo biedrība martā pārskaitīja ministrijai 300,00 euro un aprīlī – vēl 100,00 euro.", "")]
    public void Repayments_AreToldByTheirVerb(string unrecovered, string found) => Assert.Equal(found, Frame.Latvian(ineligible: "Neatbilstoši izlietoti 800,00 euro.", unrecovered: unrecovered));

    [Theory]
    [InlineData("2021. gada 1. janvāris – 2022. gada 31. decembris, kopā divdesmit mēneši", "period-length")]
    [InlineData("2021. gada 1. janvāris – 2022. gada 31. decembris, kas veido 24 mēnešus", "")]
    [InlineData("2021. gada 1. janvāris – 2022. gada 31. decembris. Pirmais gads: 01.01.2021.–31.12.2021. (12 mēneši). Otrais gads: 01.01.2022.–31.12.2022. (8 mēneši).", "period-length 2")]
    [InlineData("2021. gada 1. janvāris – 2022. gada 31. decembris. Pirmais gads: 01.01.2021.–31.12.2021. (12 mēneši). Otrais gads: 01.01.2022.–31.12.2022. (12 mēneši).", "")]
    public void Length_IsThatOfTheDaysBesideIt(string period, string found) => Assert.Equal(found, Frame.Latvian(period: period));

    [Theory]
    [InlineData("Pieteikumu skaits – 14, to kopsumma 9 800 euro. Piešķirtais atbalsts – 12 400 euro.", "approved-exceeds-applied 1")]
    [InlineData("Pieteikumu skaits – 14, to kopsumma 12 400 euro. Piešķirtais atbalsts – 9 800 euro.", "")]
    [InlineData("Komisija vērtēja un izvēlējās no septiņu skolēnu pieteikumiem, stipendijas tika piešķirtas deviņiem skolēniem, katram 150,00 euro.", "approved-exceeds-applied 1")]
    [InlineData("Komisija vērtēja un izvēlējās no deviņu skolēnu pieteikumiem, stipendijas tika piešķirtas septiņiem skolēniem, katram 150,00 euro.", "")]
    [InlineData("Sarunas notika pirmdien, 2021. gada 8. martā, Ogrē (29 režisori) un otrdien, 2021. gada 10. martā, Cēsīs (33 režisori).", "weekday-mismatch 1")]
    [InlineData("Sarunas notika pirmdien, 2021. gada 8. martā, Ogrē (29 režisori) un trešdien, 2021. gada 10. martā, Cēsīs (33 režisori).", "")]
    [InlineData("Trīs jaunas laipas būs gatavas Līvānos un Preiļos, un to garums ir 4 km.", "future-tense-done-work 1")]
    [InlineData("Trīs jaunas laipas bija gatavas Līvānos un Preiļos, un to garums ir 4 km.", "")]
    public void Latvian(string first, string found) => Assert.Equal(found, Frame.Latvian(first));

    [Theory]
    [InlineData("This time the applications numbered 21; grants went to 24 farms, EUR 300 each.", "approved-exceeds-applied 1")]
    [InlineData("This time the applications numbered 24; grants went to 21 farms, EUR 300 each.", "")]
    [InlineData("By the closing date eleven youth associations had asked for a visit. The board selected fourteen of the applicants.", "approved-exceeds-applied 1")]
    [InlineData("By the closing date fourteen youth associations had asked for a visit. The board selected eleven of the applicants.", "")]
    [InlineData("Loans by kind: maps 44, atlases 26, globes 19, charts 6. All: 97.", "sum-mismatch 1")]
    [InlineData("Loans by kind: maps 44, atlases 26, globes 19, charts 6. All: 95.", "")]
    [InlineData("There came by bus in Vidzeme 312 pupils, in Kurzeme 276, in Zemgale 254 and in Latgale 198, so in the whole country 1,080 pupils.", "sum-mismatch 1")]
    [InlineData("There came by bus in Vidzeme 312 pupils, in Kurzeme 276, in Zemgale 254 and in Latgale 198, so in the whole country 1,040 pupils.", "")]
    public void English(string first, string found) => Assert.Equal(found, Frame.English(first));

    [Theory]
    [InlineData("2021. gada 4. maijā „Dziesmu sega” atklāšanā piedalījās 47 viesi.", "„Dziesmu sega” atklāšanas vakars 04.05.2021. (47 dalībnieki).", "date-outside-year 2, duplicate-item 2")]
    [InlineData("2021. gada 4. maijā „Dziesmu sega” atklāšanā piedalījās 47 viesi.", "Salīdzinot ar „Dziesmu sega” atklāšanu 04.05.2021. (47 dalībnieki), interese augusi.", "")]
    public void WhatAnotherYearTold_IsReportedOnce(string first, string second, string found) => Assert.Equal(found, Frame.Latvian(first, second));
}
